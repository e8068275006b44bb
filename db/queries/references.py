"""Who refers to a record: what must be looked at before it goes, and what goes with it when it is purged."""

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from db.base import Record
from db.models import (
    RECORDS,
    Brief,
    Charge,
    Citation,
    Document,
    Event,
    EventLink,
    Membership,
    Organisation,
    Participation,
    Party,
    Place,
)
from db.types import Kind


def live_references(session: Session, kind: Kind, record: str) -> int:
    """How many live records name this person, organisation or place as acting, charged, or the scene."""
    live_events = select(Event.id).where(Event.trashed_at.is_(None))
    count = 0
    for model, condition in _uses(kind, record):
        query = select(model.id).where(condition, model.trashed_at.is_(None))
        if model is Participation:
            query = query.where(Participation.event_id.in_(live_events))
        count += len(session.scalars(query).all())
    return count


def _uses(kind: Kind, record: str) -> list[tuple[type[Record], ColumnElement[bool]]]:
    if kind is Kind.PERSON:
        return [
            (Participation, Participation.person_id == record),
            (Party, Party.person_id == record),
            (Charge, Charge.person_id == record),
        ]
    if kind is Kind.ORGANISATION:
        return [
            (Participation, Participation.organisation_id == record),
            (Party, Party.organisation_id == record),
            (Organisation, Organisation.parent_id == record),
        ]
    if kind is Kind.PLACE:
        return [
            (Event, or_(Event.place_id == record, Event.until_place_id == record)),
            (Place, Place.parent_id == record),
        ]
    return []


def dependants(session: Session, kind: Kind, record: str) -> list[tuple[Kind, str]]:
    """What has no meaning without this record, children before parents: purging it purges these first."""
    found: list[tuple[Kind, str]] = []
    for child, condition in _parts(kind, record):
        model = RECORDS[child]
        for part in session.scalars(select(model.id).where(condition)):
            found += dependants(session, child, part)
            found.append((child, part))
    return list(dict.fromkeys(found))


def _parts(kind: Kind, record: str) -> list[tuple[Kind, ColumnElement[bool]]]:
    citations = (Kind.CITATION, Citation.target_id == record)
    membership = (Kind.MEMBERSHIP, Membership.member_id == record)
    if kind is Kind.CASE:
        return [
            (Kind.EVENT, Event.case_id == record), (Kind.DOCUMENT, Document.case_id == record),
            (Kind.PARTY, Party.case_id == record), (Kind.CHARGE, Charge.case_id == record),
            (Kind.BRIEF, Brief.case_id == record), (Kind.MEMBERSHIP, Membership.case_id == record),
        ]  # fmt: skip
    if kind is Kind.EVENT:
        linked = or_(EventLink.from_id == record, EventLink.to_id == record)
        return [(Kind.PARTICIPATION, Participation.event_id == record), (Kind.EVENT_LINK, linked), citations]
    if kind is Kind.DOCUMENT:
        return [(Kind.CITATION, Citation.document_id == record)]
    if kind in {Kind.PERSON, Kind.ORGANISATION, Kind.PLACE}:
        return [membership, citations]
    return [citations] if kind in {Kind.PARTICIPATION, Kind.CHARGE} else []
