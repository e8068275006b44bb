"""Tree and matrix as one: they scroll together, stand on the same issue and fold the same rows."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from db.queries.issues import Cell, IssueLine, Target
from desktop.ui.settings import Settings
from desktop.ui.tabs.issues.matrix import Matrix
from desktop.ui.tabs.issues.model import MatrixModel
from desktop.ui.tabs.issues.reading import Sight
from desktop.ui.tabs.issues.tree import IssueTree
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.splitter import RememberedSplitter


class EvidenceBoard(QWidget):
    """``moved`` tells that another issue or cell is current."""

    moved = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.model = MatrixModel(self)
        self.tree, self.matrix = IssueTree(), Matrix(self.model)
        column(self).addWidget(RememberedSplitter("issues", settings, self.tree, self.matrix, shares=(2, 3)))
        self.tree.verticalScrollBar().valueChanged.connect(self.matrix.verticalScrollBar().setValue)
        self.matrix.verticalScrollBar().valueChanged.connect(self.tree.verticalScrollBar().setValue)
        self.tree.moved.connect(self._follow_tree)
        self.matrix.moved.connect(self._follow_matrix)
        self.tree.hidden.connect(self._hide)

    def show_sight(self, sight: Sight) -> None:
        """Show what was read; the current issue and cell stay where they are as far as they are still there."""
        row, spot = self.tree.place(), self.matrix.currentIndex()
        at = (spot.row(), spot.column()) if spot.isValid() else (max(row, 0), 0)
        self.model.show(sight.lines, sight.cells)
        if sight.columns is not None:
            self.model.put_columns(sight.columns.rows)
        self.tree.show_lines(sight.lines)
        self.stand(*at)

    def add_columns(self, targets: Sequence[Target]) -> None:
        """Show more columns."""
        self.model.add_columns(targets)

    def stand(self, row: int, column_place: int) -> None:
        """Stand on a cell, or as near to it as there is one."""
        rows, columns = self.model.rowCount(), self.model.columnCount()
        if rows and columns:
            self.matrix.setCurrentIndex(self.model.index(min(max(row, 0), rows - 1), min(column_place, columns - 1)))
        if rows:
            self.tree.choose(min(max(row, 0), rows - 1))

    def seek(self, issue: str) -> None:
        """Stand on an issue."""
        places = [place for place, line in enumerate(self.model.lines) if line.issue.id == issue]
        if places:
            self.stand(places[0], max(self.matrix.currentIndex().column(), 0))

    def line(self) -> IssueLine | None:
        """The issue one stands on."""
        place = self.tree.place()
        return self.model.lines[place] if 0 <= place < len(self.model.lines) else None

    def target(self) -> Target | None:
        """The record over the current cell."""
        spot = self.matrix.currentIndex()
        return self.model.targets[spot.column()] if spot.isValid() else None

    def cell(self) -> Cell | None:
        """What stands in the current cell."""
        spot = self.matrix.currentIndex()
        return self.model.cell(spot.row(), spot.column()) if spot.isValid() else None

    def _follow_tree(self, place: int) -> None:
        spot = self.matrix.currentIndex()
        if self.model.columnCount() and spot.row() != place and place < self.model.rowCount():
            with QSignalBlocker(self.matrix):
                self.matrix.setCurrentIndex(self.model.index(place, max(spot.column(), 0)))
        self.moved.emit()

    def _follow_matrix(self, place: int) -> None:
        self.tree.choose(place)
        self.moved.emit()

    def _hide(self, places: set[int]) -> None:
        for place in range(self.model.rowCount()):
            self.matrix.setRowHidden(place, place in places)
