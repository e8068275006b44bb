"""Consents: what a person agreed may be done with their account."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record, when_columns
from db.types import Kind, When


class Consent(Record):
    """One person, one purpose: how they may be named, since when, and whether it was taken back."""

    __tablename__ = "consent"
    kind_of_record = Kind.CONSENT

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"), index=True)
    purpose: Mapped[str] = mapped_column(String(64))
    anonymity: Mapped[str | None] = mapped_column(String(32))
    given: Mapped[When | None] = when_columns("given")
    withdrawn: Mapped[When | None] = when_columns("withdrawn")
    document_id: Mapped[str | None] = mapped_column(ForeignKey("document.id"), index=True)
    obtained_by: Mapped[str | None] = mapped_column(Text)
    text: Mapped[str | None] = mapped_column(Text)
