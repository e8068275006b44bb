"""Injuries: what was seen on a body, where on its chart, and how it fits what is told of it."""

from sqlalchemy import Float, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record, Texts, when_columns
from db.types import Kind, When


class Injury(Record):
    """A mark on a person: ``x`` and ``y`` (0 to 1) on its ``chart``; ``photos`` are documents' ids."""

    __tablename__ = "injury"
    kind_of_record = Kind.INJURY

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"), index=True)
    event_id: Mapped[str | None] = mapped_column(ForeignKey("event.id"), index=True)
    chart: Mapped[str | None] = mapped_column(String(16))
    region: Mapped[str | None] = mapped_column(String(64))
    side: Mapped[str | None] = mapped_column(String(16))
    x: Mapped[float | None] = mapped_column(Float)
    y: Mapped[float | None] = mapped_column(Float)
    type: Mapped[str | None] = mapped_column(String(64))
    size: Mapped[str | None] = mapped_column(Text)
    colour: Mapped[str | None] = mapped_column(Text)
    text: Mapped[str | None] = mapped_column(Text)
    observed: Mapped[When | None] = when_columns("observed")
    observed_by: Mapped[str | None] = mapped_column(Text)
    istanbul: Mapped[str | None] = mapped_column(String(32))
    grade: Mapped[str | None] = mapped_column(String(32))
    photos: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
