"""Locking, closing, switching language, look and size of the window of a vault."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QToolButton

from db.vault import Vault
from desktop.i18n import Language
from desktop.ui.dialogs.passphrase import PassphraseDialog
from desktop.ui.open_vault import OpenVault
from desktop.ui.settings import Settings
from desktop.ui.tasks import Job, Lane
from desktop.ui.theme import DARK
from tests.builders import open_vault
from tests.ui.desk_work import dialog, listed, table
from tests.ui.hands import Hands


def test_copied_rows_are_marked_secret_and_gone_after_the_lock(
    filled: Vault, opened: OpenVault, hands: Hands, relocked: list[Path]
) -> None:
    hands.wait(lambda: len(listed(opened)) == 3)
    table(opened).setFocus()
    hands.press("Ctrl+A")
    hands.press("Ctrl+C")
    content = QGuiApplication.clipboard().mimeData()
    assert content.text().count("\n") == 3
    assert content.hasFormat("x-kde-passwordManagerHint")

    hands.press("Ctrl+L")
    hands.wait(lambda: relocked)

    assert QGuiApplication.clipboard().text() == ""


def test_ctrl_l_closes_the_vault_and_starts_anew(opened: OpenVault, hands: Hands, relocked: list[Path]) -> None:
    told: list[str] = []
    opened.window.desk.refresh.leaving.connect(lambda: told.append("leaving"))

    hands.press("Ctrl+L")
    hands.wait(lambda: relocked)

    assert told == ["leaving"]
    assert not opened.window.isVisible()
    open_vault(relocked[0]).close()


def test_nobody_at_the_keyboard_locks(opened: OpenVault, hands: Hands, relocked: list[Path]) -> None:
    opened._idle.wait(0.001)

    hands.wait(lambda: relocked)


def test_work_at_the_keyboard_keeps_it_open(opened: OpenVault, hands: Hands, relocked: list[Path]) -> None:
    opened._idle.wait(0.05)  # three seconds: after a touch nobody looks for the next one for a second
    for _ in range(20):
        hands.press("Home")
        hands.qtbot.wait(200)

    assert relocked == []


def test_the_language_is_switched_in_the_open_window(opened: OpenVault, hands: Hands, settings: Settings) -> None:
    opened.window.status.language_chosen.emit("ru")

    assert settings.preferences().language is Language.RUSSIAN
    assert opened.window.isVisible()
    hands.wait(lambda: any(one.text() == "Русский" for one in opened.window.status.findChildren(QToolButton)))


def test_text_grows_and_shrinks_by_keys(opened: OpenVault, hands: Hands, settings: Settings) -> None:
    before = opened.window.font().pointSizeF()

    hands.press("Ctrl++")
    hands.press("Ctrl++")
    hands.press("Ctrl+-")

    assert opened.window.font().pointSizeF() == pytest.approx(before * 1.1)
    assert settings.preferences().text_percent == 110


def test_the_dark_look_is_worn_and_kept(opened: OpenVault, settings: Settings) -> None:
    opened.window.desk.actions.perform("view.dark")

    assert opened.window.palette().window().color().name() == DARK.window
    assert settings.preferences().look == "dark"


def test_closing_while_something_is_at_work_asks_first(opened: OpenVault, hands: Hands, vault: Vault) -> None:
    def work(job: Job) -> None:
        while not job.is_cancelled():
            pass

    opened.window.desk.tasks.run(Lane.FILES, work, owner=opened.window, done=str, title="Encrypting")
    opened.window.close()
    assert opened.window.isVisible()
    hands.wait(lambda: hands.can_press(opened.window, "Stop and close"))
    hands.click(opened.window, "Stop and close")

    hands.wait(lambda: not opened.window.isVisible())
    open_vault(vault.folder).close()


def test_a_vault_opened_by_its_recovery_key_asks_for_a_new_passphrase(opened: OpenVault, hands: Hands) -> None:
    opened.ask_passphrase(was_recovered=True)
    form = dialog(opened, hands, PassphraseDialog)

    names = [one.accessibleName() for one in form.findChildren(QLineEdit)]
    assert names == ["New passphrase", "The same once more"]
