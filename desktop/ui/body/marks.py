"""The numbered marks on a chart: what they show and which one lies under a point."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF

from desktop.ui import theme


@dataclass(frozen=True, slots=True)
class Mark:
    """An injury on a chart: ``x`` and ``y`` from 0 to 1; a faint one is there for comparison only."""

    id: str
    number: int
    x: float
    y: float
    is_chosen: bool = False
    is_faint: bool = False


def radius_of(font: QFont) -> float:
    """Half the width of a mark: two digits fit in it."""
    return max(QFontMetricsF(font).height() * 0.62, theme.unit() * 2.0)


def mark_at(placed: Sequence[tuple[Mark, QPointF]], point: QPointF, reach: float | None = None) -> Mark | None:
    """The mark nearest to a point, if the point lies on it; ``placed`` are marks and where they are painted."""
    near = [(_length(place - point), mark) for mark, place in placed if not mark.is_faint]
    limit = theme.unit() * 2.4 if reach is None else reach
    found = min(near, key=_distance, default=None)
    return found[1] if found and found[0] <= limit else None


def _distance(entry: tuple[float, Mark]) -> float:
    return entry[0]


def _length(way: QPointF) -> float:
    return (way.x() ** 2 + way.y() ** 2) ** 0.5
