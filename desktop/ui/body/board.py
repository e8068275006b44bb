"""All injuries of a person, or of an event, on the charts of the body beside their list, at any time they were seen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from db.queries.injuries import InjuryLine
from db.rows import InjuryRow
from db.types import Kind
from db.vault import Session
from desktop.i18n import N_, _
from desktop.operations import Touched
from desktop.operations.trash import trash_record
from desktop.ui import theme, times
from desktop.ui.body.lines import COLUMNS, Numbered, identify
from desktop.ui.body.marks import Mark
from desktop.ui.body.panel import ChartPanel
from desktop.ui.desk import Desk
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.editors.injury_opening import new_injury, open_injury
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.models.rows import RowModel
from desktop.ui.refresh import concerns
from desktop.ui.widgets.button import button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout import column, labelled, row
from desktop.ui.widgets.table import Table

Read = Callable[[Session], Sequence[InjuryLine]]
SHOWN = frozenset({Kind.INJURY, Kind.CITATION, Kind.PERSON, Kind.EVENT})


class InjuryBoard(Dialog):
    """``read`` finds the injuries; with ``case_id`` new ones can be marked, on ``person`` or in ``event``."""

    def __init__(
        self, desk: Desk, read: Read, case_id: str, *, person: str = "", event: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(N_("Injuries on the body chart"), parent, letters=128)
        self.desk, self._read = desk, read
        self._new = new_injury(case_id, person, event or None)
        self._lines: list[Numbered] = []
        self._times: list[str] = []
        self.panel, self.dates = ChartPanel(), QComboBox()
        self._model: RowModel[Numbered] = RowModel(COLUMNS, identify, self)
        self.table: Table[Numbered] = Table("injuries", N_("Injuries"), self._model, desk.settings)
        self._lay_out()
        self.panel.placed.connect(self._mark)
        self.panel.chosen.connect(self._choose)
        self.table.selected.connect(self._show_chosen)
        self.table.opened.connect(self._edit)
        self.dates.currentIndexChanged.connect(self._narrow)
        desk.refresh.touched.connect(self._refresh)
        desk.read(self, read, self._take)

    def _lay_out(self) -> None:
        self.panel.setMinimumHeight(theme.unit() * 100)
        steps = FlowLayout()
        if self._new.case_id:
            steps.addWidget(
                button(self.texts, N_("&Add an injury…"), partial(self._open, self._new), role="primary", icon="plus")
            )
        steps.addWidget(button(self.texts, N_("&Edit…"), self._edit, icon="pencil"))
        steps.addWidget(button(self.texts, N_("Move to &trash"), self._trash, icon="trash-2"))
        right = column(gap=2)
        right.addLayout(labelled(self.texts, N_("&Seen on"), self.dates))
        right.addWidget(self.table, 1)
        right.addLayout(steps)
        beside = row(gap=4)
        beside.addWidget(self.panel, 1)
        beside.addLayout(right, 1)
        self.add(beside, grows=True)
        self.verb(N_("Close"), self.reject)

    def _refresh(self, touched: Touched) -> None:
        if concerns(touched, SHOWN):
            self.desk.read(self, self._read, self._take)

    def _take(self, lines: Sequence[InjuryLine]) -> None:
        is_first = not self._lines
        self._lines = [Numbered(number, line) for number, line in enumerate(lines, 1)]
        chosen = self.dates.currentText()
        self._times = list(dict.fromkeys(filter(None, (times.told_short(line.injury.observed) for line in lines))))
        with QSignalBlocker(self.dates):
            self.dates.clear()
            self.dates.addItems([_("at any time"), *self._times])
            self.dates.setCurrentIndex(self._times.index(chosen) + 1 if chosen in self._times else 0)
        self._narrow()
        marked = next((one.line.injury.chart for one in self._lines if one.line.injury.x is not None), None)
        if is_first and marked:
            self.panel.show_chart(marked)

    def _shown(self) -> list[Numbered]:
        place = self.dates.currentIndex()
        if place <= 0:
            return self._lines
        return [one for one in self._lines if times.told_short(one.line.injury.observed) == self._times[place - 1]]

    def _narrow(self, _place: int = 0) -> None:
        self._model.show(self._shown())
        self._show_chosen(self.table.selected_ids())

    def _show_chosen(self, chosen: Sequence[str]) -> None:
        """Mark what is chosen in the list, on the chart it lies on."""
        marks: dict[str, list[Mark]] = {}
        for one in self._shown():
            injury = one.line.injury
            if injury.chart and injury.x is not None and injury.y is not None:
                mark = Mark(injury.id, one.number, injury.x, injury.y, is_chosen=injury.id in chosen)
                marks.setdefault(injury.chart, []).append(mark)
                if mark.is_chosen:
                    self.panel.show_chart(injury.chart)
        self.panel.show_marks(marks)

    def _choose(self, injury: str) -> None:
        self.table.select([injury])

    def _mark(self, chart: str, x: float, y: float) -> None:
        if self._new.case_id:
            self._open(replace(self._new, chart=chart, x=round(x, 4), y=round(y, 4)))

    def _edit(self, _injury: object = None) -> None:
        chosen = self.table.selected_ids()
        for one in self._lines:
            if one.line.injury.id in chosen[:1]:
                self._open(one.line.injury)

    def _open(self, injury: InjuryRow) -> None:
        open_injury(Editors(self.desk, self), injury)

    def _trash(self) -> None:
        for one in self._lines:
            injury = one.line.injury
            if injury.id in self.table.selected_ids():
                verb = work(trash_record, self.desk.vault, Kind.INJURY, injury.id, case_id=injury.case_id)
                self.desk.perform(self, verb)
