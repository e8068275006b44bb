"""Smooth curves through given points, as cubic Bézier pieces that any drawing surface understands."""

from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
_TENSION = 6.0  # a Catmull-Rom spline as Bézier pieces: a sixth of the way between the neighbours


@dataclass(frozen=True, slots=True)
class Curve:
    """A start, then pieces of two control points and an end each."""

    start: Point
    pieces: tuple[tuple[Point, Point, Point], ...]
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a figure stands on its chart: moved to ``x`` and ``y`` after it was scaled and, if need be, flipped."""

    x: float
    y: float
    scale: float = 1.0
    is_flipped: bool = False

    def points(self, points: Sequence[Point]) -> tuple[Point, ...]:
        """Points of the figure as points of the chart."""
        across = -self.scale if self.is_flipped else self.scale
        return tuple((self.x + x * across, self.y + y * self.scale) for x, y in points)

    def curve(self, curve: Curve) -> Curve:
        """A curve of the figure on the chart."""
        pieces = tuple((one[0], one[1], one[2]) for one in map(self.points, curve.pieces))
        return Curve(self.points([curve.start])[0], pieces, curve.is_closed)


def points_of(text: str) -> tuple[list[Point], set[int]]:
    """The points of ``"0,0 10,2 !12,9"`` and the places of those that are corners (marked with ``!``)."""
    words = text.split()
    corners = {place for place, word in enumerate(words) if word.startswith("!")}
    pairs = [word.lstrip("!").split(",") for word in words]
    return [(float(x), float(y)) for x, y in pairs], corners


def smooth(points: Sequence[Point], corners: set[int], *, is_closed: bool) -> Curve:
    """A curve through these points (Catmull-Rom), sharp at the corners."""
    count = len(points)
    pieces: list[tuple[Point, Point, Point]] = []
    for place in range(count if is_closed else count - 1):
        here, there = points[place], points[(place + 1) % count]
        before, after = _neighbours(points, place, is_closed=is_closed)
        leave = (0.0, 0.0) if place in corners else _towards(before, there)
        arrive = (0.0, 0.0) if (place + 1) % count in corners else _towards(here, after)
        pieces.append(
            ((here[0] + leave[0], here[1] + leave[1]), (there[0] - arrive[0], there[1] - arrive[1]), there)
        )  # fmt: skip
    return Curve(points[0], tuple(pieces), is_closed)


def _neighbours(points: Sequence[Point], place: int, *, is_closed: bool) -> tuple[Point, Point]:
    count = len(points)
    if is_closed:
        return points[(place - 1) % count], points[(place + 2) % count]
    return points[max(place - 1, 0)], points[min(place + 2, count - 1)]


def _towards(one: Point, other: Point) -> Point:
    return (other[0] - one[0]) / _TENSION, (other[1] - one[1]) / _TENSION
