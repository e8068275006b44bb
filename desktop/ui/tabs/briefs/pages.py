"""The finished pages of a brief, as they would be exported, and what is still missing."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.rows import BriefRow
from desktop.errors import InputFaults, UserError
from desktop.i18n import _
from desktop.messages import explain
from desktop.operations import Done
from desktop.operations.briefs import Preview, Wanted, preview_brief
from desktop.ui.desk import Desk
from desktop.ui.preview.document_preview import DocumentPreview
from desktop.ui.tabs.briefs.lines import title_of
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.layout import column, label

if TYPE_CHECKING:
    from desktop.ui.tasks import Job, Task

PDF = "application/pdf"


class BriefPages(QWidget):
    """Composes in the vault's lane and shows the PDF; ``composed`` is told when it is there."""

    composed = Signal()

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__()
        self._desk, self._case_id = desk, case_id
        self._task: Task | None = None
        self._shown = b""
        self._banner = Banner()
        self._missing = label("warning")
        self._missing.hide()
        self._preview = DocumentPreview(copy=desk.clipboard.copy)
        layout = column(self, gap=1)
        layout.addWidget(self._banner)
        layout.addWidget(self._missing)
        layout.addWidget(self._preview, 1)

    def show_brief(self, row: BriefRow | None) -> None:
        """Compose a brief anew, or show nothing."""
        if self._task is not None:
            self._task.cancel()
        if row is None:
            self._shown = b""
            self._preview.clear()
            return
        verb = partial(_preview, self._desk, self._case_id, wanted_of(row))
        show, fail = partial(self._show, row), self._fail
        self._task = self._desk.perform(self, verb, show, title=_("Composing the brief"), failed=fail)

    def _show(self, row: BriefRow, preview: Preview) -> None:
        self._banner.hide()
        missing = ", ".join(preview.missing)
        said = [_("Still empty: {sections}").format(sections=missing)] if missing else []
        self._missing.setText("\n".join([*preview.consents, *said]))
        self._missing.setVisible(bool(said or preview.consents))
        if preview.content != self._shown:
            self._shown = preview.content
            self._preview.show_document(title_of(row), PDF, preview.content)
        self.composed.emit()

    def _fail(self, error: Exception) -> None:
        told = explain(error)
        self._shown = b""
        self._preview.clear()
        self._banner.tell(Tone.DANGER, " ".join((told.what, *_places(told), told.remedy)).strip())
        self.composed.emit()


def wanted_of(row: BriefRow) -> Wanted:
    """A brief as it is asked for: its own text in its own language."""
    return Wanted(row.template, row.language, row.id)


def _preview(desk: Desk, case_id: str, wanted: Wanted, job: "Job") -> Done[Preview]:
    return preview_brief(desk.vault, case_id, wanted, is_cancelled=job.is_cancelled)


def _places(told: UserError) -> list[str]:
    faults = told.faults if isinstance(told, InputFaults) else []
    return [f"{fault.place}: {fault.what}." for fault in faults]
