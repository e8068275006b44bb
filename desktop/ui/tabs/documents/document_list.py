"""The list of a case's documents: found while typing, read as one scrolls, and what to do where there are none."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.queries.documents import DocumentLine
from db.queries.records import fetch
from db.rows import CaseRow
from db.types import When
from db.vault import Session
from desktop.i18n import N_, ngettext
from desktop.ui import theme, times
from desktop.ui.desk import Desk
from desktop.ui.inputs.input import Unclear
from desktop.ui.inputs.times import WhenInput
from desktop.ui.language import Texts
from desktop.ui.tabs.documents.lines import DocumentModel
from desktop.ui.widgets.button import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.measure import keep_width
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.table import Table

LETTERS = 24  # how wide the search field is at least
ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class DocumentList(QWidget):
    """``selected`` carries the ids of the selection, ``opened`` one id, ``counted`` how many there are, in words."""

    selected = Signal(list)
    opened = Signal(str)
    counted = Signal(str)
    files_asked = Signal()
    source_asked = Signal()
    dropped = Signal(list)

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__()
        self._count = (0, True)
        self._sought: list[str] = []
        self._model = DocumentModel(desk.vault, desk.tasks, case_id, self)
        self.table: Table[DocumentLine] = Table("documents", N_("Documents"), self._model, desk.settings)
        self.search = SearchField(N_("Find by title, author or file name"))
        self._zone = times.FALLBACK_ZONE
        self.dated = WhenInput(N_("Dated"), self._zone_now)
        self._pages = QStackedWidget()
        self._build()
        self.search.searched.connect(self._model.search)
        self.search.left.connect(self.table.setFocus)
        self.dated.changed.connect(self._narrow)
        desk.read(self, partial(_zone_of, case_id), self._keep_clock)
        self.table.selected.connect(self.selected)
        self.table.opened.connect(self.opened)
        self._model.loaded.connect(self._settle)
        self._model.failed.connect(desk.report.tell)
        self.table.installEventFilter(self)

    def start(self) -> None:
        """Put the keyboard in the list, or where it starts while there is none."""
        (self.table if self._count[0] else self.search).setFocus()

    def reload(self) -> None:
        """Read again what is shown."""
        self._model.reload()

    def seek(self, documents: list[str]) -> None:
        """Select documents, reading on until the first is there; a search that hides it is taken back."""
        self._sought = documents
        if documents and self._model.place_of(documents[0]) is None and (self.search.text() or self.dated.raw()):
            self.search.clear()
            self.dated.fill(None)
            self._model.search("")
        else:
            self._seek_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first arrow key chooses the row the keyboard is on: nothing was chosen, so that nothing was opened."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        place = self.table.currentIndex().row()
        if event.key() not in ARROWS or place < 0 or self.table.selected_ids():
            return False
        self.table.select([self._model.id_at(place)])
        return True

    def count_words(self) -> str:
        """How many documents are shown."""
        count, is_all = self._count
        if is_all:
            return ngettext("{count} document", "{count} documents", count).format(count=count)
        return ngettext("more than {count} document", "more than {count} documents", count).format(count=count)

    def _build(self) -> None:
        texts = Texts(self)
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        steps = FlowLayout()
        steps.addWidget(button(texts, N_("&Add files…"), self.files_asked.emit, role="primary", icon="plus"))
        steps.addWidget(button(texts, N_("Source without a file…"), self.source_asked.emit, icon="link"))
        steps.addWidget(self.search)
        keep_width(self.dated, LETTERS)
        steps.addWidget(self.dated)
        empty = EmptyState(
            "files",
            N_("No documents yet"),
            N_("Drop files and folders here: rulings, records, photographs, letters. They are encrypted in the vault."),
            step=N_("&Add files…"),
            takes_files=True,
        )
        empty.asked.connect(self.files_asked)
        empty.dropped.connect(self._tell_dropped)
        none = EmptyState("search", N_("No document matches"), N_("Change the words in the field above."))
        for page in (self.table, empty, none):
            self._pages.addWidget(page)
        layout = column(self, gap=2)
        layout.setContentsMargins(0, 0, theme.unit() * 2, 0)
        layout.addLayout(steps)
        layout.addWidget(self._pages, 1)

    def _narrow(self) -> None:
        """Leave what may be of the time that was typed; half a time changes nothing."""
        try:
            moment: When | None = self.dated.value()
        except Unclear:
            return
        self._model.narrow((moment.earliest, moment.latest) if moment else (None, None))

    def _zone_now(self) -> str:
        return self._zone

    def _keep_clock(self, zone: str) -> None:
        self._zone = zone

    def _tell_dropped(self, paths: list[Path]) -> None:
        self.dropped.emit(paths)

    def _settle(self, count: int, is_all: bool) -> None:
        self._count = (count, is_all)
        self._pages.setCurrentIndex(0 if count else 2 if self.search.text() or self.dated.raw() else 1)
        self.counted.emit(self.count_words())
        self._seek_on()

    def _seek_on(self) -> None:
        if not self._sought:
            return
        if self._model.place_of(self._sought[0]) is not None:
            self.table.select(self._sought)
            self._sought = []
        elif self._model.canFetchMore():
            self._model.fetchMore()


def _zone_of(case_id: str, session: Session) -> str:
    return times.zone_of(fetch(session, CaseRow, case_id).jurisdiction)
