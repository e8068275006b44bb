"""What a view shows, laid out: each lane's events in its rows, labels where there is room, crowds as heights.

A page reaches a little beyond the view, so that panning shows what is laid out already. Places across are pixels from
the moment the page begins at.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, log2

from desktop.ui.timeline.events import Events, Parts
from desktop.ui.timeline.lanes import Lane
from desktop.ui.timeline.measures import Measures
from desktop.ui.timeline.scale import Scale
from desktop.ui.timeline.shelf import Found

MOST_ITEMS, LEAST_ITEMS = 480, 16  # in view, and in one lane: beyond, a lane is drawn as heights
BAR_LETTERS = 0.75  # how wide one bar of heights is, in letters
LEAST_LETTERS = 4.0  # a label with less room than this is left out


@dataclass(slots=True)
class Item:
    """One event, or several that stand together, in a row of a lane."""

    found: Found
    lane: int
    row: int
    left: float
    right: float
    parts: Parts | None  # None for several together
    text: str = ""
    text_left: float = 0.0
    room: float = 0.0  # how wide the label may be; 0 for no label
    is_inside: bool = False  # the label stands in the bar


@dataclass(slots=True)
class Crowd:
    """A lane with too many events for items: how many begin at each bar, and when something lasts."""

    lane: int
    left: float
    bar: float
    heights: list[int]
    bands: list[tuple[float, float]]


@dataclass(slots=True, eq=False)
class Page:
    """What is laid out: from ``left`` to ``right`` in pixels of ``scale``, of the lanes asked for."""

    scale: Scale
    left: float
    right: float
    lanes: range
    items: list[Item] = field(default_factory=list[Item])
    crowds: list[Crowd] = field(default_factory=list[Crowd])
    _alone: dict[int, dict[int, Item]] = field(default_factory=dict[int, dict[int, Item]])
    _together: dict[int, list[Item]] = field(default_factory=dict[int, list[Item]])

    def alone(self, lane: int) -> Mapping[int, Item]:
        """The items of a lane by the place on record of the first event of each."""
        self._sort()
        return self._alone.get(lane, {})

    def together(self, lane: int) -> Sequence[Item]:
        """The items of a lane that are several events."""
        self._sort()
        return self._together.get(lane, ())

    def _sort(self) -> None:
        if not self._alone:
            for item in self.items:
                self._alone.setdefault(item.lane, {})[item.found.place] = item
                if item.parts is None:
                    self._together.setdefault(item.lane, []).append(item)

    def shift(self, scale: Scale) -> float | None:
        """How far right the page stands in another view; ``None`` when that is not of the same pace."""
        return (self.scale.start - scale.start) / scale.pace if scale.pace == self.scale.pace else None

    def covers(self, scale: Scale, width: float, lanes: range) -> bool:
        """Whether all of a view is laid out here."""
        shift = self.shift(scale)
        if shift is None or lanes.start < self.lanes.start or lanes.stop > self.lanes.stop:
            return False
        return self.left + shift <= 0 and self.right + shift >= width


class Typesetter:
    """Lays pages out; ``label`` says what an event is called."""

    def __init__(self, events: Events, measures: Measures, label: Callable[[int], str]) -> None:
        self._events, self._measures, self._label = events, measures, label

    def page(
        self, lanes: Sequence[Lane], rows: Sequence[int], wanted: range, scale: Scale, width: float, seen: int = 0
    ) -> Page:
        """The page for a view, reaching a quarter of its width beyond it on both sides.

        ``seen`` of the lanes wanted are in view (all if 0): the more, the sooner each is drawn as heights.
        """
        made = Page(scale, -width / 4, width * 5 / 4, wanted)
        most = max(LEAST_ITEMS, MOST_ITEMS // max(seen or len(wanted), 1))
        for place in wanted:
            if lanes[place].shelf.count(scale.moment(made.left), scale.moment(made.right)) <= most:
                self._set(made, lanes[place], place, rows[place])
            else:
                self._crowd(made, lanes[place], place)
        return made

    def _crowd(self, page: Page, lane: Lane, place: int) -> None:
        scale = page.scale
        bar = self._measures.letter * BAR_LETTERS
        # bars begin at round moments, so that they keep their heights while the view is panned
        step = bar * scale.pace
        since = scale.moment(page.left) // step * step
        count = ceil((page.right - page.left) / bar) + 1
        heights = lane.shelf.heights(since, step, count)
        bands = lane.shelf.bands(since, scale.moment(page.right), _power(self._measures.mark * scale.pace))
        made = Crowd(
            place, scale.x(since), bar, heights, _united((scale.x(one.first), scale.x(one.last)) for one in bands)
        )
        page.crowds.append(made)

    def _set(self, page: Page, lane: Lane, place: int, rows: int) -> None:
        scale, step = page.scale, _power(self._measures.mark * page.scale.pace / 2)
        row_ends: list[tuple[float, Item | None]] = [(page.left - 1e9, None)] * rows
        for found in lane.shelf.found(scale.moment(page.left), scale.moment(page.right), step, rows):
            item = self._item(scale, found, place)
            if self._seat(item, row_ends):
                page.items.append(item)

    def _item(self, scale: Scale, found: Found, lane: int) -> Item:
        mark = self._measures.mark
        left, right = scale.x(found.first), scale.x(found.last)
        if found.size > 1:
            return self._several(found, lane, left, right)
        if right - left < mark:
            middle = (left + right) / 2
            left, right = middle - mark / 2, middle + mark / 2
        item = Item(found, lane, 0, left, right, self._events.parts(found.place), self._label(found.place))
        gap, width = self._measures.quarter, self._measures.width(item.text)
        item.is_inside = right - left >= width + gap * 2
        item.text_left, item.room = (left + gap, width) if item.is_inside else (right + gap * 1.3, width)
        return item

    def _several(self, found: Found, lane: int, left: float, right: float) -> Item:
        text, middle = str(found.size), (left + right) / 2
        half = max(right - left, self._measures.width(text) + self._measures.quarter * 2, self._measures.mark) / 2
        return Item(found, lane, 0, middle - half, middle + half, None, text)

    def _seat(self, item: Item, row_ends: list[tuple[float, Item | None]]) -> bool:
        """Give it the first row that is free, labels and all; else the one where most of the label before stays.

        What would stand on another mark is told together with it, and gets no row of its own.
        """
        free = next((row for row, (end, _) in enumerate(row_ends) if end <= item.left), None)
        if free is None:
            free = min(range(len(row_ends)), key=lambda row: _body_end(row_ends[row][1]))
            before = row_ends[free][1]
            if before is not None and self._joins(before, item):
                row_ends[free] = (max(before.right, row_ends[free][0]), before)
                return False
            self._cut(before, item.left)
        item.row = free
        end = item.right if item.is_inside or not item.room else item.text_left + item.room
        row_ends[free] = (max(end, row_ends[free][0]) + self._measures.quarter, item)
        return True

    def _joins(self, before: Item, item: Item) -> bool:
        """Take an item into the one before when both are small and it would hide it."""
        small = self._measures.mark * 3
        is_hidden = item.left < before.right - self._measures.mark / 2
        if not is_hidden or before.right - before.left > small or item.right - item.left > small:
            return False
        one, other = before.found, item.found
        found = Found(min(one.first, other.first), max(one.last, other.last), one.size + other.size, one.place)
        made = self._several(found, before.lane, min(before.left, item.left), max(before.right, item.right))
        before.found, before.parts, before.text, before.room = found, None, made.text, 0.0
        before.left, before.right, before.is_inside = made.left, made.right, False
        return True

    def _cut(self, before: Item | None, left: float) -> None:
        """Shorten the label before to the room that is left, or leave it out."""
        if before is not None and before.parts is not None and not before.is_inside:
            room = left - self._measures.quarter - before.text_left
            before.room = room if room >= self._measures.letter * LEAST_LETTERS else 0.0


def _body_end(item: Item | None) -> float:
    return item.right if item is not None else -1e9


def _power(seconds: float) -> int:
    """The power of two seconds nearest above."""
    return 1 << max(ceil(log2(max(seconds, 1.0))), 0)


def _united(bands: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Stretches that overlap as one."""
    made: list[tuple[float, float]] = []
    for left, right in sorted(bands):
        if made and left <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], right))
        else:
            made.append((left, right))
    return made
