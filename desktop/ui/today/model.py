"""The list of Today: as much of it as somebody scrolled to, for it may be as long as all cases together."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from desktop.ui.deadlines.model import MarkedModel
from desktop.ui.models.rows import Index
from desktop.ui.today.groups import Entry

STRETCH = 400  # rows put below at a time


class AgendaModel(MarkedModel[Entry]):
    """Rows of which more come as one goes down; sorting sorts them all."""

    _all: Sequence[Entry] = ()
    _order: tuple[int, bool] | None = None

    def show_all(self, entries: Sequence[Entry]) -> None:
        """List these entries: the first of them, and no fewer than somebody had gone down to."""
        if self._order:
            column, is_descending = self._order
            entries = sorted(entries, key=self.columns[column].rank, reverse=is_descending)
        self._all = entries
        self.show(entries[: max(STRETCH, self.rowCount())])

    def count(self) -> int:
        """How many there are, those further down too."""
        return len(self._all)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order all of them by a column."""
        is_there = 0 <= column < len(self.columns)
        self._order = (column, order is Qt.SortOrder.DescendingOrder) if is_there else None
        self.show_all(self._all)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there is more below."""
        return not parent.isValid() and self.rowCount() < len(self._all)

    def fetchMore(self, parent: Index) -> None:
        """Put the next stretch below."""
        if not parent.isValid():
            self.append(self._all[self.rowCount() : self.rowCount() + STRETCH])
