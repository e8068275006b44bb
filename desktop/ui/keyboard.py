"""Shortcuts under Cyrillic layouts: with Ctrl down, a letter counts as the Latin key it sits on.

On X11 Qt looks the Latin key up by itself; elsewhere, and from input methods and remote desktops, Ctrl+С arrives as a
Cyrillic letter. The rows below are the printed layouts, Russian and Kazakh, key by key over a US keyboard.
"""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.actions import Actions

LATIN = "`QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,./"
RUSSIAN = "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ."
KAZAKH_DIGITS = {"Ә": "2", "І": "3", "Ң": "4", "Ғ": "5", "Ү": "8", "Ұ": "9", "Қ": "0", "Ө": "-", "Һ": "="}
LATIN_KEY_OF = {
    cyrillic: latin for cyrillic, latin in zip(RUSSIAN, LATIN, strict=True) if cyrillic != "."
} | KAZAKH_DIGITS
FIRST_CYRILLIC, LAST_CYRILLIC = 0x0400, 0x04FF


def latin_key(event: QKeyEvent) -> Qt.Key | None:
    """The Latin key under a Cyrillic letter, or nothing when the event carries none."""
    letter = chr(event.key()) if FIRST_CYRILLIC <= event.key() <= LAST_CYRILLIC else event.text()
    latin = LATIN_KEY_OF.get(letter.upper())
    return Qt.Key(ord(latin)) if latin else None


class LayoutFilter(QObject):
    """Watches the keys of whatever has the keyboard and lets Cyrillic ones mean their Latin neighbours under Ctrl."""

    def __init__(self, app: QApplication, actions: Actions) -> None:
        super().__init__(actions)
        self._actions = actions
        self._watched: QWidget | None = None
        app.focusChanged.connect(self._follow)
        self._follow(None, app.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt asks before every event of it; only a key with Ctrl on a Cyrillic letter concerns us."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        key = latin_key(event)
        return key is not None and self._translate(watched, event, key)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Move on with the keyboard; where nothing has it, keys go to the window itself."""
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now or QApplication.activeWindow()
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def _translate(self, watched: QObject, event: QKeyEvent, key: Qt.Key) -> bool:
        action = self._actions.for_keys(QKeySequence(event.keyCombination().keyboardModifiers() | key))
        if action and QApplication.activeModalWidget() is None:
            self._actions.perform(action)
            return True
        latin = QKeyEvent(event.type(), key, event.modifiers(), "", event.isAutoRepeat(), event.count())
        return QApplication.sendEvent(watched, latin)
