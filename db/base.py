"""The declarative base of every record: named constraints, identifiers, the trash, and column types of our own."""

from collections.abc import Callable
from typing import Any, ClassVar, cast

import uuid_utils
from sqlalchemy import BigInteger, Dialect, MetaData, String, Table
from sqlalchemy.orm import Composite, DeclarativeBase, Mapped, composite, mapped_column
from sqlalchemy.types import JSON, TypeDecorator

from db.types import Kind, Name, When

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def new_id() -> str:
    """A UUIDv7: identifiers made later in this process sort later."""
    return str(uuid_utils.uuid7())


class Base(DeclarativeBase):
    """Every table of the vault."""

    metadata = MetaData(naming_convention=NAMING)


class Record(Base):
    """A journalled record: its identifier and, once deleted, the moment it went to the trash (Unix seconds)."""

    __abstract__ = True
    kind_of_record: ClassVar[Kind]

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    trashed_at: Mapped[int | None] = mapped_column(BigInteger)

    @classmethod
    def table(cls) -> Table:
        """The table these records stand in."""
        return cast("Table", cls.__table__)


class Names(TypeDecorator[tuple[Name, ...]]):
    """The spellings of one name, in order, kept as JSON."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[Name, ...] | None, dialect: Dialect) -> list[dict[str, str | None]]:
        """Turn names into JSON."""
        del dialect
        return [{"text": name.text, "lang": name.lang, "kind": name.kind} for name in value or ()]

    def process_result_value(self, value: list[dict[str, str]] | None, dialect: Dialect) -> tuple[Name, ...]:
        """Turn JSON into names."""
        del dialect
        return tuple(Name(**name) for name in value or ())


class Texts(TypeDecorator[tuple[str, ...]]):
    """A short list of texts (tags, languages, addresses), kept as JSON."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> list[str]:
        """Turn texts into JSON."""
        del dialect
        return list(value or ())

    def process_result_value(self, value: list[str] | None, dialect: Dialect) -> tuple[str, ...]:
        """Turn JSON into texts."""
        del dialect
        return tuple(value or ())


def when_columns(name: str) -> Composite[Any]:
    """The four columns of one uncertain time: text, zone, and the bounds that sorting and searching use."""
    text: Callable[..., Any] = mapped_column
    return composite(
        When,
        text(f"{name}_edtf", String(120), nullable=True),
        text(f"{name}_zone", String(64), nullable=True),
        text(f"{name}_earliest", BigInteger, nullable=True),
        text(f"{name}_latest", BigInteger, nullable=True),
        return_none_on=_is_unset,
    )


def _is_unset(*columns: object) -> bool:
    return columns[0] is None
