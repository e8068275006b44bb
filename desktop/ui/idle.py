"""Locking when nobody touches the window for a while."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
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
BLINK_MILLISECONDS = 1000  # after a touch nobody looks for the next one: to look at every event costs the window much


class IdleWatch(QObject):
    """``expired`` when no key or mouse was touched in any window of the program for so many minutes (to a second)."""

    expired = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._touched = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.expired)
        self._blink = QTimer(self, interval=BLINK_MILLISECONDS, singleShot=True)
        self._blink.timeout.connect(self._look)
        self._look()

    def wait(self, minutes: float) -> None:
        """Wait so long from now and after each touch."""
        self._touched.start()
        self._timer.start(round(minutes * 60_000))

    def rested(self) -> int:
        """For how many milliseconds nothing was touched."""
        return self._touched.elapsed() if self._timer.isActive() else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any touch starts the wait again."""
        if event.type() in TOUCHES:
            self._timer.start()
            self._touched.start()
            self._app.removeEventFilter(self)
            self._blink.start()
        return False

    def _look(self) -> None:
        self._app.installEventFilter(self)
