"""Wheel, pinch, drag and clicks on the drawing.

The wheel brings time nearer at the pointer; with Shift it moves along time, over the names it moves the lanes.
"""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip

from desktop.i18n import ngettext
from desktop.ui.timeline.canvas import Canvas
from desktop.ui.timeline.keys import ZOOM, confront, press
from desktop.ui.timeline.overlay import clocks_at
from desktop.ui.timeline.pointing import clash_at, item_at, nearest_at
from desktop.ui.timeline.wording import told

NOTCH = 120  # what Qt counts for one notch of a wheel
INTO_SEVERAL = 0.5  # of the width, taken by what was several together after a click on it
BUTTON = Qt.MouseButton.LeftButton


class Gestures(QObject):
    """Turns what hands do on a canvas into what it shows; a child of the canvas."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._pressed: QPointF | None = None
        self._is_dragging = False
        canvas.grabGesture(Qt.GestureType.PinchGesture)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt asks before the canvas sees an event; true when it was meant for us."""
        match event:
            case QWheelEvent():
                is_ours = self._turn(event)
            case QKeyEvent() if event.type() is QEvent.Type.KeyPress:
                is_ours = press(self._canvas, event)
            case QNativeGestureEvent():
                is_ours = self._pinch(event)
            case QMouseEvent():
                is_ours = self._move(event)
            case QHelpEvent() if event.type() is QEvent.Type.ToolTip:
                is_ours = self._tell(event)
            case QGestureEvent():
                is_ours = self._spread(event)
            case _:
                is_ours = False
        return is_ours

    def _turn(self, event: QWheelEvent) -> bool:
        canvas, turn = self._canvas, event.angleDelta()
        spot = _spot(canvas, event.position())
        notches, aside = turn.y() / NOTCH, turn.x() / NOTCH
        line = canvas.board.measures.line * 3
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(aside) > abs(notches):
            canvas.pan(-(notches or aside) * line if not aside else -aside * line)
        elif spot.x() < 0:
            canvas.pan(0, -notches * line)
        else:
            canvas.zoom(ZOOM**notches, spot.x())
        return True

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._canvas.zoom(max(1 + event.value(), 0.1), _spot(self._canvas, event.position()).x())
        return True

    def _spread(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self._canvas.zoom(pinch.scaleFactor() or 1.0, _spot(self._canvas, pinch.centerPoint()).x())
        event.accept(pinch)
        return True

    def _move(self, event: QMouseEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() is BUTTON:
                self._pressed, self._is_dragging = event.position(), False
            case QEvent.Type.MouseMove if self._pressed is not None:
                self._drag(event.position())
            case QEvent.Type.MouseMove:
                self._point(event.position())
            case QEvent.Type.MouseButtonRelease if self._pressed is not None:
                if not self._is_dragging:
                    self._click(event.position())
                self._pressed, self._is_dragging = None, False
            case QEvent.Type.MouseButtonDblClick:
                self._canvas.open()
            case _:
                return False
        return False

    def _drag(self, position: QPointF) -> None:
        before = self._pressed or position
        if not self._is_dragging and (position - before).manhattanLength() < QApplication.startDragDistance():
            return
        self._is_dragging, self._pressed = True, position
        self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._canvas.pan(before.x() - position.x(), before.y() - position.y())

    def _point(self, position: QPointF) -> None:
        scene, spot = self._canvas.board.scene(), _spot(self._canvas, position)
        is_over = spot.x() >= 0 and spot.y() >= 0 and (item_at(scene, spot) or clash_at(scene, spot))
        self._canvas.setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)

    def _click(self, position: QPointF) -> None:
        """Choose what is there; several together are spread out instead."""
        canvas, board = self._canvas, self._canvas.board
        self._point(position)
        scene, spot = board.scene(), _spot(canvas, position)
        if spot.x() < 0 or spot.y() < 0:
            return
        clash, item = clash_at(scene, spot), item_at(scene, spot)
        if clash is not None:
            chosen = board.events.ids[board.focus] if board.focus is not None else ""
            canvas.choose(board.events.place_of(clash.second if chosen == clash.first else clash.first))
            confront(canvas, clash)
        elif item is not None and item.parts is None and item.found.last > item.found.first:
            canvas.zoom(board.width * INTO_SEVERAL / max(item.right - item.left, 1.0), (item.left + item.right) / 2
                        + scene.shift())  # fmt: skip
        else:
            canvas.choose(item.found.place if item is not None else nearest_at(board, scene, spot))

    def _tell(self, event: QHelpEvent) -> bool:
        board, spot = self._canvas.board, _spot(self._canvas, QPointF(event.pos()))
        scene = board.scene()
        clash, item = clash_at(scene, spot), item_at(scene, spot)
        text = ""
        if clash is not None:
            text = clash.text
        elif item is not None and item.parts is not None:
            text = "\n".join(told(board, item.found.place))
        elif item is not None:
            text = ngettext("{count} event", "{count} events", item.found.size).format(count=item.found.size)
        elif clocks := clocks_at(scene, spot):
            text = "\n".join(clock.title for clock in clocks)
        elif spot.x() < 0 and (lane := board.stack.lane_at(spot.y() + board.scroll)) is not None:
            text = scene.name(scene.lanes[lane])
        QToolTip.showText(event.globalPos(), text, self._canvas)
        return True


def _spot(canvas: Canvas, place: QPointF) -> QPointF:
    """A place of the canvas as one of the lanes' area."""
    return place - QPointF(canvas.board.measures.names, canvas.board.measures.axis)
