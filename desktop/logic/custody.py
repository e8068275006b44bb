"""The custody of a person as a chain of stays: where, from when to when, how many days, with its gaps and overlaps.

A stay ends when it says so; else when the person was released or the next stay begins; else it is open. Days are
counted on the calendar of the place: inclusively both the first and the last day count, exclusively the last does not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from db.case_file import CaseFile
from db.rows import EventRow
from db.types import When
from desktop.logic import when

HELD = frozenset({"detention", "administrative-arrest", "custody", "house-arrest", "imprisonment"})
GUARDED = "hospital-stay"  # counts as custody while under guard
HELD_ROLES = frozenset({"detainee", "accused", "suspect", "convicted", "victim", "patient"})
RELEASE, TRANSFER = "release", "transfer"
MOMENT = 24 * 60 * 60  # between stays less than a day apart nothing is missing: the way from one place to another


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay; instants are Unix seconds, ``None`` where unknown or still running. ``days`` are inclusive."""

    event: EventRow
    place_id: str | None
    begins: When
    ends: When | None
    ended_by: str | None = None  # the event that ended it, where that is another
    days: tuple[int, int] | None = None
    is_unacknowledged: bool = False

    @property
    def days_exclusive(self) -> tuple[int, int] | None:
        """The days without the last one."""
        return None if self.days is None else (max(self.days[0] - 1, 0), max(self.days[1] - 1, 0))


@dataclass(frozen=True, slots=True)
class Break:
    """Between two stays: a gap nothing on file explains, or an overlap of two places; ``is_certain`` for any time."""

    before: Stay
    after: Stay
    is_overlap: bool
    is_certain: bool
    days: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Custody:
    """Everything about one person's custody; ``total`` are days inclusive of the union of the stays, least and most."""

    person_id: str
    stays: Sequence[Stay]
    breaks: Sequence[Break]
    total: tuple[int, int] | None
    is_running: bool


def custody_of(file: CaseFile, person_id: str, now: int) -> Custody:
    """The chain of stays of a person in a case; what still runs is counted to ``now`` (Unix seconds)."""
    mine = _events_of(file, person_id)
    stays = _closed(sorted((stay for event in mine if (stay := _begun(event))), key=_start), _ends(mine), now)
    breaks = [found for before, after in pairwise(stays) if (found := _break(mine, before, after))]
    counted = [stay.days for stay in stays if stay.days is not None]
    total = (_union(stays, now, is_least=True), _union(stays, now, is_least=False)) if counted else None
    return Custody(person_id, stays, breaks, total, any(stay.ends is None for stay in stays))


def held_persons(file: CaseFile) -> list[str]:
    """Whom the case shows in custody, in the order of its persons."""
    held = {event.id for event in file.events if _is_held(event)}
    there = {one.person_id for one in file.participations if one.event_id in held and one.role in HELD_ROLES}
    return [person.id for person in file.persons if person.id in there]


def _events_of(file: CaseFile, person_id: str) -> list[EventRow]:
    roles: Mapping[str, str] = {one.event_id: one.role for one in file.participations if one.person_id == person_id}
    return [event for event in file.events if roles.get(event.id) in HELD_ROLES and event.when is not None]


def _is_held(event: EventRow) -> bool:
    is_guarded = event.kind == GUARDED and bool(event.fields.get("under_guard") or event.fields.get("in_custody"))
    return event.kind in HELD or is_guarded


def _begun(event: EventRow) -> Stay | None:
    if event.when is None or not _is_held(event):
        return None
    hidden = event.fields.get("acknowledged") is False
    return Stay(event, event.place_id, event.when, event.until, is_unacknowledged=hidden)


def _start(stay: Stay) -> tuple[int, int, str]:
    begins = stay.begins
    first = begins.earliest if begins.earliest is not None else begins.latest or 0
    return first, begins.latest if begins.latest is not None else first, stay.event.id


