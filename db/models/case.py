"""A case, who and what is on file in it, and the parties to it."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record, Texts, when_columns
from db.types import Kind, When


class Case(Record):
    """One matter: its reference is unique in the vault."""

    __tablename__ = "case"
    kind_of_record = Kind.CASE

    ref: Mapped[str] = mapped_column(String(120))
    title: Mapped[str] = mapped_column(Text)
    summary: Mapped[str | None] = mapped_column(Text)
    jurisdiction: Mapped[str] = mapped_column(String(16), default="kz")
    language: Mapped[str | None] = mapped_column(String(16))
    stage: Mapped[str | None] = mapped_column(String(64))
    opened: Mapped[When | None] = when_columns("opened")
    closed: Mapped[When | None] = when_columns("closed")
    tags: Mapped[tuple[str, ...]] = mapped_column(Texts, default=())
    confidentiality: Mapped[str | None] = mapped_column(String(32))

    __table_args__ = (UniqueConstraint("ref"),)


class Membership(Record):
    """A person, organisation or place that is on file in a case, whether or not an event names it yet."""

    __tablename__ = "membership"
    kind_of_record = Kind.MEMBERSHIP

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"))
    member_kind: Mapped[str] = mapped_column(String(32))
    member_id: Mapped[str] = mapped_column(String(36))

    __table_args__ = (UniqueConstraint("case_id", "member_id"), Index(None, "member_id"))


class Party(Record):
    """A person or organisation in a role in a case, from and to."""

    __tablename__ = "party"
    kind_of_record = Kind.PARTY

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    role: Mapped[str] = mapped_column(String(64))
    from_: Mapped[When | None] = when_columns("from")
    to: Mapped[When | None] = when_columns("to")

    __table_args__ = (CheckConstraint("(person_id IS NULL) <> (organisation_id IS NULL)", name="one_party"),)
