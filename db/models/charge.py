"""A charge against a person: article, part, from and to, and what became of it."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record, when_columns
from db.types import Kind, When


class Charge(Record):
    """What a person was charged with, for how long, with which outcome."""

    __tablename__ = "charge"
    kind_of_record = Kind.CHARGE

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"), index=True)
    article: Mapped[str | None] = mapped_column(Text)
    part: Mapped[str | None] = mapped_column(Text)
    text: Mapped[str | None] = mapped_column(Text)
    from_: Mapped[When | None] = when_columns("from")
    to: Mapped[When | None] = when_columns("to")
    outcome: Mapped[str | None] = mapped_column(String(64))
