"""One contradiction beside its list: the reasoning and the sources to read, and below them what is decided."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.case_file import CaseFile
from db.types import Kind
from desktop.errors import InputFaults
from desktop.i18n import N_
from desktop.operations.conflicts import decide_conflicts
from desktop.ui import markup, theme
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.tabs.conflicts.decision_form import DecisionForm
from desktop.ui.tabs.conflicts.lines import ConflictLine
from desktop.ui.tabs.conflicts.telling import PASSAGE, compose
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.sheet import Sheet


class ConflictPane(QWidget):
    """``record_asked`` carries the kind and id of a record a link leads to; ``decided`` is told after a decision.

    ``passage_asked`` carries the page and the document, in one text, of a source to be read.
    """

    record_asked = Signal(object, str)
    passage_asked = Signal(str)
    decided = Signal()

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__()
        self._desk, self._case_id = desk, case_id
        self._lines: Sequence[ConflictLine] = ()
        self._sheet, self._form = Sheet(N_("The contradiction")), DecisionForm()
        layout = column(self, gap=2)
        layout.setContentsMargins(theme.unit() * 2, 0, 0, 0)
        layout.addWidget(self._sheet, 1)
        layout.addWidget(self._form)
        self._sheet.followed.connect(self._follow)
        self._form.decided.connect(self._decide)

    def show_lines(self, file: CaseFile | None, lines: Sequence[ConflictLine]) -> None:
        """Show the first of these; what is decided is decided for all of them."""
        is_same = bool(lines and self._lines) and lines[0].finding == self._lines[0].finding
        self._lines = lines
        self._form.show_findings([line.finding for line in lines])
        told = partial(compose, file, lines[0]) if file and lines else _nothing
        self._sheet.show_text(told, is_same=is_same)

    def _follow(self, verb: str, target: str) -> None:
        if verb == PASSAGE:
            self.passage_asked.emit(target)
        else:
            self.record_asked.emit(Kind(verb), target)

    def _decide(self, decision: str, reason: str) -> None:
        findings = [line.finding for line in self._lines]
        verb = work(decide_conflicts, self._desk.vault, self._case_id, findings, decision, reason)
        self._desk.perform(self, verb, self._tell, failed=self._complain)

    def _tell(self, _nothing: None) -> None:
        self.decided.emit()

    def _complain(self, error: Exception) -> None:
        if isinstance(error, InputFaults):
            self._form.complain(error)
        else:
            self._desk.report.tell(error)


def _nothing() -> markup.Markup:
    return markup.NOTHING
