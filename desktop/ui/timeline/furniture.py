"""Painting what the events stand in: the axis with its calendar, the lanes and their names."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.i18n import _
from desktop.ui.timeline.ink import Ink
from desktop.ui.timeline.scene import Scene

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_ground(painter: QPainter, scene: Scene, ink: Ink) -> None:
    """The lanes, every other one a shade darker, and the lines of the calendar."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(QRectF(0, 0, scene.width, scene.height), ink.colour("base"))
    lanes = scene.lanes_in_view()
    for lane in lanes:
        if lane % 2:
            box = QRectF(0, scene.top(lane), scene.width, scene.tops[lane + 1] - scene.tops[lane])
            painter.fillRect(box, ink.colour("stripe"))
    painter.setPen(ink.pen("line"))
    down = [scene.scale.x(tick.moment) for tick in scene.axis.ticks]
    painter.drawLines([QLineF(x, 0, x, scene.height) for x in down if 0 <= x <= scene.width])
    ends = [scene.top(lane + 1) for lane in lanes]
    painter.drawLines([QLineF(0, end, scene.width, end) for end in ends])
    painter.setPen(ink.pen("edge", share=0.7))
    across = [scene.scale.x(span.moment) for span in scene.axis.spans]
    painter.drawLines([QLineF(x, 0, x, scene.height) for x in across if 0 < x <= scene.width])


def paint_today(painter: QPainter, scene: Scene, ink: Ink) -> None:
    """A dashed line down all lanes at the present moment."""
    x = _today(scene)
    if x is not None:
        pen = ink.pen("accent", max(scene.measures.quarter / 3, 1.0))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, 0), QPointF(x, scene.height))


def _today(scene: Scene) -> float | None:
    """Where the present moment stands, if it is in view."""
    x = scene.scale.x(scene.today) if scene.today is not None else -1.0
    return x if 0 <= x <= scene.width else None


def _paint_flag(painter: QPainter, scene: Scene, ink: Ink) -> None:
    """The word for the present moment over its line, on the upper line of the axis."""
    x, words, measures = _today(scene), _("Today"), scene.measures
    if x is not None:
        wide = measures.width(words) + measures.quarter * 2
        flag = QRectF(x - wide / 2, 0, wide, measures.axis / 2)
        painter.fillRect(flag, ink.colour("window"))
        painter.setPen(ink.colour("accent"))
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, words)
        painter.drawLine(QPointF(x, flag.bottom()), QPointF(x, measures.axis))


def paint_axis(painter: QPainter, scene: Scene, ink: Ink) -> None:
    """The labels of the calendar, from 0 down to the height of the axis; what began before the view stays in sight."""
    measures = scene.measures
    half, seen = measures.axis / 2, scene.seen()
    painter.fillRect(QRectF(0, 0, scene.width, measures.axis), ink.colour("window"))
    painter.setPen(ink.colour("text"))
    ends = [scene.scale.x(span.moment) for span in scene.axis.spans[1:]] + [scene.width]
    for span, end in zip(scene.axis.spans, ends, strict=False):
        x = scene.scale.x(span.moment)
        left = (max(x, seen.left()) if x <= seen.right() else x) + measures.quarter
        if end - left >= measures.width(span.label):
            painter.drawText(QRectF(left, 0, end - left, half), LEFT, span.label)
    painter.setPen(ink.colour("muted"))
    for tick in scene.axis.ticks:
        x = scene.scale.x(tick.moment)
        is_cut = x < seen.left() < x + measures.quarter + measures.width(tick.label)
        if 0 <= x <= scene.width and not is_cut:
            box = QRectF(x + measures.quarter, half, measures.letter * 12, half)
            painter.drawText(box, LEFT, tick.label)
    _paint_flag(painter, scene, ink)
    painter.setPen(ink.pen("edge"))
    painter.drawLine(QPointF(0, measures.axis - 0.5), QPointF(scene.width, measures.axis - 0.5))


def paint_names(painter: QPainter, scene: Scene, ink: Ink) -> None:
    """What each lane is called and how many events it has, at the left."""
    measures = scene.measures
    painter.fillRect(QRectF(0, 0, measures.names, scene.height), ink.colour("window"))
    for lane in scene.lanes_in_view():
        top, bottom = scene.top(lane), scene.top(lane + 1)
        box = QRectF(0, top, measures.names, min(bottom - top, measures.row + measures.quarter * 2))
        box.adjust(measures.quarter * 2, 0, -measures.quarter * 2, 0)
        count = str(len(scene.lanes[lane].shelf))
        room = box.width() - measures.width(count) - measures.quarter * 2
        name = measures.metrics.elidedText(scene.name(scene.lanes[lane]), Qt.TextElideMode.ElideRight, room)
        painter.setPen(ink.colour("text"))
        painter.drawText(box, LEFT, name)
        painter.setPen(ink.colour("muted"))
        painter.drawText(box, RIGHT, count)
        painter.setPen(ink.pen("line"))
        painter.drawLine(QPointF(0, bottom), QPointF(measures.names, bottom))
    painter.setPen(ink.pen("line"))
    painter.drawLine(QPointF(measures.names - 0.5, 0), QPointF(measures.names - 0.5, scene.height))
