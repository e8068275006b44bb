"""F1: the manual in a window of its own, beside the work; a list of pages with a search, and the page."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop import i18n
from desktop.i18n import N_
from desktop.ui import theme
from desktop.ui.actions import Actions
from desktop.ui.case_window.tab_area import TabArea
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.help.pages import FIRST, PAGE_OF, PAGES, page
from desktop.ui.help.rendering import composed, words
from desktop.ui.screens import Screens
from desktop.ui.settings import Settings
from desktop.ui.widgets.button import button
from desktop.ui.widgets.layout import column, label
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.splitter import RememberedSplitter

LETTERS, LINES = 130, 38  # the first size
INDENT = 5  # of points, in quarters of a line
LENT = ("vault.lock", "view.larger", "view.smaller", "view.normal")  # keys of the window that count here too
VERB = "page"  # a link to another page is page:NAME; no other link is followed
NAME = Qt.ItemDataRole.UserRole


class HelpWindow(Dialog):
    """Shows the manual; the window behind it goes on working."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(N_("Manual"), parent, letters=LETTERS // 2, has_heading=False)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._past: list[str] = []
        self._name = ""
        self._search = SearchField(N_("Find in the manual"))
        self._nothing = label("hint")
        self._list = QListWidget()
        self._sheet = Sheet(N_("Page of the manual"))
        self._search.searched.connect(self._narrow)
        self._search.left.connect(self._list.setFocus)
        self._list.currentItemChanged.connect(self._choose)
        self._sheet.followed.connect(self._follow)
        for keys, slot in (("Alt+Left", self.go_back), ("Ctrl+F", self._search.setFocus)):
            QShortcut(QKeySequence(keys), self, slot)
        self._build(settings)
        self._sheet.setFocus()

    def show_page(self, name: str) -> None:
        """Turn to a page."""
        if self._list_place(name) < 0:
            self._search.clear()
            self._narrow("")
        self._list.setCurrentRow(self._list_place(name))

    def go_back(self) -> None:
        """Turn to the page read before."""
        if self._past:
            name = self._past.pop()
            self._name = ""  # going back is not remembered as a step
            self.show_page(name)

    def _build(self, settings: Settings) -> None:
        self.texts.put(self._list.setAccessibleName, N_("Pages of the manual"))
        self._list.setWordWrap(True)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.texts.put(self._nothing.setText, N_("No page holds all these words."))
        left = QWidget()
        layout = column(left, gap=2)
        layout.setContentsMargins(0, 0, theme.unit() * 3, 0)
        for part in (self._search, self._nothing):
            layout.addWidget(part)
        layout.addWidget(self._list, 1)
        halves = RememberedSplitter("help", settings, left, self._sheet)
        halves.share(2, 5)
        self.add(halves, grows=True)
        self._back = button(self.texts, N_("&Back"), self.go_back, icon="arrow-left")
        self.aside(self._back)
        self.verb(N_("Close"), self.accept)
        self.texts.put(self._name_pages, "")
        metrics, room = self.fontMetrics(), self.screen().availableGeometry().size()
        wanted = QSize(metrics.averageCharWidth() * LETTERS, metrics.height() * LINES)
        self.resize(wanted.boundedTo(room - room / 10))

    def _name_pages(self, _text: str) -> None:
        """List the pages in the language worn now, as the search left them."""
        self._narrow(self._search.text())

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        found = [name for name in PAGES if all(word in words(name) for word in wanted)]
        shown = self._name
        self._list.blockSignals(True)
        self._list.clear()
        for name in found:
            item = QListWidgetItem(page(i18n.current(), name).title, self._list)
            item.setData(NAME, name)
        self._list.setCurrentRow(self._list_place(shown))
        self._list.blockSignals(False)
        self._nothing.setVisible(not found)
        if shown and found and shown not in found:
            self._list.setCurrentRow(0)
        self._seek()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        name = str(item.data(NAME))
        if self._name and self._name != name:
            self._past.append(self._name)
        self._name = name
        self._back.setEnabled(bool(self._past))
        self._sheet.document().setIndentWidth(theme.unit() * INDENT)
        self._sheet.show_text(partial(composed, name))
        self._seek()

    def _seek(self) -> None:
        """Bring the first of the words searched for into view."""
        sought = self._search.text().split()
        if sought and self._name:
            self._sheet.find(sought[0])

    def _follow(self, verb: str, target: str) -> None:
        if verb == VERB and target in PAGES:
            self.show_page(target)

    def _list_place(self, name: str) -> int:
        items = (self._list.item(place) for place in range(self._list.count()))
        return next((place for place, item in enumerate(items) if item.data(NAME) == name), -1)


def open_manual(settings: Settings, actions: Actions, window: QWidget, name: str) -> HelpWindow:
    """Show a page of the manual, in the window that is open already if there is one."""
    shown = window.findChild(HelpWindow)
    manual = shown if shown and shown.isVisible() else HelpWindow(settings, window)
    manual.addActions([actions.qt(action) for action in LENT])
    manual.show_page(name)
    manual.show()
    manual.raise_()
    manual.activateWindow()
    return manual


def fitting_page(screens: Screens) -> str:
    """The page that fits what the window shows."""
    shown = screens.shown()
    area = shown.findChild(TabArea) if shown else None
    return PAGE_OF.get(area.current_id() if area else screens.place, FIRST)
