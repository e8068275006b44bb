"""The headers of a table: columns are moved, hidden and sorted by, and stay so until the next time."""

from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu

from desktop.i18n import _
from desktop.ui.models.columns import Column, Row
from desktop.ui.settings import Settings

KEEP_MILLISECONDS = 400
NARROWEST = 16  # letters the widest column keeps, or a third of the table


class TableHeader(QHeaderView):
    """Remembers its state under ``name``; the right mouse button chooses columns."""

    def __init__(self, name: str, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._name = name
        self._settings = settings
        self._letter = 0  # width of a letter the columns were measured by
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)

    def restore(self, columns: tuple[Column[Row], ...]) -> None:
        """Give the columns their first width, then what was remembered."""
        self._titles = [column.title for column in columns]
        self._widest = max(range(len(columns)), key=[column.width for column in columns].__getitem__)
        self._letter = QFontMetrics(self.font()).averageCharWidth()
        for place, column in enumerate(columns):
            self.resizeSection(place, max(self._letter * (column.width + 3), self.sectionSizeHint(place)))
            self.setSectionHidden(place, column.is_spare)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._key = f"table-{self._name}-{len(columns)}"
        if state := self._settings.shape(self._key):
            self.restoreState(state)
            letter = (self._settings.shape(f"{self._key}-letter") or QByteArray()).toStdString()
            self._scale(int(letter) if letter.isdecimal() else 0)
        pause = QTimer(self, interval=KEEP_MILLISECONDS, singleShot=True)
        pause.timeout.connect(self.keep)
        for changed in (self.sectionMoved, self.sectionResized, self.sortIndicatorChanged):
            changed.connect(pause.start)
        self.model().headerDataChanged.connect(self._widen)

    def fit(self, width: int) -> None:
        """Let the widest column take up what the table's width leaves; when that lacks, the others give some too."""
        if self.isSectionHidden(self._widest):
            return
        narrowest = max(self._letter * NARROWEST, width // 3)
        wanted = self.sectionSize(self._widest) + width - self.length()
        self._squeeze(max(0, narrowest - wanted))
        self.resizeSection(self._widest, max(self.sectionSize(self._widest) + width - self.length(), narrowest))

    def changeEvent(self, event: QEvent) -> None:
        """Columns grow and shrink with the text."""
        super().changeEvent(event)
        letter = QFontMetrics(self.font()).averageCharWidth()
        if event.type() is QEvent.Type.FontChange and self._letter and letter != self._letter:
            before, self._letter = self._letter, letter
            self._scale(before)

    def keep(self) -> None:
        """Remember order, widths, hidden columns and sorting."""
        self._settings.keep_shape(self._key, self.saveState())
        self._settings.keep_shape(f"{self._key}-letter", QByteArray(str(self._letter).encode()))

    def shown(self) -> list[int]:
        """The columns that can be seen, by number, as they stand from the left."""
        order = [self.logicalIndex(place) for place in range(self.count())]
        return [column for column in order if not self.isSectionHidden(column)]

    def show_column(self, column: int, is_shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        if is_shown or self.shown() != [column]:
            self.setSectionHidden(column, not is_shown)
            self.keep()

    def _scale(self, before: int) -> None:
        """Bring columns that were measured by a letter ``before`` wide to the text of now."""
        for place in range(self.count()):
            size = self.sectionSize(place) * self._letter // (before or self._letter)
            self.resizeSection(place, max(size, self.sectionSizeHint(place)))

    def _widen(self) -> None:
        """Titles in another language are not cut off either."""
        for place in self.shown():
            self.resizeSection(place, max(self.sectionSize(place), self.sectionSizeHint(place)))
        self.fit(self.viewport().width())

    def _squeeze(self, lacking: int) -> None:
        """Take so many points from what the others have beyond their titles; the first, a date or name, stays whole."""
        others = [column for column in self.shown()[1:] if column != self._widest]
        spare = {column: max(0, self.sectionSize(column) - self.sectionSizeHint(column)) for column in others}
        part = min(1.0, lacking / (sum(spare.values()) or 1))
        for column, points in spare.items():
            self.resizeSection(column, self.sectionSize(column) - round(points * part))

    def _offer(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column, title in enumerate(self._titles):
            entry = menu.addAction(_(title))
            entry.setCheckable(True)
            entry.setChecked(not self.isSectionHidden(column))
            entry.toggled.connect(partial(self.show_column, column))
        menu.popup(self.mapToGlobal(place))
