"""Marking what presses as done where it is listed: a deadline asks when, by what channel and with what proof."""

from functools import partial

from PySide6.QtWidgets import QWidget

from db.errors import RecordMissing
from db.vault import Session
from desktop.operations.deadlines import CaseClocks
from desktop.ui.deadlines.lines import lines_of
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.deadline import DoneEditor
from desktop.ui.records.remark_steps import TICK_TASK, About, follow_remark
from desktop.ui.today.groups import Entry


def finish(desk: Desk, pane: QWidget, entry: Entry) -> None:
    """Tick a task; of a deadline, read its case as it is now and ask."""
    if entry.task is not None:
        follow_remark(desk, pane, About(entry.case.id), TICK_TASK, entry.task.id)
    elif entry.line is not None:
        now = int(desk.vault.clock().timestamp())
        query = partial(_clocks, desk, entry.case.id, now)
        desk.read(pane, query, partial(_ask, desk, pane, entry.line.id), partial(_overlook, desk))


def _clocks(desk: Desk, case_id: str, now: int, session: Session) -> CaseClocks:
    return desk.reckonings.clocks_of(session, case_id, now)


def _ask(desk: Desk, pane: QWidget, line_id: str, found: CaseClocks) -> None:
    """Ask about the deadline, if it runs still."""
    meant = next((line.deadline for line in lines_of(found) if line.id == line_id), None)
    if meant is not None:
        DoneEditor(desk, found, meant, pane.window()).open()


def _overlook(desk: Desk, error: Exception) -> None:
    """A case that is gone meanwhile leaves the list by itself."""
    if not isinstance(error, RecordMissing):
        desk.report.tell(error)
