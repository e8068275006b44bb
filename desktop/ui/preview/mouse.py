"""Choosing text with the mouse: drag, Shift and click, double click for a word, a third click for its line."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.ui.preview.chooser import Chooser
from desktop.ui.preview.pdf_view import PdfView

SCROLL_MILLISECONDS = 40
NEAR = 10  # points within which a click counts as at the same place


class Mouse(QObject):
    """Watches the mouse over a view and moves the passage of its chooser."""

    def __init__(self, view: PdfView, chooser: Chooser) -> None:
        super().__init__(view)
        self._view, self._chooser = view, chooser
        self._held_at: QPoint | None = None
        self._clicked_twice_at = QPoint()
        self._scroll = QTimer(self, interval=SCROLL_MILLISECONDS)
        self._scroll.timeout.connect(self._scroll_on)
        self._third = QTimer(self, interval=QApplication.doubleClickInterval(), singleShot=True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press, move, release and double click of the left button are ours."""
        if not isinstance(event, QMouseEvent):
            return False
        point, kind = event.position().toPoint(), event.type()
        if kind is QEvent.Type.MouseMove:
            self._drag(point) if self._held_at else self._point_at(point)
            return False
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        if kind is QEvent.Type.MouseButtonPress:
            self._press(point, is_extending=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif kind is QEvent.Type.MouseButtonDblClick:
            self._clicked_twice_at = point
            self._third.start()
            self._chooser.take_around(point, is_line=False)
        elif kind is QEvent.Type.MouseButtonRelease:
            self._held_at = None
            self._scroll.stop()
            self._chooser.tell()
        return False

    def _press(self, point: QPoint, *, is_extending: bool) -> None:
        if self._third.isActive() and (point - self._clicked_twice_at).manhattanLength() < NEAR:
            self._chooser.take_around(point, is_line=True)
            return
        self._held_at = point
        if not is_extending:
            self._chooser.choose(None)
        self._chooser.take_until(point)

    def _drag(self, point: QPoint) -> None:
        self._held_at = point
        self._chooser.take_until(point)
        is_outside = not self._view.viewport().rect().contains(point)
        if is_outside and not self._scroll.isActive():
            self._scroll.start()
        elif not is_outside:
            self._scroll.stop()

    def _scroll_on(self) -> None:
        """While the pointer is held outside, the pages move towards it."""
        if self._held_at is None:
            return
        view = self._view.viewport().rect()
        for bar, at, low, high in (
            (self._view.verticalScrollBar(), self._held_at.y(), view.top(), view.bottom()),
            (self._view.horizontalScrollBar(), self._held_at.x(), view.left(), view.right()),
        ):
            bar.setValue(bar.value() + min(at - low, 0) + max(at - high, 0))
        self._chooser.take_until(self._held_at)

    def _point_at(self, point: QPoint) -> None:
        place = self._view.place_of(point)
        text = self._view.texts.find(place.page) if place else None
        is_text = bool(place and text and text.is_on_text(place.x, place.y))
        self._view.viewport().setCursor(Qt.CursorShape.IBeamCursor if is_text else Qt.CursorShape.ArrowCursor)
