"""Painting the events: points, ranges, stays, several together, and crowds as heights."""

from collections import defaultdict
from collections.abc import Iterable
from math import log2

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter

from desktop.ui.timeline.ink import FAINT, HOLLOW, Ink, colour_of
from desktop.ui.timeline.page import Crowd, Item
from desktop.ui.timeline.scene import Scene
from desktop.ui.timeline.signs import outlined, paint_signs

FULL_HEIGHT = 10.0  # a bar of 1,023 events (two to the tenth, less one) fills its lane
WIDE = 30.0  # in lines of text: bars longer than this have plain corners
NOWHERE = Qt.PenStyle.NoPen


def paint_events(painter: QPainter, scene: Scene, ink: Ink) -> None:
    """Everything that happened in view."""
    shift = scene.shift()
    seen = [item for item in scene.page.items if _end(item) + shift >= 0 and item.left + shift <= scene.width]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for crowd in scene.page.crowds:
        _paint_crowd(painter, scene, ink, crowd)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for item in seen:
        if item.parts is not None and not _is_point(scene, item):
            _paint_span(painter, scene, ink, item)
    _paint_points(painter, scene, ink, [item for item in seen if _is_point(scene, item)])
    for item in seen:
        if item.parts is None:
            _paint_several(painter, scene, ink, item)
    _paint_labels(painter, scene, ink, seen)


def paint_focus(painter: QPainter, scene: Scene, ink: Ink) -> None:
    """A ring round the chosen event in each of its lanes; in a crowd, a line where it stands."""
    if scene.focus is None:
        return
    first, last = scene.events.reach(scene.focus)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(ink.pen("text", scene.measures.quarter * 0.4))
    gap = scene.measures.quarter * 0.7
    for lane in scene.lanes_of(scene.focus):
        item = scene.item_of(scene.focus, lane)
        if item is not None:
            box = box_of(scene, item).adjusted(-gap, -gap / 2, gap, gap / 2)
            painter.drawRoundedRect(box, gap * 1.5, gap * 1.5)
        elif any(crowd.lane == lane for crowd in scene.page.crowds):
            x = scene.scale.x((first + last) / 2)
            painter.drawLine(QPointF(x, scene.top(lane)), QPointF(x, scene.top(lane + 1)))


def box_of(scene: Scene, item: Item) -> QRectF:
    """Where the body of an item stands."""
    tall = scene.measures.mark if _is_point(scene, item) else scene.measures.bar
    return QRectF(item.left + scene.shift(), scene.middle(item) - tall / 2, item.right - item.left, tall)


def _end(item: Item) -> float:
    """Where an item ends, label and all."""
    return max(item.right, item.text_left + item.room)


def _is_point(scene: Scene, item: Item) -> bool:
    return item.parts is not None and item.right - item.left <= scene.measures.mark * 1.01


def _paint_points(painter: QPainter, scene: Scene, ink: Ink, items: Iterable[Item]) -> None:
    shift, mark = scene.shift(), scene.measures.mark
    spots: defaultdict[str, list[QPointF]] = defaultdict(list)
    for item in items:
        spot = QPointF((item.left + item.right) / 2 + shift, scene.middle(item))
        spots[scene.events.standings[item.found.place]].append(spot)
    for standing, places in spots.items():
        paint_signs(painter, ink, standing, places, mark)


