"""The issues as a tree beside the matrix: rows of the same height, and clearly marked what has no evidence yet."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from db.queries.issues import IssueLine
from desktop.i18n import N_, _
from desktop.ui import theme
from desktop.ui.issue_words import is_empty, issue_basis, line_title, tally, tally_words
from desktop.ui.language import Texts, speech
from desktop.ui.tabs.issues.painting import head_height, row_height

Index = QModelIndex | QPersistentModelIndex
PLACE, EMPTY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
TALLY_UNITS = 28


class IssueTree(QTreeView):
    """``moved`` carries the place of the issue that is current, ``hidden`` the places that are folded away now."""

    moved = Signal(int)
    hidden = Signal(set)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[IssueLine] = []
        self._items: list[QStandardItem] = []
        self._folded: set[str] = set()
        self._content = QStandardItemModel(self)
        self.setModel(self._content)
        self.setItemDelegate(IssuePainter(self))
        Texts(self).put(self.setAccessibleName, N_("Issues"))
        self._behave()
        self._measure()
        theme.worn().changed.connect(self._measure)
        speech().changed.connect(self._say)
        self.collapsed.connect(self._fold)
        self.expanded.connect(self._fold)
        self.activated.connect(self._open)

    def show_lines(self, lines: Sequence[IssueLine]) -> None:
        """Show these issues, folded and chosen as they were."""
        is_same = [(one.issue.id, one.depth) for one in lines] == [(one.issue.id, one.depth) for one in self._lines]
        self._lines = list(lines)
        if is_same:
            self._say()
            return
        place = self.place()
        self._build()
        self._say()
        if self._lines:
            self.choose(min(max(place, 0), len(self._lines) - 1))
        self._fold()

    def place(self) -> int:
        """The place of the issue that is current; -1 for none."""
        value = self.currentIndex().siblingAtColumn(0).data(PLACE)
        return -1 if value is None else int(value)

    def choose(self, place: int) -> None:
        """Go to an issue."""
        if 0 <= place < len(self._items) and place != self.place():
            self.setCurrentIndex(self._items[place].index())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which issue is current."""
        super().currentChanged(current, previous)
        if self.place() >= 0:
            self.moved.emit(self.place())

    def _behave(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the matrix beside it has one
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # so that both are equally high
        self.setExpandsOnDoubleClick(False)
        self._content.setColumnCount(2)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)

    def _measure(self) -> None:
        self.setIndentation(theme.unit() * 4)
        self.header().setFixedHeight(head_height())
        self.header().resizeSection(1, theme.unit() * TALLY_UNITS)
        self.doItemsLayout()

    def _build(self) -> None:
        self._content.removeRows(0, self._content.rowCount())
        self._items = []
        above: list[QStandardItem] = []
        for place, line in enumerate(self._lines):
            item, count = QStandardItem(), QStandardItem()
            item.setData(place, PLACE)
            del above[line.depth :]
            (above[-1] if above else self._content.invisibleRootItem()).appendRow([item, count])
            above.append(item)
            self._items.append(item)
        with QSignalBlocker(self):
            self._unfold()

    def _unfold(self) -> None:
        for item, line in zip(self._items, self._lines, strict=True):
            self.setExpanded(item.index(), line.issue.id not in self._folded)

    def _say(self) -> None:
        self._content.setHorizontalHeaderLabels([_("To be proved"), _("Evidence")])
        for item, line in zip(self._items, self._lines, strict=True):
            title, basis, empty = line_title(line), issue_basis(line.issue), is_empty(line)
            count = item.parent().child(item.row(), 1) if item.parent() else self._content.item(item.row(), 1)
            item.setText(title)
            item.setData(f"{title}\n{basis}".strip(), Qt.ItemDataRole.ToolTipRole)
            count.setText(tally(line) or (_("nothing yet") if empty else ""))
            for part in (item, count):
                part.setData(empty, EMPTY)
            count.setData(tally_words(line), Qt.ItemDataRole.AccessibleTextRole)
            count.setData(tally_words(line), Qt.ItemDataRole.ToolTipRole)

    def _fold(self, _index: object = None) -> None:
        shut = [item for item in self._items if item.hasChildren() and not self.isExpanded(item.index())]
        places: list[int] = [item.data(PLACE) for item in shut]
        self._folded = {self._lines[place].issue.id for place in places}
        away: set[int] = set()
        depth: int | None = None
        for place, line in enumerate(self._lines):
            if depth is not None and line.depth > depth:
                away.add(place)
                continue
            depth = line.depth if line.issue.id in self._folded else None
        self.hidden.emit(away)

    def _open(self) -> None:
        self.opened.emit()


class IssuePainter(QStyledItemDelegate):
    """Rows as high as those of the matrix; what has no evidence stands on a ground of its own."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        return QSize(super().sizeHint(option, index).width(), row_height())

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Colour it."""
        super().initStyleOption(option, index)
        if index.data(EMPTY):
            colours = theme.colours()
            painted: QPalette = option.palette  # pyright: ignore[reportAttributeAccessIssue] - not in the stubs
            option.backgroundBrush = QBrush(QColor(colours.warning_ground))  # pyright: ignore[reportAttributeAccessIssue] - not in the stubs
            if index.column() == 1:
                painted.setColor(QPalette.ColorRole.Text, QColor(colours.warning))
