"""The matrix as a table: arrows move in it, S, C and M say what a record does, Delete takes it back, Enter opens it."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from db.types import Bearing
from desktop.i18n import N_
from desktop.ui import theme
from desktop.ui.keyboard import latin_key
from desktop.ui.language import Texts
from desktop.ui.tabs.issues.model import MatrixModel
from desktop.ui.tabs.issues.painting import CellPainter, ColumnHeads, head_height, row_height

Index = QModelIndex | QPersistentModelIndex
BEARING_KEYS = {
    Qt.Key.Key_S: Bearing.SUPPORTS.value, Qt.Key.Key_C: Bearing.CONTRADICTS.value, Qt.Key.Key_M: Bearing.MENTIONS.value,
}  # fmt: skip
COLUMN_UNITS = 26  # how wide a column is, in quarters of a line
NEAR = 3  # columns before the end at which more are read


class Matrix(QTableView):
    """``bearing_wanted`` carries a bearing for the cell that is current, ``cleared`` that it should have none.

    ``opened`` asks for the record of the column, ``moved`` carries the current row, ``end_neared`` asks for columns.
    """

    bearing_wanted = Signal(str)
    cleared = Signal()
    opened = Signal()
    moved = Signal(int)
    end_neared = Signal()

    def __init__(self, model: MatrixModel) -> None:
        super().__init__()
        self._cells = model
        self.setModel(model)
        self.setItemDelegate(CellPainter(self))
        self.setHorizontalHeader(ColumnHeads(model))
        Texts(self).put(self.setAccessibleName, N_("Evidence matrix"))
        self._behave()
        self._measure()
        theme.worn().changed.connect(self._measure)
        self.activated.connect(self._open)
        self.horizontalScrollBar().valueChanged.connect(self._look_ahead)
        self.horizontalScrollBar().rangeChanged.connect(self._look_ahead)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where one is, and light up the head over it."""
        super().currentChanged(current, previous)
        self.horizontalHeader().viewport().update()
        if current.isValid():
            self.moved.emit(current.row())
            if current.column() >= self._cells.columnCount() - NEAR:
                self.end_neared.emit()

    def event(self, event: QEvent) -> bool:
        """Letters and Delete belong to the matrix before they belong to any shortcut."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._meaning(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """S, C, M (the keys, whatever the layout) and Delete; everything else as in any table."""
        meaning = self._meaning(event)
        if meaning is None:
            super().keyPressEvent(event)
        elif meaning:
            self.bearing_wanted.emit(meaning)
        else:
            self.cleared.emit()

    def keyboardSearch(self, search: str) -> None:
        """Letters do not search here."""

    def _meaning(self, event: QKeyEvent) -> str | None:
        """A bearing, nothing for clearing, ``None`` for other keys."""
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return None
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return ""
        key = latin_key(event) or event.key()
        return BEARING_KEYS.get(Qt.Key(key))

    def _behave(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _measure(self) -> None:
        self.verticalHeader().setMinimumSectionSize(theme.unit())
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setDefaultSectionSize(theme.unit() * COLUMN_UNITS)
        self.horizontalHeader().setFixedHeight(head_height())

    def _open(self) -> None:
        self.opened.emit()

    def _look_ahead(self) -> None:
        bar = self.horizontalScrollBar()
        if bar.value() >= bar.maximum() - theme.unit() * COLUMN_UNITS * NEAR:
            self.end_neared.emit()
