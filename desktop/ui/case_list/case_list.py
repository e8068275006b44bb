"""The list of cases: found while typing, sorted by any column, opened with Enter."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QStackedWidget

from db.queries.cases import CaseLine
from db.types import Kind
from desktop.i18n import N_, _, ngettext
from desktop.operations import Done, Touched
from desktop.operations.trash import trash_record
from desktop.ui.case_list.case_import import CaseImport
from desktop.ui.case_list.lines import case_id, columns, reader
from desktop.ui.case_list.new_case import NewCase
from desktop.ui.desk import Desk
from desktop.ui.language import Texts
from desktop.ui.models.pages import PageModel
from desktop.ui.refresh import concerns
from desktop.ui.screen import Screen
from desktop.ui.tasks import Job
from desktop.ui.widgets.button import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.layout import column, row, said
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.table import Table

SHOWN_KINDS = frozenset({Kind.CASE, Kind.EVENT, Kind.DOCUMENT, Kind.MEMBERSHIP, Kind.PERSON})


class CaseList(Screen):
    """All cases of the vault."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._count = (0, True)
        self._texts = Texts(self)
        self._model: PageModel[CaseLine] = PageModel(desk.tasks, columns(), case_id, reader(desk.vault), self)
        self._table: Table[CaseLine] = Table("cases", N_("Cases"), self._model, desk.settings)
        self._import = CaseImport(desk, self)
        self._filter = SearchField(N_("Find a case by reference or title"))
        self._pages = QStackedWidget()
        self._build()
        self._model.loaded.connect(self._tell)
        self._model.failed.connect(desk.report.tell)
        self._import.imported.connect(self.case_chosen)
        self._filter.searched.connect(self._model.search)
        self._filter.left.connect(self._table.setFocus)
        self._table.opened.connect(self.case_chosen)
        self._table.selected.connect(self._situate)
        desk.refresh.touched.connect(self._reload)
        self._bind()

    def enter(self) -> None:
        """Start in the list."""
        self._table.setFocus()
        self._situate(self._table.selected_ids())

    def count_words(self) -> str:
        """How many cases are shown."""
        count, is_all = self._count
        if is_all:
            return ngettext("{count} case", "{count} cases", count).format(count=count)
        return ngettext("more than {count} case", "more than {count} cases", count).format(count=count)

    def _build(self) -> None:
        head = row(gap=2)
        head.addWidget(said(self._texts, N_("Cases"), "title"))
        head.addStretch(1)
        head.addWidget(self._filter, 1)
        self._new = button(self._texts, N_("&New case…"), self._ask_new, role="primary", icon="plus")
        head.addWidget(self._new)
        self._empty = EmptyState(
            "briefcase",
            N_("No cases yet"),
            N_("A case holds people, events, documents and briefs. Start with one, or drop a case file here."),
            step=N_("&New case…"),
            takes_files=True,
        )
        self._empty.asked.connect(self._ask_new)
        self._empty.dropped.connect(self._import.take)
        self._none = EmptyState("search", N_("No case matches"), N_("Change the words in the field above."))
        for page in (self._table, self._empty, self._none):
            self._pages.addWidget(page)
        layout = column(self, margin=4, gap=3)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def _bind(self) -> None:
        actions = self._desk.actions
        actions.bind("case.new", self, self._ask_new)
        actions.bind("case.import", self, self._import.ask)
        actions.bind("list.find", self, self._filter.setFocus)
        actions.bind("list.open", self._table, self._open)
        actions.bind("list.copy", self._table, self._copy)
        actions.bind("list.delete", self._table, self._trash)

    def _ask_new(self) -> None:
        dialog = NewCase(self._desk, self.window())
        dialog.made.connect(self.case_chosen)
        dialog.open()

    def _open(self) -> None:
        self.case_chosen.emit(self._table.selected_ids()[0])

    def _copy(self) -> None:
        self._desk.clipboard.copy(*self._table.selection_as_table())

    def _trash(self) -> None:
        for case in self._table.selected_ids():
            self._desk.perform(self, partial(_trash, self._desk, case), self._tell_trashed)

    def _tell_trashed(self, _nothing: None) -> None:
        undo = partial(self._desk.actions.perform, "edit.undo")
        self._desk.report.confirm(_("Moved to the trash."), step=_("Undo"), act=undo)

    def _tell(self, count: int, is_all: bool) -> None:
        self._count = (count, is_all)
        nothing = self._none if self._filter.text() else self._empty
        self._pages.setCurrentWidget(self._table if count else nothing)
        self._new.setVisible(self._pages.currentWidget() is not self._empty)  # the empty screen has the same button
        self.counted.emit(self.count_words())

    def _situate(self, ids: list[str]) -> None:
        actions = self._desk.actions
        actions.situate(replace(actions.situation, selected=len(ids)))

    def _reload(self, touched: Touched) -> None:
        if concerns(touched, SHOWN_KINDS):
            self._model.reload()


def _trash(desk: Desk, case: str, _job: Job) -> Done[None]:
    return trash_record(desk.vault, Kind.CASE, case)
