"""Where the pages of a document lie when they are stacked: pure geometry, in points of the screen."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

HIGHEST = 1 << 30  # points of the screen; scroll bars count in whole numbers of 32 bits


@dataclass(frozen=True, slots=True)
class Place:
    """A point on a page, in points of the page from its top left."""

    page: int
    x: float
    y: float


@dataclass(frozen=True)
class PageStack:
    """Pages below one another, ``scale`` points of the screen for one of the page, ``gap`` between them."""

    sizes: Sequence[tuple[float, float]]
    scale: float
    gap: int
    room: int  # width of the view: narrower pages stand in its middle

    @cached_property
    def tops(self) -> list[int]:
        """The upper edge of every page."""
        tops: list[int] = []
        top = self.gap
        for _width, height in self.sizes:
            tops.append(top)
            top += round(height * self.scale) + self.gap
        return tops

    @property
    def height(self) -> int:
        """Of all pages and the gaps around them."""
        return self.tops[-1] + round(self.sizes[-1][1] * self.scale) + self.gap if self.sizes else 0

    @cached_property
    def width(self) -> int:
        """Of the widest page and the gaps beside it, at least the room there is."""
        widest = max((width for width, _height in self.sizes), default=0.0)
        return max(self.room, round(widest * self.scale) + 2 * self.gap)

    def rectangle(self, page: int) -> tuple[int, int, int, int]:
        """Left, top, width and height of a page."""
        width, height = (max(1, round(side * self.scale)) for side in self.sizes[page])
        return (self.width - width) // 2, self.tops[page], width, height

    def page_at(self, y: float) -> int:
        """The page at a height: the one above where a gap is."""
        return max(0, bisect_right(self.tops, y) - 1)

    def pages_between(self, top: int, bottom: int) -> range:
        """The pages of which something can be seen."""
        return range(self.page_at(top), self.page_at(bottom) + 1) if self.sizes else range(0)

    def place(self, x: float, y: float) -> Place:
        """The place on the page nearest to a point."""
        page = self.page_at(y)
        left, top, _width, _height = self.rectangle(page)
        return Place(page, (x - left) / self.scale, (y - top) / self.scale)


def largest_scale(sizes: Sequence[tuple[float, float]], wanted: float) -> float:
    """The scale asked for, or the largest at which the stack can still be scrolled."""
    total = sum(height for _width, height in sizes) or 1.0
    widest = max((width for width, _height in sizes), default=1.0)
    return min(wanted, HIGHEST / 2 / total, HIGHEST / 2 / widest)


def fitting_scale(sizes: Sequence[tuple[float, float]], room: tuple[int, int]) -> float:
    """The scale at which the widest and the highest of some pages fit into a room."""
    width = max((width for width, _height in sizes), default=1.0)
    height = max((height for _width, height in sizes), default=1.0)
    return min(room[0] / width, room[1] / height)
