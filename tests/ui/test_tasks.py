"""Work away from the window: order, progress, cancelling, late answers."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db.errors import Cancelled, DiskFull
from desktop.ui.tasks import Job, Lane, Task, Tasks
from tests.ui.hands import Hands


@pytest.fixture
def gate() -> threading.Event:
    """Keeps work waiting until it is opened."""
    return threading.Event()


def waiting(gate: threading.Event) -> Callable[[Job], str]:
    def work(job: Job) -> str:
        assert gate.wait(10)
        if job.is_cancelled():
            raise Cancelled
        return "done"

    return work


def test_the_answer_comes_back_on_the_window_s_own_thread(tasks: Tasks, hands: Hands) -> None:
    threads: list[tuple[int, int]] = []
    owner = QObject()

    tasks.run(
        Lane.VAULT,
        lambda _job: threading.get_ident(),
        owner=owner,
        done=lambda there: threads.append((there, threading.get_ident())),
    )
    hands.wait(lambda: threads)

    assert threads[0][0] != threads[0][1] == threading.get_ident()


def test_a_lane_does_one_thing_at_a_time_in_the_order_asked(tasks: Tasks, hands: Hands) -> None:
    order: list[int] = []
    at_work: list[int] = []
    owner = QObject()

    def work(number: int) -> Callable[[Job], int]:
        def inner(_job: Job) -> int:
            at_work.append(number)
            assert at_work == [number]
            at_work.remove(number)
            return number

        return inner

    for number in range(20):
        tasks.run(Lane.VAULT, work(number), owner=owner, done=order.append)
    hands.wait(lambda: len(order) == 20)

    assert order == list(range(20))


def test_files_do_not_wait_for_the_vault(tasks: Tasks, hands: Hands, gate: threading.Event) -> None:
    heard: list[str] = []
    owner = QObject()

    tasks.run(Lane.VAULT, waiting(gate), owner=owner, done=heard.append)
    tasks.run(Lane.FILES, lambda _job: "file", owner=owner, done=heard.append)
    hands.wait(lambda: heard)

    assert heard == ["file"]
    gate.set()


def test_progress_is_told_before_the_answer_and_the_last_step_never_left_out(tasks: Tasks, hands: Hands) -> None:
    heard: list[object] = []

    def work(job: Job) -> str:
        for step in range(1, 1001):
            job.progress(step, 1000)
        return "done"

    owner = QObject()
    tasks.run(
        Lane.FILES, work, owner=owner, done=heard.append, progressed=lambda done, total: heard.append((done, total))
    )
    hands.wait(lambda: "done" in heard)

    assert heard[-2:] == [(1000, 1000), "done"]
    assert len(heard) < 100


def test_cancelled_work_tells_that_it_stopped_and_nothing_else(
    tasks: Tasks, hands: Hands, gate: threading.Event
) -> None:
    heard: list[str] = []
    owner = QObject()

    task = tasks.run(
        Lane.VAULT,
        waiting(gate),
        owner=owner,
        done=heard.append,
        failed=lambda _error: heard.append("failed"),
        stopped=lambda: heard.append("stopped"),
    )
    task.cancel()
    gate.set()
    hands.wait(lambda: heard)

    assert heard == ["stopped"]


def test_work_cancelled_before_its_turn_never_begins(tasks: Tasks, hands: Hands, gate: threading.Event) -> None:
    begun: list[str] = []
    heard: list[str] = []
    owner = QObject()

    tasks.run(Lane.VAULT, waiting(gate), owner=owner, done=heard.append)
    tasks.run(
        Lane.VAULT,
        lambda _job: begun.append("begun"),
        owner=owner,
        done=lambda _nothing: None,
        stopped=lambda: heard.append("stopped"),
    ).cancel()
    gate.set()
    hands.wait(lambda: len(heard) == 2)

    assert heard == ["done", "stopped"]
    assert begun == []


def test_a_late_answer_to_a_closed_window_is_dropped_but_its_work_is_finished(
    tasks: Tasks, hands: Hands, gate: threading.Event
) -> None:
    finished: list[str] = []
    heard: list[str] = []
    ended: list[Task] = []
    window = QWidget()
    tasks.ended.connect(ended.append)

    def work(_job: Job) -> str:
        assert gate.wait(10)
        finished.append("saved")
        return "answer"

    tasks.run(Lane.VAULT, work, owner=window, done=heard.append)
    window.deleteLater()
    hands.qtbot.waitSignal(window.destroyed, timeout=5000).wait()
    gate.set()
    hands.wait(lambda: ended)

    assert finished == ["saved"]
    assert heard == []


def test_an_error_of_a_closed_window_is_told_to_whoever_is_left(
    tasks: Tasks, hands: Hands, gate: threading.Event
) -> None:
    heard: list[Exception] = []
    window = QWidget()
    tasks.failed.connect(heard.append)

    def work(_job: Job) -> None:
        assert gate.wait(10)
        raise DiskFull

    tasks.run(Lane.VAULT, work, owner=window, done=lambda _nothing: None, failed=lambda _error: None)
    window.deleteLater()
    hands.qtbot.waitSignal(window.destroyed, timeout=5000).wait()
    gate.set()
    hands.wait(lambda: heard)

    assert isinstance(heard[0], DiskFull)


def test_an_answer_after_the_program_ended_disturbs_nobody(gate: threading.Event) -> None:
    lanes = Tasks()
    owner = QObject()
    lanes.run(Lane.VAULT, waiting(gate), owner=owner, done=lambda _text: None)

    lanes.stop(0.01)
    lanes.deleteLater()
    gate.set()

    assert lanes.running()[0].is_cancelled()


def test_stopping_waits_no_longer_than_it_is_told(tasks: Tasks, gate: threading.Event) -> None:
    owner = QObject()
    tasks.run(Lane.VAULT, waiting(gate), owner=owner, done=lambda _text: None)

    tasks.stop(0.05)

    assert tasks.running()[0].is_cancelled()
    gate.set()
