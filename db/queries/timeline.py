"""The timeline of a case as a list: events in the order they happened, with who, where and on what source."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import BigInteger, ColumnElement, Integer, func, literal_column, or_, select, tuple_
from sqlalchemy.orm import Session

from db.models import Citation, Event, Participation, Person, Place
from db.models.event import INSTANT, POSITION
from db.queries.columns import IDS, WANTED, made_of, plain_columns, rows_by_id
from db.queries.event_filter import Filter, conditions
from db.queries.records import fetch, live, row_of
from db.rows import EventRow, Key, OrganisationRow, Page, ParticipationRow, PersonRow, PlaceRow

NEVER = 9223372036854775807  # where INSTANT puts what has no time
_INSTANT: ColumnElement[int] = literal_column(INSTANT, BigInteger)
_POSITION: ColumnElement[int] = literal_column(POSITION, Integer)
_EVENT = plain_columns(EventRow)
_PARTICIPATIONS = (
    select(*plain_columns(ParticipationRow)).where(Participation.event_id.in_(WANTED)).order_by(Participation.id)
)
_CITATIONS = (
    select(Citation.target_id, func.count())
    .where(Citation.target_id.in_(WANTED), Citation.trashed_at.is_(None))
    .group_by(Citation.target_id)
)


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


class Stroke(NamedTuple):
    """An event as a drawing of time needs it: its bounds in Unix seconds (``None`` is unbounded), who and where."""

    id: str
    kind: str
    earliest: int | None
    latest: int | None
    until_earliest: int | None
    until_latest: int | None
    title: str | None
    place_id: str | None
    standing: str | None
    edtf: str | None = None
    until_edtf: str | None = None
    zone: str | None = None
    person_ids: tuple[str, ...] = ()


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
    query = select(*_EVENT, _INSTANT, _POSITION).where(*conditions(case_id, wanted or Filter())).order_by(*order)
    if after:
        here, there = tuple_(*keys), tuple_(*after)
        near = after[0] >= _INSTANT if is_newest_first else after[0] <= _INSTANT  # SQLite seeks by this one
        query = query.where(near, here < there if is_newest_first else here > there)
    found = session.execute(query.limit(limit + 1)).all()
    lines = _lines(session, [made_of(EventRow, row) for row in found[:limit]])
    last = found[limit - 1] if len(found) > limit else None
    return Page(lines, (*last[len(_EVENT) :], lines[-1].event.id) if last else None)


def count(session: Session, case_id: str, wanted: Filter | None = None) -> int:
    """How many events the filter keeps."""
    return session.execute(select(func.count()).where(*conditions(case_id, wanted or Filter()))).scalar_one()


def strokes(
    session: Session, case_id: str, *, wanted: Filter | None = None, batch: int = 5_000
) -> Iterator[list[Stroke]]:
    """All dated events of a case in time, in one read, ``batch`` at a time, each with the persons who take part."""
    table = Event.table().c
    bounds = (table.when_earliest, table.when_latest, table.until_earliest, table.until_latest)
    told = (table.when_edtf, table.until_edtf, func.coalesce(table.when_zone, table.until_zone))
    columns = (Event.id, Event.kind, *bounds, Event.title, Event.place_id, Event.standing, *told)
    found = session.execute(
        select(*columns)
        .where(*conditions(case_id, wanted or Filter()), or_(*(bound.is_not(None) for bound in bounds)))
        .order_by(_INSTANT, _POSITION, Event.id)
        .execution_options(yield_per=batch)
    )
    for rows in found.partitions():
        persons = _person_ids(session, [row[0] for row in rows])
        yield [Stroke(*row, person_ids=persons.get(row[0], ())) for row in rows]


def drawn_members(
    session: Session, persons: Iterable[str], places: Iterable[str]
) -> tuple[list[PersonRow], list[PlaceRow]]:
    """The persons and places with these ids, for the names of lanes."""
    return (
        [row_of(one) for one in session.scalars(select(Person).where(Person.id.in_([*persons])))],
        [row_of(one) for one in session.scalars(select(Place).where(Place.id.in_([*places])))],
    )


def participations_of(session: Session, event_id: str) -> list[ParticipationRow]:
    """Who takes part in an event, in the order they were entered."""
    return live(session, ParticipationRow, Participation.event_id == event_id)


def beginning_with(session: Session, event_id: str) -> list[EventRow]:
    """The event and all of its case that begin at the same moment, as the timeline has them."""
    event = fetch(session, EventRow, event_id)
    moment = (event.when.earliest, event.when.latest) if event.when else (None, None)
    instant = next((bound for bound in moment if bound is not None), NEVER)
    query = select(Event).where(Event.case_id == event.case_id, Event.trashed_at.is_(None), _INSTANT.in_([instant]))
    return [row_of(one) for one in session.scalars(query.order_by(_POSITION, Event.id))]


def line(session: Session, event_id: str) -> TimelineLine | None:
    """One event as the timeline shows it, or ``None`` when there is none."""
    found = rows_by_id(session, EventRow, [event_id])
    return _lines(session, list(found.values()))[0] if found else None


def _lines(session: Session, events: Sequence[EventRow]) -> list[TimelineLine]:
    ids = [event.id for event in events]
    places = rows_by_id(session, PlaceRow, {p for e in events for p in (e.place_id, e.until_place_id) if p})
    participants = _participants(session, ids)
    citations = {row[0]: row[1] for row in session.execute(_CITATIONS, {IDS: ids})}
    return [
        TimelineLine(
            event,
            places.get(event.place_id or ""),
            places.get(event.until_place_id or ""),
            participants.get(event.id, ()),
            citations.get(event.id, 0),
        )
        for event in events
    ]


def _person_ids(session: Session, events: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Who takes part in each of these events."""
    query = select(Participation.event_id, Participation.person_id).where(
        Participation.event_id.in_(events), Participation.person_id.is_not(None), Participation.trashed_at.is_(None)
    )
    grouped: dict[str, list[str]] = defaultdict(list)
    for event, person in session.execute(query.order_by(Participation.id)):
        grouped[event].append(person or "")
    return {event: tuple(dict.fromkeys(persons)) for event, persons in grouped.items()}


def _participants(session: Session, ids: Sequence[str]) -> Mapping[str, Sequence[Participant]]:
    found = [made_of(ParticipationRow, one) for one in session.execute(_PARTICIPATIONS, {IDS: ids})]
    persons = rows_by_id(session, PersonRow, {one.person_id for one in found if one.person_id})
    bodies = rows_by_id(session, OrganisationRow, {one.organisation_id for one in found if one.organisation_id})
    grouped: dict[str, list[Participant]] = defaultdict(list)
    for one in found:
        grouped[one.event_id].append(
            Participant(one, persons.get(one.person_id or ""), bodies.get(one.organisation_id or ""))
        )
    return grouped
