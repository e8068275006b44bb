"""The documents of a case, with the chosen one beside the list; files can be dropped anywhere on it."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from db.types import Kind
from desktop.operations import Touched
from desktop.operations.trash import trash_record
from desktop.ui.building import Stages
from desktop.ui.case_window.tab import Tab
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.editors.several import bind_several
from desktop.ui.records.steps import copy_rows, tell_trashed
from desktop.ui.refresh import concerns
from desktop.ui.tabs.documents.document_list import DocumentList
from desktop.ui.tabs.documents.document_pane import DocumentPane
from desktop.ui.tabs.documents.taking import Taking
from desktop.ui.widgets.empty_state import files_of
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.splitter import RememberedSplitter

SHOWN = frozenset((
    Kind.DOCUMENT, Kind.CITATION, Kind.EVENT, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.CHARGE, Kind.TASK,
    Kind.NOTE,
))  # fmt: skip
ADD, PAGE = "add", "page"  # what another tab may send the user here for


class DocumentsTab(Tab):
    """List at the left, document at the right."""

    def build(self) -> Stages:
        """The list, then the document beside it."""
        desk, case_id = self.desk, self.case_id
        self._taking = Taking(desk, case_id, self)
        halves = RememberedSplitter("documents", desk.settings, shares=(6, 5))
        column(self).addWidget(halves)
        self._list = DocumentList(desk, case_id)
        halves.put(self._list)
        yield
        self._pane = DocumentPane(desk, case_id, self._trash)
        yield
        halves.put(self._pane)
        yield
        self.setAcceptDrops(True)
        self._list.selected.connect(self._select)
        self._list.opened.connect(self._look)
        self._list.counted.connect(self.counted)
        self._list.files_asked.connect(self._taking.ask)
        self._list.source_asked.connect(self._taking.ask_source)
        self._list.dropped.connect(self._taking.offer)
        self._taking.taken.connect(self._list.seek)
        self._pane.record_asked.connect(self._follow)
        self._pane.recorded.connect(partial(self.record_asked.emit, Kind.EVENT))
        self._bind()

    def refresh(self, touched: Touched) -> None:
        """Read list and document again when something they show changed."""
        if concerns(touched, SHOWN, self.case_id):
            self._list.reload()
            self._pane.refresh()

    def enter(self) -> None:
        """Start in the list."""
        self._list.start()
        self.situate(len(self._list.table.selected_ids()))

    def show_record(self, kind: Kind, record: str) -> None:
        """Show a document."""
        self._list.seek([record])
        self._pane.show_id(record)

    def begin(self, wish: str) -> None:
        """Ask for files, or show a page: "page 3/ID"."""
        verb, _space, rest = wish.partition(" ")
        if verb == ADD:
            self._taking.ask()
        elif verb == PAGE:
            page, _slash, document = rest.partition("/")
            self._list.seek([document])
            self._pane.show_page(document, int(page))
            self._pane.preview.setFocus()

    def count_words(self) -> str:
        """How many documents are shown."""
        return self._list.count_words()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may come in anywhere."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        event.acceptProposedAction()
        self._taking.offer(files_of(event.mimeData()))

    def _bind(self) -> None:
        actions, table = self.desk.actions, self._list.table
        actions.bind("list.add", self, self._taking.ask)
        actions.bind("list.edit", self, self._pane.edit)
        actions.bind("list.open", self, self._look)
        bind_several(self.desk, self, Kind.DOCUMENT, self.case_id, table.selected_ids)
        actions.bind("list.delete", table, self._trash)
        actions.bind("list.copy", table, partial(copy_rows, self.desk, table))
        actions.bind("list.find", self, self._list.search.setFocus)
        actions.bind("document.add", self, self._taking.ask)
        actions.bind("document.add-folder", self, self._taking.ask_folder)
        actions.bind("document.add-source", self, self._taking.ask_source)
        actions.bind("document.paste", self, self._taking.paste)
        actions.bind("document.quote", self, self._pane.quote)
        actions.bind("document.cite", self, self._pane.cite)
        actions.bind("document.export", self, self._pane.export)

    def _select(self, ids: list[str]) -> None:
        self.situate(len(ids))
        if ids:
            self._pane.show_id(ids[0])
        else:  # another row may be chosen at once; what is shown should not flicker
            QTimer.singleShot(0, self, self._show_chosen)

    def _show_chosen(self) -> None:
        if not self._list.table.selected_ids():
            self._pane.show_id("")

    def _look(self, document: str = "") -> None:
        """Go on in the preview of what is chosen."""
        if document and not self._list.table.selected_ids():
            self._list.table.select([document])
        self._pane.preview.setFocus()

    def _trash(self) -> None:
        for document in self._list.table.selected_ids():
            verb = work(trash_record, self.desk.vault, Kind.DOCUMENT, document, case_id=self.case_id)
            self.desk.perform(self, verb, partial(tell_trashed, self.desk))

    def _follow(self, kind: Kind, record: str) -> None:
        if kind is Kind.DOCUMENT:
            self.show_record(kind, record)
        else:
            self.record_asked.emit(kind, record)
