"""The drawing as pixels, painted somewhat beyond the view: moving along it copies them instead of painting anew.

Coming nearer stretches them for the moment it takes until nobody waits and they are painted anew.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil, floor

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.ui import theme
from desktop.ui.timeline.board import Board
from desktop.ui.timeline.ink import Ink
from desktop.ui.timeline.scale import Scale
from desktop.ui.timeline.scene import Scene
from desktop.ui.timeline.ticks import axis

Paint = Callable[[QPainter, Scene, Ink], None]
REST_MS = 80  # after so long without a movement it is painted anew, with every label in sight
LEAST = 0.5  # of the view: with less than this in the picture nothing is stretched
NEAR = 0.1  # of the width or height: with less than this left on a side it is time for another picture


@dataclass(frozen=True, slots=True)
class _Taken:
    """Pixels of the lanes, of the axis above and of the names beside them, and where the view stood in them."""

    shown: tuple[object, ...]
    scale: Scale
    scroll: float
    spot: QPointF
    lanes: QPixmap
    axis: QPixmap
    names: QPixmap


class Picture:
    """``paints`` are what paints lanes, axis and names of a scene, each from its own corner."""

    def __init__(self, widget: QWidget, board: Board, paints: tuple[Paint, Paint, Paint]) -> None:
        self._widget, self._board, self._paints = widget, board, paints
        self._taken: _Taken | None = None
        self._view: tuple[object, ...] = ()  # what was asked for last
        self._rest = QTimer(widget, singleShot=True)
        self._rest.timeout.connect(self._prepare)

    def paint(self, painter: QPainter, ink: Ink) -> None:
        """Paint the view: copied or stretched where the picture has it, and see to the next movement."""
        board, wait = self._board, REST_MS
        spot = self._spot(ink)
        if spot is not None:
            self._copy(painter, ink, QRectF(spot, _size(board)))
            wait = REST_MS if self.is_ample(ink) else 0
        elif self._stretch(painter, ink):
            wait = 0
        else:
            self.take(ink, is_wide=False)
            self._copy(painter, ink, QRectF(QPointF(), _size(board)))
        view = (board.version, board.focus, board.scale, board.scroll, ink)
        if view != self._view:
            self._view = view
            self._rest.start(wait)

    def _prepare(self) -> None:
        """Paint anew as soon as nobody waits: what was stretched, and what lies round the view for the next movement.

        Once more when it rests, so that labels come into sight.
        """
        is_resting, ink = self._rest.interval() > 0, Ink(theme.colours())
        self.take(ink, is_wide=is_resting or self._spot(ink) is not None)
        self._widget.update()
        if not is_resting:
            self._rest.start(REST_MS)

    def _stretch(self, painter: QPainter, ink: Ink) -> bool:
        """Show the view at another pace, stretched; false where there is too little of it, or something else."""
        board, taken = self._board, self._taken
        if taken is None or board.scale.pace == taken.scale.pace or taken.shown != self._shown(ink):
            return False
        ratio = board.scale.pace / taken.scale.pace
        left = taken.spot.x() + (board.scale.start - taken.scale.start) / taken.scale.pace
        part = QRectF(left, taken.spot.y() + board.scroll - taken.scroll, board.width * ratio, board.height)
        seen = part.intersected(_room(taken))
        if seen.height() < part.height() or seen.width() < part.width() * LEAST:
            return False
        painter.fillRect(self._widget.rect(), ink.colour("base"))
        self._copy(painter, ink, seen, (seen.left() - part.left()) / ratio, seen.width() / ratio)
        return True

    def is_ample(self, ink: Ink) -> bool:
        """Whether it has the view and enough round it, wherever there is more to show."""
        board, spot, taken = self._board, self._spot(ink), self._taken
        if spot is None or taken is None:
            return False
        room, air, head = _room(taken), board.width * NEAR, board.height * NEAR
        below = board.stack.tall() - board.height - board.scroll
        return (
            air <= spot.x() <= room.width() - air - board.width
            and min(head, board.scroll) <= spot.y() + 1
            and spot.y() + board.height <= room.height() - min(head, below - 1)
        )

    def take(self, ink: Ink, *, is_wide: bool) -> None:
        """Paint the view; if ``is_wide``, with what lies round it."""
        board = self._board
        is_kept = not is_wide or self.is_ample(ink)
        scene, air = board.scene(is_wide=not is_kept), board.height * board.BEYOND if is_wide else 0.0
        left, right = ceil(scene.page.left + scene.shift()), floor(scene.page.right + scene.shift())
        if not is_wide:
            left, right = 0, ceil(board.width)
        up = floor(min(air, board.scroll))
        down = floor(min(air, max(board.stack.tall() - board.height - board.scroll, 0)))
        spot, scale = QPointF(-left, up), board.scale.panned(left)
        beyond = replace(
            scene, scale=scale, width=right - left, height=board.height + up + down, scroll=board.scroll - up,
            sight=QRectF(spot, _size(board)), axis=axis(scale, right - left, board.measures.letter, board.zone),
        )  # fmt: skip
        lanes, above, beside = self._paints
        self._taken = _Taken(
            self._shown(ink), board.scale, board.scroll, spot,
            self._painted(lanes, beyond, ink, beyond.width, beyond.height),
            self._painted(above, beyond, ink, beyond.width, board.measures.axis),
            self._painted(beside, beyond, ink, board.measures.names, beyond.height),
        )  # fmt: skip

    def _copy(self, painter: QPainter, ink: Ink, part: QRectF, right: float = 0, width: float | None = None) -> None:
        """Copy a part of the picture into the view, so far to the right and so wide."""
        taken, names, axis = self._taken, self._board.measures.names, self._board.measures.axis
        if taken is None:
            return
        wide = part.width() if width is None else width
        _lay(painter, QRectF(names + right, axis, wide, part.height()), taken.lanes, part)
        _lay(painter, QRectF(names + right, 0, wide, axis), taken.axis, QRectF(part.x(), 0, part.width(), axis))
        beside = QRectF(0, part.y(), names, part.height())
        _lay(painter, QRectF(0, axis, names, part.height()), taken.names, beside)
        painter.fillRect(QRectF(0, 0, names, axis), ink.colour("window"))

    def _painted(self, paint: Paint, scene: Scene, ink: Ink, width: float, height: float) -> QPixmap:
        ratio = self._widget.devicePixelRatioF()
        made = QPixmap(ceil(width * ratio), ceil(height * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(ink.colour("window"))
        painter = QPainter(made)
        painter.setFont(scene.measures.font)
        paint(painter, scene, ink)
        painter.end()
        return made

    def _spot(self, ink: Ink) -> QPointF | None:
        """Where in the picture the view begins; ``None`` where not all of it is there, or it shows something else."""
        board, taken = self._board, self._taken
        if taken is None or board.scale.pace != taken.scale.pace or taken.shown != self._shown(ink):
            return None
        across = round((board.scale.start - taken.scale.start) / board.scale.pace)
        spot = taken.spot + QPointF(across, round(board.scroll - taken.scroll))
        return spot if _room(taken).contains(QRectF(spot, _size(board))) else None

    def _shown(self, ink: Ink) -> tuple[object, ...]:
        """What a picture is of: with another of these it shows something else."""
        board = self._board
        return (board.version, board.focus, ink, board.width, board.height, self._widget.devicePixelRatioF())


def _room(taken: _Taken) -> QRectF:
    return QRectF(QPointF(), taken.lanes.deviceIndependentSize())


def _size(board: Board) -> QSizeF:
    return QSizeF(board.width, board.height)


def _lay(painter: QPainter, into: QRectF, pixels: QPixmap, part: QRectF) -> None:
    ratio = pixels.devicePixelRatio()
    source = QRect(
        round(part.x() * ratio), round(part.y() * ratio), round(part.width() * ratio), round(part.height() * ratio)
    )
    painter.drawPixmap(into.toRect(), pixels, source)
