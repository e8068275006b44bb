"""Reference cycles are collected on the window's own thread, never on a lane: a Qt object must die where it lives.

Python collects on whatever thread happens to allocate; a widget freed that way on a lane ends the process.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE_MILLISECONDS = 1000


class Garbage(QObject):
    """Takes over collecting from Python as long as it lives; made and kept on the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self, interval=PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation whose time has come, by Python's own thresholds."""
        counts = gc.get_count()
        due = [number for number, limit in enumerate(self._thresholds) if counts[number] > limit]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()
