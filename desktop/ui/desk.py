"""What a screen is given to work with: the open vault, the lanes, the news of changes, and where to tell errors."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject

from db.vault import Session, Vault
from desktop.operations import Done
from desktop.operations.conflict_watch import ConflictWatch
from desktop.operations.reckonings import Reckonings
from desktop.ui.actions import Actions
from desktop.ui.clipboard import Clipboard
from desktop.ui.refresh import Refresh
from desktop.ui.report import Report
from desktop.ui.settings import Settings
from desktop.ui.tasks import Job, Lane, Task, Tasks

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Desk:
    """One window at work on one vault."""

    vault: Vault
    tasks: Tasks
    refresh: Refresh
    report: Report
    settings: Settings
    actions: Actions
    clipboard: Clipboard
    reckonings: Reckonings = field(default_factory=Reckonings)
    conflicts: ConflictWatch = field(default_factory=ConflictWatch)

    def __post_init__(self) -> None:
        """Nothing reckoned or found outlives the open vault."""
        self.refresh.leaving.connect(self.reckonings.forget)
        self.refresh.leaving.connect(self.conflicts.forget)

    def read(
        self,
        owner: QObject,
        query: Callable[[Session], Result],
        done: Callable[[Result], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> Task:
        """Ask the vault something in its lane; the answer comes to ``done`` unless ``owner`` is gone by then."""
        return self.tasks.run(
            Lane.VAULT, partial(self._query, query), owner=owner, done=done, failed=failed or self.report.tell
        )

    def perform(
        self,
        owner: QObject,
        verb: Callable[[Job], Done[Result]],
        then: Callable[[Result], object] | None = None,
        *,
        title: str = "",
        failed: Callable[[Exception], object] | None = None,
    ) -> Task:
        """Run an operation in the vault's lane, tell every screen what it touched, then tell ``owner`` its result."""
        return self.tasks.run(
            Lane.VAULT,
            verb,
            owner=self.refresh,
            done=partial(self._announce, owner, then),
            failed=partial(self._complain, owner, failed),
            title=title,
        )

    def _query(self, query: Callable[[Session], Result], _job: Job) -> Result:
        with self.vault.read() as session:
            return query(session)

    def _announce(self, owner: QObject, then: Callable[[Result], object] | None, done: Done[Result]) -> None:
        self.refresh.announce(done.touched)
        if then and shiboken6.isValid(owner):
            then(done.result)

    def _complain(self, owner: QObject, failed: Callable[[Exception], object] | None, error: Exception) -> None:
        if failed and shiboken6.isValid(owner):
            failed(error)
        else:
            self.report.tell(error)
