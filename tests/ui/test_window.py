"""The window of a vault, used as people use it: keys pressed, screens looked at, a real vault behind."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QTableView, QToolButton, QTreeWidget

from db.queries import cases
from db.rows import CaseRow
from db.vault import Vault
from desktop.i18n import Language
from desktop.operations.cases import save_case
from desktop.ui.case_list.case_list import CaseList
from desktop.ui.case_list.new_case import NewCase
from desktop.ui.case_window.case_window import CaseWindow
from desktop.ui.dialogs.palette import Palette
from desktop.ui.dialogs.passphrase import PassphraseDialog
from desktop.ui.open_vault import OpenVault
from desktop.ui.settings import Settings
from desktop.ui.tasks import Job, Lane
from desktop.ui.theme import DARK
from tests.builders import PASSPHRASE, open_vault
from tests.ui.hands import Hands


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """The vault with three cases in it, before the window opens."""
    for ref, title in (("KZ-2026-01", "Airport"), ("KZ-2026-02", "Жаңаөзен"), ("KZ-2025-09", "Colony")):
        save_case(vault, CaseRow(id="", ref=ref, title=title, stage="trial"))
    return vault


def table(opened: OpenVault) -> QTableView:
    """The list of cases."""
    return next(one for one in opened.window.findChildren(QTableView) if one.accessibleName() == "Cases")


def listed(opened: OpenVault) -> list[str]:
    """The references listed, from the top."""
    model = table(opened).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def dialog(opened: OpenVault, hands: Hands, kind: type[QDialog]) -> QDialog:
    """The window that was opened over the main one, when it has the keyboard."""
    hands.wait(lambda: any(one.isActiveWindow() for one in opened.window.findChildren(kind)))
    return next(one for one in opened.window.findChildren(kind) if one.isVisible())


def stand_on_first(opened: OpenVault, hands: Hands) -> None:
    """Go to the first row of the list."""
    hands.wait(lambda: len(listed(opened)) == 3)
    table(opened).setFocus()
    hands.press("Ctrl+Home")


def test_an_empty_vault_offers_the_first_step(opened: OpenVault, hands: Hands) -> None:
    hands.wait(lambda: hands.can_read(opened.window, "No cases yet"))

    assert hands.can_press(opened.window, "New case…")


def test_a_case_is_made_by_keyboard_and_opened(opened: OpenVault, hands: Hands, vault: Vault) -> None:
    hands.press("Ctrl+N")
    form = dialog(opened, hands, NewCase)
    hands.wait(lambda: hands.field(form, "Reference").text() == "KZ-2026-01")
    hands.field(form, "Title").setFocus()
    hands.type("Задержание в аэропорту")
    hands.field(form, "Opened").setFocus()
    hands.type("5 января 2022")
    hands.press("Return")
    hands.wait(lambda: listed(opened) == ["KZ-2026-01"])

    with vault.read() as session:
        case = cases.find(session, "KZ-2026-01")
    assert (case.title, case.opened.edtf if case.opened else "") == ("Задержание в аэропорту", "2022-01-05")
    assert isinstance(opened.window.screens.shown(), CaseWindow)


def test_the_next_reference_follows_the_last_of_the_year(filled: Vault, opened: OpenVault, hands: Hands) -> None:
    hands.press("Ctrl+N")

    hands.wait(lambda: hands.field(dialog(opened, hands, NewCase), "Reference").text() == "KZ-2026-03")


def test_a_reference_that_is_taken_is_said_and_nothing_typed_is_lost(
    filled: Vault, opened: OpenVault, hands: Hands
) -> None:
    hands.press("Ctrl+N")
    form = dialog(opened, hands, NewCase)
    hands.wait(lambda: hands.field(form, "Reference").text())
    hands.field(form, "Reference").setText("KZ-2026-01")
    hands.field(form, "Title").setFocus()
    hands.type("Again")
    hands.press("Return")
    hands.wait(lambda: hands.can_read(form, "Another record has this reference already."))

    assert hands.field(form, "Title").text() == "Again"
    assert hands.can_press(form, "Create the case")


def test_cases_are_found_while_one_types(filled: Vault, opened: OpenVault, hands: Hands) -> None:
    hands.wait(lambda: len(listed(opened)) == 3)

    hands.press("Ctrl+F")
    hands.type("Жаңа")
    hands.wait(lambda: listed(opened) == ["KZ-2026-02"])
    hands.type("xyz")
    hands.wait(lambda: hands.can_read(opened.window, "No case matches"))
    hands.press("Esc")
    hands.wait(lambda: len(listed(opened)) == 3)


def test_a_case_goes_to_the_trash_and_comes_back_by_undo(filled: Vault, opened: OpenVault, hands: Hands) -> None:
    stand_on_first(opened, hands)

    hands.press("Del")
    hands.wait(lambda: len(listed(opened)) == 2)
    hands.wait(lambda: opened.window.desk.actions.qt("edit.undo").text() == "&Undo: Move case to trash")
    hands.press("Ctrl+Z")

    hands.wait(lambda: len(listed(opened)) == 3)
    hands.wait(lambda: hands.can_read(opened.window, "All changes saved"))


def test_enter_opens_a_case_and_alt_left_goes_back(filled: Vault, opened: OpenVault, hands: Hands) -> None:
    stand_on_first(opened, hands)

    hands.press("Return")
    hands.wait(lambda: isinstance(opened.window.screens.shown(), CaseWindow))
    hands.press("Alt+Left")
    hands.wait(lambda: isinstance(opened.window.screens.shown(), CaseList))


def test_the_palette_finds_a_case_and_goes_there(filled: Vault, opened: OpenVault, hands: Hands) -> None:
    hands.press("Ctrl+K")
    found = dialog(opened, hands, Palette).findChildren(QTreeWidget)[0]
    hands.type("жаңа")
    hands.wait(lambda: "Жаңаөзен" in str(found.model().index(0, 0).data()))
    hands.press("Return")

    hands.wait(lambda: isinstance(opened.window.screens.shown(), CaseWindow))


def test_search_shows_the_words_around_what_was_found(filled: Vault, opened: OpenVault, hands: Hands) -> None:
    hands.press("Ctrl+Shift+F")
    hands.type("colon")
    found = next(one for one in opened.window.findChildren(QTableView) if one.accessibleName() == "What was found")
    hands.wait(lambda: found.model().rowCount() == 1)

    assert "Colony" in str(found.model().index(0, 3).data())
    found.setFocus()
    hands.press("Home")
    hands.press("Return")
    hands.wait(lambda: isinstance(opened.window.screens.shown(), CaseWindow))


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
    opened._idle.wait(0.01)  # 600 milliseconds
    for _ in range(10):
        hands.press("Home")
        hands.qtbot.wait(100)

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


def test_no_title_names_the_vault_or_a_case(filled: Vault, opened: OpenVault, hands: Hands) -> None:
    stand_on_first(opened, hands)
    hands.press("Return")

    assert opened.window.windowTitle() == "Sandyq"


def test_every_field_list_and_button_can_be_named_by_a_screen_reader(
    filled: Vault, opened: OpenVault, hands: Hands
) -> None:
    hands.press("Ctrl+N")
    hands.wait(lambda: opened.window.findChild(NewCase))
    hands.wait(lambda: opened.window.findChildren(QTableView))

    kinds = (QTableView, QComboBox)
    silent = [one for kind in kinds for one in opened.window.findChildren(kind) if not one.accessibleName()]
    lines = [one for one in opened.window.findChildren(QLineEdit) if not one.accessibleName() and not one.isReadOnly()]
    assert [type(one).__name__ for one in silent] == []
    assert [one.placeholderText() for one in lines] == []


def test_what_the_settings_keep_names_nothing_of_the_vault(
    filled: Vault, opened: OpenVault, hands: Hands, tmp_path: Path
) -> None:
    stand_on_first(opened, hands)
    hands.press("Return")
    opened.window.close()

    kept = b"".join(file.read_bytes() for file in (tmp_path / "settings").rglob("*") if file.is_file())
    for canary in ("test.sandyq", str(tmp_path), "KZ-2026", "Airport", "Жаңаөзен", PASSPHRASE):
        assert canary.encode() not in kept


def test_tab_reaches_everything_round_the_list(filled: Vault, opened: OpenVault, hands: Hands) -> None:
    hands.wait(lambda: len(listed(opened)) == 3)
    seen: set[str] = set()
    for _ in range(9):
        hands.press("Tab")
        seen.add(hands.focus().accessibleName() or str(hands.focus().property("text")))

    assert {"Cases", "Find a case by reference or title", "&New case…", "Language", "Lock (Ctrl+L)"} <= seen


def test_arrows_move_along_the_rail(filled: Vault, opened: OpenVault, hands: Hands) -> None:
    opened.window.rail.findChildren(QToolButton)[0].setFocus()

    hands.press("Down")
    hands.press("Space")

    assert opened.window.screens.place == "people"
