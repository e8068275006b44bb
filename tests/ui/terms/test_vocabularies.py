"""The window of vocabularies: all of them by name, shipped terms to be read, own ones to be written and taken out."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from db.queries.settled import terms
from db.rows import EventRow, TermRow
from db.vault import Vault
from desktop.i18n import Language
from desktop.operations.events import save_event
from desktop.operations.terms import save_term
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.terms.vocabularies import VocabulariesDialog
from desktop.ui.language import speech
from resources.vocabularies import names, vocabulary
from tests.ui.casework import Facts, Room, unnamed

COLD = TermRow("", "methods", "cold-cell", {"en": "Cold cell"})


@pytest.fixture
def window(room: Room) -> VocabulariesDialog:
    """The window, at the methods."""
    room.front()
    room.desk.actions.perform("terms.edit")
    found = modal(room)
    assert isinstance(found, VocabulariesDialog)
    found.activateWindow()
    room.hands.wait(found.isActiveWindow)
    room.hands.wait(found.vocabularies.vocabulary)
    found.vocabularies.setFocus()
    for _step in range(list(names()).index("methods")):
        room.hands.press("Down", found.vocabularies)
    return found


def modal(room: Room) -> QDialog:
    """The window on top."""
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    return found


def listed(window: VocabulariesDialog) -> list[tuple[str, str]]:
    """The terms with whose they are."""
    items = [window.terms.topLevelItem(number) for number in range(window.terms.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items if item]


def write(room: Room, window: VocabulariesDialog, name: str, text: str) -> None:
    """Type into a field of the form."""
    room.hands.field(window, name).setFocus()
    room.hands.press("Ctrl+A")
    room.hands.type(text)


def test_a_term_is_added_by_keyboard_and_stands_in_the_list(
    room: Room, window: VocabulariesDialog, vault: Vault
) -> None:
    assert ("Beating", "Program") in listed(window)
    room.hands.press("Alt+N", window)
    room.hands.wait(lambda: room.hands.focus() is room.hands.field(window, "Label in Russian"))
    room.hands.type("Холодная камера")
    write(room, window, "Label in English", "Cold cell")
    assert not window.terms.isEnabled()
    room.hands.press("Ctrl+Return")
    room.idle()
    room.hands.wait(lambda: listed(window)[-1] == ("Cold cell", "Yours"))
    assert window.terms.isEnabled()
    with vault.read() as session:
        assert [row.term for row in terms(session)] == ["cold-cell"]


def test_what_ships_with_the_program_can_only_be_read(room: Room, window: VocabulariesDialog) -> None:
    line = room.hands.field(window, "Label in English")
    assert line.text() == "Beating"
    assert not line.isEnabled()
    assert not room.hands.can_press(window, "Remove…")


def test_to_a_vocabulary_the_program_relies_on_nothing_can_be_added(room: Room, window: VocabulariesDialog) -> None:
    window.vocabularies.setCurrentRow(list(names()).index("standings"))
    assert room.hands.can_read(window, "Nothing can be added here")
    assert not room.hands.can_press(window, "New term")


def test_a_fault_stands_at_its_field_and_nothing_typed_is_lost(room: Room, window: VocabulariesDialog) -> None:
    room.hands.click(window, "New term")
    write(room, window, "Label in English", "beating")
    room.hands.press("Ctrl+Return")
    room.idle()
    room.hands.wait(lambda: room.hands.can_read(window, "This vocabulary has this label already."))
    room.hands.click(window, "Discard changes")
    assert room.hands.field(window, "Label in English").text() == ""


def test_an_own_term_is_renamed_and_removed(room: Room, window: VocabulariesDialog, vault: Vault) -> None:
    save_term(vault, COLD)
    room.desk.refresh.announce(save_term(vault, TermRow("", "roles", "driver", {"en": "Driver"})).touched)
    room.idle()
    window.terms.stand_on("cold-cell")
    write(room, window, "Label in English", "Cold room")
    room.hands.click(window, "Save")
    room.idle()
    room.hands.wait(lambda: vocabulary("methods")["cold-cell"].labels == {"en": "Cold room"})
    room.hands.wait(lambda: ("Cold room", "Yours") in listed(window))
    room.hands.click(window, "Remove…")
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), Confirm))
    room.hands.click(modal(room), "Remove")
    room.idle()
    room.hands.wait(lambda: "cold-cell" not in vocabulary("methods"))
    room.hands.wait(lambda: ("Cold room", "Yours") not in listed(window))


def test_a_term_in_use_stays_and_says_how_many_use_it(
    room: Room, window: VocabulariesDialog, vault: Vault, facts: Facts
) -> None:
    room.desk.refresh.announce(save_term(vault, COLD).touched)
    save_event(vault, EventRow("", facts.case, "ill-treatment", fields={"methods": ["cold-cell"]}), [])
    room.idle()
    window.terms.stand_on("cold-cell")
    room.hands.click(window, "Remove…")
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), Confirm))
    room.hands.click(modal(room), "Remove")
    room.idle()
    room.hands.wait(lambda: "1 record uses this." in window.pane.banner.text())
    assert "cold-cell" in vocabulary("methods")


def test_esc_asks_where_something_was_typed(room: Room, window: VocabulariesDialog) -> None:
    room.hands.click(window, "New term")
    write(room, window, "Label in English", "half")
    room.hands.press("Esc", window)
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), Confirm))
    room.hands.click(modal(room), "Discard changes")
    room.hands.wait_gone(window)


def test_the_window_speaks_three_languages_and_everything_in_it_has_a_name(
    room: Room, window: VocabulariesDialog
) -> None:
    for language in Language:
        speech().switch(language)
        assert unnamed(window) == []
        assert window.vocabularies.item(0).text() == {"en": "Kinds of event", "ru": "Виды событий"}.get(
            language.value, "Оқиға түрлері"
        )


@pytest.mark.parametrize("name", ["event-kinds", "fields"])
def test_kinds_and_fields_have_forms_of_their_own(room: Room, window: VocabulariesDialog, name: str) -> None:
    window.vocabularies.setCurrentRow(list(names()).index(name))
    room.hands.click(window, "New term")
    write(room, window, "Label in English", "Raid")
    room.hands.press("Ctrl+Return")
    room.idle()
    room.hands.wait(lambda: room.hands.can_read(window, "This is missing."))
    assert unnamed(window) == []
