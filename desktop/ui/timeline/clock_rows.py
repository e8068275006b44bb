"""The clocks of each lane by how they stand, and the stretches a view shows: what touches on the screen is one."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.ui.timeline.marks import Clock, ClockStatus

Stretch = tuple[float, float]


@dataclass(slots=True)
class Runs:
    """Stretches until something may be due, stretches while it may be, and the moments at which it must be."""

    firm: list[Stretch] = field(default_factory=list[Stretch])
    soft: list[Stretch] = field(default_factory=list[Stretch])
    ends: list[float] = field(default_factory=list[float])


@dataclass(slots=True)
class _Row:
    """Clocks of one lane that stand alike, by their beginning (Unix seconds)."""

    starts: "array[int]" = field(default_factory=lambda: array("q"))
    dues: "array[int]" = field(default_factory=lambda: array("q"))
    ends: "array[int]" = field(default_factory=lambda: array("q"))
    longest: int = 0


class ClockRows:
    """``placed`` are clocks with the lane each stands in."""

    def __init__(self, placed: Iterable[tuple[Clock, int]] = ()) -> None:
        self._rows: dict[tuple[int, ClockStatus], _Row] = {}
        for clock, lane in sorted(placed, key=_start):
            row = self._rows.setdefault((lane, clock.status), _Row())
            row.starts.append(clock.start)
            row.dues.append(clock.due_earliest)
            row.ends.append(last_of(clock))
            row.longest = max(row.longest, last_of(clock) - clock.start)

    def runs(self, lane: int, status: ClockStatus, since: float, until: float, least: float) -> Runs:
        """What a view shows; what is nearer together than ``least`` seconds is one."""
        found, row = Runs(), self._rows.get((lane, status))
        if row is None:
            return found
        firm, soft, ends = list[Stretch](), list[Stretch](), set[int]()
        for place in range(bisect_left(row.starts, since - row.longest), bisect_right(row.starts, until)):
            start, due, end = row.starts[place], row.dues[place], row.ends[place]
            if end >= since:
                firm.append((start, due))
                if end > due:
                    soft.append((due, end))
                ends.add(int(end // least))
        found.firm, found.soft = _joined(firm, least), _joined(sorted(soft), least)
        found.ends = [(one + 0.5) * least for one in sorted(ends)]
        return found


def last_of(clock: Clock) -> int:
    """When a clock runs out at the latest (Unix seconds)."""
    return clock.due_latest if clock.due_latest is not None else clock.due_earliest


def _start(placed: tuple[Clock, int]) -> int:
    return placed[0].start


def _joined(stretches: Iterable[Stretch], least: float) -> list[Stretch]:
    """Stretches by their beginning, those that touch as one."""
    made: list[Stretch] = []
    for first, last in stretches:
        if made and first <= made[-1][1] + least:
            if last > made[-1][1]:
                made[-1] = (made[-1][0], last)
        else:
            made.append((first, last))
    return made
