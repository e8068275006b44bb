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
    """Each clock under its event: in full until it may be due, pale while it may be, and a stroke where it must be.

    Where several run at once the short and the grave stay in sight.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    seen = scene.lanes_in_view()
    for clock, lane in scene.marks.clocks:
        if lane in seen:
            _paint_clock(painter, scene, ink, clock, lane)


def clocks_at(scene: Scene, spot: QPointF) -> list[Clock]:
    """The clocks that run there."""
    tall, moment = scene.measures.quarter * 1.5, scene.scale.moment(spot.x())
    air = scene.measures.quarter * scene.scale.pace
    return [
        clock
        for clock, lane in scene.marks.clocks
        if abs(spot.y() - _clock_line(scene, lane)) <= tall and clock.start - air <= moment <= last_of(clock) + air
    ]


def last_of(clock: Clock) -> int:
    """When a clock runs out at the latest (Unix seconds)."""
    return clock.due_latest if clock.due_latest is not None else clock.due_earliest


def paint_clashes(painter: QPainter, scene: Scene, ink: Ink) -> None:
    """A line from one event to the other, and a triangle on it that can be pointed at."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, (clash, _first, _second) in enumerate(scene.marks.clashes):
        ends = clash_ends(scene, place, scene.whole())
        if ends is None:
            continue
        role = CLASH_ROLES[clash.certainty]
        line = ink.pen(role, scene.measures.quarter * 0.3, 0.7)
        if clash.certainty is Certainty.POSSIBLE:
            line.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(line)
        painter.drawLine(*ends)
        _paint_triangle(painter, scene, ink, role, sign_of(scene, place))


def clash_ends(scene: Scene, place: int, room: QRectF) -> tuple[QPointF, QPointF] | None:
    """The part within a room of the line between the two events of a clash; ``None`` where there is none."""
    _clash, first, second = scene.marks.clashes[place]
    begin, end = _spot(scene, *first), _spot(scene, *second)
    shares = [0.0, 1.0]
    for step, before, after in (
        (end.x() - begin.x(), room.left() - begin.x(), room.right() - begin.x()),
        (end.y() - begin.y(), room.top() - begin.y(), room.bottom() - begin.y()),
    ):
        if step == 0 and (before > 0 or after < 0):
            return None
        if step:
            near, far = sorted((before / step, after / step))
            shares = [max(shares[0], near), min(shares[1], far)]
    if shares[0] > shares[1]:
        return None
    return begin + (end - begin) * shares[0], begin + (end - begin) * shares[1]


def sign_of(scene: Scene, place: int) -> QRectF:
    """The triangle of a clash: in the middle of the part of its line that is in view."""
    side = scene.measures.line * 0.9
    room = scene.seen()
    ends = clash_ends(scene, place, room)
    if ends is None:
        room = scene.whole()
        ends = clash_ends(scene, place, room)
    if ends is None:
        return QRectF()
    middle, line = (ends[0] + ends[1]) / 2, ends[0] - ends[1]
    if abs(line.x()) + abs(line.y()) < side * 1.5:
        middle -= QPointF(side * 1.2, 0)  # the events stand close: beside them, not on them
    x = min(max(middle.x(), room.left() + side / 2), room.right() - side / 2)
    y = min(max(middle.y(), room.top() + side / 2), room.bottom() - side / 2)
    return QRectF(x - side / 2, y - side / 2, side, side)


def _spot(scene: Scene, lane: int, place: int) -> QPointF:
    """The middle of an event in its lane."""
    item = scene.item_of(place, lane)
    if item is not None:
        return box_of(scene, item).center()
    first, last = scene.events.reach(place)
    return QPointF(scene.scale.x((first + last) / 2), (scene.top(lane) + scene.top(lane + 1)) / 2)


def _clock_line(scene: Scene, lane: int) -> float:
    """How far down the clocks of a lane run."""
    return scene.top(lane + 1) - scene.measures.quarter


def _paint_clock(painter: QPainter, scene: Scene, ink: Ink, clock: Clock, lane: int) -> None:
    left, due, end = (scene.scale.x(moment) for moment in (clock.start, clock.due_earliest, last_of(clock)))
    if end < 0 or left > scene.width:
        return
    role, tall = CLOCK_ROLES[clock.status], scene.measures.quarter
    top = _clock_line(scene, lane) - tall / 2
    full = QRectF(QPointF(max(left, 0.0), top), QPointF(min(due, scene.width), top + tall))
    if full.width() > 0:
        painter.fillRect(full, ink.colour(role, 0.7))
    soft = QRectF(QPointF(max(due, 0.0), top), QPointF(min(end, scene.width), top + tall))
    if soft.width() > 0:
        painter.fillRect(soft, ink.colour(role, 0.25))
    painter.fillRect(QRectF(end - tall / 4, top - tall / 2, max(tall / 2, 2.0), tall * 2), ink.colour(role))


def _paint_triangle(painter: QPainter, scene: Scene, ink: Ink, role: str, box: QRectF) -> None:
    painter.setPen(ink.pen("base", scene.measures.quarter * 0.4))
    painter.setBrush(ink.colour(role))
    top = QPointF(box.center().x(), box.top())
    painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
    painter.setPen(ink.colour("base"))
    painter.drawText(box.adjusted(0, box.height() * 0.18, 0, 0), Qt.AlignmentFlag.AlignCenter, "!")
