"""A brief being written: the author's text for each section of its template."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import JSON

from db.base import Record
from db.types import Kind


class Brief(Record):
    """Template, language, title and the author's Markdown by section; what is exported is composed from it."""

    __tablename__ = "brief"
    kind_of_record = Kind.BRIEF

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    template: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(16))
    title: Mapped[str | None] = mapped_column(Text)
    sections: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    status: Mapped[str | None] = mapped_column(String(32))
