"""One chart of the body with numbered marks, and a cross to place one with the arrow keys.

``placed`` carries the place of a click or of the cross when Enter is pressed (0 to 1 across and down), ``chosen`` the
id of a mark that was clicked, ``pointed`` what lies under the cross, in words.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.logic.body import spot_at
from desktop.ui import labels, theme
from desktop.ui.body.marks import Mark, mark_at, radius_of
from desktop.ui.body.painting import paint_chart, paint_cross, paint_marks
from desktop.ui.body.words import told_spot
from desktop.ui.language import speech
from resources.body import Chart, charts

STEP, STRIDE = 1.0, 10.0  # of the chart's units: one press of an arrow key, and one with Shift
LEAST_LINES, USUAL_LINES = 14, 26
_WAYS = {
    Qt.Key.Key_Left: (-1.0, 0.0), Qt.Key.Key_Right: (1.0, 0.0), Qt.Key.Key_Up: (0.0, -1.0), Qt.Key.Key_Down: (0.0, 1.0),
}  # fmt: skip


class BodyChart(QWidget):
    """Paints a chart as large as its room allows."""

    placed = Signal(float, float)
    chosen = Signal(str)
    pointed = Signal(str)

    def __init__(self, chart: str = "front") -> None:
        super().__init__()
        self.chart: Chart = charts()[chart]
        self.marks: Sequence[Mark] = ()
        self.cross = QPointF(0.5, 0.3)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        speech().changed.connect(self._name)
        theme.worn().changed.connect(self.update)
        self._name()

    def show_chart(self, chart: str) -> None:
        """Show another chart."""
        self.chart = charts()[chart]
        self._name()
        self.update()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks, which are all on this chart."""
        self.marks = marks
        self.update()

    def stand_at(self, x: float, y: float) -> None:
        """Move the cross."""
        self.cross = QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))
        self._tell()
        self.update()

    def frame(self) -> QRectF:
        """Where on the widget the chart lies, in pixels."""
        scale = min(self.width() / self.chart.width, self.height() / self.chart.height)
        size = self.chart.width * scale, self.chart.height * scale
        return QRectF((self.width() - size[0]) / 2, (self.height() - size[1]) / 2, *size)

    def point(self, x: float, y: float) -> QPointF:
        """Where on the widget a place of the chart (0 to 1) lies."""
        frame = self.frame()
        return QPointF(frame.x() + x * frame.width(), frame.y() + y * frame.height())

    def sizeHint(self) -> QSize:
        """High enough to read, as wide as the chart is then."""
        high = theme.unit() * 4 * USUAL_LINES
        return QSize(round(high * max(self.chart.width / self.chart.height, 0.6)), high)

    def minimumSizeHint(self) -> QSize:
        """Never so small that marks cannot be told apart."""
        high = theme.unit() * 4 * LEAST_LINES
        return QSize(round(high * 0.6), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure, the marks and, with the keyboard here, the cross."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.frame()
        paint_chart(painter, frame, self.chart)
        paint_marks(painter, [(mark, self.point(mark.x, mark.y)) for mark in self.marks])
        if self.hasFocus():
            paint_cross(painter, frame, self.point(self.cross.x(), self.cross.y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a mark chooses it; anywhere else it places one."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        found = mark_at([(mark, self.point(mark.x, mark.y)) for mark in self.marks], event.position())
        if found:
            self.chosen.emit(found.id)
            return
        frame = self.frame()
        if frame.contains(event.position()):
            inside = event.position() - frame.topLeft()
            self.stand_at(inside.x() / frame.width(), inside.y() / frame.height())
            self.placed.emit(self.cross.x(), self.cross.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the cross, farther with Shift; Enter or Space places a mark there, or chooses the one there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not _is_commanding(event):
            self._act()
        elif event.key() in _WAYS:
            across, down = _WAYS[Qt.Key(event.key())]
            step = STRIDE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            self.stand_at(
                self.cross.x() + across * step / self.chart.width, self.cross.y() + down * step / self.chart.height
            )
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the cross stands."""
        super().focusInEvent(event)
        self._tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The cross goes."""
        super().focusOutEvent(event)
        self.update()

    def _act(self) -> None:
        here = self.point(self.cross.x(), self.cross.y())
        found = mark_at([(mark, self.point(mark.x, mark.y)) for mark in self.marks], here, radius_of(self.font()) / 2)
        if found:
            self.chosen.emit(found.id)
        else:
            self.placed.emit(self.cross.x(), self.cross.y())

    def _tell(self) -> None:
        words = told_spot(spot_at(self.chart, self.cross.x(), self.cross.y()))
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.pointed.emit(words)

    def _name(self) -> None:
        self.setAccessibleName(labels.term("body-charts", self.chart.id))
        self._tell()
        self.update()


def _is_commanding(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
