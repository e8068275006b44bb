"""A grid as Qt sees it: texts that can be typed into, each with what is wrong with it."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from desktop.ui import icons, theme
from desktop.ui.dialogs.grid.cells import Cell, GridCells

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_SAID = frozenset({Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole})


class GridModel(QAbstractTableModel):
    """Shows ``cells`` under headers; ``is_edited`` once somebody changed one, and ``edited`` is told each time."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cells = GridCells(0)
        self.is_edited = False
        self._headers: list[str] = []
        self._faults: dict[Cell, str] = {}
        theme.worn().changed.connect(self._repaint)

    def show(self, headers: Sequence[str], cells: GridCells) -> None:
        """Show other cells under these headers."""
        self.beginResetModel()
        self._headers, self.cells, self._faults = list(headers), cells, {}
        self.endResetModel()

    def rename(self, headers: Sequence[str]) -> None:
        """Show other headers over the same cells."""
        self._headers = list(headers)
        if headers:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headers) - 1)

    def mark(self, faults: Mapping[Cell, str]) -> None:
        """Show what is wrong with which cell, and that nothing is with the others."""
        self._faults = dict(faults)
        self._repaint()

    def paste(self, row: int, column: int, cells: Sequence[Sequence[str]]) -> None:
        """Write a range with its first cell here."""
        self._grow(self.cells.missing_lines(row + len(cells) - 1))
        self.note(self.cells.paste(row, column, cells))

    def note(self, written: Sequence[Cell]) -> None:
        """These cells were written anew: what was wrong with them may be right now."""
        for cell in written:
            self._faults.pop(cell, None)
        self._grow(self.cells.missing_lines(-2))
        self.is_edited = True
        self._repaint()
        self.edited.emit()

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.cells.lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._headers)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed into."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell: its text, and what is wrong with it."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.cells.lines[index.row()][index.column()]
        fault = self._faults.get((index.row(), index.column()))
        if fault is None:
            return None
        if role == Qt.ItemDataRole.BackgroundRole:
            return QColor(theme.colours().danger_ground)
        if role == Qt.ItemDataRole.DecorationRole:
            return icons.icon("circle-alert", theme.colours().danger)
        return fault if role in _SAID else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into a cell."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        self.note(self.cells.write([(index.row(), index.column())], str(value).strip()))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The header of a column, the number of a line."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._headers[section]
        return str(self.cells.number_of(section))

    def _grow(self, count: int) -> None:
        if count:
            self.beginInsertRows(ROOT, len(self.cells.lines), len(self.cells.lines) + count - 1)
            self.cells.grow(count)
            self.endInsertRows()

    def _repaint(self) -> None:
        if self.cells.lines and self._headers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.cells.lines) - 1, len(self._headers) - 1))
