"""Facts about the vault itself (whose journal it is, when it was made), kept inside it."""

from sqlalchemy import Column, Connection, String, Table, Text, select
from sqlalchemy.dialects.sqlite import insert

from db.base import Base

SETTING = Table(
    "setting", Base.metadata,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)  # fmt: skip


def setting(connection: Connection, name: str) -> str | None:
    """The value of one setting, or ``None``."""
    return connection.execute(select(SETTING.c.value).where(SETTING.c.name == name)).scalar_one_or_none()


def set_setting(connection: Connection, name: str, value: str) -> None:
    """Set one setting."""
    written = insert(SETTING).values(name=name, value=value)
    connection.execute(written.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
