"""Long work away from the window: one lane for the vault, one for files, each doing one thing at a time.

Answers come back on the window's own thread in the order they were given. A late answer to a window that is gone is
dropped here and nowhere else. Work is never stopped because its window closed: what was being saved is saved.
"""

import queue
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from db.errors import Cancelled
from desktop.ui.building import Building, Stages

Result = TypeVar("Result")
PROGRESS_SECONDS = 0.05  # progress is told at most this often
SWITCH_SECONDS = 0.0005  # a lane leaves the interpreter to the window so soon; Python's own 5 ms add up while it paints


class Lane(StrEnum):
    """Where work queues up: what touches the vault never runs beside other work on the vault."""

    VAULT = "vault"
    FILES = "files"


class Job(Protocol):
    """What a piece of work may say and ask while it runs."""

    def progress(self, done: int, total: int) -> None:
        """Say how far the work is; ``total`` 0 means that nobody knows how much there is."""
        ...

    def is_cancelled(self) -> bool:
        """Whether the user asked to stop."""
        ...


class Task:
    """A piece of work somebody waits for; ``title`` is what the status bar calls it, empty for short reads."""

    def __init__(self, owner: QObject, title: str, tell: Callable[["Task", int, int], None]) -> None:
        self.owner = owner
        self.title = title
        self.steps: tuple[int, int] = (0, 0)
        self._tell = tell
        self._stop = threading.Event()
        self._told_at = 0.0

    def progress(self, done: int, total: int) -> None:
        """Say how far the work is; called by the work, on its own thread."""
        now = time.monotonic()
        if done == total or now - self._told_at >= PROGRESS_SECONDS:
            self._told_at = now
            self._tell(self, done, total)

    def is_cancelled(self) -> bool:
        """Whether the user asked to stop."""
        return self._stop.is_set()

    def go_on(self) -> None:
        """Go on, or raise ``Cancelled`` when the user asked to stop."""
        if self.is_cancelled():
            raise Cancelled

    def cancel(self) -> None:
        """Ask the work to stop at its next safe point; ``stopped`` is then told instead of ``done``."""
        self._stop.set()

    def is_awaited(self) -> bool:
        """Whether the window that asked is still there to hear the answer."""
        return shiboken6.isValid(self.owner)


class Tasks(QObject):
    """The two lanes; lives as long as the window's thread."""

    began = Signal(object)
    advanced = Signal(object)
    ended = Signal(object)
    failed = Signal(object)  # an error nobody else takes care of

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(SWITCH_SECONDS)
        self._lanes = {lane: _Worker(lane.value) for lane in Lane}
        self._running: set[Task] = set()
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: Lane,
        work: Callable[[Job], Result],
        *,
        owner: QObject,
        done: Callable[[Result], object],
        failed: Callable[[Exception], object] | None = None,
        stopped: Callable[[], object] | None = None,
        progressed: Callable[[int, int], object] | None = None,
        title: str = "",
    ) -> Task:
        """Queue ``work``; later, on this thread, exactly one of ``done``, ``failed`` and ``stopped`` is called."""
        task = Task(owner, title, partial(self._advance, progressed))
        self._running.add(task)
        self.began.emit(task)
        self._lanes[lane].take(partial(self._work, task, work, done, failed, stopped or _say_nothing))
        return task

    def build(self, widget: QWidget, stages: Stages) -> Building:
        """Build a widget on this thread, part by part between other events; it counts as running until it stands."""
        task = Task(widget, "", _tell_nobody)
        self._running.add(task)
        done = partial(self._running.discard, task)
        widget.destroyed.connect(done)
        return Building(widget, stages, done)

    def running(self) -> list[Task]:
        """What is queued or at work now."""
        return list(self._running)

    def stop(self, seconds: float | None = None) -> None:
        """Ask everything to stop and wait until the lanes are empty, or so long; for the end of the program."""
        for task in self._running:
            task.cancel()
        for worker in self._lanes.values():
            worker.take(None)
        deadline = None if seconds is None else time.monotonic() + seconds
        for worker in self._lanes.values():
            worker.join(None if deadline is None else max(0.0, deadline - time.monotonic()))

    def _work(
        self,
        task: Task,
        work: Callable[[Job], Result],
        done: Callable[[Result], object],
        failed: Callable[[Exception], object] | None,
        stopped: Callable[[], object],
    ) -> None:
        try:
            task.go_on()
            answer = _Answer(task, partial(done, work(task)))
        except Cancelled:
            answer = _Answer(task, stopped)
        except Exception as error:  # noqa: BLE001 - whatever broke in the lane is told by the window
            answer = _Answer(task, partial(self._fail, task, failed, error), is_bad_news=True)
        self._send(answer)

    def _advance(self, told: Callable[[int, int], object] | None, task: Task, done: int, total: int) -> None:
        task.steps = (done, total)
        self._send(_Answer(task, partial(told, done, total) if told else _say_nothing, is_last=False))

    def _send(self, answer: "_Answer") -> None:
        try:
            self._answered.emit(answer)
        except RuntimeError:  # the program closed while this ran: there is nobody left to tell
            return

    def _deliver(self, answer: "_Answer") -> None:
        if answer.is_last:
            self._running.discard(answer.task)
            self.ended.emit(answer.task)
        else:
            self.advanced.emit(answer.task)
        if answer.is_bad_news or answer.task.is_awaited():
            answer.tell()

    def _fail(self, task: Task, failed: Callable[[Exception], object] | None, error: Exception) -> None:
        if failed and task.is_awaited():
            failed(error)
        else:
            self.failed.emit(error)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What travels back from a lane; bad news is told even when the window that asked is gone."""

    task: Task
    tell: Callable[[], object]
    is_last: bool = True
    is_bad_news: bool = False


class _Worker(threading.Thread):
    """One lane: a thread that does what it is given, one thing after the other, until it is given nothing."""

    def __init__(self, name: str) -> None:
        super().__init__(name=name, daemon=True)
        self._waiting: queue.SimpleQueue[Callable[[], object] | None] = queue.SimpleQueue()
        self.start()

    def take(self, work: Callable[[], object] | None) -> None:
        """Queue some work; ``None`` ends the lane after what is queued before."""
        self._waiting.put(work)

    def run(self) -> None:
        """Work until told to end."""
        while work := self._waiting.get():
            work()


def _tell_nobody(_task: Task, _done: int, _total: int) -> None:
    """How far a building is shows by itself."""


def _say_nothing() -> None:
    """Answer with silence."""
