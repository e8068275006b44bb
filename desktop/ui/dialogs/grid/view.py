"""A grid with the keys of a spreadsheet: paste, copy, fill down, clear, Enter goes down."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.documents.sheets.clipboard import read_cells, written_cells
from desktop.ui.clipboard import Clipboard
from desktop.ui.dialogs.grid.cells import Cell
from desktop.ui.dialogs.grid.model import GridModel
from desktop.ui.language import Texts

Words = Callable[[int], Sequence[str]]
_WIDTH = 18  # letters of a column
_MOST_CELLS = 200_000  # of a selection that a key changes


class GridView(QTableView):
    """Shows a ``GridModel``; ``words`` are what may be meant in a column, offered while one types."""

    def __init__(self, name: str, model: GridModel, clipboard: Clipboard, words: Words) -> None:
        super().__init__()
        self._grid, self._clipboard = model, clipboard
        Texts(self).put(self.setAccessibleName, name)
        self.setModel(model)
        self.setItemDelegate(_Typing(words, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        metrics = QFontMetrics(self.font())
        self.horizontalHeader().setDefaultSectionSize(metrics.averageCharWidth() * _WIDTH)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setDefaultSectionSize(round(metrics.height() * 1.6))

    def go(self, row: int, column: int) -> None:
        """Stand on a cell and show it."""
        self.setCurrentIndex(self._grid.index(row, column))
        self.scrollTo(self.currentIndex())

    def half_typed(self) -> tuple[Cell, str] | None:
        """The cell that is being typed in, and what stands there now."""
        lines = [one for one in self.viewport().findChildren(QLineEdit) if one.isVisible()]
        here = self.currentIndex()
        return ((here.row(), here.column()), lines[0].text().strip()) if lines and here.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of a spreadsheet do; everything else as any table."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._grid.note(self._grid.cells.fill_down(self._chosen()))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._grid.note(self._grid.cells.write(self._chosen(), ""))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._step_down()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter after typing goes on to the cell below."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._step_down()

    def _step_down(self) -> None:
        here = self.currentIndex()
        if here.isValid() and here.row() + 1 < self._grid.rowCount():
            self.go(here.row() + 1, here.column())

    def _paste(self) -> None:
        cells = read_cells(QGuiApplication.clipboard().text())
        chosen = self._chosen()
        if not cells or not chosen:
            return
        if len(cells) == len(cells[0]) == 1 and len(chosen) > 1:
            self._grid.note(self._grid.cells.write(chosen, cells[0][0]))
        else:
            self._grid.paste(*min(chosen), cells)

    def _copy(self) -> None:
        chosen = self._chosen()
        if chosen:
            columns = range(min(column for _row, column in chosen), max(column for _row, column in chosen) + 1)
            rows = sorted({row for row, _column in chosen})
            lines = [self._grid.cells.lines[row][columns.start : columns.stop] for row in rows]
            self._clipboard.copy(written_cells(lines))

    def _chosen(self) -> list[Cell]:
        """The selected cells, else the one the keyboard stands on."""
        chosen = [(index.row(), index.column()) for index in self.selectedIndexes()[:_MOST_CELLS]]
        here = self.currentIndex()
        return chosen or ([(here.row(), here.column())] if here.isValid() else [])


class _Typing(QStyledItemDelegate):
    """A line to type a cell in, with what may be meant listed under it."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """The line."""
        line = QLineEdit(parent)
        line.setFrame(False)
        words = self._words(index.column())
        if words:
            completer = QCompleter(list(words), line)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.setCompleter(completer)
        return line
