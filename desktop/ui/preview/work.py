"""How the preview has work done away from the window."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from desktop.ui.tasks import Job, Lane, Task, Tasks

Result = TypeVar("Result")


class Run(Protocol):
    """A lane to put work in, as ``Tasks.run`` with the lane already chosen: ``partial(tasks.run, Lane.FILES)``."""

    def __call__(
        self,
        work: Callable[[Job], Result],
        /,
        *,
        owner: QObject,
        done: Callable[[Result], object],
        failed: Callable[[Exception], object] | None = None,
        stopped: Callable[[], object] | None = None,
        progressed: Callable[[int, int], object] | None = None,
        title: str = "",
    ) -> Task:
        """Queue the work; exactly one of ``done``, ``failed`` and ``stopped`` is called later."""
        ...


class OwnLane(QObject):
    """A lane of the preview's own, so that a page is drawn while files are being taken in."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)

    def __call__(
        self,
        work: Callable[[Job], Result],
        /,
        *,
        owner: QObject,
        done: Callable[[Result], object],
        failed: Callable[[Exception], object] | None = None,
        stopped: Callable[[], object] | None = None,
        progressed: Callable[[int, int], object] | None = None,
        title: str = "",
    ) -> Task:
        """Queue the work."""
        return self._tasks.run(
            Lane.FILES,
            work,
            owner=owner,
            done=done,
            failed=failed,
            stopped=stopped,
            progressed=progressed,
            title=title,
        )
