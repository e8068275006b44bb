"""How the preview has work done away from the window."""

from collections.abc import Callable
from functools import partial
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


class _Shared:
    tasks: Tasks | None = None


def own_lane() -> Run:
    """A lane of the previews' own, so that a page is drawn while files are being taken in.

    It belongs to no window: a lane that goes while it gives its answer takes the program with it.
    """
    if _Shared.tasks is None:
        _Shared.tasks = Tasks()
    return partial(_Shared.tasks.run, Lane.FILES)
