"""Painting a chart: the outlines in the colours of the look, the marks over them, the cross."""

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from desktop import i18n
from desktop.ui import theme
from desktop.ui.body.marks import Mark, radius_of
from resources.body import Chart, Curve, Point, charts

OUTLINE, DETAIL = 1.1, 0.7  # how thick lines are, in units of the chart
GAP = 0.35  # how much of the cross is left open in its middle
LABEL_UNITS, NUMBER_UNITS = 8.5, 7.0  # how high words on a chart are


def paint_chart(painter: QPainter, frame: QRectF, chart: Chart) -> None:
    """Paint the figures of a chart into a rectangle of its own proportions."""
    colours = theme.colours()
    painter.save()
    painter.translate(frame.topLeft())
    painter.scale(frame.width() / chart.width, frame.height() / chart.height)
    skin = QColor(colours.raised if colours is theme.LIGHT else colours.hover)
    for shapes, lines in _paths(chart.id):
        painter.setPen(_pen(colours.text, OUTLINE))
        painter.setBrush(skin)
        for shape in shapes:
            painter.drawPath(shape)
        painter.setPen(_pen(colours.edge, DETAIL))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in lines:
            painter.drawPath(line)
    painter.setPen(QColor(colours.muted))
    for view in chart.views:
        if view.label_at:
            words = view.labels.get(i18n.current().value) or view.labels["en"]
            _write(painter, words, view.label_at, LABEL_UNITS)
        for number, at in view.numbers:
            _write(painter, number, at, NUMBER_UNITS)
    painter.restore()


def paint_marks(painter: QPainter, placed: Sequence[tuple[Mark, QPointF]]) -> None:
    """Paint numbered marks, the chosen one last so that it lies on top."""
    for mark, place in sorted(placed, key=_is_chosen):
        _paint_mark(painter, mark, place)


def paint_cross(painter: QPainter, frame: QRectF, place: QPointF) -> None:
    """Paint the cross that the arrow keys move, and a line round what has the keyboard."""
    painter.save()
    accent = QColor(theme.colours().accent)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(accent, max(1.0, theme.unit() / 3), Qt.PenStyle.DotLine))
    painter.drawRect(frame.adjusted(1, 1, -1, -1))
    painter.setPen(QPen(accent, max(1.5, theme.unit() / 2.5)))
    arm = theme.unit() * 4.0
    for way in (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)):
        painter.drawLine(place + way * arm * GAP, place + way * arm)
    painter.restore()


def path_of(curve: Curve) -> QPainterPath:
    """A curve as Qt draws it."""
    made = QPainterPath(QPointF(*curve.start))
    for first, second, end in curve.pieces:
        made.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
    if curve.is_closed:
        made.closeSubpath()
    return made


def _paint_mark(painter: QPainter, mark: Mark, place: QPointF) -> None:
    colours = theme.colours()
    radius = radius_of(painter.font()) * (0.9 if mark.is_faint else 1.0)
    ground, ink = (colours.accent, colours.on_accent) if mark.is_chosen else (colours.danger, colours.on_danger)
    edge = colours.base
    if mark.is_faint:
        ground, ink, edge = colours.base, colours.muted, colours.edge
    painter.save()
    painter.setPen(QPen(QColor(edge), max(1.0, theme.unit() / 3)))
    painter.setBrush(QColor(ground))
    painter.drawEllipse(place, radius, radius)
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    square = QRectF(place.x() - radius, place.y() - radius, radius * 2, radius * 2)
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(mark.number))
    painter.restore()


def _write(painter: QPainter, words: str, at: Point, height: float) -> None:
    font = QFont(painter.font())
    font.setPixelSize(100)  # of a coordinate system of its own: real pixels come from the scale
    painter.save()
    painter.setFont(font)
    painter.translate(QPointF(*at))
    painter.scale(height / 100, height / 100)
    painter.drawText(QRectF(-2000, -100, 4000, 200), Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


def _pen(colour: str, width: float) -> QPen:
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


@cache
def _paths(chart: str) -> tuple[tuple[tuple[QPainterPath, ...], tuple[QPainterPath, ...]], ...]:
    views = charts()[chart].views
    return tuple((tuple(map(path_of, view.shapes)), tuple(map(path_of, view.lines))) for view in views)


def _is_chosen(entry: tuple[Mark, QPointF]) -> bool:
    return entry[0].is_chosen
