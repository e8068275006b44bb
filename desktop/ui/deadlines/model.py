"""A table of rows that hold deadlines: how each stands has a mark and its colour besides its words."""

from collections.abc import Callable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QObject, Qt

from desktop.ui import icons, theme
from desktop.ui.models.columns import Column, Identify, Row
from desktop.ui.models.rows import Index, RowModel

STATUS = "status"  # the column the mark stands in


class MarkedModel(RowModel[Row], Generic[Row]):
    """Rows with a mark in one column; ``mark`` gives the icon and the colour of the look."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        identify: Identify[Row],
        mark: Callable[[Row], tuple[str, str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, identify, parent)
        self._mark = mark
        theme.worn().changed.connect(self._paint_again)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell or its mark."""
        if role == Qt.ItemDataRole.DecorationRole and self.columns[index.column()].key == STATUS:
            icon, colour = self._mark(self.row(index.row()))
            return icons.icon(icon, getattr(theme.colours(), colour))
        return super().data(index, role)

    def _paint_again(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
