"""The contradictions of a case: found from the records, each with both sources, decided about where they are read."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget

from db.errors import RecordMissing
from db.types import Kind
from desktop.i18n import N_, ngettext
from desktop.operations import Touched
from desktop.operations.conflicts import Findings, Naming
from desktop.ui.case_window.tab import Tab
from desktop.ui.desk import Desk
from desktop.ui.models.rows import RowModel
from desktop.ui.records.pane import LEADING
from desktop.ui.records.steps import copy_rows
from desktop.ui.refresh import concerns
from desktop.ui.tabs.conflicts.lines import ConflictLine, columns, line_id
from desktop.ui.tabs.conflicts.pane import ConflictPane
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.splitter import RememberedSplitter
from desktop.ui.widgets.table import Table

REASONED = frozenset(Kind) - {Kind.BRIEF, Kind.TASK, Kind.NOTE, Kind.VIEW, Kind.CONSENT, Kind.ISSUE, Kind.ISSUE_FACT}


class ConflictsTab(Tab):
    """List at the left; reasoning, sources and decision at the right. Nothing is reasoned while nobody looks."""

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__(desk, case_id)
        self._found: Findings | None = None
        self._is_stale = True
        self._model: RowModel[ConflictLine] = RowModel(columns(), line_id, self)
        self._table: Table[ConflictLine] = Table("conflicts", N_("Contradictions"), self._model, desk.settings)
        self._pane = ConflictPane(desk, case_id)
        self._stack = QStackedWidget()
        self._build()
        self._table.selected.connect(self._choose)
        self._table.opened.connect(self._open)
        self._pane.record_asked.connect(self.record_asked)
        self._pane.passage_asked.connect(self._open_passage)
        self._pane.decided.connect(self._table.setFocus)
        desk.actions.bind("list.copy", self._table, partial(copy_rows, desk, self._table))
        desk.actions.bind("list.open", self, self._open)

    def refresh(self, touched: Touched) -> None:
        """Reason anew when facts changed: at once while it is looked at, else when it is next."""
        if concerns(touched, REASONED, self.case_id):
            self._is_stale = True
            if self.isVisible():
                self._read()

    def enter(self) -> None:
        """Start in the list, with the facts as they stand now."""
        self._table.setFocus()
        self.situate(len(self._table.selected_ids()))
        if self._is_stale:
            self._read()

    def count_words(self) -> str:
        """How many contradictions there are."""
        count = self._model.rowCount()
        return ngettext("{count} contradiction", "{count} contradictions", count).format(count=count)

    def _build(self) -> None:
        halves = RememberedSplitter("conflicts", self.desk.settings, self._table, self._pane, shares=(6, 5))
        hint = N_(
            "Statements that cannot both be true are found from times, places and values on file: a person in two "
            "places, a release before the arrest, two dates for one fact. Give events their times, places and people."
        )
        self._stack.addWidget(EmptyState("triangle-alert", N_("No contradictions found"), hint))
        self._stack.addWidget(halves)
        column(self).addWidget(self._stack)

    def _read(self) -> None:
        self._is_stale = False
        self.desk.read(self, partial(self.desk.conflicts.find, self.case_id), self._show, self._miss)

    def _show(self, found: Findings) -> None:
        self._found = found
        naming = Naming(found.file)
        self._model.show([ConflictLine(finding, naming) for finding in found.findings])
        self._stack.setCurrentIndex(int(bool(found.findings)))
        if found.findings and not self._table.selected_ids():
            self._table.select([self._model.id_at(0)])
        self._choose()
        self.counted.emit(self.count_words())

    def _miss(self, error: Exception) -> None:
        """The case is gone; its window closes by itself."""
        if not isinstance(error, RecordMissing):
            self.desk.report.tell(error)

    def _chosen(self) -> Sequence[ConflictLine]:
        places = [self._model.place_of(one) for one in self._table.selected_ids()]
        return [self._model.row(place) for place in places if place is not None]

    def _choose(self) -> None:
        chosen = self._chosen()
        self.situate(len(chosen))
        self._pane.show_lines(self._found.file if self._found else None, chosen)

    def _open(self, _line: str = "") -> None:
        """Go to the first of the records that a tab can show."""
        refs = [ref for line in self._chosen()[:1] for ref in line.finding.conflict.records if ref.kind in LEADING]
        if refs:
            self.record_asked.emit(refs[0].kind, refs[0].id)

    def _open_passage(self, page_and_document: str) -> None:
        """Read a source at its page, among the documents."""
        self.tab_asked.emit("documents", f"page {page_and_document}")
