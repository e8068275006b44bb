"""A table of rows that are all here: what a list shows of each, by column."""

from collections.abc import Sequence
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.i18n import _
from desktop.ui.language import speech
from desktop.ui.models.columns import Column, Identify, Row

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class RowModel(QAbstractTableModel, Generic[Row]):
    """Rows and columns of text."""

    def __init__(self, columns: Sequence[Column[Row]], identify: Identify[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._identify = identify
        self._rows: list[Row] = []
        self._places: dict[str, int] | None = None  # of the records, once somebody asks
        speech().changed.connect(self._retranslate)

    def row(self, place: int) -> Row:
        """One row."""
        return self._rows[place]

    def id_at(self, place: int) -> str:
        """The id of the record in one row."""
        return self._identify(self._rows[place])

    def place_of(self, record: str) -> int | None:
        """Where a record stands."""
        if self._places is None:
            last = len(self._rows) - 1  # the first of several rows of one record counts
            self._places = {self._identify(row): last - back for back, row in enumerate(reversed(self._rows))}
        return self._places.get(record)

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; the same records in the same order are only painted anew, so that nothing jumps."""
        if rows and self._is_shown(rows):
            self._rows = list(rows)
            self._repaint()
            return
        self.beginResetModel()
        self._rows, self._places = list(rows), None
        self.endResetModel()

    def append(self, rows: Sequence[Row]) -> None:
        """Show more rows below."""
        if rows:
            self.beginInsertRows(ROOT, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows.extend(rows)
            self._places = None
            self.endInsertRows()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows that are here by a column."""
        if 0 <= column < len(self.columns):
            is_descending = order is Qt.SortOrder.DescendingOrder
            self.show(sorted(self._rows, key=self.columns[column].rank, reverse=is_descending))

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many rows are here."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell, as text."""
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(self._rows[index.row()])
        return _alignment(column.is_number) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section].is_number)
        return _(self.columns[section].title) if role == Qt.ItemDataRole.DisplayRole else None

    def _is_shown(self, rows: Sequence[Row]) -> bool:
        if len(rows) != len(self._rows):
            return False
        return list(map(self._identify, rows)) == list(map(self._identify, self._rows))

    def _retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self._repaint()

    def _repaint(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))


def _alignment(is_number: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
