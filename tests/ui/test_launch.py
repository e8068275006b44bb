"""From nothing to an open vault: what is asked first, and what follows."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from db.vault import Vault
from desktop.i18n import Language
from desktop.ui import app
from desktop.ui.dialogs.passphrase import PassphraseDialog
from desktop.ui.dialogs.unlock import UnlockWindow
from desktop.ui.dialogs.wizard import Wizard
from desktop.ui.launch import Launch
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Look, Preferences, Settings
from desktop.ui.theme import DARK
from desktop.ui.unlock import Door
from tests.builders import PASSPHRASE, open_vault, recovery_key
from tests.ui.hands import Hands

Start = Callable[[list[Path]], Launch]


@pytest.fixture
def start(qapp: QApplication, hands: Hands, settings: Settings, door: Door, relocked: list[Path]) -> Iterator[Start]:
    """Starts the program with these vaults in reach."""
    begun: list[Launch] = []

    def begin(vaults: list[Path]) -> Launch:
        launch = Launch(qapp, settings, door, vaults, relocked.append)
        launch.begin()
        begun.append(launch)
        hands.wait(lambda: front(launch).isActiveWindow())
        return launch

    yield begin
    for launch in begun:
        front(launch).close()
        launch.deleteLater()


@pytest.fixture
def folder(vault: Vault) -> Path:
    """A vault that is closed."""
    vault.close()
    return vault.folder


def front(launch: Launch) -> QWidget:
    """The window in front."""
    assert launch.front
    return launch.front


def test_without_any_vault_the_wizard_comes_first(start: Start) -> None:
    assert isinstance(front(start([])), Wizard)


def test_someone_who_has_a_vault_elsewhere_gets_to_the_unlock_window(start: Start, hands: Hands) -> None:
    launch = start([])

    hands.click(front(launch), "Open a vault that exists already")
    hands.wait(lambda: isinstance(front(launch), UnlockWindow))

    assert hands.can_press(front(launch), "Other folder…")


def test_the_passphrase_leads_into_the_vault(start: Start, hands: Hands, folder: Path) -> None:
    launch = start([folder])
    assert isinstance(front(launch), UnlockWindow)

    hands.type(PASSPHRASE)
    hands.press("Return")
    hands.wait(lambda: isinstance(front(launch), MainWindow))

    hands.wait(lambda: hands.can_read(front(launch), "test.sandyq"))


def test_the_recovery_key_leads_to_a_new_passphrase(start: Start, hands: Hands, folder: Path) -> None:
    launch = start([folder])
    hands.click(front(launch), "Use the recovery key")
    hands.type(recovery_key())
    hands.press("Return")
    hands.wait(lambda: isinstance(front(launch), MainWindow))

    hands.wait(lambda: front(launch).findChild(PassphraseDialog))


def test_from_the_unlock_window_a_new_vault_can_be_made(start: Start, hands: Hands, folder: Path) -> None:
    launch = start([folder])

    hands.click(front(launch), "Create a new vault…")

    hands.wait(lambda: isinstance(front(launch), Wizard))


def test_it_starts_as_it_was_left(start: Start, settings: Settings, folder: Path, qapp: QApplication) -> None:
    settings.keep(Preferences(Language.KAZAKH, Look.DARK, 125, 5))

    launch = start([folder])

    assert qapp.palette().window().color().name() == DARK.window
    assert front(launch).isVisible()


def test_closing_the_window_lets_others_open_the_vault(start: Start, hands: Hands, folder: Path) -> None:
    launch = start([folder])
    hands.type(PASSPHRASE)
    hands.press("Return")
    hands.wait(lambda: isinstance(front(launch), MainWindow))

    front(launch).close()

    open_vault(folder).close()


def test_the_vault_that_was_locked_is_asked_for_first_and_named_nowhere(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(app.LOCKED_VAULT, str(folder))
    monkeypatch.chdir(tmp_path)

    assert app.vaults_to_offer([str(tmp_path / "other.sandyq")])[:2] == [folder, tmp_path / "other.sandyq"]
    assert app.LOCKED_VAULT not in app.os.environ


TWICE = """
import os, sys
from pathlib import Path
from desktop.ui import app
if app.LOCKED_VAULT in os.environ:
    print(os.getpid(), app.vaults_to_offer([])[0])
else:
    print(os.getpid(), flush=True)
    app.start_anew(Path("/stick/archive.sandyq"))
"""


def test_locking_puts_a_fresh_program_in_the_place_of_the_old_one() -> None:
    outcome = subprocess.run([sys.executable, "-c", TWICE], capture_output=True, text=True, check=True)

    first, second = outcome.stdout.splitlines()
    assert second.split() == [first, "/stick/archive.sandyq"]
