"""The document beside the list: its pages over what is known of it, and what can be done with it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from db.queries.records import fetch
from db.rows import CitationRow, DocumentRow
from db.types import Kind
from db.vault import Session
from desktop.i18n import N_
from desktop.operations.citations import remove_citation
from desktop.ui import theme
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.document import open_document
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.markup import Compose
from desktop.ui.preview.document_preview import DocumentPreview
from desktop.ui.records import document_view, remarks
from desktop.ui.records.document_view import DocumentView, compose, read_document_view, target_name
from desktop.ui.records.pane import RecordPane
from desktop.ui.records.remark_steps import About, follow_remark
from desktop.ui.tabs.documents.copying import Copying
from desktop.ui.tabs.documents.preview_loading import Resting
from desktop.ui.tabs.documents.quoting import Quoting
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.splitter import RememberedSplitter


class DocumentPane(RecordPane[DocumentView]):
    """Shows one document of a case; ``trash`` is what its button does, ``recorded`` carries a new event's id."""

    recorded = Signal(str)

    def __init__(self, desk: Desk, case_id: str, trash: Callable[[], object]) -> None:
        nothing = EmptyState("file-text", N_("No document chosen"), N_("Choose one from the list to read it here."))
        super().__init__(desk, N_("The document"), nothing)
        self._case_id = case_id
        self._view: DocumentView | None = None
        self.preview = DocumentPreview(copy=desk.clipboard.copy)
        self._resting = Resting(desk, self.preview)
        self._quoting = Quoting(desk, case_id, self)
        self._copying = Copying(desk, self)
        self.offer(N_("&Edit…"), self.edit, icon="pencil")
        self.offer(N_("&Cite for an event…"), self.cite, icon="quote")
        self.offer(N_("E&xport a copy…"), self.export, icon="download")
        self.offer(N_("Move to &trash"), trash, icon="trash-2")
        _stack(self)
        self.preview.quotation_wanted.connect(self.quote)
        self.preview.export_wanted.connect(self.export)
        self._resting.opened.connect(self.refresh)
        self._copying.copied.connect(self.refresh)
        self._quoting.recorded.connect(self.recorded)

    def reader(self, record: str) -> Callable[[Session], DocumentView | None]:
        """Read everything known of the document; its file is not touched."""
        return partial(read_document_view, record)

    def composer(self, view: DocumentView) -> Compose:
        """Tell what is known of it, and open it when the choice rests on it."""
        self._view = view
        self._resting.choose(view.document)
        return partial(compose, view)

    def show_id(self, record: str) -> None:
        """Show a document, or nothing."""
        super().show_id(record)
        if not record:
            self._view = None
            self._resting.leave()

    def show_page(self, record: str, page: int) -> None:
        """Show a document at a page, from 1."""
        self._resting.turn_to(record, page)
        self.show_id(record)

    def showEvent(self, event: QShowEvent) -> None:
        """Open what was chosen while nobody looked."""
        super().showEvent(event)
        self._resting.open_now()

    def edit(self) -> None:
        """Correct what is known of it."""
        if self.record:
            open_document(self.desk, self.window(), self._case_id, self.record)

    def export(self) -> None:
        """Write a plain copy."""
        if row := self._row():
            self._copying.ask(row)

    def cite(self) -> None:
        """Say for which event the chosen passage, or the document, is a source."""
        if row := self._row():
            self._quoting.cite(row, self.preview)

    def quote(self) -> None:
        """Make an event of the chosen passage."""
        if row := self._row():
            self._quoting.quote(row, self.preview)

    def follow(self, verb: str, target: str) -> None:
        """What the sheet offers: copy the address or the fingerprint, cite, correct citations."""
        row = self._row()
        if row is None:
            return
        if verb == document_view.COPY_ADDRESS:
            self.desk.clipboard.copy(row.address or "")
        elif verb == document_view.COPY_FINGERPRINT:
            self.desk.clipboard.copy(row.sha256 or "")
        elif verb in remarks.VERBS:
            follow_remark(self.desk, self, About(self._case_id, Kind.DOCUMENT, self.record), verb, target)
        elif verb == document_view.CITE:
            self.cite()
        elif verb == document_view.REMOVE_CITATION:
            self.desk.perform(self, work(remove_citation, self.desk.vault, target, self._case_id))
        elif verb == document_view.EDIT_CITATION:
            self.desk.read(self, partial(_citation, target), self._edit_citation)

    def _edit_citation(self, citation: CitationRow) -> None:
        quoted = self._view.quoted if self._view else ()
        name = next((target_name(one) for one in quoted if one.citation.id == citation.id), "")
        Editors(self.desk, self.window()).open_citation(self._case_id, citation, name)

    def _row(self) -> DocumentRow | None:
        return self._view.document if self._view and self._view.document.id == self.record else None


def _citation(citation: str, session: Session) -> CitationRow:
    return fetch(session, CitationRow, citation)


def _stack(pane: DocumentPane) -> None:
    """Put the preview over the sheet, each as high as the user likes."""
    whole: Any = pane.sheet.parentWidget()
    areas = pane.preview, pane.sheet
    split = RememberedSplitter("document", pane.desk.settings, *areas, is_stacked=True, shares=(3, 2))
    whole.layout().addWidget(split, 1)
    whole.layout().setContentsMargins(theme.unit() * 2, 0, 0, 0)
