"""Who refers to a record: what must be looked at before it goes, and what goes with it when it is purged."""

from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from db.base import Record
from db.models import RECORDS, Event, Participation
from db.types import Kind

# Columns that name a record without being part of it: while one such record lives, the named one cannot go.
_USES: dict[Kind, tuple[tuple[Kind, str], ...]] = {
    Kind.PERSON: (
        (Kind.PARTICIPATION, "person_id"), (Kind.PARTY, "person_id"), (Kind.CHARGE, "person_id"),
        (Kind.RELATION, "person_id"), (Kind.RELATION, "other_person_id"), (Kind.INJURY, "person_id"),
        (Kind.CONSENT, "person_id"), (Kind.ISSUE, "person_id"), (Kind.DEADLINE, "person_id"),
    ),
    Kind.ORGANISATION: (
        (Kind.PARTICIPATION, "organisation_id"), (Kind.PARTY, "organisation_id"), (Kind.ORGANISATION, "parent_id"),
        (Kind.RELATION, "organisation_id"), (Kind.RELATION, "other_organisation_id"),
    ),
    Kind.PLACE: ((Kind.EVENT, "place_id"), (Kind.EVENT, "until_place_id"), (Kind.PLACE, "parent_id")),
    Kind.ISSUE: ((Kind.ISSUE, "parent_id"),),
}  # fmt: skip
# Columns that name the record something is part of: purging the whole purges its parts first.
_PARTS: dict[Kind, tuple[tuple[Kind, str], ...]] = {
    Kind.CASE: tuple(
        (kind, "case_id")
        for kind in (
            Kind.CONFLICT, Kind.DEADLINE, Kind.NOTE, Kind.TASK, Kind.INDICATOR, Kind.CONSENT, Kind.ISSUE, Kind.INJURY,
            Kind.RELATION, Kind.VIEW, Kind.EVENT, Kind.DOCUMENT, Kind.PARTY, Kind.CHARGE, Kind.BRIEF, Kind.MEMBERSHIP,
        )
    ),
    Kind.EVENT: (
        (Kind.PARTICIPATION, "event_id"), (Kind.EVENT_LINK, "from_id"), (Kind.EVENT_LINK, "to_id"),
        (Kind.DEADLINE, "event_id"),
    ),
    Kind.DOCUMENT: ((Kind.CITATION, "document_id"),),
    Kind.ISSUE: ((Kind.ISSUE, "parent_id"), (Kind.ISSUE_FACT, "issue_id")),
    Kind.PERSON: ((Kind.MEMBERSHIP, "member_id"),),
    Kind.ORGANISATION: ((Kind.MEMBERSHIP, "member_id"),),
    Kind.PLACE: ((Kind.MEMBERSHIP, "member_id"),),
}  # fmt: skip
_ABOUT_ANYTHING = (Kind.CITATION, Kind.ISSUE_FACT, Kind.TASK, Kind.NOTE)  # parts of whatever their target is


def live_references(session: Session, kind: Kind, record: str) -> int:
    """How many live records name this one as acting, charged, the scene, the proof or the whole they belong to."""
    live_events = select(Event.id).where(Event.trashed_at.is_(None))
    count = 0
    for user, column in _USES.get(kind, ()):
        model = RECORDS[user]
        query = select(model.id).where(_named(model, column, record), model.trashed_at.is_(None))
        if model is Participation:
            query = query.where(Participation.event_id.in_(live_events))
        count += len(session.scalars(query).all())
    return count


def dependants(session: Session, kind: Kind, record: str) -> list[tuple[Kind, str]]:
    """What has no meaning without this record, children before parents: purging it purges these first."""
    found: list[tuple[Kind, str]] = []
    for child, condition in _parts(kind, record):
        model = RECORDS[child]
        for part in session.scalars(select(model.id).where(condition)):
            if part != record:
                found += dependants(session, child, part)
                found.append((child, part))
    return list(dict.fromkeys(found))


def _parts(kind: Kind, record: str) -> list[tuple[Kind, ColumnElement[bool]]]:
    parts = [(child, _named(RECORDS[child], column, record)) for child, column in _PARTS.get(kind, ())]
    about = [(child, _named(RECORDS[child], "target_id", record)) for child in _ABOUT_ANYTHING if kind is not child]
    return parts + about


def _named(model: type[Record], column: str, record: str) -> ColumnElement[bool]:
    table: Any = model
    return getattr(table, column) == record
