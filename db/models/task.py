"""What is still to be done, and what is worth remembering: tasks and notes on any record."""

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record, when_columns
from db.types import Kind, When


class Task(Record):
    """Something to do, by when and by whom; without a target it belongs to the case."""

    __tablename__ = "task"
    kind_of_record = Kind.TASK

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str | None] = mapped_column(Text)
    due: Mapped[When | None] = when_columns("due")
    assignee: Mapped[str | None] = mapped_column(Text)
    status: Mapped[str | None] = mapped_column(String(32))
    target_kind: Mapped[str | None] = mapped_column(String(32))
    target_id: Mapped[str | None] = mapped_column(String(36))

    __table_args__ = (Index(None, "target_id"),)


class Note(Record):
    """Free text; without a target it belongs to the case."""

    __tablename__ = "note"
    kind_of_record = Kind.NOTE

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    target_kind: Mapped[str | None] = mapped_column(String(32))
    target_id: Mapped[str | None] = mapped_column(String(36))

    __table_args__ = (Index(None, "target_id"),)
