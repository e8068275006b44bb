"""The stays a custody is made of, and what stands between them: gaps nothing explains, and overlaps of two places."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from db.rows import EventRow
from db.types import When
from desktop.logic import when

RELEASE = "release"
Days = tuple[int, int]  # the least and the most
MOMENT = 24 * 60 * 60  # between stays less than a day apart nothing is missing: the way from one place to another


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay; instants are Unix seconds, ``None`` where unknown or still running. ``days`` are inclusive."""

    event: EventRow
    place_id: str | None
    begins: When
    ends: When | None
    ended_by: str | None = None  # the event that ended it, where that is another
    days: Days | None = None
    is_unacknowledged: bool = False

    @property
    def days_exclusive(self) -> Days | None:
        """The days without the last one."""
        return None if self.days is None else (max(self.days[0] - 1, 0), max(self.days[1] - 1, 0))


@dataclass(frozen=True, slots=True)
class Break:
    """Between two stays: a gap nothing on file explains, or an overlap of two places; ``is_certain`` for any time."""

    before: Stay
    after: Stay
    is_overlap: bool
    is_certain: bool
    days: Days


def breaks_between(events: Sequence[EventRow], stays: Sequence[Stay]) -> Iterator[Break]:
    """Each stay against those before that may still last, and against the one that lasted longest."""
    before: list[Stay] = []
    for stay in stays:
        for one in before:
            if found := _overlap(one, stay):
                yield found
        if before and (found := _gap(events, max(before, key=_last), stay)):
            yield found
        begins = start_of(stay)[0]
        latest = max([*before, stay], key=_last)
        before = [one for one in before if _last(one) > begins or one is latest]
        before.append(stay)


def start_of(stay: Stay) -> tuple[int, int, str]:
    """The first and the last moment a stay can have begun at, to put stays in order."""
    begins = stay.begins
    first = begins.earliest if begins.earliest is not None else begins.latest or 0
    return first, begins.latest if begins.latest is not None else first, stay.event.id


def day_of(instant: int, zone: str) -> date:
    """The day of the calendar an instant (Unix seconds) falls on."""
    return date.fromisoformat(when.to_local(instant, zone)[:10])


def _last(stay: Stay) -> float:
    """The latest moment a stay can have lasted to."""
    if stay.ends is None or stay.ends.latest is None:
        return inf
    return stay.ends.latest


def _between(before: Stay, after: Stay) -> tuple[int, int] | None:
    """The least and the most seconds from the end of a stay to the beginning of another; negative if they overlap."""
    ends, begins = before.ends, after.begins
    if ends is None or ends.earliest is None or ends.latest is None:
        return None
    if begins.earliest is None or begins.latest is None:
        return None
    return begins.earliest - ends.latest, begins.latest - ends.earliest


def _overlap(before: Stay, after: Stay) -> Break | None:
    between = _between(before, after)
    if between is None or between[0] >= -MOMENT or before.place_id == after.place_id or before.ended_by is not None:
        return None
    least, most = between
    if after.ends is not None and after.ends.latest is not None:  # it cannot last longer than the later one does
        least = max(least, (after.begins.earliest or 0) - after.ends.latest)
        most = max(most, (after.begins.latest or 0) - (after.ends.earliest or 0))
    return Break(before, after, is_overlap=True, is_certain=most < -MOMENT, days=_spans(max(-most, 0), -least))


def _gap(events: Sequence[EventRow], before: Stay, after: Stay) -> Break | None:
    between = _between(before, after)
    if between is None or between[1] <= MOMENT or before.ended_by == after.event.id or _freed(events, before, after):
        return None
    least, most = between
    return Break(before, after, is_overlap=False, is_certain=least > MOMENT, days=_spans(max(least, 0), most))


def _spans(least: int, most: int) -> Days:
    return least // MOMENT, -(-most // MOMENT)


def _freed(events: Iterable[EventRow], before: Stay, after: Stay) -> bool:
    """Whether the person was released between two stays, so that the time between explains itself."""
    first, last = start_of(before)[0], start_of(after)[1]
    return any(
        event.kind == RELEASE and event.when is not None and first <= (event.when.latest or first)
        and (event.when.earliest or last) <= last
        for event in events
    )  # fmt: skip
