"""Keys of a pane that count while it has the keyboard, before the shortcuts of the window."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

Slot = Callable[[], object]


class Keys(QObject):
    """Answers keys for a pane and what is in it unless that answers itself; before ``view``, which takes arrows."""

    def __init__(self, pane: QWidget, view: QWidget, slots: Mapping[str, Slot]) -> None:
        super().__init__(pane)
        self._slots = {QKeySequence(keys).toString(): slot for keys, slot in slots.items()}
        pane.installEventFilter(self)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key when the window asks whose it is, answer when it comes."""
        if not isinstance(event, QKeyEvent) or event.type() is QEvent.Type.KeyRelease:
            return False
        slot = self._slots.get(QKeySequence(event.keyCombination()).toString())
        if slot is None:
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            slot()
        return True
