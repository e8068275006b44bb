"""Which people were where and when, as far as that can overlap at all: the candidates for conflicts of presence.

The database pairs what lies in order by person and beginning (``db/stays.py``): from each stay those that begin before
it may be over. Vague acts ("some time in 2022"), which are not held against one another, are paired in memory with what
lasts, so that however many there are, nothing is looked at that is no pair.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from db.models import Conflict
from db.queries.records import live
from db.rows import ConflictRow

BATCH = 500  # SQLite takes so many parameters without complaint
FOR_EVER = 1 << 62  # seconds: after any time a record holds
Pair = tuple[str, str, str]  # a person and two events
_OF_PERSONS = "FROM stay_person p JOIN stay a ON a.who = p.id"


@dataclass(frozen=True, slots=True)
class Asked:
    """What counts as a stay: kinds of event that prove presence, and roles that prove it in events of any kind.

    Stays of the ``lasting`` and ``resting`` kinds and those that a role proves are held against everything; a lasting
    one without an end goes on. What fits into a day is also held against what fits into a day.
    ``margin`` is added to each end, in seconds: the longest way between two places.
    """

    proving: Collection[str]
    lasting: Collection[str]
    resting: Collection[str]
    present: Collection[str]
    margin: int = 0


@dataclass(slots=True)
class _Ways:
    """The ways of being somewhere that are on file and count, as SQL lists of their numbers."""

    lasting: str
    brief: str
    vague: str
    going_on: str
    margin: int

    @property
    def reach(self) -> str:
        """When a stay may be over."""
        return f"CASE WHEN a.way IN ({self.going_on}) THEN {FOR_EVER} ELSE a.until + {self.margin} END"


def meeting_stays(
    session: Session, case_id: str, asked: Asked, persons: Collection[str] | None = None
) -> Iterator[Pair]:
    """Every two stays of one person that can share a moment, in no order: the person, and both events.

    ``persons`` limits it to those touched by a change.
    """
    connection = session.connection()
    ways = _ways(connection, asked)
    seen: set[Pair] = set()
    for where, values in _limits(case_id, persons):
        for person, one, other in (*_begun_within(connection, ways, where, values),
                                   *_vague_and_lasting(connection, ways, where, values)):  # fmt: skip
            pair = (person, one, other) if one < other else (person, other, one)
            if pair not in seen:
                seen.add(pair)
                yield pair


def _limits(case_id: str, persons: Collection[str] | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    if persons is None:
        yield "WHERE p.case_id = ?", (case_id,)
        return
    wanted = sorted(persons)
    for start in range(0, len(wanted), BATCH):
        batch = wanted[start : start + BATCH]
        yield f"WHERE p.case_id = ? AND p.person_id IN ({', '.join('?' * len(batch))})", (case_id, *batch)


def _ways(connection: Connection, asked: Asked) -> _Ways:
    found: dict[str, list[int]] = defaultdict(list)
    kept = {*asked.lasting, *asked.resting}
    for way, kind, role, is_open, is_wide in connection.exec_driver_sql("SELECT * FROM stay_way"):
        if kind not in asked.proving and role not in asked.present:
            continue
        if kind in kept or kind not in asked.proving:
            found["lasting"].append(way)
        else:
            found["vague" if is_wide else "brief"].append(way)
        if is_open and kind in asked.lasting:
            found["going_on"].append(way)
    listed = {name: ", ".join(map(str, found[name])) for name in ("lasting", "brief", "vague", "going_on")}
    return _Ways(**listed, margin=asked.margin)


def _begun_within(connection: Connection, ways: _Ways, where: str, values: tuple[str, ...]) -> Iterator[Pair]:
    """What begins within a stay; within what fits into a day only what is not vague."""
    firm = ", ".join(part for part in (ways.lasting, ways.brief) if part)
    begun = f"b.who = a.who AND b.start BETWEEN a.start AND {ways.reach} AND b.event <> a.event"
    is_held = f"b.way IN ({firm}) OR (a.way IN ({ways.lasting}) AND b.way IN ({ways.vague}))"
    columns = f"SELECT p.person_id, a.event, b.event {_OF_PERSONS} JOIN stay b ON {begun}"
    rows = connection.exec_driver_sql(f"{columns} {where} AND a.way IN ({firm}) AND ({is_held})", values)
    ids = _Ids()
    for person, one, other in rows:
        yield person, ids[one], ids[other]


def _vague_and_lasting(connection: Connection, ways: _Ways, where: str, values: tuple[str, ...]) -> Iterator[Pair]:
    """What lasts and begins within a vague act."""
    if not ways.vague:
        return
    columns = f"SELECT p.id, p.person_id, a.start, {ways.reach}, a.event {_OF_PERSONS} {where}"
    acts: Sequence[Any] = connection.exec_driver_sql(f"{columns} AND a.way IN ({ways.vague})", values).all()
    concerned = f"SELECT who FROM stay WHERE way IN ({ways.vague})"  # noqa: S608 - numbers
    own = f"{columns} AND a.way IN ({ways.lasting}) AND a.who IN ({concerned}) ORDER BY a.who, a.start"
    begun = _Begun(connection.exec_driver_sql(own, values))
    ids = _Ids()
    for who, person, start, until, event in acts:
        for other in begun.between(who, start, until):
            if other != event:
                yield person, ids[event], ids[other]


class _Begun:
    """The stays that last, by person, in the order they began."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._starts: dict[int, list[int]] = defaultdict(list)
        self._events: dict[int, list[Any]] = defaultdict(list)
        for who, _person, start, _until, event in rows:
            self._starts[who].append(start)
            self._events[who].append(event)

    def between(self, who: int, start: int, until: int) -> Sequence[Any]:
        """The events of those that began from one second to another."""
        starts = self._starts.get(who, [])
        return self._events.get(who, [])[bisect_left(starts, start) : bisect_right(starts, until)]


class _Ids(dict[object, str]):
    """The ids of events by the form in which stays hold them."""

    def __missing__(self, event: object) -> str:
        made = self[event] = str(UUID(bytes=event)) if isinstance(event, bytes) else str(event)
        return made


def decisions(session: Session, case_id: str) -> list[ConflictRow]:
    """What was decided on conflicts of a case, in the order it was."""
    return live(session, ConflictRow, Conflict.case_id == case_id)
