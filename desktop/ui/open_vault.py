"""An open vault with its window: everything that makes the window work, and the ways out of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from db.keys import suggest_passphrase
from db.vault import Vault
from desktop.i18n import _
from desktop.ui.commands import Commands
from desktop.ui.dialogs.passphrase import PassphraseDialog
from desktop.ui.idle import IdleWatch
from desktop.ui.keyboard import LayoutFilter
from desktop.ui.main_window import MainWindow
from desktop.ui.places import CASE, PLACES
from desktop.ui.search.finder import Finder
from desktop.ui.settings import Preferences, Settings
from desktop.ui.strength import judge
from desktop.ui.tasks import Tasks
from desktop.ui.unfinished import Unfinished
from desktop.ui.unlock import Door
from desktop.ui.wishes import Wishes

LOCK_SECONDS = 0.8  # how long locking waits for work under way; the store survives being cut off


class OpenVault(QObject):
    """Owns the window; ``relock`` is called with the vault's folder when it was locked."""

    def __init__(
        self,
        vault: Vault,
        settings: Settings,
        tasks: Tasks,
        door: Door,
        wishes: Wishes,
        relock: Callable[[Path], object],
        *,
        app: QApplication,
    ) -> None:
        super().__init__(tasks)
        self._vault = vault
        self._tasks = tasks
        self._door = door
        self._relock = relock
        self.window = MainWindow(vault, settings, tasks, PLACES, CASE)
        desk = self.window.desk
        Commands(self.window, Finder(desk, self.window.screens.open_record).search)
        wishes.bind(desk.actions, self.window.status)
        LayoutFilter(app, desk.actions)
        self._idle = IdleWatch(app, self.window)
        self._idle.expired.connect(self.lock)
        self._wait(wishes.preferences)
        wishes.changed.connect(self._wait)
        desk.actions.bind("vault.lock", self.window, self.lock)
        desk.actions.bind("vault.passphrase", self.window, self.ask_passphrase)
        self.window.status.lock_asked.connect(self.lock)
        self.window.closing.connect(self._close)

    def show(self) -> None:
        """Show the window at its first place."""
        self.window.screens.show_place(PLACES[0].entry.id)
        self.window.show()
        Unfinished(self.window).look()

    def lock(self) -> None:
        """Keep drafts, forget the clipboard, close the vault and let a fresh process ask for the passphrase."""
        self.window.leave()
        self.window.hide()
        self._tasks.stop(LOCK_SECONDS)
        self._vault.close()
        self._relock(self._vault.folder)

    def rested(self) -> int:
        """For how many milliseconds nobody touched the window; 0 while somebody waits for an answer."""
        return 0 if self._tasks.running() else self._idle.rested()

    def ask_passphrase(self, *, was_recovered: bool = False) -> None:
        """Ask for a new passphrase; the old one too, unless the vault was opened with its recovery key."""
        PassphraseDialog(
            self._tasks,
            self._change_passphrase,
            suggest_passphrase,
            judge,
            asks_old=not was_recovered,
            changed=partial(self._tell_changed),
            parent=self.window,
        ).open()

    def _change_passphrase(self, old: str | None, new: str) -> None:
        if old is not None:
            self._door.check(self._vault.folder, old)
        self._door.change(self._vault, new)

    def _tell_changed(self) -> None:
        self.window.desk.report.confirm(_("The passphrase is changed."))

    def _wait(self, preferences: Preferences) -> None:
        self._idle.wait(preferences.idle_minutes)

    def _close(self) -> None:
        self._tasks.stop()
        self._vault.close()
