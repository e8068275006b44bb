"""Reference cycles are collected on the window's own thread, never on a lane: a Qt object must die where it lives.

Python collects on whatever thread happens to allocate; a widget freed that way on a lane ends the process. Nor does the
window stop for it while it is used: after 10,000 events were read a collection takes 0.2 s.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE_MILLISECONDS = 1000
REST_MILLISECONDS = 3_000  # without key or mouse; longer where much was made, because the sweep is longer too
MADE_PER_MILLISECOND = 20
TOO_MANY = 5_000_000  # objects made and not freed, about 1 GB: collected without a rest


class Garbage(QObject):
    """Takes over collecting from Python as long as it lives; made and kept on the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._rested: Callable[[], int] | None = None
        gc.disable()
        self._timer = QTimer(self, interval=PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def wait_for_rest(self, rested: Callable[[], int]) -> None:
        """From now on collect when nobody touched the window for a while, as ``rested`` tells in milliseconds."""
        self._rested = rested

    def collect(self) -> None:
        """Collect the oldest generation whose time has come, by Python's own thresholds, unless somebody works."""
        counts = gc.get_count()
        rest = REST_MILLISECONDS + counts[0] // MADE_PER_MILLISECOND
        if self._rested and self._rested() < rest and counts[0] < TOO_MANY:
            return
        due = [number for number, limit in enumerate(self._thresholds) if counts[number] > limit]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()
