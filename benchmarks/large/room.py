"""The real window of a vault, and what a user finds in it."""

import time
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTabBar, QTableView, QWidget

from benchmarks.case_import import CHEAP
from benchmarks.large.watch import Step
from db.vault import Vault
from desktop.ui.garbage import Garbage
from desktop.ui.open_vault import OpenVault
from desktop.ui.settings import Settings
from desktop.ui.tasks import Tasks
from desktop.ui.unlock import Door
from desktop.ui.wishes import Wishes


def clock() -> datetime:
    """The time of day."""
    return datetime.fromtimestamp(time.time(), UTC)


class Room:
    """The window, and what can be found in it."""

    def __init__(self, app: QApplication, vault: Vault, folder: Path) -> None:
        self.tasks = Tasks()
        settings = Settings(folder / "settings")
        wishes = Wishes(settings)
        wishes.start()
        self._opened = OpenVault(vault, settings, self.tasks, Door(clock, floor=CHEAP), wishes, print, app=app)
        self.window = self._opened.window
        self.garbage = Garbage(app)
        self.garbage.wait_for_rest(self._opened.rested)
        self.window.resize(1400, 850)
        self._opened.show()
        self.window.activateWindow()

    def touch(self) -> None:
        """Press a key that does nothing: somebody works here."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.window, QKeyEvent(kind, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier))

    def table(self, name: str) -> QTableView:
        """A list in view."""
        found = self.window.findChildren(QTableView)
        return next(one for one in found if one.isVisible() and one.accessibleName() == name)

    def line(self, name: str, within: QWidget | None = None) -> QLineEdit:
        """A line in view."""
        found = (within or self.window).findChildren(QLineEdit)
        return next(one for one in found if one.isVisible() and one.accessibleName() == name)

    def button(self, text: str) -> QAbstractButton:
        """A button in view."""
        found = self.window.findChildren(QAbstractButton)
        return next(one for one in found if one.isVisible() and one.text().replace("&", "") == text)

    def tab(self, place: int) -> Step:
        """Look at a tab."""
        bar = next(one for one in self.window.findChildren(QTabBar) if one.accessibleName() == "Tabs of the case")
        bar.setCurrentIndex(place)
        yield

    def tab_names(self) -> list[str]:
        """The tabs of the case, from the left."""
        bar = next(one for one in self.window.findChildren(QTabBar) if one.accessibleName() == "Tabs of the case")
        return [bar.tabText(place) for place in range(bar.count())]
