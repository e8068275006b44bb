"""What the part on tasks and notes offers: add, correct, tick off, move to the trash."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QWidget

from db.queries.records import fetch
from db.queries.remarks import is_closed
from db.rows import NoteRow, TaskRow
from db.types import Kind
from db.vault import Session
from desktop.operations.records import save_record
from desktop.operations.trash import trash_record
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.dialogs.editors.work_opening import open_remark
from desktop.ui.records.remarks import ADD_NOTE, ADD_TASK, NOTE, TASK, TICK_TASK, TRASH_TASK
from desktop.ui.records.steps import tell_trashed


@dataclass(frozen=True, slots=True)
class About:
    """What tasks and notes are on: a record of a case, or with no kind the case itself."""

    case_id: str
    kind: Kind | None = None
    record: str = ""

    def task(self) -> TaskRow:
        """A task that is still to be written."""
        kind, record = (self.kind.value, self.record) if self.kind else (None, None)
        return TaskRow(id="", case_id=self.case_id, title="", status="open", target_kind=kind, target_id=record)

    def note(self) -> NoteRow:
        """A note that is still to be written."""
        kind, record = (self.kind.value, self.record) if self.kind else (None, None)
        return NoteRow(id="", case_id=self.case_id, text="", target_kind=kind, target_id=record)


def follow_remark(desk: Desk, pane: QWidget, about: About, verb: str, target: str) -> None:
    """Take the step that a link stands for."""
    editors = Editors(desk, pane.window())
    if verb == ADD_TASK:
        open_remark(editors, about.task())
    elif verb == ADD_NOTE:
        open_remark(editors, about.note())
    elif verb == TASK:
        open_remark(editors, replace(about.task(), id=target))
    elif verb == NOTE:
        open_remark(editors, replace(about.note(), id=target))
    elif verb == TICK_TASK:
        desk.read(pane, partial(_task, target), partial(_tick, desk, pane))
    else:
        kind = Kind.TASK if verb == TRASH_TASK else Kind.NOTE
        trash = work(trash_record, desk.vault, kind, target, case_id=about.case_id or None)
        desk.perform(pane, trash, partial(tell_trashed, desk))


def _task(record: str, session: Session) -> TaskRow:
    return fetch(session, TaskRow, record)


def _tick(desk: Desk, pane: QWidget, row: TaskRow) -> None:
    """What is open is done; what is done or dropped is open again."""
    desk.perform(pane, work(save_record, desk.vault, replace(row, status="open" if is_closed(row) else "done")))
