"""What somebody or some place has to do with the cases: the events they are in, their roles, the charges."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import BigInteger, ColumnElement, Integer, Select, func, literal, literal_column, or_, select
from sqlalchemy.orm import Session

from db.models import Case, Charge, Event, Membership, Participation, Party
from db.models.event import INSTANT, POSITION
from db.queries.records import row_of
from db.rows import CaseRow, ChargeRow, EventRow, PartyRow
from db.types import Kind

_INSTANT: ColumnElement[int] = literal_column(INSTANT, BigInteger)
_POSITION: ColumnElement[int] = literal_column(POSITION, Integer)
MOST = 500  # events shown of one person, organisation or place


@dataclass(frozen=True, slots=True)
class Part:
    """An event somebody is in, or that happened at a place; ``role`` is empty for places."""

    event: EventRow
    case_ref: str
    role: str


@dataclass(frozen=True, slots=True)
class Involvement:
    """Everything one person, organisation or place has to do with cases, events in time."""

    cases: Sequence[CaseRow]
    parts: Sequence[Part]
    parties: Sequence[tuple[PartyRow, str]]  # with the reference of the case
    charges: Sequence[tuple[ChargeRow, str]]


def involvement(session: Session, kind: Kind, record: str) -> Involvement:
    """Read all of it, from the live records of live cases."""
    return Involvement(
        _cases(session, record), _parts(session, kind, record), _parties(session, record), _charges(session, record)
    )


def roles_in_case(session: Session, case_id: str) -> Mapping[str, Sequence[str]]:
    """The roles each person and organisation has in a case, as a party first, then in its events, each once."""
    roles: dict[str, dict[str, None]] = defaultdict(dict)
    parties = select(func.coalesce(Party.person_id, Party.organisation_id), Party.role)
    for member, role in session.execute(parties.where(Party.case_id == case_id).order_by(Party.id)):
        roles[member or ""][role] = None
    acting = select(func.coalesce(Participation.person_id, Participation.organisation_id), Participation.role)
    acting = acting.join(Event, Event.id == Participation.event_id)
    acting = acting.where(Event.case_id == case_id, Event.trashed_at.is_(None)).distinct()
    for member, role in session.execute(acting.order_by(Participation.role)):
        roles[member or ""][role] = None
    return {member: tuple(held) for member, held in roles.items()}


def events_at(session: Session, case_id: str) -> Mapping[str, int]:
    """How many events of a case each place saw."""
    counts: dict[str, int] = defaultdict(int)
    for place in (Event.place_id, Event.until_place_id):
        query = select(place, func.count()).where(Event.case_id == case_id, Event.trashed_at.is_(None))
        for record, count in session.execute(query.where(place.is_not(None)).group_by(place)):
            counts[record or ""] += count
    return counts


def _cases(session: Session, record: str) -> list[CaseRow]:
    query = select(Case).join(Membership, Membership.case_id == Case.id)
    query = query.where(Membership.member_id == record, Case.trashed_at.is_(None)).order_by(Case.ref)
    return [row_of(case) for case in session.scalars(query)]


def _parts(session: Session, kind: Kind, record: str) -> list[Part]:
    query: Select[Event, str, str]
    if kind is Kind.PLACE:
        query = select(Event, Case.ref, literal("")).where(
            or_(Event.place_id == record, Event.until_place_id == record)
        )
    else:
        member = Participation.person_id if kind is Kind.PERSON else Participation.organisation_id
        query = select(Event, Case.ref, Participation.role).join(Participation, Participation.event_id == Event.id)
        query = query.where(member == record)
    query = query.join(Case, Case.id == Event.case_id).where(Event.trashed_at.is_(None), Case.trashed_at.is_(None))
    found = session.execute(query.order_by(_INSTANT, _POSITION, Event.id).limit(MOST))
    return [Part(row_of(event), ref, role) for event, ref, role in found]


def _parties(session: Session, record: str) -> list[tuple[PartyRow, str]]:
    query = select(Party, Case.ref).join(Case, Case.id == Party.case_id)
    query = query.where(or_(Party.person_id == record, Party.organisation_id == record), Case.trashed_at.is_(None))
    return [(row_of(party), ref) for party, ref in session.execute(query.order_by(Party.id))]


def _charges(session: Session, record: str) -> list[tuple[ChargeRow, str]]:
    query = select(Charge, Case.ref).join(Case, Case.id == Charge.case_id)
    query = query.where(Charge.person_id == record, Charge.trashed_at.is_(None), Case.trashed_at.is_(None))
    return [(row_of(charge), ref) for charge, ref in session.execute(query.order_by(Charge.id))]
