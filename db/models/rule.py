"""The law as a user settled it: own versions of rules, days of calendars, decisions on deadlines and conflicts."""

from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import JSON

from db.base import Record, when_columns
from db.types import Kind, When


class Rule(Record):
    """A rule of the user's own, or their version of a shipped one."""

    __tablename__ = "rule"
    kind_of_record = Kind.RULE

    rule: Mapped[str] = mapped_column(String(64))
    version: Mapped[str] = mapped_column(String(64))
    body: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    is_off: Mapped[bool] = mapped_column(default=False)
    verified_by: Mapped[str | None] = mapped_column(Text)
    verified_on: Mapped[str | None] = mapped_column(String(10))

    __table_args__ = (UniqueConstraint("rule", "version"),)


class CalendarDay(Record):
    """A day a user made a holiday or a working day."""

    __tablename__ = "calendar_day"
    kind_of_record = Kind.CALENDAR_DAY

    calendar: Mapped[str] = mapped_column(String(16))
    day: Mapped[str] = mapped_column(String(10))
    is_working: Mapped[bool]
    title: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (UniqueConstraint("calendar", "day"),)


class Deadline(Record):
    """What a user decided on a deadline that the rules give."""

    __tablename__ = "deadline"
    kind_of_record = Kind.DEADLINE

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    rule: Mapped[str] = mapped_column(String(64))
    version: Mapped[str | None] = mapped_column(String(64))
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"), index=True)
    event_id: Mapped[str | None] = mapped_column(ForeignKey("event.id"), index=True)
    anchor: Mapped[str | None] = mapped_column(String(32))
    status: Mapped[str | None] = mapped_column(String(32))
    due: Mapped[When | None] = when_columns("due")
    met: Mapped[When | None] = when_columns("met")
    channel: Mapped[str | None] = mapped_column(String(64))
    document_id: Mapped[str | None] = mapped_column(ForeignKey("document.id"), index=True)
    reason: Mapped[str | None] = mapped_column(Text)


class Conflict(Record):
    """What a user decided on two records that cannot both be true; ``fingerprint`` tells whether they changed."""

    __tablename__ = "conflict"
    kind_of_record = Kind.CONFLICT

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    kind: Mapped[str] = mapped_column(String(32))
    first_id: Mapped[str] = mapped_column(String(36))
    second_id: Mapped[str] = mapped_column(String(36))
    fingerprint: Mapped[str] = mapped_column(String(64))
    decision: Mapped[str] = mapped_column(String(32))
    reason: Mapped[str | None] = mapped_column(Text)
