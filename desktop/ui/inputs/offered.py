"""What the list of a field offers, under headings: rows are only looked at when the list is painted or searched."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from desktop.ui.inputs.choices import Group

ID = Qt.ItemDataRole.UserRole
ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Offered(QAbstractListModel):
    """The words of every choice, its value as ``ID``; a heading can be read and not be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Any, str, bool]] = []  # value, words, whether it is a heading

    def offer(self, groups: Sequence[Group]) -> None:
        """Offer these from now on."""
        self.beginResetModel()
        self._rows = []
        for group in groups:
            if group.title and group.choices:
                self._rows.append((None, group.title, True))
            self._rows += [(value, words, False) for value, words in group.choices]
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row, its value, and how a heading looks."""
        value, words, is_heading = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return words
        if role == ID:
            return value
        if role == Qt.ItemDataRole.FontRole and is_heading:
            bold = QFont()
            bold.setBold(True)
            return bold
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        return Qt.ItemFlag.NoItemFlags if self._rows[index.row()][2] else super().flags(index)
