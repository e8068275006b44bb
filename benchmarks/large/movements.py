"""What a user does with a list or a line: each movement, then a moment for the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

from benchmarks.large.watch import PACE, Step


def turn_wheel(table: QTableView, times: int) -> Step:
    """Turn the wheel over a table, two notches at a time."""
    port = table.viewport()
    middle = QPointF(port.rect().center())
    for _turn in range(times):
        QApplication.sendEvent(port, QWheelEvent(
            middle, QPointF(port.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        ))  # fmt: skip
        yield


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """Press a key in a widget and let it go."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def page_down(table: QTableView, most: int = 1500) -> Step:
    """Go to the end with PgDn."""
    for _page in range(most):
        before = table.currentIndex().row()
        press(table, Qt.Key.Key_PageDown)
        yield
        model = table.model()
        if table.currentIndex().row() == before == model.rowCount() - 1 and not model.canFetchMore(table.rootIndex()):
            return


def sort(table: QTableView, column: int) -> Step:
    """Sort by a column, as a click on its header does."""
    table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    yield


def type_in(line: QLineEdit, text: str) -> Step:
    """Type into a line, and take it out again."""
    line.setFocus()
    for sign in text:
        press(line, Qt.Key.Key_unknown, sign)
        yield
    yield from rest(0.5)
    for _sign in text:
        press(line, Qt.Key.Key_Backspace)
        yield


def rest(seconds: float) -> Step:
    """Wait while the window works."""
    for _pause in range(round(seconds * 1000 / PACE)):
        yield


def once(act: Callable[[], object]) -> Step:
    """Do one thing."""
    act()
    yield


def choose(line: QLineEdit, text: str) -> Step:
    """Type a choice and take it."""
    line.setFocus()
    for sign in text:
        press(line, Qt.Key.Key_unknown, sign)
        yield
    press(line, Qt.Key.Key_Return)
    yield from rest(0.3)
