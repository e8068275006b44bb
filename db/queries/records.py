"""One record at a time, and the whole file of a case: rows as they stand."""

import dataclasses
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from db import rows
from db.base import Record
from db.case_file import CaseFile
from db.errors import RecordMissing
from db.models import (
    RECORDS,
    Brief,
    Charge,
    Citation,
    Document,
    Event,
    EventLink,
    Membership,
    Participation,
    Party,
)
from db.types import Kind

RowType = TypeVar("RowType")
ROWS: dict[Kind, type[Any]] = {
    Kind.CASE: rows.CaseRow, Kind.PERSON: rows.PersonRow, Kind.ORGANISATION: rows.OrganisationRow,
    Kind.PLACE: rows.PlaceRow, Kind.MEMBERSHIP: rows.MembershipRow, Kind.PARTY: rows.PartyRow,
    Kind.EVENT: rows.EventRow, Kind.PARTICIPATION: rows.ParticipationRow, Kind.EVENT_LINK: rows.EventLinkRow,
    Kind.CHARGE: rows.ChargeRow, Kind.DOCUMENT: rows.DocumentRow, Kind.CITATION: rows.CitationRow,
    Kind.BRIEF: rows.BriefRow,
}  # fmt: skip
KINDS: dict[type[Any], Kind] = {row: kind for kind, row in ROWS.items()}


@cache
def columns_of(row_type: type[Any]) -> tuple[str, ...]:
    """The names a row and its record share."""
    return tuple(field.name for field in dataclasses.fields(row_type))


def row_of(record: Record) -> Any:
    """The frozen row of a record."""
    row_type = ROWS[record.kind_of_record]
    return row_type(**{name: getattr(record, name) for name in columns_of(row_type)})


def fetch(session: Session, row_type: type[RowType], record: str) -> RowType:
    """One record by id, in the trash or not. Raises ``RecordMissing``."""
    kind = KINDS[row_type]
    found = session.get(RECORDS[kind], record)
    if found is None:
        raise RecordMissing(kind.value, record)
    return row_of(found)


def live(session: Session, row_type: type[RowType], *conditions: ColumnElement[bool]) -> list[RowType]:
    """Records outside the trash that meet the conditions, in the order they were made."""
    model = RECORDS[KINDS[row_type]]
    query = select(model).where(model.trashed_at.is_(None), *conditions).order_by(model.id)
    return [row_of(record) for record in session.scalars(query)]


def case_file(session: Session, case_id: str) -> CaseFile:
    """Everything of a case outside the trash. Raises ``RecordMissing``."""
    events = select(Event.id).where(Event.case_id == case_id, Event.trashed_at.is_(None))
    papers = select(Document.id).where(Document.case_id == case_id, Document.trashed_at.is_(None))
    participations = live(session, rows.ParticipationRow, Participation.event_id.in_(events))
    parties = live(session, rows.PartyRow, Party.case_id == case_id)
    charges = live(session, rows.ChargeRow, Charge.case_id == case_id)
    memberships = live(session, rows.MembershipRow, Membership.case_id == case_id)
    event_rows = live(session, rows.EventRow, Event.case_id == case_id)
    documents = live(session, rows.DocumentRow, Document.case_id == case_id)
    members = {membership.member_id for membership in memberships}
    acting = [*participations, *parties]
    people = members | {act.person_id for act in acting if act.person_id} | {charge.person_id for charge in charges}
    bodies = members | {act.organisation_id for act in acting if act.organisation_id}
    places = members | {place for event in event_rows for place in (event.place_id, event.until_place_id) if place}
    return CaseFile(
        case=fetch(session, rows.CaseRow, case_id),
        persons=_of(session, rows.PersonRow, people),
        organisations=_with_parents(session, rows.OrganisationRow, bodies),
        places=_with_parents(session, rows.PlaceRow, places),
        memberships=memberships,
        parties=parties,
        events=event_rows,
        participations=participations,
        links=live(session, rows.EventLinkRow, EventLink.from_id.in_(events), EventLink.to_id.in_(events)),
        charges=charges,
        documents=documents,
        citations=live(session, rows.CitationRow, Citation.document_id.in_(papers)),
        briefs=live(session, rows.BriefRow, Brief.case_id == case_id),
    )


def _of(session: Session, row_type: type[RowType], ids: set[str]) -> list[RowType]:
    """The named records, in the order they were made; asked for in batches SQLite's parameter limit allows."""
    model = RECORDS[KINDS[row_type]]
    wanted = sorted(ids)
    found: list[RowType] = []
    for start in range(0, len(wanted), 500):
        found += live(session, row_type, model.id.in_(wanted[start : start + 500]))
    return found


def _with_parents(session: Session, row_type: type[Any], ids: set[str]) -> list[Any]:
    """The named records and those they are part of, all the way up."""
    known: set[str] = set()
    found: list[Any] = []
    while ids - known:
        new = _of(session, row_type, ids - known)
        known |= ids
        found += new
        ids = {row.parent_id for row in new if row.parent_id}
    return sorted(found, key=_id)


def _id(row: Any) -> str:
    return row.id
