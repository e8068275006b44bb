"""The editors of tasks and notes, on a record or on the case itself."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import NoteRow, TaskRow
from desktop.i18n import N_, _
from desktop.operations.records import save_record
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.inputs.choices import ChoiceInput, terms_of
from desktop.ui.inputs.texts import LongTextInput, TextInput
from desktop.ui.inputs.times import WhenInput
from desktop.ui.widgets.layout import label

TASK_PARTS = ("title", "due", "assignee", "status", "text")


@dataclass(frozen=True, slots=True)
class RemarkFacts:
    """What the editor must know: the row, what it is about in words (empty for the case), the zone of the case."""

    row: Any
    about: str
    zone: str


class TaskEditor(Editor):
    """Writes down something to do."""

    def __init__(self, desk: Desk, facts: RemarkFacts, parent: QWidget | None = None) -> None:
        super().__init__(N_("Task") if facts.row.id else N_("New task"), desk, parent, letters=76)
        self._row: TaskRow = facts.row
        self._zone_name = facts.zone
        _tell_about(self, facts.about)
        put = self.form.put
        put("title", N_("&What is to be done"), TextInput(), is_wide=True)
        put("due", N_("&Due"), WhenInput(N_("Due"), self._zone))
        put("assignee", N_("&By whom"), TextInput())
        put("status", N_("S&tatus"), ChoiceInput(terms_of("task-statuses"), blank=""))
        put("text", N_("&Remark"), LongTextInput(3), is_wide=True)
        values = {part: getattr(self._row, part) for part in TASK_PARTS}
        self.form.fill(values | {"status": self._row.status or "open"})
        self.settle()
        self.form.input("title").setFocus()

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the task."""
        values["title"] = values["title"] or ""
        return work(save_record, self.desk.vault, replace(self._row, **values))

    def _zone(self) -> str:
        return self._zone_name


class NoteEditor(Editor):
    """Writes down something worth remembering."""

    def __init__(self, desk: Desk, facts: RemarkFacts, parent: QWidget | None = None) -> None:
        super().__init__(N_("Note") if facts.row.id else N_("New note"), desk, parent, letters=76)
        self._row: NoteRow = facts.row
        _tell_about(self, facts.about)
        self.form.put("text", N_("&Note"), LongTextInput(6), is_wide=True)
        self.form.fill({"text": self._row.text})
        self.settle()
        self.form.input("text").setFocus()

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the note."""
        return work(save_record, self.desk.vault, replace(self._row, text=values["text"] or ""))


def _tell_about(editor: Editor, about: str) -> None:
    if about:
        words = label("hint")
        editor.texts.put(words.setText, partial(_about, about))
        editor.form.widen(words)


def _about(target: str) -> str:
    return _("About: {record}").format(record=target)
