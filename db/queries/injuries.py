"""The injuries of a person, of an event or of a whole case, as they were seen in time."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from db.models import Citation, Document, Event, Injury, Person
from db.queries.records import row_of
from db.rows import DocumentRow, EventRow, InjuryRow, PersonRow


@dataclass(frozen=True, slots=True)
class InjuryLine:
    """An injury, who bears it, the event it is put down to, and how many passages speak of it."""

    injury: InjuryRow
    person: PersonRow
    event: EventRow | None
    citations: int = 0


def of_person(session: Session, person_id: str, case_id: str = "") -> list[InjuryLine]:
    """What was seen on a person, in one case or in all."""
    conditions = [Injury.person_id == person_id]
    return _lines(session, [*conditions, Injury.case_id == case_id] if case_id else conditions)


def of_event(session: Session, event_id: str) -> list[InjuryLine]:
    """What is put down to an event."""
    return _lines(session, [Injury.event_id == event_id])


def of_case(session: Session, case_id: str) -> list[InjuryLine]:
    """Every injury on file in a case."""
    return _lines(session, [Injury.case_id == case_id])


def photos_of(session: Session, row: InjuryRow) -> list[DocumentRow]:
    """The documents that show an injury, those in the trash left out."""
    found = session.scalars(select(Document).where(Document.id.in_(row.photos), Document.trashed_at.is_(None)))
    return [row_of(document) for document in found]


def _lines(session: Session, conditions: Sequence[ColumnElement[bool]]) -> list[InjuryLine]:
    """In the order they were seen; those without a time last, as they were written down."""
    seen = Injury.table().c.observed_earliest
    counted = (
        select(func.count())
        .where(Citation.target_id == Injury.id, Citation.trashed_at.is_(None))
        .correlate(Injury)
        .scalar_subquery()
    )
    query = (
        select(Injury, Person, Event, counted)
        .join(Person, Person.id == Injury.person_id)
        .join(Event, Event.id == Injury.event_id, isouter=True)
        .where(Injury.trashed_at.is_(None), *conditions)
        .order_by(seen.is_(None), seen, Injury.id)
    )
    return [
        InjuryLine(row_of(row[0]), row_of(row[1]), row_of(row[2]) if row[2] else None, row[3])
        for row in session.execute(query)
    ]
