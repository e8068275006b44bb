"""The matrix as a model: issues down, events, injuries and documents across, as far as they were read."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.queries.issues import Cell, IssueLine, Target
from desktop.ui import labels
from desktop.ui.issue_words import cell_words, is_empty, issue_title, target_mark, target_title
from desktop.ui.language import speech

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
CELL, EMPTY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class MatrixModel(QAbstractTableModel):
    """Only what is seen is asked for, so that hundreds of rows and columns scroll like ten."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[IssueLine] = []
        self.targets: list[Target] = []
        self._cells: Mapping[tuple[str, str], Cell] = {}
        speech().changed.connect(self._repaint)

    def show(self, lines: Sequence[IssueLine], cells: Mapping[tuple[str, str], Cell]) -> None:
        """Show these issues; the same ones in the same order are only painted anew, so that nothing jumps."""
        is_same = [line.issue.id for line in lines] == [line.issue.id for line in self.lines]
        if not is_same:
            self.beginResetModel()
        self.lines, self._cells = list(lines), cells
        if is_same:
            self._repaint()
        else:
            self.endResetModel()

    def put_columns(self, targets: Sequence[Target]) -> None:
        """Show these columns; the same ones are only painted anew."""
        if [one.id for one in targets] == [one.id for one in self.targets]:
            self.targets = list(targets)
            self._repaint()
            return
        self.beginResetModel()
        self.targets = list(targets)
        self.endResetModel()

    def add_columns(self, targets: Sequence[Target]) -> None:
        """Show more columns at the end."""
        if targets:
            self.beginInsertColumns(ROOT, len(self.targets), len(self.targets) + len(targets) - 1)
            self.targets.extend(targets)
            self.endInsertColumns()

    def cell(self, row: int, column: int) -> Cell | None:
        """What stands in a cell."""
        return self._cells.get((self.lines[row].issue.id, self.targets[column].id))

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many issues there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        """How many columns were read."""
        return 0 if parent.isValid() else len(self.targets)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell, for painting and for screen readers."""
        row, column = index.row(), index.column()
        if role == CELL:
            return self.cell(row, column)
        if role == EMPTY:
            return is_empty(self.lines[row])
        if role == Qt.ItemDataRole.DisplayRole:
            cell = self.cell(row, column)
            return labels.term("bearings", cell.bearing) if cell and cell.bearing else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = cell_words(self.cell(row, column))
            return f"{words}\n{issue_title(self.lines[row].issue)}\n{target_title(self.targets[column])}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands over a column, or beside a row."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            return issue_title(self.lines[section].issue)
        target = self.targets[section]
        return f"{target_mark(target)}\n{target_title(target)}"

    def _repaint(self) -> None:
        if self.lines and self.targets:
            last = self.index(len(self.lines) - 1, len(self.targets) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.targets) - 1)
