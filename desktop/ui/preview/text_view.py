"""A plain text with its paragraphs numbered at the side, so that a citation can point to one."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.i18n import N_
from desktop.ui import theme

PARAGRAPH_BREAK = "\u2029"  # Qt's, inside a selection


class TextView(QPlainTextEdit):
    """Read only; wraps to its width; numbers are not part of what is chosen."""

    all_name = N_("Select all")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._numbers = _Numbers(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._follow)
        self._make_room()

    def words(self) -> str:
        """The chosen text."""
        return self.textCursor().selectedText().replace(PARAGRAPH_BREAK, "\n")

    def page(self) -> int:
        """The paragraph the chosen text begins in, from 1."""
        cursor = self.textCursor()
        return self.document().findBlock(cursor.selectionStart()).blockNumber() + 1

    def take_page(self) -> None:
        """Choose everything."""
        self.selectAll()

    def numbers_width(self) -> int:
        """The room the numbers take."""
        return self.fontMetrics().horizontalAdvance("9" * max(2, len(str(self.blockCount())))) + theme.unit() * 3

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Paint the number of each paragraph in view beside its first line."""
        painter = QPainter(self._numbers)
        painter.fillRect(event.rect(), self.palette().window())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(offset)
            if place.top() > event.rect().bottom():
                break
            room = QRect(0, round(place.top()), self._numbers.width() - theme.unit(), self.fontMetrics().height())
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            block = block.next()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers as high as the text."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(inside.left(), inside.top(), self.numbers_width(), inside.height())

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    def _follow(self, rect: QRect, moved: int) -> None:
        if moved:
            self._numbers.scroll(0, moved)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())


class _Numbers(QWidget):
    """The strip beside the text."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self) -> QSize:
        return QSize(self._view.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._view.paint_numbers(event)
