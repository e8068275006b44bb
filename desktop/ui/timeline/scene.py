"""All that is drawn at one moment: the events in their lanes, where each lane stands, and what is marked over them.

The widget and the export make one each, for their own size; painting only reads it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QRectF

from desktop.ui.timeline.clock_rows import ClockRows
from desktop.ui.timeline.events import Events
from desktop.ui.timeline.lanes import Lane
from desktop.ui.timeline.marks import ORDER, Clash, Clock
from desktop.ui.timeline.measures import Measures
from desktop.ui.timeline.page import Item, Page
from desktop.ui.timeline.scale import Scale
from desktop.ui.timeline.stack import Stack, lanes_between
from desktop.ui.timeline.ticks import Axis

Joined = tuple[Clash, tuple[int, int], tuple[int, int]]  # with the lane and the place on record of each event

_GRAVITY = {status: place for place, status in enumerate(ORDER)}


@dataclass(frozen=True, slots=True)
class Marks:
    """Clocks and clashes, each with the lane (by place) of its events."""

    clocks: Sequence[tuple[Clock, int]] = ()
    rows: ClockRows = field(default_factory=ClockRows)
    clashes: Sequence[Joined] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """How a clash is drawn: a line, and a triangle in a box."""

    line: QLineF
    box: QRectF


@dataclass(slots=True)
class Scene:
    """Places are pixels from the corner of the lanes' area (right of the names, below the axis)."""

    events: Events
    measures: Measures
    lanes: Sequence[Lane]
    rows: Sequence[int]  # how many rows each lane has
    tops: Sequence[float]  # where each lane begins, and after the last where it ends
    scale: Scale
    width: float
    height: float
    page: Page
    axis: Axis
    name: Callable[[Lane], str]
    keys_of: Callable[[int], Sequence[str]]  # of the lanes an event stands in
    marks: Marks = field(default_factory=Marks)
    scroll: float = 0.0  # how far down the lanes are moved
    focus: int | None = None  # the place of the event that is chosen
    today: int | None = None  # where the line of the present moment stands, in Unix seconds
    sight: QRectF | None = None  # the part that is looked at, where that is not all
    signs: "Sequence[tuple[Clash, Sign]] | None" = field(default=None, init=False)  # once somebody looked for them

    def shift(self) -> float:
        """How far right the page stands."""
        return self.page.shift(self.scale) or 0.0

    def seen(self) -> QRectF:
        """The part that can be seen: what belongs into sight stands there."""
        return self.sight or self.whole()

    def whole(self) -> QRectF:
        """All of it."""
        return QRectF(0, 0, self.width, self.height)

    def top(self, lane: int) -> float:
        """Where a lane begins."""
        return self.tops[lane] - self.scroll

    def middle(self, item: Item) -> float:
        """The middle of the row an item stands in."""
        return self.top(item.lane) + self.measures.quarter + (item.row + 0.5) * self.measures.row

    def lanes_in_view(self) -> range:
        """Which lanes can be seen."""
        return lanes_between(self.tops, self.scroll, self.scroll + self.height)

    def lanes_of(self, place: int) -> list[int]:
        """The lanes in view an event stands in."""
        keys = self.keys_of(place)
        return [lane for lane in self.lanes_in_view() if self.lanes[lane].key in keys]

    def item_of(self, place: int, lane: int) -> Item | None:
        """The item of an event in a lane, alone or among others."""
        found = self.page.alone(lane).get(place)
        if found is not None:
            return found
        first, last = self.events.reach(place)
        among = (item for item in self.page.together(lane) if item.found.first <= first and last <= item.found.last)
        return next(among, None)


def placed(
    events: Events, stack: Stack, order: Sequence[Lane], clocks: Sequence[Clock], clashes: Sequence[Clash]
) -> Marks:
    """The marks whose events are here, each with the first of these lanes its events stand in."""
    lanes = {lane.key: number for number, lane in enumerate(order)} if clocks or clashes else {}

    def spot(event: str, wanted: str = "") -> tuple[int, int] | None:
        place = events.place_of(event)
        keys = () if place is None else stack.keys_of(events, place)
        found = [lanes[key] for key in sorted(keys, key=lambda key: key != wanted) if key in lanes]
        return (found[0], place) if found and place is not None else None

    ordered = sorted(clocks, key=lambda clock: (_GRAVITY[clock.status], clock.start - clock.due_earliest))
    timed = [(clock, where[0]) for clock in ordered if (where := spot(clock.event, clock.person))]
    joined = [(clash, one, two) for clash in clashes if (one := spot(clash.first)) and (two := spot(clash.second))]
    return Marks(timed, ClockRows(timed), joined)
