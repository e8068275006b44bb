"""Locking when nobody touches the window for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

TOUCHES = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    )
)


class IdleWatch(QObject):
    """``expired`` when no key or mouse was touched in any window of the program for so many minutes."""

    expired = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.expired)
        app.installEventFilter(self)

    def wait(self, minutes: float) -> None:
        """Wait so long from now and after each touch."""
        self._timer.start(round(minutes * 60_000))

    def rested(self) -> int:
        """For how many milliseconds nothing was touched."""
        return self._timer.interval() - self._timer.remainingTime() if self._timer.isActive() else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any touch starts the wait again."""
        if event.type() in TOUCHES:
            self._timer.start()
        return False
