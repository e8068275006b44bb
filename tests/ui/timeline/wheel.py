"""The wheel of a mouse."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.ui.timeline.canvas import Canvas

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def turn(canvas: Canvas, notches: int, x: float, y: float = 300, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Turn the wheel with the pointer somewhere."""
    spot = QPointF(x, y)
    QApplication.sendEvent(
        canvas,
        QWheelEvent(
            spot, canvas.mapToGlobal(spot), QPoint(), QPoint(0, notches * 120), Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip
