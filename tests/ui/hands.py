"""What a person does with a window: looks, types, presses keys. No slot is called for them."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

PATIENCE = 10_000  # milliseconds; two slow cores


class Hands:
    """Someone at the keyboard."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self._windows: list[QWidget] = []

    def open(self, window: QWidget) -> None:
        """Bring a window to the screen and to the front."""
        self._windows.append(window)
        with self.qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        self.wait(window.isActiveWindow)

    def window(self, *parts: QWidget) -> QWidget:
        """A window with these parts below one another, on the screen."""
        made = QWidget()
        layout = QVBoxLayout(made)
        for part in parts:
            layout.addWidget(part)
        made.resize(600, 300)
        self.open(made)
        return made

    def go(self) -> None:
        """Leave: whatever is still open is closed."""
        for window in self._windows:
            if shiboken6.isValid(window):
                window.close()
                if shiboken6.isValid(window):
                    window.deleteLater()

    def press(self, keys: str, at: QWidget | None = None) -> None:
        """Press a combination of keys where the keyboard is."""
        QTest.keySequence(at or self.focus(), QKeySequence(keys))

    def type(self, text: str) -> None:
        """Type letters of any script where the keyboard is."""
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))

    def press_letter(self, letter: str, modifiers: Qt.KeyboardModifier, scan_code: int = 0) -> None:
        """Press the key of a letter on a Cyrillic layout, as the platform reports it."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = ord(letter.upper())
            QApplication.sendEvent(
                self.focus(), QKeyEvent(kind, key, modifiers, scan_code, ord(letter), 0, letter, False, 1)
            )

    def click(self, window: QWidget, text: str) -> None:
        """Press the button that says ``text``."""
        QTest.mouseClick(self.button(window, text), Qt.MouseButton.LeftButton)

    def click_at(self, widget: QWidget, place: QPoint) -> None:
        """Click somewhere in a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def button(self, window: QWidget, text: str) -> QPushButton:
        """The button that can be seen and says ``text``."""
        buttons = [one for one in window.findChildren(QPushButton) if one.isVisible()]
        return next(one for one in buttons if one.text().replace("&", "") == text)

    def can_press(self, window: QWidget, text: str) -> bool:
        """Whether a button says ``text`` and can be pressed."""
        buttons = [one for one in window.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
        return any(one.text().replace("&", "") == text for one in buttons)

    def field(self, window: QWidget, name: str) -> QLineEdit:
        """The line a screen reader calls ``name``."""
        return next(one for one in window.findChildren(QLineEdit) if one.isVisible() and one.accessibleName() == name)

    def can_read(self, window: QWidget, words: str) -> bool:
        """Whether a label that can be seen says ``words``."""
        return any(words in one.text() for one in window.findChildren(QLabel) if one.isVisible())

    def wait(self, condition: Callable[[], object]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def wait_gone(self, widget: QWidget) -> None:
        """Wait until a window is closed and deleted."""
        self.wait(lambda: not shiboken6.isValid(widget))

    def focus(self) -> QWidget:
        """What has the keyboard."""
        focus = QApplication.focusWidget() or QApplication.activeWindow()
        assert focus
        return focus
