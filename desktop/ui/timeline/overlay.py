"""Painting what is marked over the events: clocks as spans that turn amber and red, clashes that join two events."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from desktop.ui.timeline.clock_rows import Runs, Stretch, last_of
from desktop.ui.timeline.ink import Ink
from desktop.ui.timeline.marks import ORDER, Certainty, Clash, Clock, ClockStatus
from desktop.ui.timeline.scene import Scene, Sign

CLOCK_ROLES = {
    ClockStatus.OPEN: "accent",
    ClockStatus.DUE: "warning",
    ClockStatus.MET: "good",
    ClockStatus.UNPROVEN: "warning",
    ClockStatus.BREACHED: "danger",
}
MOST_FINE = 200  # clashes in view
THICKNESS = {ClockStatus.MET: 0.5, ClockStatus.BREACHED: 1.6}  # the others have one
CLASH_ROLES = {Certainty.CERTAIN: "danger", Certainty.POSSIBLE: "warning"}


def paint_clocks(painter: QPainter, scene: Scene, ink: Ink) -> None:
    """Each clock under its event: in full until it may be due, pale while it may be, and a stroke where it must be.

    Where several run at once the short and the grave stay in sight.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    since, until, least = scene.scale.start, scene.scale.moment(scene.width), scene.scale.pace
    for lane in scene.lanes_in_view():
        for status in ORDER:
            runs = scene.marks.rows.runs(lane, status, since, until, least)
            paint_run(painter, scene, ink, status, _clock_line(scene, lane), runs)


def clocks_at(scene: Scene, spot: QPointF) -> list[Clock]:
    """The clocks that run there."""
    tall, moment = scene.measures.quarter * 1.5, scene.scale.moment(spot.x())
    air = scene.measures.quarter * scene.scale.pace
    return [
        clock
        for clock, lane in scene.marks.clocks
        if abs(spot.y() - _clock_line(scene, lane)) <= tall and clock.start - air <= moment <= last_of(clock) + air
    ]


