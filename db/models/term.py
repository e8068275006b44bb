"""What a user added to the vocabularies, and how they like to look at lists."""

from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import JSON

from db.base import Record
from db.types import Kind


class Term(Record):
    """A user's own term, kind of event or field of events; ``body`` is what the last two have beside labels."""

    __tablename__ = "term"
    kind_of_record = Kind.TERM

    vocabulary: Mapped[str] = mapped_column(String(64))
    term: Mapped[str] = mapped_column(String(64))
    labels: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    description: Mapped[str | None] = mapped_column(Text)
    huridocs: Mapped[str | None] = mapped_column(String(32))
    body: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)

    __table_args__ = (UniqueConstraint("vocabulary", "term"),)


class View(Record):
    """A saved filter with its columns, or another arrangement of ``scope``."""

    __tablename__ = "view"
    kind_of_record = Kind.VIEW

    scope: Mapped[str] = mapped_column(String(64))
    title: Mapped[str] = mapped_column(Text)
    case_id: Mapped[str | None] = mapped_column(ForeignKey("case.id"), index=True)
    body: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
