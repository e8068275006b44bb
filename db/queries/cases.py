"""The case list: one line a case, with how much is on file in it."""

from dataclasses import dataclass

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from db.matching import holds
from db.models import Case, Document, Event, Membership
from db.queries.records import fetch, row_of
from db.rows import CaseRow, Key, Page
from db.types import Kind


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case and how many events, documents and persons are on file in it."""

    case: CaseRow
    events: int
    documents: int
    persons: int


def page(session: Session, *, after: Key | None = None, limit: int = 50, text: str = "") -> Page[CaseLine]:
    """Cases by reference, a page at a time; ``text`` narrows to references and titles holding it."""
    query = select(Case).where(Case.trashed_at.is_(None)).order_by(Case.ref, Case.id).limit(limit + 1)
    if text:
        query = query.where(holds(text, Case.ref, Case.title))
    if after:
        query = query.where(tuple_(Case.ref, Case.id) > tuple_(*after))
    found = list(session.scalars(query))
    lines = [_line(session, case) for case in found[:limit]]
    last = found[limit - 1] if len(found) > limit else None
    return Page(lines, (last.ref, last.id) if last else None)


def ids(session: Session) -> list[str]:
    """Every case outside the trash, by reference, and nothing counted in it."""
    return list(session.scalars(select(Case.id).where(Case.trashed_at.is_(None)).order_by(Case.ref, Case.id)))


def find(session: Session, ref_or_id: str) -> CaseRow:
    """The live case with this reference or id. Raises ``RecordMissing``."""
    by_ref = session.scalars(select(Case).where(Case.ref == ref_or_id, Case.trashed_at.is_(None))).first()
    return row_of(by_ref) if by_ref else fetch(session, CaseRow, ref_or_id)


def line(session: Session, case_id: str) -> CaseLine:
    """One case with its counts. Raises ``RecordMissing``."""
    row = fetch(session, CaseRow, case_id)
    return CaseLine(row, *_counts(session, case_id))


def _line(session: Session, case: Case) -> CaseLine:
    return CaseLine(row_of(case), *_counts(session, case.id))


def _counts(session: Session, case_id: str) -> tuple[int, int, int]:
    events = select(func.count()).where(Event.case_id == case_id, Event.trashed_at.is_(None))
    documents = select(func.count()).where(Document.case_id == case_id, Document.trashed_at.is_(None))
    persons = select(func.count()).where(Membership.case_id == case_id, Membership.member_kind == Kind.PERSON.value)
    return (
        session.execute(events).scalar_one(),
        session.execute(documents).scalar_one(),
        session.execute(persons).scalar_one(),
    )
