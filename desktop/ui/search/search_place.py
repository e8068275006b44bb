"""Search in the whole vault: answers come while one types, each with the words around what was found."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget

from db.vault import Session
from desktop.i18n import N_, ngettext
from desktop.ui import labels
from desktop.ui.desk import Desk
from desktop.ui.language import Texts
from desktop.ui.models.columns import Column
from desktop.ui.models.rows import RowModel
from desktop.ui.screen import Screen
from desktop.ui.search.found import Found, found_in
from desktop.ui.tasks import Task
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.layout import column, row, said
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.table import Table

MOST = 200


class SearchPlace(Screen):
    """A field and what it finds."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._task: Task | None = None
        self._texts = Texts(self)
        self._field = SearchField(N_("Words in any record or document"))
        self._model: RowModel[Found] = RowModel(_columns(), _id, self)
        self._table: Table[Found] = Table("search", N_("What was found"), self._model, desk.settings)
        self._start = EmptyState(
            "search",
            N_("Search everything"),
            N_("Names in any spelling, words of events, documents and their text, quotations and briefs."),
        )
        self._none = EmptyState("search", N_("Nothing found"), N_("Every word must occur; the last may be unfinished."))
        self._pages = QStackedWidget()
        for page in (self._start, self._none, self._table):
            self._pages.addWidget(page)
        head = row(gap=3)
        head.addWidget(said(self._texts, N_("Search"), "title"))
        head.addWidget(self._field, 1)
        layout = column(self, margin=4, gap=3)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)
        self._field.searched.connect(self._ask)
        self._field.left.connect(self._table.setFocus)
        self._table.opened.connect(self._open)
        desk.actions.bind("list.find", self, self._field.setFocus)
        desk.actions.bind("list.copy", self._table, self._copy)

    def enter(self) -> None:
        """Start typing."""
        self._field.setFocus()
        self._field.selectAll()

    def count_words(self) -> str:
        """How much was found."""
        count = self._model.rowCount()
        return ngettext("{count} found", "{count} found", count).format(count=count) if self._field.text() else ""

    def _ask(self, text: str) -> None:
        if self._task:
            self._task.cancel()
        self._task = self._desk.read(self, partial(_find, text), self._show)

    def _show(self, found: Sequence[Found]) -> None:
        self._model.show(found)
        nothing = self._none if self._field.text() else self._start
        self._pages.setCurrentWidget(self._table if found else nothing)
        self.counted.emit(self.count_words())

    def _open(self, found_id: str) -> None:
        place = self._model.place_of(found_id)
        if place is not None:
            found = self._model.row(place)
            self.record_chosen.emit(found.case_id, found.kind, found.record)

    def _copy(self) -> None:
        self._desk.clipboard.copy(*self._table.selection_as_table())


def _columns() -> tuple[Column[Found], ...]:
    return (
        Column("kind", N_("What"), _kind, 12),
        Column("title", N_("Title"), _title, 34),
        Column("case", N_("Case"), _case, 14),
        Column("passage", N_("Passage"), _passage, 60),
    )


def _find(text: str, session: Session) -> Sequence[Found]:
    return found_in(session, text, MOST)


def _id(found: Found) -> str:
    return found.id


def _kind(found: Found) -> str:
    return labels.kind_name(found.kind)


def _title(found: Found) -> str:
    return found.title


def _case(found: Found) -> str:
    return found.case_ref


def _passage(found: Found) -> str:
    return found.passage
