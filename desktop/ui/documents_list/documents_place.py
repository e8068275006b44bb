"""The documents of the whole vault: found while typing, opened in their case with Enter."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QStackedWidget

from db.queries.documents import DocumentLine
from db.types import Kind
from desktop.i18n import N_, ngettext
from desktop.operations import Touched
from desktop.ui.desk import Desk
from desktop.ui.language import Texts
from desktop.ui.records.steps import copy_rows
from desktop.ui.refresh import concerns
from desktop.ui.screen import Screen
from desktop.ui.tabs.documents.lines import DocumentModel
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.layout import column, row, said
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.table import Table

SHOWN = frozenset({Kind.DOCUMENT, Kind.CITATION, Kind.CASE})


class DocumentsPlace(Screen):
    """All documents of all cases."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._count = (0, True)
        self._model = DocumentModel(desk.vault, desk.tasks, None, self)
        self._table: Table[DocumentLine] = Table(
            "all-documents", N_("Documents of all cases"), self._model, desk.settings
        )
        self._filter = SearchField(N_("Find by title, author or file name"))
        self._pages = QStackedWidget()
        self._build()
        self._model.loaded.connect(self._settle)
        self._model.failed.connect(desk.report.tell)
        self._filter.searched.connect(self._model.search)
        self._filter.left.connect(self._table.setFocus)
        self._table.opened.connect(self._open)
        self._table.selected.connect(self._situate)
        desk.refresh.touched.connect(self._reload)
        desk.actions.bind("list.find", self, self._filter.setFocus)
        desk.actions.bind("list.open", self._table, self._open_selected)
        desk.actions.bind("list.copy", self._table, partial(copy_rows, desk, self._table))

    def enter(self) -> None:
        """Start in the list."""
        self._table.setFocus()
        self._situate(self._table.selected_ids())

    def count_words(self) -> str:
        """How many documents are shown."""
        count, is_all = self._count
        if is_all:
            return ngettext("{count} document", "{count} documents", count).format(count=count)
        return ngettext("more than {count} document", "more than {count} documents", count).format(count=count)

    def _build(self) -> None:
        head = row(gap=2)
        head.addWidget(said(Texts(self), N_("Documents"), "title"))
        head.addStretch(1)
        head.addWidget(self._filter, 1)
        hint = N_("A document belongs to a case: open a case and drop files on its documents.")
        empty = EmptyState("files", N_("No documents in any case"), hint)
        none = EmptyState("search", N_("No document matches"), N_("Change the words in the field above."))
        for page in (self._table, empty, none):
            self._pages.addWidget(page)
        layout = column(self, margin=4, gap=3)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def _settle(self, count: int, is_all: bool) -> None:
        self._count = (count, is_all)
        self._pages.setCurrentIndex(0 if count else 2 if self._filter.text() else 1)
        self.counted.emit(self.count_words())

    def _open(self, document: str) -> None:
        place = self._model.place_of(document)
        if place is not None:
            self.record_chosen.emit(self._model.row(place).document.case_id, Kind.DOCUMENT, document)

    def _open_selected(self) -> None:
        self._open(self._table.selected_ids()[0])

    def _situate(self, ids: list[str]) -> None:
        actions = self._desk.actions
        actions.situate(replace(actions.situation, selected=len(ids)))

    def _reload(self, touched: Touched) -> None:
        if concerns(touched, SHOWN):
            self._model.reload()
