"""Indicators: figures as somebody published them."""

from sqlalchemy import Float, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record, when_columns
from db.types import Kind, When


class Indicator(Record):
    """One published figure with what it counts, of whom, when and by whom; never added to another."""

    __tablename__ = "indicator"
    kind_of_record = Kind.INDICATOR

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    title: Mapped[str] = mapped_column(Text)
    value: Mapped[float | None] = mapped_column(Float)
    out_of: Mapped[float | None] = mapped_column(Float)
    unit: Mapped[str | None] = mapped_column(Text)
    period: Mapped[When | None] = when_columns("period")
    population: Mapped[str | None] = mapped_column(Text)
    definition: Mapped[str | None] = mapped_column(Text)
    publisher: Mapped[str | None] = mapped_column(Text)
    published: Mapped[When | None] = when_columns("published")
    document_id: Mapped[str | None] = mapped_column(ForeignKey("document.id"), index=True)
    page: Mapped[str | None] = mapped_column(String(64))
    remark: Mapped[str | None] = mapped_column(Text)
