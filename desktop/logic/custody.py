"""The custody of a person as a chain of stays: where, from when to when, how many days, with its gaps and overlaps.

A stay ends when it says so; else when the person was released or the next stay begins; else it is open. Days are
counted on the calendar of the place: inclusively both the first and the last day count, exclusively the last does not.
A release whose time is uncertain ends the first stay it can have ended, and no later one it may have come before.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf

from db.case_file import CaseFile
from db.rows import EventRow
from db.types import When
from desktop.logic.stays import RELEASE, Break, Days, Stay, breaks_between, day_of, start_of

HELD = frozenset({"detention", "administrative-arrest", "custody", "house-arrest", "imprisonment"})
GUARDED = "hospital-stay"  # counts as custody while under guard
HELD_ROLES = frozenset({"detainee", "accused", "suspect", "convicted", "victim", "patient"})
TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Custody:
    """Everything about one person's custody.

    ``total`` are the days of all stays together, least and most, no day twice; ``total_exclusive`` leaves out the last
    day of each unbroken run, ``unacknowledged`` counts only the stays nobody acknowledged (``None`` if there are none).
    """

    person_id: str
    stays: Sequence[Stay]
    breaks: Sequence[Break]
    total: Days | None
    is_running: bool
    total_exclusive: Days | None = None
    unacknowledged: Days | None = None


def custody_of(file: CaseFile, person_id: str, now: int) -> Custody:
    """The chain of stays of a person in a case; what still runs is counted to ``now`` (Unix seconds)."""
    mine = _events_of(file, person_id)
    stays = _closed(sorted((stay for event in mine if (stay := _begun(event))), key=start_of), _ends(mine), now)
    hidden = [stay for stay in stays if stay.is_unacknowledged]
    return Custody(
        person_id, stays, list(breaks_between(mine, stays)), _counted(stays, now, _total),
        any(one.ends is None for one in stays), _counted(stays, now, _without_last), _counted(hidden, now, _total),
    )  # fmt: skip


def held_persons(file: CaseFile) -> list[str]:
    """Whom the case shows in custody, in the order of its persons."""
    held = {event.id for event in file.events if _is_held(event)}
    there = {one.person_id for one in file.participations if one.event_id in held and one.role in HELD_ROLES}
    return [person.id for person in file.persons if person.id in there]


def _events_of(file: CaseFile, person_id: str) -> list[EventRow]:
    mine = {one.event_id for one in file.participations if one.person_id == person_id and one.role in HELD_ROLES}
    return [event for event in file.events if event.id in mine and event.when is not None]


def _is_held(event: EventRow) -> bool:
    is_guarded = event.kind == GUARDED and bool(event.fields.get("under_guard") or event.fields.get("in_custody"))
    return event.kind in HELD or is_guarded


def _begun(event: EventRow) -> Stay | None:
    if event.when is None or not _is_held(event):
        return None
    hidden = event.fields.get("acknowledged") is False
    return Stay(event, event.place_id, event.when, event.until, is_unacknowledged=hidden)


def _ends(events: Iterable[EventRow]) -> list[EventRow]:
    return [event for event in events if event.kind in {RELEASE, TRANSFER}]


def _closed(stays: Sequence[Stay], ends: Sequence[EventRow], now: int) -> list[Stay]:
    """The stays with their ends, and the days each lasted."""
    found: list[Stay] = []
    used: set[str] = set()
    for number, stay in enumerate(stays):
        following = [one.event for one in stays[number + 1 :] if start_of(one) > start_of(stay)]
        until, by = (stay.ends, None) if stay.ends is not None else _ended(stay, [*ends, *following], used)
        used |= {by} if by else set()
        days = _days(stay.begins, until, now)
        found.append(Stay(stay.event, stay.place_id, stay.begins, until, by, days, stay.is_unacknowledged))
    return found


def _ended(stay: Stay, ends: Iterable[EventRow], used: set[str]) -> tuple[When | None, str | None]:
    """The first release, transfer or next stay after the stay began, no later than any other surely is."""
    begun = start_of(stay)[0]
    later = [(event.when, event.id) for event in ends if event.when and _can_end(event.when, begun, event.id in used)]
    if not later:
        return None, None
    moment, event = min(later, key=_earliest)
    latest = min((one.latest for one, _event in later if one.latest is not None), default=None)
    earliest = None if moment.earliest is None else max(moment.earliest, begun)
    return replace(moment, earliest=earliest, latest=latest), event


def _can_end(moment: When, begun: int, is_used: bool) -> bool:  # noqa: FBT001 - one question, asked in one place
    """Whether something comes after a beginning, for certain, or perhaps and nothing earlier was ended by it."""
    if moment.earliest is not None and moment.earliest > begun:
        return True
    return not is_used and moment.latest is not None and moment.latest > begun


def _earliest(entry: tuple[When, str]) -> tuple[float, float]:
    moment = entry[0]
    latest = inf if moment.latest is None else moment.latest
    return (latest if moment.earliest is None else moment.earliest), latest


def _days(begins: When, ends: When | None, now: int) -> Days | None:
    """The least and the most days a stay can have lasted, first and last day counted."""
    last = (ends.earliest, ends.latest) if ends else (now, now)
    if begins.earliest is None or begins.latest is None or last[0] is None or last[1] is None:
        return None
    zone = begins.zone
    most = (day_of(last[1], zone) - day_of(begins.earliest, zone)).days + 1
    least = (day_of(last[0], zone) - day_of(begins.latest, zone)).days + 1
    return max(least, 1), max(most, 1)


def _counted(stays: Sequence[Stay], now: int, count: Callable[[set[date]], int]) -> Days | None:
    """Days on which the person was held: of the shortest possible stays, and of the longest; no day counts twice."""
    if all(stay.days is None for stay in stays):
        return None
    least, most = (count(_held(stays, now, is_least=is_least)) for is_least in (True, False))
    return min(least, most), max(least, most)


def _total(held: set[date]) -> int:
    return len(held)


def _without_last(held: set[date]) -> int:
    """All but the last day of each unbroken run."""
    return sum(date.fromordinal(day.toordinal() + 1) in held for day in held)


def _held(stays: Sequence[Stay], now: int, *, is_least: bool) -> set[date]:
    held: set[date] = set()
    for stay in stays:
        first, last = _outline(stay, now, is_least=is_least)
        if first is not None and last is not None and first <= last:
            start, end = day_of(first, stay.begins.zone), day_of(last, stay.begins.zone)
            held.update(date.fromordinal(number) for number in range(start.toordinal(), end.toordinal() + 1))
    return held


def _outline(stay: Stay, now: int, *, is_least: bool) -> tuple[int | None, int | None]:
    begins, ends = stay.begins, stay.ends
    if is_least:
        return begins.latest, ends.earliest if ends else now
    return begins.earliest, ends.latest if ends else now
