"""A form of several pages: their titles at the left, one of them at the right; Ctrl+PgDown and Ctrl+PgUp turn them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from desktop.i18n import N_, _
from desktop.ui import icons, theme
from desktop.ui.inputs.form import Form, FormScroll
from desktop.ui.language import Texts
from desktop.ui.widgets.layout import column, row

_LINES = 30  # how high the form wants to be
_SPARE = 10  # quarters of a line beside a title: the mark, the padding


class Pages(QWidget):
    """Shows ``forms`` one at a time, and below all of them the ``foot``."""

    def __init__(self, foot: QWidget) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._titles: list[str] = []
        self._faulty: set[int] = set()
        self._texts = Texts(self)
        self._list, self._stack = QListWidget(), QStackedWidget()
        self._texts.put(self._list.setAccessibleName, N_("Pages of the form"))
        self._list.setIconSize(QSize(theme.unit() * 4, theme.unit() * 4))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWordWrap(True)
        self._list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._foot = foot
        beside, layout = row(gap=3), column(self, gap=3)
        beside.addWidget(self._list)
        beside.addWidget(self._stack, 1)
        layout.addLayout(beside, 1)
        layout.addWidget(foot)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self, partial(self._turn, step))

    def add_form(self, title: str, form: Form) -> None:
        """One more page of fields."""
        self.forms.append(form)
        self.add_page(title, FormScroll(form))

    def add_page(self, title: str, page: QWidget) -> None:
        """One more page of whatever it is."""
        self._stack.addWidget(page)
        item = QListWidgetItem()
        self._list.addItem(item)
        self._titles.append(title)
        self._texts.put(partial(self._call, len(self._titles) - 1), title)
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)

    def show_page(self, place: int) -> None:
        """Turn to a page."""
        self._list.setCurrentRow(place)

    def mark(self, places: Sequence[int]) -> None:
        """Show on which pages something is wrong."""
        self._faulty = set(places)
        for place, title in enumerate(self._titles):
            self._call(place, _(title))

    def height_for(self, _width: int) -> int:
        """Room for most pages; a longer one scrolls."""
        return self.fontMetrics().lineSpacing() * _LINES + self._foot.sizeHint().height()

    def _call(self, place: int, words: str) -> None:
        item = self._list.item(place)
        item.setText(words)
        item.setIcon(icons.icon("circle-alert", theme.colours().danger) if place in self._faulty else QIcon())
        told = _("{page}: something is wrong here").format(page=words) if place in self._faulty else words
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        widest = max(self.fontMetrics().horizontalAdvance(_(title)) for title in self._titles)
        most = self.fontMetrics().averageCharWidth() * 26
        self._list.setFixedWidth(min(widest, most) + theme.unit() * _SPARE)

    def _turn(self, step: int) -> None:
        self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
        self._list.setFocus()
