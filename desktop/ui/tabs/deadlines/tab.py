"""The clocks of a case: a list to narrow, the whole count of one beside it, and what we did about it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget

from db.errors import RecordMissing
from db.types import Kind
from db.vault import Session
from desktop.i18n import N_, _, ngettext
from desktop.operations import Touched
from desktop.operations.deadlines import CaseClocks
from desktop.operations.reckonings import Reckonings
from desktop.ui.case_window.tab import Tab
from desktop.ui.deadlines import lines
from desktop.ui.deadlines.calendar import CalendarExport
from desktop.ui.deadlines.lines import DeadlineLine
from desktop.ui.deadlines.model import STATUS, MarkedModel
from desktop.ui.deadlines.telling import view_of
from desktop.ui.desk import Desk
from desktop.ui.language import Texts
from desktop.ui.law import words
from desktop.ui.models.columns import Column
from desktop.ui.records.steps import copy_rows
from desktop.ui.refresh import concerns
from desktop.ui.tabs.deadlines.filter_bar import DeadlineFilter
from desktop.ui.tabs.deadlines.pane import DeadlinePane
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.button import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.splitter import RememberedSplitter
from desktop.ui.widgets.table import Table

RECKONED = frozenset(Kind) - {Kind.BRIEF, Kind.TASK, Kind.NOTE, Kind.VIEW, Kind.CONSENT, Kind.ISSUE, Kind.ISSUE_FACT}
MOST_TROUBLES = 3  # told one by one


class DeadlinesTab(Tab):
    """List at the left; count and steps at the right. Nothing is reckoned while nobody looks."""

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__(desk, case_id)
        self._found: CaseClocks | None = None
        self._lines: Sequence[DeadlineLine] = ()
        self._is_stale, self._wanted = True, ""
        self._model: MarkedModel[DeadlineLine] = MarkedModel(columns(), line_id, lines.mark, self)
        self._table: Table[DeadlineLine] = Table("deadlines", N_("Deadlines"), self._model, desk.settings)
        self._filter, self._pane, self._banner = DeadlineFilter(), DeadlinePane(desk, case_id), Banner()
        self._export = CalendarExport(desk, self, case_id)
        self._stack = QStackedWidget()
        self._build()
        self._filter.changed.connect(self._sift)
        self._table.selected.connect(self._choose)
        self._table.opened.connect(self._open)
        self._pane.record_asked.connect(self.record_asked)
        self._pane.other_asked.connect(self._go)
        self._pane.decided.connect(self._table.setFocus)
        desk.actions.bind("list.copy", self._table, partial(copy_rows, desk, self._table))
        desk.actions.bind("list.open", self, self._open)
        desk.actions.bind("list.edit", self, self._pane.mark_done)

    def refresh(self, touched: Touched) -> None:
        """Reckon anew when facts, rules or days off changed: at once while it is looked at, else when it is next."""
        if concerns(touched, RECKONED, self.case_id):
            self._is_stale = True
            if self.isVisible():
                self._read()

    def enter(self) -> None:
        """Start in the list, with the facts and the time as they are now."""
        self._table.setFocus()
        self.situate(len(self._table.selected_ids()))
        self._read()

    def show_record(self, kind: Kind, record: str) -> None:
        """Go to a deadline: by the id of its line, or of what was written down about it."""
        del kind
        self._wanted = record
        self._go(record)

    def count_words(self) -> str:
        """How many deadlines are listed."""
        count = self._model.rowCount()
        return ngettext("{count} deadline", "{count} deadlines", count).format(count=count)

    def _build(self) -> None:
        head = FlowLayout()
        head.addWidget(self._filter)
        head.addWidget(button(Texts(self), N_("E&xport as calendar…"), self._export.ask, icon="calendar-clock"))
        halves = RememberedSplitter("deadlines", self.desk.settings, self._table, self._pane, shares=(7, 5))
        hint = N_(
            "Limits are reckoned from the events on file: a detention, a protocol, an order, a complaint. Give events "
            "their kinds, times and people, and what is due or was breached shows here with its count."
        )
        self._stack.addWidget(EmptyState("timer", N_("No deadlines yet"), hint))
        self._stack.addWidget(halves)
        layout = column(self, gap=2)
        layout.addLayout(head)
        layout.addWidget(self._banner)
        layout.addWidget(self._stack, 1)

    def _read(self) -> None:
        self._is_stale = False
        now = int(self.desk.vault.clock().timestamp())
        query = partial(_reckon, self.desk.reckonings, self.case_id, now)
        self.desk.read(self, query, self._show, partial(_miss, self.desk))

    def _show(self, read: tuple[CaseClocks, list[DeadlineLine]]) -> None:
        found, self._lines = read
        self._found = found
        self._banner.hide()
        if troubles := found.troubles():
            self._banner.tell(Tone.WARNING, "\n".join(troubles[:MOST_TROUBLES]))
        self._stack.setCurrentIndex(int(bool(self._lines)))
        self._sift()
        self._go(self._wanted)
        self._wanted = ""  # what is not there now is not waited for

    def _sift(self) -> None:
        self._model.show(self._filter.sifted(self._lines))
        if self._model.rowCount() and not self._table.selected_ids():
            self._table.select([self._model.id_at(0)])
        self._choose()
        self.counted.emit(self.count_words())

    def _go(self, record: str) -> None:
        """Select a line, whatever the filter hides."""
        meant = next((line for line in self._lines if record and record in (line.id, line.deadline.decision)), None)
        if meant is not None:
            self._wanted = ""
            if self._model.place_of(meant.id) is None:
                self._filter.clear()
            self._table.select([meant.id])

    def _chosen(self) -> Sequence[DeadlineLine]:
        places = [self._model.place_of(one) for one in self._table.selected_ids()]
        return [self._model.row(place) for place in places if place is not None]

    def _choose(self) -> None:
        chosen = self._chosen()
        self.situate(len(chosen))
        is_one = self._found is not None and len(chosen) == 1
        self._pane.show_view(view_of(self._found, chosen[0], self._lines) if self._found and is_one else None)

    def _open(self, _line: str = "") -> None:
        """Go to the event that started it."""
        for line in self._chosen()[:1]:
            self.record_asked.emit(Kind.EVENT, line.deadline.event)


def columns() -> tuple[Column[DeadlineLine], ...]:
    """When, how it stands, what, whom, whose duty, whether the rule is verified; its basis where somebody asks."""
    return (
        Column("due", N_("Due"), lines.due, 22, order=lines.due_rank),
        Column(STATUS, N_("Status"), lines.standing, 17),
        Column("title", N_("Title"), lines.title, 28),
        Column("person", N_("Person"), lines.person, 12),
        Column("side", N_("Side"), lines.side, 7),
        Column("verified", N_("Rule"), lines.verified, 14),
        Column("certainty", N_("Certainty"), lines.certainty, 10, is_spare=True),
        Column("rule", N_("Basis"), lines.rule_name, 20, is_spare=True),
        Column("anchor", N_("Counted from"), _anchor, 18, is_spare=True),
    )


def line_id(line: DeadlineLine) -> str:
    """What tells it from all others."""
    return line.id


def _anchor(line: DeadlineLine) -> str:
    return _(words.ANCHORS[line.deadline.anchor])


def _reckon(reckonings: Reckonings, case_id: str, now: int, session: Session) -> tuple[CaseClocks, list[DeadlineLine]]:
    found = reckonings.clocks_of(session, case_id, now)
    return found, lines.lines_of(found)


def _miss(desk: Desk, error: Exception) -> None:
    """The case is gone; its window closes by itself."""
    if not isinstance(error, RecordMissing):
        desk.report.tell(error)
