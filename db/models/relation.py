"""Relations: what persons and organisations are to one another."""

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record, when_columns
from db.types import Kind, When


class Relation(Record):
    """What one person or organisation (``person_id`` or ``organisation_id``) is to the other, from and to."""

    __tablename__ = "relation"
    kind_of_record = Kind.RELATION

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    kind: Mapped[str] = mapped_column(String(64))
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    other_person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"), index=True)
    other_organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    from_: Mapped[When | None] = when_columns("from")
    to: Mapped[When | None] = when_columns("to")
    certainty: Mapped[str | None] = mapped_column(String(32))
    text: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (
        CheckConstraint("(person_id IS NULL) <> (organisation_id IS NULL)", name="one_of_them"),
        CheckConstraint("(other_person_id IS NULL) <> (other_organisation_id IS NULL)", name="one_other"),
    )
