"""The text of one page with a box for every character: which one lies under a point, which boxes a passage covers."""

import math
import re
from array import array
from dataclasses import dataclass
from functools import cached_property

SOFT_HYPHEN = "\u00ad"  # stands where a word is broken at the end of a line
UNKNOWN = "\ufffd"
_SIDES = 4
_WORD = re.compile(r"[\w\u00ad]+")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the top left of the page as shown."""

    left: float
    top: float
    right: float
    bottom: float

    def distance(self, x: float, y: float) -> tuple[float, float]:
        """How far a point lies above or below, then to the side; (0, 0) inside."""
        return max(self.top - y, y - self.bottom, 0.0), max(self.left - x, x - self.right, 0.0)


@dataclass(frozen=True, slots=True)
class Line:
    """Characters ``start`` to ``end`` (exclusive) that stand beside one another, and the box around them."""

    start: int
    end: int
    box: Box


class PageText:
    """One page's characters, in reading order; ``text`` has exactly one character for each box."""

    def __init__(self, text: str, boxes: "array[float]") -> None:
        self.text = text
        self._boxes = boxes

    def box(self, index: int) -> Box:
        """Where one character stands; without extent for the space and the line break that are only implied."""
        return Box(*self._boxes[index * _SIDES : index * _SIDES + _SIDES])

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The page's lines, broken where the text breaks and where a character stands off the line before it."""
        lines: list[Line] = []
        start: int | None = None
        box = Box(0, 0, 0, 0)
        for index, sign in enumerate(self.text):
            place = self.box(index)
            if sign in "\r\n" or not _has_extent(place):
                continue
            if start is not None and _is_beside(box, place):
                box = _around(box, place)
                lines[-1] = Line(start, index + 1, box)
                continue
            start, box = index, place
            lines.append(Line(index, index + 1, place))
        return tuple(lines)

    def nearest(self, x: float, y: float) -> int | None:
        """The gap between characters nearest to a point, as an index into ``text``; None on a page without text."""
        line = min(self.lines, key=lambda line: line.box.distance(x, y), default=None)
        if line is None:
            return None
        for index in range(line.start, line.end):
            place = self.box(index)
            if _has_extent(place) and x < (place.left + place.right) / 2:
                return index
        return line.end

    def is_on_text(self, x: float, y: float) -> bool:
        """Whether a point lies on a line of text, so that the pointer can say so."""
        return any(line.box.distance(x, y) == (0.0, 0.0) for line in self.lines)

    def word(self, index: int) -> tuple[int, int]:
        """The word around a gap; the one character beside it where no word is."""
        for found in _WORD.finditer(self.text):
            if found.start() <= index < found.end() or found.end() == index:
                return found.span()
        return index, min(index + 1, len(self.text))

    def line(self, index: int) -> tuple[int, int]:
        """The line around a gap."""
        for line in self.lines:
            if line.start <= index <= line.end:
                return line.start, line.end
        return index, index

    def rectangles(self, start: int, end: int) -> list[Box]:
        """What to paint for a passage: one box for each line of it."""
        found: list[Box] = []
        for line in self.lines:
            first, last = max(start, line.start), min(end, line.end)
            places = [place for index in range(first, last) if _has_extent(place := self.box(index))]
            if places:
                left, right = min(place.left for place in places), max(place.right for place in places)
                found.append(Box(left, line.box.top, right, line.box.bottom))
        return found

    def passage(self, start: int, end: int) -> str:
        """The text of a passage as it stands on the page, line breaks included."""
        return self.text[start:end].replace("\r\n", "\n").replace("\r", "\n").replace(SOFT_HYPHEN, "-")

    def beside(self, index: int, lines: int) -> int:
        """The gap ``lines`` below (or above, if negative) the one at ``index``."""
        order = [line.start for line in self.lines]
        if not order:
            return index
        row = next((row for row, line in enumerate(self.lines) if line.start <= index <= line.end), 0)
        wanted = self.lines[min(max(row + lines, 0), len(order) - 1)]
        x = self.box(min(index, len(self.text) - 1)).left
        return self.nearest(x, (wanted.box.top + wanted.box.bottom) / 2) or wanted.start


def plain(text: str) -> str:
    """Page text for an index: broken words joined, line breaks single, nothing unreadable."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace(SOFT_HYPHEN, "").replace(UNKNOWN, "")


def _has_extent(box: Box) -> bool:
    return box.right > box.left and box.bottom > box.top and math.isfinite(box.right - box.left)


def _is_beside(line: Box, place: Box) -> bool:
    """Whether a character continues the line: mostly at its height, and not back at the left nor far to the right."""
    overlap = min(line.bottom, place.bottom) - max(line.top, place.top)
    height = min(line.bottom - line.top, place.bottom - place.top)
    gap = max(place.bottom - place.top, line.bottom - line.top) * 2
    return overlap > height / 2 and line.left <= place.right and place.left <= line.right + gap


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left), min(one.top, other.top), max(one.right, other.right), max(one.bottom, other.bottom)
    )