def paint_clashes(painter: QPainter, scene: Scene, ink: Ink) -> None:
    """A line from one event to the other, and a triangle on it that can be pointed at."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    lines: dict[Certainty, list[QLineF]] = {Certainty.POSSIBLE: [], Certainty.CERTAIN: []}
    boxes: dict[tuple[int, int], tuple[Certainty, QRectF]] = {}  # of those that stand on one another the last
    side = scene.measures.line
    for clash, sign in signs(scene):
        lines[clash.certainty].append(sign.line)
        spot = sign.box.center()
        boxes[int(spot.x() // side), int(spot.y() // side)] = clash.certainty, sign.box
    is_fine = len(signs(scene)) <= MOST_FINE  # smooth and broken lines cost more than a thicket of them shows
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=is_fine)
    for certainty, found in lines.items():
        pen = ink.pen(CLASH_ROLES[certainty], scene.measures.quarter * 0.3 if is_fine else 0, 0.7 if is_fine else 1)
        if certainty is Certainty.POSSIBLE and is_fine:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLines(found)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for certainty, box in boxes.values():
        paint_triangle(painter, ink, certainty, box, scene.measures.quarter * 0.4)


def signs(scene: Scene) -> Sequence[tuple[Clash, Sign]]:
    """The clashes that can be seen; those whose events both lie to one side cannot."""
    if scene.signs is None:
        scene.signs = list(_signs(scene))
    return scene.signs


def _signs(scene: Scene) -> Iterator[tuple[Clash, Sign]]:
    whole = scene.whole()
    for place, (clash, first, second) in enumerate(scene.marks.clashes):
        left, right = _reach(scene, first[1], second[1])
        if right >= 0 and left <= scene.width and (ends := clash_ends(scene, place, whole)) is not None:
            yield clash, Sign(QLineF(*ends), _sign(scene, place, ends))


def _reach(scene: Scene, *places: int) -> tuple[float, float]:
    """From where to where two events reach, and the marks of short ones."""
    reaches, air = [scene.events.reach(place) for place in places], scene.measures.line * 4
    left, right = min(first for first, _last in reaches), max(last for _first, last in reaches)
    return scene.scale.x(left) - air, scene.scale.x(right) + air


def clash_ends(scene: Scene, place: int, room: QRectF) -> tuple[QPointF, QPointF] | None:
    """The part within a room of the line between the two events of a clash; ``None`` where there is none."""
    _clash, first, second = scene.marks.clashes[place]
    (left, top), (right, bottom) = _spot(scene, *first), _spot(scene, *second)
    across, down = right - left, bottom - top
    near, far = 0.0, 1.0
    for step, before, after in (
        (across, room.left() - left, room.right() - left),
        (down, room.top() - top, room.bottom() - top),
    ):
        if step == 0 and (before > 0 or after < 0):
            return None
        if step:
            one, other = before / step, after / step
            near, far = max(near, min(one, other)), min(far, max(one, other))
    if near > far:
        return None
    begin, end = QPointF(left + across * near, top + down * near), QPointF(left + across * far, top + down * far)
    return begin, end


def sign_of(scene: Scene, place: int) -> QRectF:
    """The triangle of a clash: in the middle of the part of its line that is in view."""
    ends = clash_ends(scene, place, scene.whole())
    return QRectF() if ends is None else _sign(scene, place, ends)


def _sign(scene: Scene, place: int, ends: tuple[QPointF, QPointF]) -> QRectF:
    side, room = scene.measures.line * 0.9, scene.whole()
    if scene.sight is not None and (nearer := clash_ends(scene, place, scene.sight)) is not None:
        ends, room = nearer, scene.sight
    middle, line = (ends[0] + ends[1]) / 2, ends[0] - ends[1]
    if abs(line.x()) + abs(line.y()) < side * 1.5:
        middle -= QPointF(side * 1.2, 0)  # the events stand close: beside them, not on them
    x = min(max(middle.x(), room.left() + side / 2), room.right() - side / 2)
    y = min(max(middle.y(), room.top() + side / 2), room.bottom() - side / 2)
    return QRectF(x - side / 2, y - side / 2, side, side)


def _spot(scene: Scene, lane: int, place: int) -> tuple[float, float]:
    """The middle of what is in sight of an event in its lane, of all of it if nothing is; across and down."""
    item = scene.item_of(place, lane)
    if item is not None:
        shift, seen = scene.shift(), scene.seen()
        left, right = item.left + shift, item.right + shift
        if left < seen.right() and right > seen.left():
            left, right = max(left, seen.left()), min(right, seen.right())
        return (left + right) / 2, scene.middle(item)
    first, last = scene.events.reach(place)
    return scene.scale.x((first + last) / 2), (scene.top(lane) + scene.top(lane + 1)) / 2


def _clock_line(scene: Scene, lane: int) -> float:
    """How far down the clocks of a lane run."""
    return scene.top(lane + 1) - scene.measures.quarter


def paint_run(painter: QPainter, scene: Scene, ink: Ink, status: ClockStatus, line: float, runs: Runs) -> None:
    """Clocks at a height: a kept limit is thin, a broken one thick, one nobody can show to be kept is in pieces."""
    role, quarter = CLOCK_ROLES[status], scene.measures.quarter
    tall = quarter * THICKNESS.get(status, 1.0)
    top = line - tall / 2
    for stretches, share in ((runs.firm, 1.0), (runs.soft, 0.3)):
        boxes = [_box(scene, stretch, top, tall) for stretch in stretches]
        if status is ClockStatus.UNPROVEN and share > 0.5:
            boxes = [piece for box in boxes for piece in _pieces(box, quarter * 2)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.colour(role, share))
        painter.drawRects([box for box in boxes if box.width() > 0])
    painter.setBrush(ink.colour(role))
    half = max(quarter / 4, 1.0)
    ends = [scene.scale.x(moment) for moment in runs.ends]
    painter.drawRects([QRectF(end - half, top - tall / 2, half * 2, tall * 2) for end in ends])


def _box(scene: Scene, stretch: Stretch, top: float, tall: float) -> QRectF:
    left, right = max(scene.scale.x(stretch[0]), 0.0), min(scene.scale.x(stretch[1]), scene.width)
    return QRectF(left, top, right - left, tall)


def _pieces(box: QRectF, long: float) -> list[QRectF]:
    """A bar cut into pieces with gaps between."""
    count = max(round(box.width() / long / 1.5), 1)
    step = box.width() / count
    return [QRectF(box.left() + step * place, box.top(), step * 2 / 3, box.height()) for place in range(count)]


def paint_triangle(painter: QPainter, ink: Ink, certainty: Certainty, box: QRectF, line: float) -> None:
    """Filled where it is certain; where it is possible the ground shows through."""
    is_filled, role = certainty is Certainty.CERTAIN, CLASH_ROLES[certainty]
    painter.setPen(ink.pen("base" if is_filled else role, line))
    painter.setBrush(ink.colour(role if is_filled else "base"))
    top = QPointF(box.center().x(), box.top())
    painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
    painter.setPen(ink.colour("base" if is_filled else role))
    words = "!" if is_filled else "?"
    painter.drawText(box.adjusted(0, box.height() * 0.18, 0, 0), Qt.AlignmentFlag.AlignCenter, words)
