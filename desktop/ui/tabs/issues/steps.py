"""What can be done with the issue and the cell one stands on."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from db.queries.issues import Target
from db.rows import IssueRow
from db.types import Kind
from desktop import i18n
from desktop.operations import Done
from desktop.operations.issues import add_ready_issues, move_issue, set_bearing, trash_issue
from desktop.ui.case_window.tab import Tab
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.editors.issue import open_issue
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.dialogs.ready_issues import ReadyIssuesDialog
from desktop.ui.issue_words import kind_of
from desktop.ui.records.steps import tell_trashed
from desktop.ui.tabs.issues.board import EvidenceBoard
from desktop.ui.tabs.issues.reading import read_persons
from desktop.ui.tasks import Job


class IssueSteps(QObject):
    """``written`` carries the id of an issue to stand on, ``open_asked`` the kind and id of a record to be shown."""

    written = Signal(str)
    open_asked = Signal(object, str)

    def __init__(self, tab: Tab, board: EvidenceBoard) -> None:
        super().__init__(tab)
        self._tab, self._desk, self._case_id, self._board = tab, tab.desk, tab.case_id, board
        board.matrix.bearing_wanted.connect(self.bear)
        board.matrix.cleared.connect(self.clear)
        board.matrix.opened.connect(self.open_target)
        board.tree.opened.connect(self.edit)

    def add(self) -> None:
        """Write a new issue: an element of the claim one stands on, or a claim."""
        line = self._board.line()
        above = None
        if line:
            above = line.issue.id if line.is_claim or line.depth == 0 else line.issue.parent_id
        row = IssueRow(id="", case_id=self._case_id, title="", parent_id=above)
        open_issue(self._editors(), row, self.written.emit)

    def edit(self) -> None:
        """Correct the issue one stands on."""
        line = self._board.line()
        if line:
            open_issue(self._editors(), line.issue)

    def ready(self) -> None:
        """Choose ready-made issues to take up."""
        self._desk.read(self, partial(read_persons, self._case_id), self._ask)

    def move(self, step: int) -> None:
        """Move the issue up or down among those beside it."""
        line = self._board.line()
        if line:
            issue = line.issue.id
            verb = work(move_issue, self._desk.vault, self._case_id, issue, step)
            self._desk.perform(self, verb, partial(_stand_on, self, issue))

    def trash(self) -> None:
        """Put the issue and everything under it in the trash."""
        line = self._board.line()
        if line:
            verb = work(trash_issue, self._desk.vault, self._case_id, line.issue.id)
            self._desk.perform(self, verb, partial(tell_trashed, self._desk))

    def bear(self, bearing: str | None) -> None:
        """Say what the record across does to the issue."""
        line, target = self._board.line(), self._board.target()
        if line and target:
            verb = partial(_bear, self._tab, line.issue.id, target, bearing)
            self._desk.perform(self, verb)

    def clear(self) -> None:
        """The record across does nothing to the issue after all."""
        self.bear(None)

    def open_target(self) -> None:
        """Open the record across where such records are shown; an injury in its person's sheet."""
        target = self._board.target()
        if target is None:
            return
        kind = kind_of(target)
        if kind is Kind.INJURY:
            self.open_asked.emit(Kind.PERSON, getattr(target, "person_id", ""))
        else:
            self.open_asked.emit(kind, target.id)

    def _ask(self, persons: Sequence[tuple[str, str]]) -> None:
        dialog = ReadyIssuesDialog(self._desk, persons, self._tab.window())
        dialog.chosen.connect(self._take_up)
        dialog.open()

    def _take_up(self, trees: list[str], persons: list[str]) -> None:
        language = i18n.current().value
        verb = work(add_ready_issues, self._desk.vault, self._case_id, trees, persons, language)
        self._desk.perform(self, verb, self._show_first)

    def _show_first(self, claims: Sequence[str]) -> None:
        self.written.emit(claims[0])

    def _editors(self) -> Editors:
        return Editors(self._desk, self._tab.window())


def _stand_on(steps: IssueSteps, issue: str, _nothing: object) -> None:
    steps.written.emit(issue)


def _bear(tab: Tab, issue: str, target: Target, bearing: str | None, _job: Job) -> Done[str | None]:
    return set_bearing(tab.desk.vault, tab.case_id, issue, (kind_of(target), target.id), bearing)
