"""From nothing to an open vault: the unlock window or the wizard, while the rest of the program is read from disk."""

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.dialogs.unlock import UnlockWindow
from desktop.ui.settings import Settings
from desktop.ui.strength import judge
from desktop.ui.tasks import Job, Lane, Tasks
from desktop.ui.unlock import Door, Unlocking, usual_places
from desktop.ui.wishes import Wishes

if TYPE_CHECKING:
    from db.vault import Vault

NEEDED_LATER = ("desktop.operations.vaults", "desktop.ui.open_vault")


class Launch(QObject):
    """Shows one window after the other; ``front`` is the one shown now, ``entered`` carries the vault once opened."""

    entered = Signal(object)

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        door: Door,
        vaults: Sequence[Path],
        relock: Callable[[Path], object],
    ) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._door = door
        self._vaults = list(vaults)
        self._relock = relock
        self._tasks = Tasks(self)
        self._wishes = Wishes(settings, self)
        self._wishes.start()
        self.front: QWidget | None = None

    def begin(self) -> None:
        """Ask for a passphrase, or make the first vault where there is none."""
        if self._vaults:
            self.ask_passphrase()
        else:
            self.make_vault()
        QTimer.singleShot(0, self._read_ahead)

    def ask_passphrase(self) -> None:
        """Show the unlock window."""
        window = UnlockWindow(self._tasks, self._vaults, self._door.open)
        window.opened.connect(self._enter)
        window.new_asked.connect(self.make_vault)
        window.language_chosen.connect(self._wishes.speak)
        self._put_in_front(window)

    def make_vault(self) -> None:
        """Show the wizard."""
        from db.keys import suggest_passphrase
        from desktop.ui.dialogs.wizard import Wizard

        wizard = Wizard(self._tasks, self._door.create, suggest_passphrase, judge, usual_places()[0])
        wizard.created.connect(self._enter)
        wizard.have_one.connect(self.ask_passphrase)
        wizard.language_chosen.connect(self._wishes.speak)
        self._put_in_front(wizard)

    def _enter(self, vault: "Vault", asked: Unlocking | None = None) -> None:
        from desktop.ui.open_vault import OpenVault

        opened = OpenVault(vault, self._settings, self._tasks, self._door, self._wishes, self._relock, app=self._app)
        opened.show()
        self._put_in_front(opened.window)
        self.entered.emit(opened)
        if asked and asked.is_recovery:
            opened.ask_passphrase(was_recovered=True)

    def _put_in_front(self, window: QWidget) -> None:
        before, self.front = self.front, window
        window.show()
        window.activateWindow()
        if before:
            before.close()

    def _read_ahead(self) -> None:
        self._tasks.run(Lane.FILES, _import_rest, owner=self, done=_rest, failed=_rest)


def _import_rest(_job: Job) -> None:
    """Import what the passphrase will open, while it is typed; a fault shows when it is really needed."""
    for module in NEEDED_LATER:
        import_module(module)


def _rest(_result: object) -> None:
    """Nothing follows."""
