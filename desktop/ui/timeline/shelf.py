"""The events of one lane, kept so that what a view needs is found without looking at the rest.

Events are sorted by their beginning and set apart by how long they last, in steps of four: those that reach into a view
began at most one such length before it. Found by bisection and taken together where they would stand on one another,
so that a view costs what it shows, not what there is.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import NamedTuple

BLOCK = 256  # events whose latest end is kept together
STEPS_A_LENGTH = 32  # long events are taken together in steps of their length by this


class Found(NamedTuple):
    """Events that stand together: from when to when, how many, and the place on record of the first."""

    first: int
    last: int
    size: int
    place: int


@dataclass(slots=True)
class _Row:
    """Events of about one length (seconds, below ``reach``), by their beginning."""

    reach: int
    firsts: "array[int]" = field(default_factory=lambda: array("q"))
    lasts: "array[int]" = field(default_factory=lambda: array("q"))
    places: "array[int]" = field(default_factory=lambda: array("q"))
    peaks: "array[int]" = field(default_factory=lambda: array("q"))  # the latest end in each full block

    def put(self, first: int, last: int, place: int) -> None:
        """One more event, wherever it belongs."""
        at = len(self.firsts) if not self.firsts or first >= self.firsts[-1] else bisect_right(self.firsts, first)
        self.firsts.insert(at, first)
        self.lasts.insert(at, last)
        self.places.insert(at, place)
        del self.peaks[at // BLOCK :]

    def latest(self, place: int, after: int) -> int:
        """The latest end of the events from a place up to another, looking at whole blocks at once."""
        if after - place <= BLOCK * 2:
            return max(self.lasts[place:after])
        while (len(self.peaks) + 1) * BLOCK <= len(self.lasts):
            begun = len(self.peaks) * BLOCK
            self.peaks.append(max(self.lasts[begun : begun + BLOCK]))
        block, end = -(-place // BLOCK), after // BLOCK
        parts = (self.lasts[place : block * BLOCK], self.peaks[block:end], self.lasts[end * BLOCK : after])
        return max(max(part) for part in parts if part)

    def within(self, since: float, until: float) -> tuple[int, int]:
        """Which of them can reach into a view."""
        return bisect_left(self.firsts, since - self.reach), bisect_right(self.firsts, until)


class Shelf:
    """The events of one lane; put in order of their beginnings."""

    def __init__(self) -> None:
        self._rows: dict[int, _Row] = {}
        self._firsts = array("q")  # of all together, for the heights of a crowd

    def __len__(self) -> int:
        return len(self._firsts)

    def put(self, first: int, last: int, place: int) -> None:
        """One more event, quickest when it begins no earlier than those before."""
        kind = (last - first).bit_length() // 2
        row = self._rows.get(kind)
        if row is None:
            row = self._rows[kind] = _Row(1 << (2 * kind + 1))
        if not self._firsts or first >= self._firsts[-1]:
            self._firsts.append(first)
        else:
            self._firsts.insert(bisect_right(self._firsts, first), first)
        row.put(first, last, place)

    def count(self, since: float, until: float) -> int:
        """How many can reach into a view, at most."""
        bounds = (row.within(since, until) for row in self._rows.values())
        return sum(after - before for before, after in bounds)

    def depth(self, most: int) -> int:
        """How many events touch one moment, at most; ``most`` is as far as one need count."""
        bounds = [bound for row in self._rows.values() for bound in zip(row.firsts, row.lasts, strict=True)]
        ends: list[int] = []
        deepest = 0
        for first, last in sorted(bounds):
            while ends and ends[0] < first:
                heappop(ends)
            heappush(ends, last)
            deepest = max(deepest, len(ends))
            if deepest >= most:
                break
        return deepest

    def nearest(self, moment: float) -> int | None:
        """The place on record of the event that begins nearest to a moment; ``None`` on an empty shelf."""
        near: list[tuple[float, int]] = []
        for row in self._rows.values():
            at = bisect_left(row.firsts, moment)
            near += [
                (abs(row.firsts[one] - moment), row.places[one]) for one in (at - 1, at) if 0 <= one < len(row.firsts)
            ]
        return min(near)[1] if near else None

    def found(self, since: float, until: float, step: int, few: int = 1) -> list[Found]:
        """What a view shows, by beginning; more than ``few`` beginning in one ``step`` seconds are taken together."""
        found = [one for row in self._rows.values() for one in _together(row, since, until, step, few)]
        found.sort()
        return found

    def bands(self, since: float, until: float, step: int) -> list[Found]:
        """As ``found``, but only what lasts longer than a step."""
        long = (row for row in self._rows.values() if row.reach > 2 * step)
        return [one for row in long for one in _together(row, since, until, step, 1)]

    def heights(self, since: float, step: float, count: int) -> list[int]:
        """How many events begin in each of ``count`` steps."""
        found = [0] * count
        firsts, before, end = self._firsts, bisect_left(self._firsts, since), len(self._firsts)
        for place in range(count):
            edge = since + step * (place + 1)
            if before < end and firsts[before] < edge:
                after = bisect_left(firsts, edge, before, end)
                found[place] = after - before
                before = after
        return found


def _together(row: _Row, since: float, until: float, step: int, few: int) -> Iterator[Found]:
    firsts, lasts, places = row.firsts, row.lasts, row.places
    place, end = row.within(since, until)
    width = max(step, row.reach // STEPS_A_LENGTH)
    while place < end:
        first = firsts[place]
        after = bisect_left(firsts, first - first % width + width, place + 1, end)
        if after - place <= few:
            near = range(place, after)
            yield from (Found(firsts[one], lasts[one], 1, places[one]) for one in near if lasts[one] >= since)
        elif (last := row.latest(place, after)) >= since:
            yield Found(first, last, after - place, places[place])
        place = after
