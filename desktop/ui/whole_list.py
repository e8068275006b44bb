"""A list over all cases of a vault: found while typing, opened with Enter, read anew when something of it changed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from db.types import Kind
from desktop.i18n import N_
from desktop.operations import Touched
from desktop.ui.desk import Desk
from desktop.ui.language import Texts
from desktop.ui.models.pages import PageModel
from desktop.ui.records.steps import copy_rows
from desktop.ui.refresh import concerns
from desktop.ui.screen import Screen
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.layout import column, row, said
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.table import Table

Counted = Callable[[int, bool], str]


@dataclass(frozen=True, slots=True)
class Words:
    """What the list says, not translated yet: its title, the field above, what it shows when it is empty.

    ``counted`` puts how many are shown into words; its second argument says whether that is all.
    """

    title: str
    find: str
    counted: Counted
    icon: str
    empty: str
    step: str
    none: str
    hint: str = ""


class WholeList(Screen):
    """``table`` shows ``model``; what becomes of a chosen record the place itself says."""

    def __init__(
        self, desk: Desk, model: PageModel[Any], table: Table[Any], words: Words, kinds: frozenset[Kind]
    ) -> None:
        super().__init__()
        self.desk, self.model, self.table = desk, model, table
        self._words, self._kinds, self._count = words, kinds, (0, True)
        self._filter = SearchField(words.find)
        self._pages = QStackedWidget()
        self._build()
        model.setParent(self)
        model.loaded.connect(self._settle)
        model.failed.connect(desk.report.tell)
        self._filter.searched.connect(model.search)
        self._filter.left.connect(table.setFocus)
        table.opened.connect(self.open)
        table.selected.connect(self._situate)
        desk.refresh.touched.connect(self._reload)
        bind = desk.actions.bind
        bind("list.find", self, self._filter.setFocus)
        bind("list.open", table, self.open_selected)
        bind("list.copy", table, partial(copy_rows, desk, table))

    def open(self, record: str) -> None:
        """Show a record where it belongs."""
        raise NotImplementedError

    def open_selected(self) -> None:
        """Show the first of the chosen records."""
        self.open(self.table.selected_ids()[0])

    def enter(self) -> None:
        """Start in the list."""
        self.table.setFocus()
        self._situate(self.table.selected_ids())

    def count_words(self) -> str:
        """How many records are shown."""
        return self._words.counted(*self._count)

    def _build(self) -> None:
        texts, words = Texts(self), self._words
        head = row(gap=2)
        head.addWidget(said(texts, words.title, "title"), 1)
        head.addWidget(self._filter, 1)
        empty = EmptyState(words.icon, words.empty, words.step)
        none = EmptyState("search", words.none, N_("Change the words in the field above."))
        for page in (self.table, empty, none):
            self._pages.addWidget(page)
        layout = column(self, margin=4, gap=3)
        layout.addLayout(head)
        if words.hint:
            layout.addWidget(said(texts, words.hint, "hint"))
        layout.addWidget(self._pages, 1)

    def _settle(self, count: int, is_all: bool) -> None:
        self._count = (count, is_all)
        self._pages.setCurrentIndex(0 if count else 2 if self._filter.text() else 1)
        self.counted.emit(self.count_words())

    def _situate(self, ids: list[str]) -> None:
        actions = self.desk.actions
        actions.situate(replace(actions.situation, selected=len(ids)))

    def _reload(self, touched: Touched) -> None:
        if concerns(touched, self._kinds):
            self.model.reload()
