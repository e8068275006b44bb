"""Measuring how long a window's thread stays away from its event loop."""

import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer

TICK, PACE, LIMIT = 5, 20, 50  # milliseconds: of the timer, between two movements of the user, allowed
PATIENCE = 60.0  # seconds a step may take
Step = Generator[None, None, None]


class Watch:
    """Measures steps: ``found`` holds for each the longest stretch away from the event loop and the share computed."""

    def __init__(self, busy: Callable[[], object], touch: Callable[[], object]) -> None:
        self.found: dict[str, float] = {}
        self._busy, self._touch = busy, touch
        self._timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._at = times()
        self._longest = (0.0, 0.0, 0.0)

    def step(self, name: str, movements: Step, pause: float = 0.15) -> None:
        """Let the user do something, then wait until nothing is read any more; the longest stretch is kept."""
        self._longest = (0.0, 0.0, 0.0)
        self._touch()
        self._at = times()
        self._timer.start()
        for _movement in movements:
            let(PACE / 1000)
        end = time.perf_counter() + PATIENCE
        let(pause)
        while self._busy() and time.perf_counter() < end:
            let(0.02)
        let(pause)
        self._timer.stop()
        self.found[name] = self._longest[0]
        late, computed, wall = self._longest
        told = f"{name:42}{late:7.0f} ms, computing{computed:5.0f}; with other programs{wall:6.0f}"
        print(told if late <= LIMIT else f"{told}   over", flush=True)

    def _tick(self) -> None:
        now = times()
        wall, computed, queued = (1000 * (new - old) for new, old in zip(now, self._at, strict=True))
        self._longest = max(self._longest, (wall - TICK - queued, computed, wall - TICK))
        self._at = now


def times() -> tuple[float, float, float]:
    """Seconds now, seconds this thread computed, and seconds it stood ready while other programs had the processors."""
    try:
        queued = int(Path(f"/proc/self/task/{threading.get_native_id()}/schedstat").read_text().split()[1]) / 1e9
    except OSError:  # told by Linux alone
        queued = 0.0
    return time.perf_counter(), time.thread_time(), queued


def let(seconds: float) -> None:
    """Let the event loop run so long."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
