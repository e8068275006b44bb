"""The lanes one below the other: which there are, how many rows each has, where each stands."""

from collections.abc import Sequence

from desktop.ui.timeline.events import Events
from desktop.ui.timeline.lanes import Grouping, Lane, Lanes, shares
from desktop.ui.timeline.measures import Measures

MOST_AT_ONCE = 20_000  # events that are put into lanes before the window is listened to again


class Stack:
    """Heights are pixels from the top of the first lane."""

    def __init__(self, grouping: Grouping = Grouping.PERSON) -> None:
        self.grouping = grouping
        self.lanes: Sequence[Lane] = ()
        self.rows: Sequence[int] = ()
        self.tops: Sequence[float] = (0.0,)
        self._lanes = Lanes(grouping)

    def take(self, events: Events) -> bool:
        """Put some more events into their lanes; whether there are more to come."""
        upto = min(self._lanes.taken + MOST_AT_ONCE, len(events))
        self._lanes.take(events, upto)
        return upto < len(events)

    def arrange(self, measures: Measures, height: float) -> None:
        """Give each lane its rows, and what is left of ``height`` to those that can use it."""
        self.lanes = self._lanes.ordered()
        least = sum(measures.lane(lane.rows()) for lane in self.lanes)
        spare = max(int((height - least) / measures.row), 0)
        self.rows = shares(self.lanes, sum(lane.rows() for lane in self.lanes) + spare)
        self.tops = tops_of(self.rows, measures)

    def within(self, since: float, until: float) -> list[Lane]:
        """The lanes where something may be seen of a stretch of time."""
        return [lane for lane in self.lanes if lane.shelf.count(since, until)]

    def keys_of(self, events: Events, place: int) -> Sequence[str]:
        """The keys of the lanes an event stands in."""
        return self._lanes.keys_of(events, place)

    def lane_at(self, height: float) -> int | None:
        """The lane at a height."""
        seen = lanes_between(self.tops, height, height + 1)
        return seen.start if seen else None

    def tall(self) -> float:
        """How tall all lanes are together."""
        return self.tops[-1]


def tops_of(rows: Sequence[int], measures: Measures) -> list[float]:
    """Where each lane begins, and where the last one ends."""
    tops = [0.0]
    for count in rows:
        tops.append(tops[-1] + measures.lane(count))
    return tops


def lanes_between(tops: Sequence[float], above: float, below: float) -> range:
    """The lanes that stand between two heights."""
    seen = [lane for lane in range(len(tops) - 1) if tops[lane] < below and tops[lane + 1] > above]
    return range(seen[0], seen[-1] + 1) if seen else range(0)
