"""Drafts: what was typed into a form and not saved yet, encrypted in the vault and in no journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, String, Table, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.types import JSON

from db.base import Base

DRAFT = Table(
    "draft", Base.metadata,
    Column("key", String(160), primary_key=True),
    Column("case_id", String(36)),
    Column("at", BigInteger, nullable=False),
    Column("body", JSON, nullable=False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form held: ``key`` says which form of which record, ``at`` when it was kept (Unix seconds)."""

    key: str
    case_id: str | None
    at: int
    body: Mapping[str, Any]


def keep_draft(connection: Connection, draft: Draft) -> None:
    """Keep a draft in place of the one before."""
    values = {"case_id": draft.case_id, "at": draft.at, "body": draft.body}
    written = insert(DRAFT).values(key=draft.key, **values)
    connection.execute(written.on_conflict_do_update(index_elements=["key"], set_=values))


def draft_of(connection: Connection, key: str) -> Draft | None:
    """The draft of one form, or ``None``."""
    row = connection.execute(select(DRAFT).where(DRAFT.c.key == key)).first()
    return Draft(row.key, row.case_id, row.at, row.body) if row else None


def drafts(connection: Connection) -> list[Draft]:
    """Every draft, newest first."""
    rows = connection.execute(select(DRAFT).order_by(DRAFT.c.at.desc(), DRAFT.c.key))
    return [Draft(row.key, row.case_id, row.at, row.body) for row in rows]


def drop_draft(connection: Connection, key: str) -> None:
    """Forget a draft; nothing happens when there is none."""
    connection.execute(delete(DRAFT).where(DRAFT.c.key == key))
