"""The timeline of a case as a list: events in the order they happened, with who, where and on what source."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import BigInteger, ColumnElement, Integer, func, literal_column, or_, select, tuple_
from sqlalchemy.orm import Session

from db.matching import holds
from db.models import RECORDS, Citation, Event, Participation
from db.models.event import INSTANT, POSITION
from db.queries.records import KINDS, RowType, row_of
from db.rows import EventRow, Key, OrganisationRow, Page, ParticipationRow, PersonRow, PlaceRow

_INSTANT: ColumnElement[int] = literal_column(INSTANT, BigInteger)
_POSITION: ColumnElement[int] = literal_column(POSITION, Integer)


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part, in what role; exactly one of ``person`` and ``organisation`` is set."""

    participation: ParticipationRow
    person: PersonRow | None
    organisation: OrganisationRow | None


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """An event, its places, its participants and how many passages speak of it."""

    event: EventRow
    place: PlaceRow | None
    until_place: PlaceRow | None
    participants: Sequence[Participant]
    citations: int


@dataclass(frozen=True, slots=True)
class Filter:
    """What part of a timeline is wanted; empty values mean everything. Bounds are Unix seconds."""

    text: str = ""
    person_id: str | None = None
    place_id: str | None = None
    kinds: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    earliest: int | None = None
    latest: int | None = None
    is_unsourced: bool = False


def page(
    session: Session,
    case_id: str,
    *,
    wanted: Filter | None = None,
    after: Key | None = None,
    limit: int = 50,
    is_newest_first: bool = False,
) -> Page[TimelineLine]:
    """Events of a case in time, a page at a time; undated events come last (first when newest first)."""
    keys = (_INSTANT, _POSITION, Event.id)
    order = [key.desc() if is_newest_first else key for key in keys]
    query = select(Event, _INSTANT, _POSITION).where(*_conditions(case_id, wanted or Filter())).order_by(*order)
    if after:
        here, there = tuple_(*keys), tuple_(*after)
        query = query.where(here < there if is_newest_first else here > there)
    found = session.execute(query.limit(limit + 1)).all()
    lines = _lines(session, [row[0] for row in found[:limit]])
    last = found[limit - 1] if len(found) > limit else None
    return Page(lines, (last[1], last[2], last[0].id) if last else None)


def count(session: Session, case_id: str, wanted: Filter | None = None) -> int:
    """How many events the filter keeps."""
    return session.execute(select(func.count()).where(*_conditions(case_id, wanted or Filter()))).scalar_one()


def line(session: Session, event_id: str) -> TimelineLine | None:
    """One event as the timeline shows it, or ``None`` when there is none."""
    found = session.get(Event, event_id)
    return _lines(session, [found])[0] if found else None


def _conditions(case_id: str, wanted: Filter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [Event.case_id == case_id, Event.trashed_at.is_(None)]
    if wanted.text:
        conditions.append(holds(wanted.text, Event.title, Event.text))
    if wanted.person_id:
        conditions.append(
            Event.id.in_(select(Participation.event_id).where(Participation.person_id == wanted.person_id))
        )
    if wanted.place_id:
        conditions.append(or_(Event.place_id == wanted.place_id, Event.until_place_id == wanted.place_id))
    if wanted.kinds:
        conditions.append(Event.kind.in_(wanted.kinds))
    if wanted.standings:
        conditions.append(Event.standing.in_(wanted.standings))
    return conditions + _bounds(wanted)


def _bounds(wanted: Filter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    table = Event.table().c
    if wanted.earliest is not None:
        conditions.append(or_(table.when_latest.is_(None), table.when_latest >= wanted.earliest))
    if wanted.latest is not None:
        conditions.append(or_(table.when_earliest.is_(None), table.when_earliest <= wanted.latest))
    if wanted.is_unsourced:
        conditions.append(Event.id.not_in(select(Citation.target_id).where(Citation.trashed_at.is_(None))))
    return conditions


def _lines(session: Session, events: Sequence[Event]) -> list[TimelineLine]:
    ids = [event.id for event in events]
    places = _rows(session, PlaceRow, {p for e in events for p in (e.place_id, e.until_place_id) if p})
    participants = _participants(session, ids)
    counts = select(Citation.target_id, func.count()).where(Citation.target_id.in_(ids), Citation.trashed_at.is_(None))
    citations = {row[0]: row[1] for row in session.execute(counts.group_by(Citation.target_id))}
    return [
        TimelineLine(
            row_of(event),
            places.get(event.place_id or ""),
            places.get(event.until_place_id or ""),
            participants.get(event.id, ()),
            citations.get(event.id, 0),
        )
        for event in events
    ]


def _participants(session: Session, ids: Sequence[str]) -> Mapping[str, Sequence[Participant]]:
    found = list(
        session.scalars(select(Participation).where(Participation.event_id.in_(ids)).order_by(Participation.id))
    )
    persons = _rows(session, PersonRow, {one.person_id for one in found if one.person_id})
    bodies = _rows(session, OrganisationRow, {one.organisation_id for one in found if one.organisation_id})
    grouped: dict[str, list[Participant]] = defaultdict(list)
    for one in found:
        grouped[one.event_id].append(
            Participant(row_of(one), persons.get(one.person_id or ""), bodies.get(one.organisation_id or ""))
        )
    return grouped


def _rows(session: Session, row_type: type[RowType], ids: set[str]) -> dict[str, RowType]:
    model = RECORDS[KINDS[row_type]]
    return {record.id: row_of(record) for record in session.scalars(select(model).where(model.id.in_(ids)))}
