"""The unlock window: the passphrase opens, a wrong one waits, the recovery key too."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox

from db.recovery_key import spell
from db.vault import Vault
from desktop.i18n import Language
from desktop.ui.dialogs.unlock import UnlockWindow
from desktop.ui.tasks import Tasks
from desktop.ui.unlock import Door, Unlocking, is_synced, vaults_in, wait_after
from tests.builders import PASSPHRASE, recovery_key
from tests.ui.hands import Hands

Opened = list[tuple[Vault, Unlocking]]


@pytest.fixture
def folder(vault: Vault) -> Path:
    """A vault that is closed."""
    vault.close()
    return vault.folder


@pytest.fixture
def window(hands: Hands, tasks: Tasks, folder: Path, door: Door) -> UnlockWindow:
    """The unlock window on the screen."""
    made = UnlockWindow(tasks, [folder], door.open)
    hands.open(made)
    return made


@pytest.fixture
def opened(window: UnlockWindow) -> Opened:
    """What was opened."""
    found: Opened = []

    def note(vault: Vault, asked: Unlocking) -> None:
        vault.close()
        found.append((vault, asked))

    window.opened.connect(note)
    return found


def test_the_passphrase_and_enter_open_the_vault(window: UnlockWindow, opened: Opened, hands: Hands) -> None:
    hands.type(PASSPHRASE)
    hands.press("Return")
    hands.wait(lambda: opened)

    assert not opened[0][1].is_recovery
    assert hands.field(window, "Passphrase").text() == ""


def test_without_a_passphrase_there_is_nothing_to_try(window: UnlockWindow, hands: Hands) -> None:
    assert not hands.button(window, "Unlock").isEnabled()


def test_a_wrong_passphrase_is_told_with_what_to_do_and_has_to_wait(window: UnlockWindow, hands: Hands) -> None:
    hands.type("not the passphrase")
    hands.press("Return")
    hands.wait(lambda: hands.can_read(window, "The passphrase does not open this vault."))

    assert hands.can_read(window, "recovery key")
    assert not hands.button(window, "Wait 1 second").isEnabled()
    assert hands.field(window, "Passphrase").selectedText()


def test_after_the_wait_one_may_try_again(window: UnlockWindow, opened: Opened, hands: Hands) -> None:
    hands.type("not the passphrase")
    hands.press("Return")
    hands.wait(lambda: hands.can_read(window, "does not open"))
    hands.wait(lambda: window.focusWidget() is hands.field(window, "Passphrase"))

    hands.type(PASSPHRASE)
    hands.wait(lambda: hands.can_press(window, "Unlock"))
    hands.press("Return")
    hands.wait(lambda: opened)


def test_the_recovery_key_opens_too(window: UnlockWindow, opened: Opened, hands: Hands) -> None:
    hands.click(window, "Use the recovery key")
    hands.type(recovery_key().lower().replace("-", " "))
    hands.press("Return")
    hands.wait(lambda: opened)

    assert opened[0][1].is_recovery


def test_a_slip_in_the_recovery_key_names_its_group_and_may_be_put_right_at_once(
    window: UnlockWindow, opened: Opened, hands: Hands
) -> None:
    hands.click(window, "Use the recovery key")
    hands.type(recovery_key()[:-1])
    hands.press("Return")
    hands.wait(lambda: hands.can_read(window, "Group 13 is not as written"))

    assert hands.can_press(window, "Unlock")
    assert opened == []


def test_the_recovery_key_of_another_vault_opens_nothing(window: UnlockWindow, opened: Opened, hands: Hands) -> None:
    hands.click(window, "Use the recovery key")
    hands.type(spell(bytes(32)))
    hands.press("Return")
    hands.wait(lambda: hands.can_read(window, "does not open"))

    assert opened == []


def test_a_folder_that_is_no_vault_says_so(hands: Hands, tasks: Tasks, door: Door, tmp_path: Path) -> None:
    (tmp_path / "empty.sandyq").mkdir()
    window = UnlockWindow(tasks, [tmp_path / "empty.sandyq"], door.open)
    hands.open(window)

    hands.type("anything at all")
    hands.press("Return")
    hands.wait(lambda: hands.can_read(window, "There is no vault in this folder."))

    assert hands.button(window, "Unlock").isEnabled()


def test_a_vault_in_use_elsewhere_says_so(hands: Hands, tasks: Tasks, vault: Vault, door: Door) -> None:
    window = UnlockWindow(tasks, [vault.folder], door.open)
    hands.open(window)

    hands.type(PASSPHRASE)
    hands.press("Return")
    hands.wait(lambda: hands.can_read(window, "open in another window"))

    vault.close()


def test_the_language_is_chosen_in_the_window(window: UnlockWindow, hands: Hands) -> None:
    chosen: list[Language] = []
    window.language_chosen.connect(chosen.append)

    next(one for one in window.findChildren(QComboBox) if one.accessibleName() == "Language").setFocus()
    hands.press("End")
    hands.press("Return")

    assert chosen == [Language.KAZAKH]


def test_each_failure_waits_longer_up_to_half_a_minute() -> None:
    assert [wait_after(failures) for failures in range(9)] == [0, 1, 2, 4, 8, 16, 30, 30, 30]


def test_vaults_are_found_by_their_name_where_they_lie(tmp_path: Path) -> None:
    for name in ("b.sandyq", "a.sandyq", "other"):
        (tmp_path / name).mkdir()
    (tmp_path / "file.sandyq").write_text("not a folder", encoding="utf-8")

    assert [path.name for path in vaults_in([tmp_path, tmp_path, tmp_path / "gone"])] == ["a.sandyq", "b.sandyq"]


@pytest.mark.parametrize(
    ("path", "synced"), [("/home/a/Dropbox/x", True), ("/home/a/OneDrive - Bar/x", True), ("/home/a/x", False)]
)
def test_a_folder_a_cloud_service_copies_is_known(path: str, *, synced: bool) -> None:
    assert is_synced(Path(path)) is synced


def test_secrets_do_not_show_in_what_is_printed() -> None:
    assert PASSPHRASE not in repr(Unlocking(Path("x"), PASSPHRASE))
