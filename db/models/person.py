"""A person: named in several scripts, protected, or not yet identified."""

from typing import Any

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import JSON

from db.base import Names, Record, Texts, when_columns
from db.types import Kind, Name, Protection, When


class Person(Record):
    """Someone the case speaks of; without names, ``description`` is what is known ("officer in mask no. 2")."""

    __tablename__ = "person"
    kind_of_record = Kind.PERSON

    names: Mapped[tuple[Name, ...]] = mapped_column(Names, default=())
    sort_key: Mapped[str] = mapped_column(Text, default="")
    description: Mapped[str | None] = mapped_column(Text)
    sex: Mapped[str | None] = mapped_column(String(16))
    born: Mapped[When | None] = when_columns("born")
    deceased: Mapped[When | None] = when_columns("deceased")
    citizenships: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    languages: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    occupation: Mapped[str | None] = mapped_column(Text)
    identity_documents: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    addresses: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    phones: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    health: Mapped[str | None] = mapped_column(Text)
    protected: Mapped[str] = mapped_column(String(16), default=Protection.NONE.value)
    pseudonym: Mapped[str | None] = mapped_column(Text)
    tags: Mapped[tuple[str, ...]] = mapped_column(Texts, default=(), server_default="[]")

    __table_args__ = (Index(None, "sort_key", "id"),)
