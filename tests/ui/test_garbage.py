"""What a window leaves behind is collected on the window's thread, and only there."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.ui.garbage import Garbage


class Ring(QObject):
    """Holds itself, so that only the collector frees it; remembers on which thread that was."""

    freed_on: list[threading.Thread]

    def __init__(self, freed_on: list[threading.Thread]) -> None:
        super().__init__()
        self.me = self
        weakref.finalize(self, _note, freed_on)


def _note(freed_on: list[threading.Thread]) -> None:
    freed_on.append(threading.current_thread())


def test_a_ring_is_freed_on_the_windows_thread_though_a_lane_allocates(qtbot: QtBot) -> None:
    freed_on: list[threading.Thread] = []
    Ring(freed_on)

    def allocate() -> None:
        for _number in range(200):
            _kept: list[list[object]] = [[[]] for _ in range(2_000)]

    lane = threading.Thread(target=allocate)
    lane.start()
    lane.join()
    assert freed_on == []
    qtbot.waitUntil(lambda: bool(freed_on) or bool(gc.collect()) or bool(freed_on), timeout=5_000)
    assert freed_on == [threading.main_thread()]


def test_python_collects_by_itself_again_once_it_is_stopped(qtbot: QtBot) -> None:
    assert not gc.isenabled()
    made = Garbage()
    made.stop()
    assert gc.isenabled()
    gc.disable()  # the one of the session goes on


def test_the_oldest_generation_due_is_collected(qtbot: QtBot) -> None:
    made = Garbage()
    rings: list[list[object]] = [[] for _ in range(gc.get_threshold()[0] + 10)]
    for ring in rings:
        ring.append(ring)
    before = gc.get_stats()[0]["collections"] + gc.get_stats()[1]["collections"] + gc.get_stats()[2]["collections"]
    made.collect()
    after = gc.get_stats()[0]["collections"] + gc.get_stats()[1]["collections"] + gc.get_stats()[2]["collections"]
    assert after == before + 1
    made.stop()
    gc.disable()


def test_nothing_is_collected_while_somebody_works(qtbot: QtBot) -> None:
    made, rested = Garbage(), iter((0, 10**9))
    made.wait_for_rest(lambda: next(rested))
    freed_on: list[threading.Thread] = []
    Ring(freed_on)
    _kept: list[list[object]] = [[] for _ in range(gc.get_threshold()[0] + 10)]
    made.collect()
    assert freed_on == []
    made.collect()
    assert freed_on == [threading.main_thread()]
    made.stop()
    gc.disable()
