"""The window of a vault, used as people use it: keys pressed, screens looked at, a real vault behind."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLineEdit, QTableView, QToolButton, QTreeWidget

from db.queries import cases
from db.vault import Vault
from desktop.ui.action_table import ACTIONS
from desktop.ui.case_list.case_list import CaseList
from desktop.ui.case_list.new_case import NewCase
from desktop.ui.case_window.case_window import CaseWindow
from desktop.ui.dialogs.palette import Palette
from desktop.ui.open_vault import OpenVault
from desktop.ui.places import PLACES
from tests.builders import PASSPHRASE
from tests.ui.desk_work import dialog, listed, stand_on_first
from tests.ui.hands import Hands


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
    hands.wait(lambda: hands.can_read(opened.window.status, "KZ-2025-09"))
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

    assert opened.window.screens.place == "today"


def test_everything_the_table_offers_is_answered_by_some_screen(filled: Vault, opened: OpenVault, hands: Hands) -> None:
    actions = opened.window.desk.actions
    stand_on_first(opened, hands)
    hands.press("Return")
    hands.wait(lambda: isinstance(opened.window.screens.shown(), CaseWindow))

    for action in ACTIONS:
        if action.id.startswith("tab."):
            actions.perform(action.id)
            hands.wait(lambda: not opened.window.desk.tasks.running())
    for place in PLACES:
        opened.window.screens.show_place(place.entry.id)

    assert {action.id for action in ACTIONS} - {action.id for action in actions.offered()} == set()
