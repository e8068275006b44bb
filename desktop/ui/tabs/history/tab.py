"""The history of a case: every change, newest first, with what it did beside it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from db.queries.history import HistoryLine
from db.vault import Session
from desktop.i18n import N_, ngettext
from desktop.operations import Touched
from desktop.ui.building import Stages
from desktop.ui.case_window.tab import Tab
from desktop.ui.desk import Desk
from desktop.ui.language import Texts
from desktop.ui.markup import Compose
from desktop.ui.models.pages import PageModel
from desktop.ui.records.pane import RecordPane
from desktop.ui.records.steps import copy_rows
from desktop.ui.tabs.history.change_view import ChangeView, compose, read_change
from desktop.ui.tabs.history.lines import columns, line_id, reader
from desktop.ui.widgets.button import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.layout import column, row, said
from desktop.ui.widgets.splitter import RememberedSplitter
from desktop.ui.widgets.table import Table


class ChangePane(RecordPane[ChangeView]):
    """Shows one change."""

    def __init__(self, desk: Desk) -> None:
        hint = N_("Choose one from the list to see what stood before and after.")
        super().__init__(desk, N_("The change"), EmptyState("history", N_("No change chosen"), hint))

    def reader(self, record: str) -> Callable[[Session], ChangeView | None]:
        """Read the change whole."""
        return partial(read_change, record)

    def composer(self, view: ChangeView) -> Compose:
        """Tell the change whole."""
        return partial(compose, view)


class HistoryTab(Tab):
    """List at the left, the change at the right."""

    def build(self) -> Stages:
        """The list, then the change beside it."""
        desk = self.desk
        self._count = 0
        fetch = reader(desk.vault, self.case_id)
        self._model: PageModel[HistoryLine] = PageModel(desk.tasks, columns(), line_id, fetch, self)
        self._table: Table[HistoryLine] = Table("history", N_("Changes"), self._model, desk.settings)
        self._pages = QStackedWidget()
        column(self).addWidget(self._pages)
        halves = RememberedSplitter("history", desk.settings, shares=(3, 2))
        self._pages.addWidget(halves)
        nothing = N_("Every change of the case will be listed here, with what stood before.")
        self._pages.addWidget(EmptyState("history", N_("No changes yet"), nothing))
        halves.put(self._left())
        yield
        self._pane = ChangePane(desk)
        halves.put(self._pane)
        yield
        self._table.selected.connect(self._select)
        self._model.loaded.connect(self._settle)
        self._model.failed.connect(desk.report.tell)
        desk.actions.bind("list.copy", self._table, partial(copy_rows, desk, self._table))
        self._model.tell()

    def refresh(self, touched: Touched) -> None:
        """Every change of the case is one more line."""
        del touched
        self._model.reload()

    def enter(self) -> None:
        """Start in the list."""
        self._table.setFocus()
        self.situate(len(self._table.selected_ids()))

    def count_words(self) -> str:
        """How many changes are shown."""
        return ngettext("{count} change", "{count} changes", self._count).format(count=self._count)

    def _left(self) -> QWidget:
        left = QWidget()
        texts = Texts(left)
        layout = column(left, gap=2)
        steps = row(gap=2)
        perform = self.desk.actions.perform
        undo, redo = partial(perform, "edit.undo"), partial(perform, "edit.redo")
        steps.addWidget(button(texts, N_("&Undo the last change"), undo, icon="undo-2"))
        steps.addWidget(button(texts, N_("&Redo"), redo, icon="redo-2"))
        steps.addStretch(1)
        layout.addLayout(steps)
        hint = N_("Nothing is ever overwritten: each line is kept in a chain that shows any tampering.")
        layout.addWidget(said(texts, hint, "hint"))
        layout.addWidget(self._table, 1)
        return left

    def _settle(self, count: int, _is_all: bool) -> None:
        self._count = count
        self._pages.setCurrentIndex(int(count == 0))
        if count and not self._table.selected_ids():
            self._table.select([self._model.id_at(0)])
        self.counted.emit(self.count_words())

    def _select(self, ids: list[str]) -> None:
        self.situate(len(ids))
        self._pane.show_id(ids[0] if ids else "")
