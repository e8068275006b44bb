"""All of time in one strip: how much happened when, and the part in view as a window that can be dragged."""

from bisect import bisect_left
from itertools import pairwise
from math import ceil, log2

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.i18n import N_
from desktop.ui import theme
from desktop.ui.language import Texts
from desktop.ui.timeline.board import Board
from desktop.ui.timeline.furniture import LEFT
from desktop.ui.timeline.ink import Ink
from desktop.ui.timeline.scale import Scale, fitted
from desktop.ui.timeline.ticks import axis

LINES = 2.6  # how tall the strip is, in lines of text: bars, and the calendar below them
BAR_LETTERS = 0.5
FULL = 6.0  # a bar of 63 events (two to the sixth, less one) is full, where none is taller
STEP = 0.2  # of the part in view, for an arrow key


class Overview(QWidget):
    """``moved`` tells that another part of time is in view; the board shows it already."""

    moved = Signal()

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._board = board
        self._heights: tuple[tuple[int, Scale], list[int]] | None = None
        self._painted: tuple[tuple[object, ...], QPixmap] | None = None
        self._held: float | None = None  # how far right of the middle of the frame it is held
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        texts = Texts(self)
        texts.put(self.setAccessibleName, N_("All of time, with the part in view"))
        texts.put(self.setToolTip, N_("Drag to another part of time"))
        theme.worn().changed.connect(self.updateGeometry)

    def whole(self) -> Scale:
        """All of time in the width of the strip."""
        return fitted(*(self._board.events.extent or (0, 1)), self._room().width())

    def frame(self) -> QRectF:
        """The part in view."""
        board, whole, room = self._board, self.whole(), self._room()
        left = min(max(whole.x(board.scale.start), 0.0), room.width())
        right = min(max(whole.x(board.scale.moment(board.width)), left), room.width())
        least = board.measures.quarter
        return QRectF(room.left() + min(left, room.width() - least), 0, max(right - left, least), room.height())

    def sizeHint(self) -> QSize:
        """As wide as there is room, a few lines tall."""
        return QSize(round(self._board.measures.names * 2), round(self._board.measures.line * LINES))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heights, the calendar and the frame."""
        painter, ink, room = QPainter(self), Ink(theme.colours()), self._room()
        painter.drawPixmap(0, 0, self._ground(ink, room))
        frame = self.frame()
        shade = ink.colour("window", 0.45)
        painter.fillRect(QRectF(room.left(), 0, frame.left() - room.left(), room.height()), shade)
        painter.fillRect(QRectF(frame.right(), 0, room.right() - frame.right(), room.height()), shade)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(ink.pen("line"))
        painter.drawRect(room.adjusted(0, 0, -1, -1))
        painter.setPen(ink.pen("accent", max(2.0, self._board.measures.quarter / 3)))
        painter.drawRect(frame.adjusted(1, 1, -1, -1))
        if self.hasFocus():
            painter.setPen(ink.pen("accent", 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame, or bring it to where one presses."""
        if event.button() is Qt.MouseButton.LeftButton:
            frame = self.frame()
            is_on_it = frame.left() <= event.position().x() <= frame.right()
            self._held = event.position().x() - frame.center().x() if is_on_it else 0.0
            self._bring(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The frame follows the hand."""
        if self._held is not None:
            self._bring(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the frame."""
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        self._board.look(self._board.scale.panned(way * STEP * self._board.width))
        self._tell()

    def _bring(self, x: float) -> None:
        room, board = self._room(), self._board
        middle = self.whole().moment(x - room.left() - (self._held or 0.0))
        board.look(board.scale.centred(middle, board.width))
        self._tell()

    def _tell(self) -> None:
        self.update()
        self.moved.emit()

    def _room(self) -> QRectF:
        names = self._board.measures.names
        return QRectF(names, 0, max(self.width() - names, 1.0), self.height())

    def _ground(self, ink: Ink, room: QRectF) -> QPixmap:
        """Heights and calendar, painted once for as long as they stay as they are."""
        ratio, board = self.devicePixelRatioF(), self._board
        asked = (board.version, len(board.events), ink, self.size(), ratio)
        if self._painted is None or self._painted[0] != asked:
            made = QPixmap(self.size() * ratio)
            made.setDevicePixelRatio(ratio)
            made.fill(ink.colour("window"))
            painter = QPainter(made)
            painter.fillRect(room, ink.colour("base"))
            self._paint_calendar(painter, ink, room)
            self._paint_heights(painter, ink, room)
            painter.end()
            self._painted = (asked, made)
        return self._painted[1]

    def _paint_calendar(self, painter: QPainter, ink: Ink, room: QRectF) -> None:
        """Lines where the ticks are; below them years, or the days, months or years the ticks stand in."""
        measures, whole = self._board.measures, self.whole()
        found = axis(whole, room.width(), measures.letter * 1.5, self._board.zone)
        painter.setPen(ink.pen("line"))
        across = [whole.x(tick.moment) for tick in found.ticks]
        painter.drawLines([QLineF(room.left() + x, 0, room.left() + x, room.height()) for x in across if x >= 0])
        painter.setFont(measures.font)
        painter.setPen(ink.colour("muted"))
        told = found.ticks if found.is_in_years else found.spans
        ends = [whole.x(tick.moment) for tick in told[1:]] + [room.width()]
        for tick, end in zip(told, ends, strict=False):
            left = max(whole.x(tick.moment), 0.0) + measures.quarter
            if end - left >= measures.width(tick.label):
                box = QRectF(room.left() + left, room.height() - measures.line, end - left, measures.line)
                painter.drawText(box, LEFT, tick.label)

    def _paint_heights(self, painter: QPainter, ink: Ink, room: QRectF) -> None:
        measures = self._board.measures
        bar, heights = measures.letter * BAR_LETTERS, self._counted()
        floor = room.height() - measures.line
        full = max(FULL, log2(1 + max(heights, default=0)))
        tall = [log2(1 + count) / full * (floor - measures.quarter) for count in heights]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.colour("accent"))
        painter.drawRects(
            [
                QRectF(room.left() + place * bar, floor - height, max(bar - 1, 1.0), height)
                for place, height in enumerate(tall)
                if height
            ]
        )

    def _counted(self) -> list[int]:
        """How many events begin in each bar; counted anew when events came or the strip got another width."""
        board, whole = self._board, self.whole()
        asked = (len(board.events), whole)
        if self._heights is None or self._heights[0] != asked:
            bar = board.measures.letter * BAR_LETTERS
            firsts = board.events.firsts if board.events.is_sorted else sorted(board.events.firsts)
            edges = [whole.moment(bar * place) for place in range(ceil(self._room().width() / bar) + 1)]
            places = [bisect_left(firsts, edge) for edge in edges]
            self._heights = (asked, [after - before for before, after in pairwise(places)])
        return self._heights[1]
