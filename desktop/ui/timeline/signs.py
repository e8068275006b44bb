"""The sign of each standing, told apart by shape as well as by colour: for points on the drawing and in its legend."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.ui.timeline.ink import HOLLOW, Ink, colour_of

HOLE = 0.55  # of a sign that is not filled
SLENDER = 1.25  # how much a square on its corner, or a triangle, is larger than a point to look as large
Pen = Qt.PenStyle


class Shape(Enum):
    """Where the corners of a sign stand, seen from its middle; none for a round one."""

    ROUND = ()
    SQUARE = ((-0.45, -0.45), (0.45, -0.45), (0.45, 0.45), (-0.45, 0.45))
    CORNER = ((0, -0.5), (0.5, 0), (0, 0.5), (-0.5, 0))
    TRIANGLE = ((-0.5, -0.42), (0.5, -0.42), (0, 0.5))


SHAPES = {
    "undisputed": Shape.SQUARE,
    "prospective": Shape.SQUARE,
    "disputed-by-us": Shape.CORNER,
    "unsure": Shape.CORNER,
    "disputed-by-them": Shape.TRIANGLE,
}
OUTLINES = {  # of bars
    "disputed-by-us": Pen.DashLine,
    "disputed-by-them": Pen.DashDotLine,
    "unsure": Pen.DotLine,
}


def paint_signs(painter: QPainter, ink: Ink, standing: str, spots: Sequence[QPointF], size: float) -> None:
    """The sign of a standing in these places; not filled where it is not settled."""
    shape = SHAPES.get(standing, Shape.ROUND)
    _paint(painter, ink, colour_of(standing), shape, spots, size)
    if standing in HOLLOW:
        _paint(painter, ink, "base", shape, spots, size * HOLE)


def outlined(pen: QPen, standing: str) -> QPen:
    """The pen for the outline of a bar of this standing."""
    pen.setStyle(OUTLINES.get(standing, Pen.SolidLine))
    return pen


def _paint(painter: QPainter, ink: Ink, role: str, shape: Shape, spots: Sequence[QPointF], size: float) -> None:
    if shape is Shape.ROUND:
        painter.setPen(ink.round_pen(role, size))
        painter.drawPoints(list(spots))
        return
    wide = size * (1.0 if shape is Shape.SQUARE else SLENDER)
    painter.setPen(Pen.NoPen)
    painter.setBrush(ink.colour(role))
    corners = [QPointF(x * wide, y * wide) for x, y in shape.value]
    for spot in spots:
        painter.drawPolygon(QPolygonF([spot + corner for corner in corners]))
