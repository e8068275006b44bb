"""The window of an open vault: menu bar, rail, the screens in the middle, the status bar at the foot."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from db.vault import Vault
from desktop.i18n import N_, _
from desktop.operations import Touched
from desktop.ui.action_table import ACTIONS
from desktop.ui.actions import Actions
from desktop.ui.clipboard import Clipboard
from desktop.ui.desk import Desk
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.language import Texts
from desktop.ui.menus import Menus
from desktop.ui.rail import Rail
from desktop.ui.refresh import Refresh
from desktop.ui.report import Report
from desktop.ui.screens import CaseMaker, Place, Screens
from desktop.ui.settings import Settings
from desktop.ui.tasks import Tasks
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.layout import column, row
from desktop.ui.widgets.status_bar import StatusBar

GEOMETRY = "main-window"
WIDTH, HEIGHT = 150, 46  # the first size, in letters and lines


class MainWindow(QMainWindow):
    """One window on one vault. Its title names neither vault nor case: window titles end up in logs."""

    closing = Signal()

    def __init__(
        self,
        vault: Vault,
        settings: Settings,
        tasks: Tasks,
        places: Sequence[Place],
        make_case: CaseMaker | None,
    ) -> None:
        super().__init__()
        self._is_sure = False
        self._banner = Banner()
        self.status = StatusBar(tasks)
        clipboard = Clipboard(self)
        report = Report(self, self._banner, clipboard)
        self.desk = Desk(vault, tasks, Refresh(self), report, settings, Actions(self, ACTIONS), clipboard)
        self.screens = Screens(self.desk, places, make_case)
        self.rail = Rail([place.entry for place in places])
        self._build()
        self._connect(places)
        self.status.show_vault(vault.folder.name)

    def leave(self) -> None:
        """Let everyone keep what is half typed, and remember the window's size and place."""
        self.desk.refresh.leaving.emit()
        self.desk.clipboard.clear()
        self.desk.settings.keep_shape(GEOMETRY, self.saveGeometry())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless something is at work that the user would rather wait for."""
        working = next((task.title for task in self.desk.tasks.running() if task.title), "")
        if working and not self._is_sure:
            event.ignore()
            what = _("“{task}” is not finished. What it has done so far is taken back.").format(task=working)
            Confirm(N_("Stop and close?"), what, N_("&Stop and close"), self._close_now, parent=self).open()
            return
        self.leave()
        self.closing.emit()
        super().closeEvent(event)

    def _close_now(self) -> None:
        self._is_sure = True
        self.close()

    def _build(self) -> None:
        Texts(self).put(self.setWindowTitle, N_("Sandyq"))
        Menus(self.menuBar(), self.desk.actions)
        centre, middle = QWidget(), QWidget()
        side_by_side = row(middle, gap=0)
        side_by_side.addWidget(self.rail)
        side_by_side.addWidget(self.screens, 1)
        layout = column(centre, gap=0)
        layout.addWidget(self._banner)
        layout.addWidget(middle, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(centre)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * WIDTH, metrics.height() * HEIGHT)
        if geometry := self.desk.settings.shape(GEOMETRY):
            self.restoreGeometry(geometry)

    def _connect(self, places: Sequence[Place]) -> None:
        for place in places:
            self.desk.actions.bind(place.action, self, partial(self.screens.show_place, place.entry.id))
        self.desk.actions.bind("go.back", self, self.screens.go_back)
        self.rail.chosen.connect(self.screens.show_place)
        self.screens.moved.connect(self._tell_place)
        self.screens.counted.connect(self.status.show_count)
        self.screens.named.connect(self.status.show_case)
        self.desk.refresh.touched.connect(self._tell_saved)
        self.desk.tasks.failed.connect(self.desk.report.tell)

    def _tell_place(self) -> None:
        self.rail.show_place(self.screens.place)
        if screen := self.screens.shown():
            self.status.show_case(screen.case_name())
            self.status.show_count(screen.count_words())

    def _tell_saved(self, _touched: Touched) -> None:
        self.status.show_saved(_("All changes saved"))
