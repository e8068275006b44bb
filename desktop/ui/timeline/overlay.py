"""Painting what is marked over the events: clocks as spans that turn amber and red, clashes that join two events."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from desktop.ui.timeline.ink import Ink
from desktop.ui.timeline.marks import Certainty, Clock, ClockStatus
from desktop.ui.timeline.painting import box_of
from desktop.ui.timeline.scene import Scene

CLOCK_ROLES = {
    ClockStatus.OPEN: "accent",
    ClockStatus.DUE: "warning",
    ClockStatus.MET: "good",
    ClockStatus.UNPROVEN: "warning",
    ClockStatus.BREACHED: "danger",
}
CLASH_ROLES = {Certainty.CERTAIN: "danger", Certainty.POSSIBLE: "warning"}


def paint_clocks(painter: QPainter, scene: Scene, ink: Ink) -> None:
    """Each clock under its event: in full until it must be due, hatched while it may be, and a stroke where it ends."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    seen = scene.lanes_in_view()
    for clock, lane in scene.marks.clocks:
        if lane in seen:
            _paint_clock(painter, scene, ink, clock, lane)


def paint_clashes(painter: QPainter, scene: Scene, ink: Ink) -> None:
    """A line from one event to the other, and a triangle on it that can be pointed at."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, (clash, _first, _second) in enumerate(scene.marks.clashes):
        ends = clash_ends(scene, place)
        if ends is None:
            continue
        role = CLASH_ROLES[clash.certainty]
        line = ink.pen(role, scene.measures.quarter * 0.35)
        if clash.certainty is Certainty.POSSIBLE:
            line.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(line)
        painter.drawLine(*ends)
        _paint_triangle(painter, scene, ink, role, sign_of(scene, place))


def clash_ends(scene: Scene, place: int) -> tuple[QPointF, QPointF] | None:
    """Where the two events of a clash stand; ``None`` where neither is in view."""
    _clash, first, second = scene.marks.clashes[place]
    ends = _spot(scene, *first), _spot(scene, *second)
    xs, ys = sorted(end.x() for end in ends), sorted(end.y() for end in ends)
    if xs[1] < 0 or xs[0] > scene.width or ys[1] < 0 or ys[0] > scene.height:
        return None
    return ends


def sign_of(scene: Scene, place: int) -> QRectF:
    """The triangle of a clash: in the middle of its line, as far as that can be seen."""
    side = scene.measures.line * 0.9
    ends = clash_ends(scene, place)
    if ends is None:
        return QRectF()
    middle = (ends[0] + ends[1]) / 2
    x = min(max(middle.x(), side), scene.width - side)
    y = min(max(middle.y(), side), scene.height - side)
    if abs(ends[0].x() - ends[1].x()) + abs(ends[0].y() - ends[1].y()) < side * 2:
        y -= side  # the events stand close: above them, not on them
    return QRectF(x - side / 2, y - side / 2, side, side)


def _spot(scene: Scene, lane: int, place: int) -> QPointF:
    """The middle of an event in its lane."""
    item = scene.item_of(place, lane)
    if item is not None:
        return box_of(scene, item).center()
    first, last = scene.events.reach(place)
    return QPointF(scene.scale.x((first + last) / 2), (scene.top(lane) + scene.top(lane + 1)) / 2)


def _paint_clock(painter: QPainter, scene: Scene, ink: Ink, clock: Clock, lane: int) -> None:
    last = clock.due_latest if clock.due_latest is not None else clock.due_earliest
    left, due, end = (scene.scale.x(moment) for moment in (clock.start, clock.due_earliest, last))
    if end < 0 or left > scene.width:
        return
    role = CLOCK_ROLES[clock.status]
    tall = scene.measures.quarter
    top = scene.top(lane + 1) - tall * 1.5
    full = QRectF(QPointF(max(left, 0.0), top), QPointF(min(due, scene.width), top + tall))
    if full.width() > 0:
        painter.fillRect(full, ink.colour(role, 0.75))
    soft = QRectF(QPointF(max(due, 0.0), top), QPointF(min(end, scene.width), top + tall))
    if soft.width() > 0:
        painter.fillRect(soft, ink.hatch(role))
    painter.fillRect(QRectF(end - tall / 4, top - tall, tall / 2, tall * 2.5), ink.colour(role))


def _paint_triangle(painter: QPainter, scene: Scene, ink: Ink, role: str, box: QRectF) -> None:
    painter.setPen(ink.pen("base", scene.measures.quarter * 0.4))
    painter.setBrush(ink.colour(role))
    top = QPointF(box.center().x(), box.top())
    painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
    painter.setPen(ink.colour("base"))
    painter.drawText(box.adjusted(0, box.height() * 0.18, 0, 0), Qt.AlignmentFlag.AlignCenter, "!")
