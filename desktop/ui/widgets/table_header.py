"""The headers of a table: columns are moved, hidden and sorted by, and stay so until the next time."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu

from desktop.i18n import _
from desktop.ui.models.columns import Column, Row
from desktop.ui.settings import Settings

KEEP_MILLISECONDS = 400


class TableHeader(QHeaderView):
    """Remembers its state under ``name``; the right mouse button chooses columns."""

    def __init__(self, name: str, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._name = name
        self._settings = settings
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)

    def restore(self, columns: tuple[Column[Row], ...]) -> None:
        """Give the columns their first width, then what was remembered."""
        self._titles = [column.title for column in columns]
        letter = QFontMetrics(self.font()).averageCharWidth()
        for place, column in enumerate(columns):
            self.resizeSection(place, letter * (column.width + 3))
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._key = f"table-{self._name}-{len(columns)}"
        if state := self._settings.shape(self._key):
            self.restoreState(state)
        pause = QTimer(self, interval=KEEP_MILLISECONDS, singleShot=True)
        pause.timeout.connect(self.keep)
        for changed in (self.sectionMoved, self.sectionResized, self.sortIndicatorChanged):
            changed.connect(pause.start)

    def keep(self) -> None:
        """Remember order, widths, hidden columns and sorting."""
        self._settings.keep_shape(self._key, self.saveState())

    def shown(self) -> list[int]:
        """The columns that can be seen, by number, as they stand from the left."""
        order = [self.logicalIndex(place) for place in range(self.count())]
        return [column for column in order if not self.isSectionHidden(column)]

    def hide_column(self, column: int, is_shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        if is_shown or self.shown() != [column]:
            self.setSectionHidden(column, not is_shown)
            self.keep()

    def _offer(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column, title in enumerate(self._titles):
            entry = menu.addAction(_(title))
            entry.setCheckable(True)
            entry.setChecked(not self.isSectionHidden(column))
            entry.toggled.connect(partial(self.hide_column, column))
        menu.popup(self.mapToGlobal(place))
