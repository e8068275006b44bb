"""The small windows: confirm, settings, passphrase, faults, files."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from db.errors import WrongPassphrase
from db.vault import Vault
from desktop.i18n import Language
from desktop.ui.dialogs.about import AboutDialog
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.passphrase import PassphraseDialog
from desktop.ui.dialogs.settings import SettingsDialog
from desktop.ui.dialogs.unlock import UnlockWindow
from desktop.ui.settings import Look, Preferences
from desktop.ui.strength import judge
from desktop.ui.tasks import Tasks
from desktop.ui.unlock import Door
from tests.builders import PASSPHRASE
from tests.ui.hands import Hands

NEW = "marble teapot harbour wolf"


@pytest.fixture
def window(hands: Hands) -> QWidget:
    """A window for dialogs to stand on."""
    return hands.window(QLabel("The window"))


def test_a_question_carries_its_verb_and_does_it(hands: Hands, window: QWidget) -> None:
    done: list[str] = []
    question = Confirm("Delete this visit?", "It goes.", "&Delete visit", lambda: done.append("gone"), parent=window)
    hands.open(question)

    hands.click(question, "Delete visit")

    assert done == ["gone"]


def test_enter_on_a_grave_question_keeps_everything(hands: Hands, window: QWidget) -> None:
    done: list[str] = []
    question = Confirm("Delete?", "For good.", "&Delete", lambda: done.append("gone"), is_grave=True, parent=window)
    hands.open(question)

    hands.press("Return")

    assert done == []


def test_settings_are_told_at_once_each_with_the_others_kept(hands: Hands, window: QWidget) -> None:
    dialog = SettingsDialog(Preferences(), window)
    told: list[Preferences] = []
    dialog.changed.connect(told.append)
    hands.open(dialog)

    for name, key in (
        ("Look", "End"),
        ("Size of text", "End"),
        ("Lock when nothing is touched for", "Home"),
        ("Language", "End"),
    ):
        next(one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name).setFocus()
        hands.press(key)

    assert told[-1] == Preferences(Language.KAZAKH, Look.DARK, 200, 1)


def passphrase_dialog(
    hands: Hands, tasks: Tasks, vault: Vault, door: Door, window: QWidget, *, asks_old: bool = True
) -> tuple[PassphraseDialog, list[str]]:
    """It on the screen, over a real vault; and whether the change was told."""
    told: list[str] = []

    def change(old: str | None, new: str) -> None:
        if old is not None:
            door.check(vault.folder, old)
        door.change(vault, new)

    dialog = PassphraseDialog(
        tasks,
        change,
        lambda _language: NEW,
        judge,
        asks_old=asks_old,
        changed=lambda: told.append("changed"),
        parent=window,
    )
    hands.open(dialog)
    return dialog, told


def fill(hands: Hands, dialog: QWidget, old: str, first: str, second: str) -> None:
    """Type into the fields."""
    hands.field(dialog, "Passphrase now").setFocus()
    hands.type(old)
    hands.field(dialog, "New passphrase").setFocus()
    hands.type(first)
    hands.field(dialog, "The same once more").setFocus()
    hands.type(second)


def test_the_passphrase_is_changed_when_the_old_one_is_known(
    hands: Hands, tasks: Tasks, vault: Vault, door: Door, window: QWidget
) -> None:
    dialog, told = passphrase_dialog(hands, tasks, vault, door, window)
    fill(hands, dialog, PASSPHRASE, NEW, NEW)
    hands.wait(lambda: hands.can_press(dialog, "Change the passphrase"))
    hands.press("Return")
    hands.wait(lambda: told)

    door.check(vault.folder, NEW)
    with pytest.raises(WrongPassphrase):
        door.check(vault.folder, PASSPHRASE)


def test_a_wrong_old_passphrase_changes_nothing(
    hands: Hands, tasks: Tasks, vault: Vault, door: Door, window: QWidget
) -> None:
    dialog, told = passphrase_dialog(hands, tasks, vault, door, window)
    fill(hands, dialog, "something else", NEW, NEW)
    hands.wait(lambda: hands.can_press(dialog, "Change the passphrase"))
    hands.press("Return")
    hands.wait(lambda: hands.can_read(dialog, "The passphrase does not open this vault."))

    door.check(vault.folder, PASSPHRASE)
    assert told == []


def test_after_recovery_the_old_passphrase_is_not_asked(
    hands: Hands, tasks: Tasks, vault: Vault, door: Door, window: QWidget
) -> None:
    dialog, told = passphrase_dialog(hands, tasks, vault, door, window, asks_old=False)
    hands.click(dialog, "Offer a phrase")
    hands.type(NEW)
    hands.wait(lambda: hands.can_press(dialog, "Change the passphrase"))
    hands.press("Return")
    hands.wait(lambda: told)

    door.check(vault.folder, NEW)


def test_what_the_program_is_can_be_read_and_closed(hands: Hands, window: QWidget) -> None:
    dialog = AboutDialog("1.0", window)
    hands.open(dialog)
    assert hands.can_read(dialog, "Version 1.0")

    hands.press("Return")
    hands.wait_gone(dialog)


def mnemonics(window: QWidget) -> list[str]:
    """The letters Alt goes to in a window."""
    buttons = [one.text() for one in window.findChildren(QAbstractButton) if one.isVisible()]
    labels = [one.text() for one in window.findChildren(QLabel) if one.isVisible() and one.buddy()]
    return [text[text.index("&") + 1].lower() for text in buttons + labels if "&" in text]


def test_no_letter_leads_to_two_things(hands: Hands, tasks: Tasks, vault: Vault, door: Door, window: QWidget) -> None:
    windows: list[QWidget] = [
        SettingsDialog(Preferences(), window),
        UnlockWindow(tasks, [vault.folder], door.open),
        passphrase_dialog(hands, tasks, vault, door, window)[0],
    ]

    for one in windows:
        hands.open(one)
        assert [letter for letter, count in Counter(mnemonics(one)).items() if count > 1] == []
