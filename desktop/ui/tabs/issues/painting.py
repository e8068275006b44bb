"""Painting the matrix: a sign and a ground for each bearing, the number of passages, and heads of several lines."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.queries.issues import Cell
from db.types import Bearing
from desktop.ui import icons, theme
from desktop.ui.issue_words import kind_of
from desktop.ui.labels import KIND_ICONS
from desktop.ui.tabs.issues.model import CELL, EMPTY, MatrixModel

Index = QModelIndex | QPersistentModelIndex
SIGNS = {  # the icon, its colour and its ground
    Bearing.SUPPORTS.value: ("check", "good", "good_ground"),
    Bearing.CONTRADICTS.value: ("x", "danger", "danger_ground"),
    Bearing.MENTIONS.value: ("message-square", "muted", "hover"),
}
HEAD_LINES, ROW_LINES = 4, 2


def row_height() -> int:
    """How high a row of tree and matrix is: two lines of text and the room round them."""
    return theme.unit() * (4 * ROW_LINES + 2)


def head_height() -> int:
    """How high the heads are."""
    return theme.unit() * (4 * HEAD_LINES + 3)


class CellPainter(QStyledItemDelegate):
    """Paints one cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A sign on its ground; an element with nothing in its support has a ground of its own."""
        colours = theme.colours()
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - not in the stubs
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # pyright: ignore[reportAttributeAccessIssue] - not in the stubs
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)  # pyright: ignore[reportAttributeAccessIssue] - not in the stubs
        painter.save()
        if index.data(EMPTY):
            painter.fillRect(rect, QColor(colours.warning_ground))
        cell: Cell | None = index.data(CELL)
        if cell:
            _paint_cell(painter, QRectF(rect), cell, option.widget.devicePixelRatioF())  # pyright: ignore[reportAttributeAccessIssue] - not in the stubs
        if is_chosen or has_focus:
            painter.setPen(QPen(QColor(colours.accent if has_focus else colours.edge), max(2.0, theme.unit() / 2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5))
        painter.restore()


def _paint_cell(painter: QPainter, rect: QRectF, cell: Cell, ratio: float) -> None:
    colours, unit = theme.colours(), theme.unit()
    box = rect.adjusted(unit * 0.7, unit * 0.7, -unit * 0.7, -unit * 0.7)
    name, colour, ground = SIGNS.get(cell.bearing or "", ("", "muted", ""))
    side = unit * 4
    count = str(cell.passages) if cell.passages else ""
    wide = (side if name else 0) + (painter.fontMetrics().horizontalAdvance(f" {count}") if count else 0)
    left = box.center().x() - wide / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ground:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(colours, ground)))
        painter.drawRoundedRect(box, unit, unit)
        at = QPointF(left, box.center().y() - side / 2)
        painter.drawPixmap(at, icons.pixmap(name, side, getattr(colours, colour), ratio))
        left += side
    if count:
        painter.setPen(QColor(getattr(colours, colour)))
        words = QRectF(left, box.y(), box.right() - left, box.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f" {count}")


class ColumnHeads(QHeaderView):
    """The heads: an icon of the kind and when it was on the first line, the title on the lines below."""

    def __init__(self, model: MatrixModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._rows = model
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(super().sizeHint().width(), head_height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int, /) -> None:
        """Paint one head."""
        colours, unit = theme.colours(), theme.unit()
        target = self._rows.targets[section]
        mark, _line, title = str(self._rows.headerData(section, Qt.Orientation.Horizontal)).partition("\n")
        painter.save()
        is_current = self.selectionModel().currentIndex().column() == section
        painter.fillRect(rect, QColor(colours.selected if is_current else colours.raised))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(unit, unit, -unit, -unit)
        side = unit * 4
        picture = icons.pixmap(KIND_ICONS[kind_of(target)], side, colours.muted, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(inner.topLeft()), picture)
        painter.setPen(QColor(colours.muted))
        first = QRect(inner.x() + side + unit, inner.y(), inner.width() - side - unit, side)
        mark = self.fontMetrics().elidedText(mark, Qt.TextElideMode.ElideRight, first.width())
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, mark)
        painter.setPen(QColor(colours.on_selected if is_current else colours.text))
        font = QFont(self.font())
        font.setBold(False)
        painter.setFont(font)
        below = QRect(inner.x(), inner.y() + side, inner.width(), inner.height() - side)
        painter.drawText(below, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, title)
        painter.restore()
