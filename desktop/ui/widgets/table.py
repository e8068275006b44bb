"""The table every list uses: sorts by its headers, remembers its columns, copies rows for a spreadsheet."""

from collections.abc import Sequence
from html import escape
from typing import Generic

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop.documents.sheets.formulas import guarded
from desktop.i18n import _
from desktop.ui.language import Texts
from desktop.ui.models.columns import Row
from desktop.ui.models.rows import RowModel
from desktop.ui.settings import Settings
from desktop.ui.widgets.table_header import TableHeader


class Table(QTableView, Generic[Row]):
    """Rows of one kind. ``opened`` carries an id, on Enter or a double click; ``selected`` the ids of the selection."""

    opened = Signal(str)
    selected = Signal(list)

    def __init__(
        self, name: str, title: str, model: RowModel[Row], settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._kept: list[str] = []
        self.header = TableHeader(name, settings)
        self.setHorizontalHeader(self.header)
        Texts(self).put(self.setAccessibleName, title)
        self._behave()
        self._measure()
        self.setModel(model)
        self.header.restore(model.columns)
        self.setSortingEnabled(True)
        model.modelAboutToBeReset.connect(self._note_selection)
        model.modelReset.connect(self._restore_selection)
        self.activated.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._tell_selection)

    def selected_ids(self) -> list[str]:
        """The ids of the selected rows, from the top."""
        return [self._rows.id_at(place) for place in _places(self)]

    def select(self, ids: Sequence[str]) -> None:
        """Select these records where they are shown, and go to the first."""
        self.clearSelection()
        places = [place for place in map(self._rows.place_of, ids) if place is not None]
        if places:
            self.setCurrentIndex(self._rows.index(places[0], 0))
        for place in places[1:]:
            flags = self.selectionModel().SelectionFlag
            self.selectionModel().select(self._rows.index(place, 0), flags.Select | flags.Rows)

    def selection_as_table(self) -> tuple[str, str]:
        """The selected rows under their headers as tab-separated text and as HTML; no cell can be a formula."""
        shown = [self._rows.columns[column] for column in self.header.shown()]
        lines = [[_(column.title) for column in shown]]
        lines += [[guarded(column.text(self._rows.row(place))) for column in shown] for place in _places(self)]
        text = "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
        cells = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in lines)
        return text, f"<table>{cells}</table>"

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes here by keyboard stands on a row at once."""
        super().focusInEvent(event)
        self._stand()

    def changeEvent(self, event: QEvent) -> None:
        """Rows grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The widest column takes up the change."""
        super().resizeEvent(event)
        self.header.fit(self.viewport().width())

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()

    def _measure(self) -> None:
        height = QFontMetrics(self.font()).height()
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(round(height * 1.6))

    def _open(self) -> None:
        if self.currentIndex().isValid():
            self.opened.emit(self._rows.id_at(self.currentIndex().row()))

    def _tell_selection(self) -> None:
        self.selected.emit(self.selected_ids())

    def _note_selection(self) -> None:
        self._kept = self.selected_ids()

    def _restore_selection(self) -> None:
        self.select(self._kept)
        if self.hasFocus():
            self._stand()
        self._tell_selection()

    def _stand(self) -> None:
        if self._rows.rowCount() and not self.selectionModel().hasSelection():
            self.selectRow(max(self.currentIndex().row(), 0))


def _places(table: QTableView) -> list[int]:
    return sorted(index.row() for index in table.selectionModel().selectedRows())
