"""Everything that happened is an event; who took part; and how one event bears on another."""

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, Text
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import JSON

from db.base import Record, Texts, when_columns
from db.types import Kind, When

# Where an event stands in a chronology: its earliest moment, else its latest, else at the end.
INSTANT = "coalesce(when_earliest, when_latest, 9223372036854775807)"
# Among events that begin at one moment (most often: on one day), the order the user gave them.
POSITION = "coalesce(position, 0)"


class Event(Record):
    """One thing that happened, is claimed to have happened or is to come; its kind says which ``fields`` it has."""

    __tablename__ = "event"
    kind_of_record = Kind.EVENT

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"))
    kind: Mapped[str] = mapped_column(String(64))
    when: Mapped[When | None] = when_columns("when")
    until: Mapped[When | None] = when_columns("until")
    place_id: Mapped[str | None] = mapped_column(ForeignKey("place.id"), index=True)
    until_place_id: Mapped[str | None] = mapped_column(ForeignKey("place.id"), index=True)
    title: Mapped[str | None] = mapped_column(Text)
    text: Mapped[str | None] = mapped_column(Text)
    standing: Mapped[str | None] = mapped_column(String(32))
    certainty: Mapped[str | None] = mapped_column(String(32))
    fields: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    position: Mapped[int | None] = mapped_column(Integer)
    tags: Mapped[tuple[str, ...]] = mapped_column(Texts, default=(), server_default="[]")

    __table_args__ = (Index("ix_event_case_id_instant", "case_id", sql(INSTANT), sql(POSITION), "id"),)


class Participation(Record):
    """A person or organisation in an event, in a role."""

    __tablename__ = "participation"
    kind_of_record = Kind.PARTICIPATION

    event_id: Mapped[str] = mapped_column(ForeignKey("event.id"), index=True)
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    role: Mapped[str] = mapped_column(String(64))
    degree: Mapped[str | None] = mapped_column(Text)
    certainty: Mapped[str | None] = mapped_column(String(32))
    identified_how: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (CheckConstraint("(person_id IS NULL) <> (organisation_id IS NULL)", name="one_participant"),)


class EventLink(Record):
    """How one event bears on another: it answers, extends, appeals, replaces, is part of, is caused by, contradicts."""

    __tablename__ = "event_link"
    kind_of_record = Kind.EVENT_LINK

    from_id: Mapped[str] = mapped_column(ForeignKey("event.id"), index=True)
    to_id: Mapped[str] = mapped_column(ForeignKey("event.id"), index=True)
    kind: Mapped[str] = mapped_column(String(32))

    __table_args__ = (CheckConstraint("from_id <> to_id", name="two_events"),)
