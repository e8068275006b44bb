"""What the drawing stands on: the events in their lanes, the part of time and of the lanes in view, what is chosen."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from desktop.ui.timeline.events import Events
from desktop.ui.timeline.lanes import NOBODY, Grouping, Lane
from desktop.ui.timeline.marks import Clash, Clock
from desktop.ui.timeline.measures import Measures
from desktop.ui.timeline.page import Page, Typesetter
from desktop.ui.timeline.scale import Scale, fitted
from desktop.ui.timeline.scene import Marks, Scene, placed
from desktop.ui.timeline.stack import Stack, lanes_between
from desktop.ui.timeline.ticks import Axis, axis

NARROW = 0.03  # of the width: an event chosen nearer to an edge is brought to the middle


class Board:
    """Sizes are pixels of the lanes' area: right of the names, below the axis."""

    BEYOND = 0.25  # of the height and of the width on each side: what is laid out and painted ahead

    def __init__(self, measures: Measures, zone: str, label: Callable[[Events, int], str]) -> None:
        self.events = Events()
        self.stack = Stack()
        self.measures, self.zone = measures, zone
        self.names: Mapping[str, str] = {}  # of lanes, by their key
        self.focus: int | None = None
        self.confronted: Clash | None = None  # whose sources were asked for last
        self.today: int | None = None  # the present moment in Unix seconds, as far as it is known
        self.scale, self.is_fitted = Scale(0.0, 86_400.0), True
        self.scroll = 0.0
        self.width, self.height = 1.0, 1.0
        self.version = 0  # another one for whatever is drawn anew, except the part in view
        self._label = label
        self._marks: tuple[Sequence[Clock], Sequence[Clash]] = ((), ())
        self._placed: Marks | None = None
        self._page: Page | None = None
        self._scene: tuple[tuple[object, ...], Scene] | None = None
        self._axis: tuple[tuple[Scale, float], Axis] | None = None

    def group(self, grouping: Grouping) -> None:
        """Begin other lanes; the events are put into them anew."""
        self.stack = Stack(grouping)
        self.scroll = 0.0
        self.arrange()

    def arrange(self) -> None:
        """Lay out anew: events came, or the size of the text or of the view, the language or a name changed."""
        self.version += 1
        self.stack.arrange(self.measures, self.height)
        self._page = self._axis = self._placed = None
        if self.is_fitted:
            self.fit()
        self.scroll_to(self.scroll)

    def resize(self, width: float, height: float) -> None:
        """The lanes' area has another size."""
        if (width, height) != (self.width, self.height):
            self.width, self.height = max(width, 1.0), max(height, 1.0)
            self.arrange()

    def mark(self, clocks: Sequence[Clock], clashes: Sequence[Clash]) -> None:
        """Draw these over the events; those of events that are not here are left out."""
        self._marks, self._placed = (clocks, clashes), None
        self.version += 1

    def fit(self) -> None:
        """Show all of time there is."""
        if self.events.extent is not None:
            self.scale = fitted(*self.events.extent, self.width)
        self.is_fitted = True

    def look(self, scale: Scale) -> None:
        """Show another part of time."""
        self.scale, self.is_fitted = scale, False

    def scroll_to(self, down: float) -> None:
        """Show the lanes from another height."""
        self.scroll = float(round(min(max(down, 0.0), max(self.stack.tall() - self.height, 0.0))))

    def reveal(self, place: int) -> None:
        """Bring an event into view, in time and in its first lane."""
        first, last = self.events.reach(place)
        left, right = self.scale.x(first), self.scale.x(last)
        air = self.width * NARROW
        if right < air or left > self.width - air or (right - left < self.width and right > self.width):
            self.look(self.scale.centred((first + last) / 2 if right - left < self.width else first, self.width))
        keys = self.stack.keys_of(self.events, place)
        tops = [self.stack.tops[number] for number, lane in enumerate(self.stack.lanes) if lane.key in keys]
        lowest = self.scroll + self.height - self.measures.row
        if tops and not any(self.scroll <= top <= lowest for top in tops):
            self.scroll_to(tops[0] - self.measures.row)

    def scene(self, *, is_wide: bool = False) -> Scene:
        """All that is to be drawn now; if ``is_wide``, what lies beyond it on every side is laid out as well."""
        stack, air = self.stack, self.height * self.BEYOND if is_wide else 0.0
        wanted = lanes_between(stack.tops, self.scroll - air, self.scroll + self.height + air)
        if self._page is None or is_wide or not self._page.covers(self.scale, self.width, wanted):
            setter = Typesetter(self.events, self.measures, partial(self._label, self.events))
            seen = len(lanes_between(stack.tops, self.scroll, self.scroll + self.height))
            self._page = setter.page(stack.lanes, stack.rows, wanted, self.scale, self.width, seen)
        asked = (self.version, self.scale, self.scroll, self.focus, self.today, self._page)
        if self._scene is None or self._scene[0] != asked:
            self._scene = (asked, self._made(self._page))
        return self._scene[1]

    def _made(self, page: Page) -> Scene:
        stack = self.stack
        return Scene(
            self.events, self.measures, stack.lanes, stack.rows, stack.tops, self.scale, self.width, self.height,
            page, self._in_view(), partial(_name, self.names), partial(stack.keys_of, self.events),
            self.marked(), self.scroll, self.focus, self.today,
        )  # fmt: skip

    def _in_view(self) -> Axis:
        asked = (self.scale, self.width)
        if self._axis is None or self._axis[0] != asked:
            self._axis = (asked, axis(*asked, self.measures.letter, self.zone))
        return self._axis[1]

    def marked(self, lanes: Sequence[Lane] | None = None) -> Marks:
        """The marks that can be drawn over these lanes (those in place when not given)."""
        if lanes is not None:
            return placed(self.events, self.stack, lanes, *self._marks)
        if self._placed is None:
            self._placed = placed(self.events, self.stack, self.stack.lanes, *self._marks)
        return self._placed


def _name(names: Mapping[str, str], lane: Lane) -> str:
    return names.get(lane.key) or (names.get(NOBODY, "") if lane.key == NOBODY else lane.key)