def _ends(events: Iterable[EventRow]) -> list[EventRow]:
    return [event for event in events if event.kind in {RELEASE, TRANSFER}]


def _closed(stays: Sequence[Stay], ends: Sequence[EventRow], now: int) -> list[Stay]:
    """The stays with their ends, and the days each lasted."""
    found: list[Stay] = []
    for number, stay in enumerate(stays):
        following = [one.event for one in stays[number + 1 :] if _start(one) > _start(stay)]
        until, by = (stay.ends, None) if stay.ends is not None else _ended(stay, [*ends, *following])
        days = _days(stay.begins, until, now)
        found.append(Stay(stay.event, stay.place_id, stay.begins, until, by, days, stay.is_unacknowledged))
    return found


def _ended(stay: Stay, ends: Iterable[EventRow]) -> tuple[When | None, str | None]:
    """The first release, transfer or next stay after the stay began."""
    begun = _start(stay)[0]
    later = [(event.when, event.id) for event in ends if event.when and (event.when.earliest or 0) > begun]
    if not later:
        return None, None
    moment, event = min(later, key=_earliest)
    return moment, event


def _earliest(entry: tuple[When, str]) -> tuple[int, str]:
    return entry[0].earliest or 0, entry[1]


def _day(instant: int, zone: str) -> date:
    return date.fromisoformat(when.to_local(instant, zone)[:10])


def _days(begins: When, ends: When | None, now: int) -> tuple[int, int] | None:
    """The least and the most days a stay can have lasted, first and last day counted."""
    last = (ends.earliest, ends.latest) if ends else (now, now)
    if begins.earliest is None or begins.latest is None or last[0] is None or last[1] is None:
        return None
    zone = begins.zone
    most = (_day(last[1], zone) - _day(begins.earliest, zone)).days + 1
    least = (_day(last[0], zone) - _day(begins.latest, zone)).days + 1
    return max(least, 1), max(most, 1)


def _freed(events: Iterable[EventRow], before: Stay, after: Stay) -> bool:
    """Whether the person was released between two stays, so that the time between explains itself."""
    first, last = _start(before)[0], _start(after)[1]
    return any(
        event.kind == RELEASE and event.when is not None and first <= (event.when.latest or first)
        and (event.when.earliest or last) <= last
        for event in events
    )  # fmt: skip


def _break(events: Sequence[EventRow], before: Stay, after: Stay) -> Break | None:
    ends, begins = before.ends, after.begins
    if ends is None or None in (ends.earliest, ends.latest, begins.earliest, begins.latest):
        return None
    least = (begins.earliest or 0) - (ends.latest or 0)
    most = (begins.latest or 0) - (ends.earliest or 0)
    if least < -MOMENT and before.place_id != after.place_id:
        return Break(before, after, is_overlap=True, is_certain=most < -MOMENT, days=_spans(max(-most, 0), -least))
    if most > MOMENT and before.ended_by != after.event.id and not _freed(events, before, after):
        return Break(before, after, is_overlap=False, is_certain=least > MOMENT, days=_spans(max(least, 0), most))
    return None


def _spans(least: int, most: int) -> tuple[int, int]:
    return least // MOMENT, -(-most // MOMENT)


def _union(stays: Sequence[Stay], now: int, *, is_least: bool) -> int:
    """Days on which the person was held: of the shortest possible stays, or of the longest; no day counts twice."""
    held: set[date] = set()
    for stay in stays:
        first, last = _outline(stay, now, is_least=is_least)
        if first is not None and last is not None and first <= last:
            start, end = _day(first, stay.begins.zone), _day(last, stay.begins.zone)
            held.update(date.fromordinal(number) for number in range(start.toordinal(), end.toordinal() + 1))
    return len(held)


def _outline(stay: Stay, now: int, *, is_least: bool) -> tuple[int | None, int | None]:
    begins, ends = stay.begins, stay.ends
    if is_least:
        return begins.latest, ends.earliest if ends else now
    return begins.earliest, ends.latest if ends else now
