"""The window of an open vault: menu bar, rail, the screens in the middle, the status bar at the foot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from db.vault import Vault
from desktop.i18n import N_, _
from desktop.operations import Touched
from desktop.ui.action_table import ACTIONS
from desktop.ui.actions import Actions
from desktop.ui.clipboard import Clipboard
from desktop.ui.desk import Desk
from desktop.ui.language import Texts
from desktop.ui.menus import Menus
from desktop.ui.rail import Rail, RailEntry
from desktop.ui.refresh import Refresh
from desktop.ui.report import Report
from desktop.ui.screen import Screen
from desktop.ui.settings import Settings
from desktop.ui.tasks import Tasks
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.layout import column, row
from desktop.ui.widgets.status_bar import StatusBar

GEOMETRY = "main-window"
WIDTH, HEIGHT = 130, 46  # the first size, in letters and lines


@dataclass(frozen=True, slots=True)
class Place:
    """A screen of the vault on the rail: what it is called, the action that goes there and how it is made."""

    entry: RailEntry
    action: str
    make: Callable[[Desk], Screen]


class MainWindow(QMainWindow):
    """One window on one vault. Its title names neither vault nor case: window titles end up in logs."""

    closing = Signal()

    def __init__(
        self,
        vault: Vault,
        settings: Settings,
        tasks: Tasks,
        places: Sequence[Place],
        make_case: Callable[[Desk, str], Screen],
    ) -> None:
        super().__init__()
        self._make_case = make_case
        self._places = {place.entry.id: place for place in places}
        self._screens: dict[str, Screen] = {}
        self._case: tuple[str, Screen] | None = None
        self._banner = Banner()
        self.status = StatusBar(tasks)
        clipboard = Clipboard(self)
        report = Report(self, self._banner, clipboard)
        actions = Actions(self, ACTIONS)
        self.desk = Desk(vault, tasks, Refresh(self), report, settings, actions, clipboard)
        self.rail = Rail([place.entry for place in places])
        self._stack = QStackedWidget()
        self._build()
        Menus(self.menuBar(), actions)
        for place in places:
            actions.bind(place.action, self, partial(self.show_place, place.entry.id))
        actions.bind("go.back", self, self.go_back)
        self.rail.chosen.connect(self.show_place)
        self.desk.refresh.touched.connect(self._tell_saved)
        tasks.failed.connect(report.tell)
        self.status.show_vault(vault.folder.name)

    def show_place(self, place: str) -> None:
        """Show a place of the rail, made at its first visit."""
        if place not in self._screens:
            self._screens[place] = self._places[place].make(self.desk)
            self._adopt(self._screens[place])
        self.rail.show_place(place)
        self._show(self._screens[place])

    def open_case(self, case_id: str) -> None:
        """Show a case; the one before it is closed."""
        if self._case is None or self._case[0] != case_id:
            if self._case:
                self._case[1].deleteLater()
            self._case = (case_id, self._make_case(self.desk, case_id))
            self._adopt(self._case[1])
        self._show(self._case[1])

    def go_back(self) -> None:
        """From a case to the place it was opened from; to the case again from there."""
        is_in_case = self._case is not None and self._stack.currentWidget() is self._case[1]
        if is_in_case:
            self._show(self._screens[self.rail.place()])
        elif self._case:
            self._show(self._case[1])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's size and place, and let everyone save what is half typed."""
        self.desk.settings.keep_shape(GEOMETRY, self.saveGeometry())
        self.desk.refresh.leaving.emit()
        self.desk.clipboard.clear()
        self.closing.emit()
        super().closeEvent(event)

    def _build(self) -> None:
        Texts(self).put(self.setWindowTitle, N_("Sandyq"))
        centre, middle = QWidget(), QWidget()
        side_by_side = row(middle, gap=0)
        side_by_side.addWidget(self.rail)
        side_by_side.addWidget(self._stack, 1)
        layout = column(centre, gap=0)
        layout.addWidget(self._banner)
        layout.addWidget(middle, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(centre)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * WIDTH, metrics.height() * HEIGHT)
        if geometry := self.desk.settings.shape(GEOMETRY):
            self.restoreGeometry(geometry)

    def _adopt(self, screen: Screen) -> None:
        self._stack.addWidget(screen)
        screen.case_chosen.connect(self.open_case)
        screen.counted.connect(self._tell_count)

    def _show(self, screen: Screen) -> None:
        self._stack.setCurrentWidget(screen)
        self.status.show_case(screen.case_name())
        self.status.show_count(screen.count_words())
        is_case = self._case is not None and screen is self._case[1]
        actions = self.desk.actions
        actions.situate(replace(actions.situation, has_case=is_case, selected=0))
        screen.enter()

    def _tell_count(self, words: str) -> None:
        if self.sender() is self._stack.currentWidget():
            self.status.show_count(words)

    def _tell_saved(self, _touched: Touched) -> None:
        self.status.show_saved(_("All changes saved"))