def _paint_several(painter: QPainter, scene: Scene, ink: Ink, item: Item) -> None:
    box = box_of(scene, item)
    painter.setPen(ink.pen("edge"))
    painter.setBrush(ink.colour("hover"))
    painter.drawRoundedRect(box, box.height() / 3, box.height() / 3)
    painter.setPen(ink.colour("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, item.text)


def _paint_span(painter: QPainter, scene: Scene, ink: Ink, item: Item) -> None:
    """What is sure in full, what is possible hatched; a side without a bound fades away."""
    parts = item.parts
    if parts is None:
        return
    standing = scene.events.standings[item.found.place]
    role, box, corner = colour_of(standing), box_of(scene, item), scene.measures.bar / 4
    box.setLeft(max(box.left(), -corner * 2))
    box.setRight(min(box.right(), scene.width + corner * 2))
    firm = _firm(scene, item, box)
    pen = ink.pen(role, max(1.0, scene.measures.quarter / 4), 1.0 if parts.is_stay else FAINT)
    painter.setPen(outlined(pen, standing))
    painter.setBrush(ink.colour("base") if standing in HOLLOW or not firm.width() else ink.pale(role))
    if box.width() > scene.measures.line * WIDE:  # smooth corners of a wide bar cost more than they show
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawRect(box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    else:
        painter.drawRoundedRect(box, corner, corner)
    for left, right in ((box.left(), firm.left()), (firm.right(), box.right())):
        if right - left > 1:
            soft = QRectF(left, box.top(), right - left, box.height()).adjusted(1, 1, -1, -1)
            painter.fillRect(soft, ink.colour("base"))
            painter.fillRect(soft, ink.hatch(role))
    _fade(painter, scene, ink, box, is_open=(parts.is_open_before, parts.is_open_after))


def _firm(scene: Scene, item: Item, box: QRectF) -> QRectF:
    """The part of a bar that is sure; nothing at its right end where no moment is."""
    parts = item.parts
    if parts is None or parts.firm_to < parts.firm_from:
        return QRectF(box.right(), box.top(), 0, box.height())
    left = min(max(scene.scale.x(parts.firm_from), box.left()), box.right())
    right = min(max(scene.scale.x(parts.firm_to), left), box.right())
    return QRectF(left, box.top(), right - left, box.height())


def _fade(painter: QPainter, scene: Scene, ink: Ink, box: QRectF, *, is_open: tuple[bool, bool]) -> None:
    """Let the ground come over an end that has no bound."""
    reach = min(scene.measures.line * 2, box.width() * 0.6)
    for is_fading, from_x, to_x in ((is_open[0], box.left() - 2, box.left() + reach),
                                    (is_open[1], box.right() + 2, box.right() - reach)):  # fmt: skip
        if is_fading:
            fade = QLinearGradient(from_x, 0, to_x, 0)
            fade.setColorAt(0, ink.colour("base"))
            fade.setColorAt(0.25, ink.colour("base"))
            fade.setColorAt(1, ink.colour("base", 0.0))
            left = min(from_x, to_x)
            painter.fillRect(QRectF(left, box.top() - 2, abs(to_x - from_x), box.height() + 4), QBrush(fade))


def _paint_labels(painter: QPainter, scene: Scene, ink: Ink, items: Iterable[Item]) -> None:
    shift, measures, ground = scene.shift(), scene.measures, ink.colour("base", 0.85)
    base = (measures.metrics.ascent() - measures.metrics.descent()) / 2
    painter.setPen(ink.colour("text"))
    for item in items:
        if item.parts is None or not item.room:
            continue
        left, room, is_on_hatching = item.text_left + shift, item.room, False
        if item.is_inside:
            left, room, is_on_hatching = _inside(scene, item)
        if left + room < 0 or left > scene.width or room < measures.letter:
            continue
        text = item.text
        if room < measures.width(text) - 0.5:
            text = measures.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        if is_on_hatching:  # slanted lines under words are hard to read
            gap = measures.quarter * 0.75
            painter.fillRect(
                QRectF(left - gap, scene.middle(item) - measures.line / 2, room + gap * 2, measures.line), ground
            )
        painter.drawText(QPointF(left, scene.middle(item) + base), text)


def _inside(scene: Scene, item: Item) -> tuple[float, float, bool]:
    """Where a label in a bar begins, its room, and whether it stands on hatching; it stays in view while the bar is."""
    shift, gap, sight = scene.shift(), scene.measures.quarter, scene.seen().left()
    firm = _firm(scene, item, box_of(scene, item))
    left = max(item.left + shift, min(sight, item.right + shift)) + gap
    firm_left = max(firm.left(), min(sight, firm.right())) + gap
    if firm.right() - gap - firm_left >= item.room:
        return firm_left, item.room, False
    return left, min(item.room, item.right + shift - gap - left), True


def _paint_crowd(painter: QPainter, scene: Scene, ink: Ink, crowd: Crowd) -> None:
    shift, top, bottom = scene.shift(), scene.top(crowd.lane), scene.top(crowd.lane + 1)
    floor, tall = bottom - scene.measures.quarter / 2, bottom - top - scene.measures.quarter * 1.5
    if crowd.bands:
        painter.setPen(NOWHERE)
        painter.setBrush(ink.colour("accent", 0.12))
        bands = [(max(left + shift, 0.0), min(right + shift, scene.width)) for left, right in crowd.bands]
        painter.drawRects(
            [QRectF(left, top + 1, right - left, bottom - top - 2) for left, right in bands if right > left]
        )
    begin = max(int((-crowd.left - shift) / crowd.bar), 0)
    end = min(int((scene.width - crowd.left - shift) / crowd.bar) + 1, len(crowd.heights))
    wide = max(crowd.bar - 1, 1.0)
    bars: list[QRectF] = []
    for place in range(begin, end):
        count = crowd.heights[place]
        if count:
            height = min(log2(1 + count) / FULL_HEIGHT, 1.0) * tall
            bars.append(QRectF(crowd.left + shift + place * crowd.bar, floor - height, wide, height))
    painter.setPen(NOWHERE)
    painter.setBrush(ink.colour("accent"))
    painter.drawRects(bars)
