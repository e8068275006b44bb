"""A term that is missing is added from the form where it is missing, by keyboard, and nothing typed there is lost."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from db.queries.settled import terms
from db.vault import Vault
from desktop.operations.exchange import export_case
from desktop.ui.dialogs.editors.editor import Editor
from desktop.ui.dialogs.editors.event import EventEditor
from desktop.ui.dialogs.terms.term_editor import TermEditor
from desktop.ui.tabs.timeline.quick_draft import guess_kind
from resources.vocabularies import event_kinds
from tests.ui.casework import Facts, Room


@pytest.fixture
def editor(room: Room) -> EventEditor:
    """The editor of a new event with a title."""
    room.press("Ctrl+E")
    found = room.editor()
    assert isinstance(found, EventEditor)
    fill(room, found, "Title", "Half typed")
    return found


def fill(room: Room, window: QWidget, name: str, text: str) -> None:
    """Type into a field."""
    room.hands.field(window, name).setFocus()
    room.hands.press("Ctrl+A")
    room.hands.type(text)
    room.idle()


def offers(window: QWidget) -> list[str]:
    """What can be added to a vocabulary now."""
    buttons = [one for one in window.findChildren(QPushButton) if one.isVisible()]
    return [one.text() for one in buttons if "to the vocabulary" in one.text()]


def go_back(room: Room, editor: Editor) -> None:
    """Give a form the keyboard back: offscreen there is no window manager to do so."""
    room.idle()
    editor.activateWindow()
    room.hands.wait(editor.isActiveWindow)


def new_term(room: Room, under: Editor) -> TermEditor:
    """The window that asks for the term."""
    room.hands.wait(lambda: isinstance(room.editor(), TermEditor))
    found = room.editor()
    assert isinstance(found, TermEditor)
    assert found is not under
    return found


def test_what_matches_nothing_is_offered_to_be_added(room: Room, editor: EventEditor) -> None:
    fill(room, editor, "Kind", "deten")
    assert offers(editor) == []
    fill(room, editor, "Kind", "Night raid")
    assert offers(editor) == ["Add “Night raid” to the vocabulary…"]
    room.hands.press("Ctrl+A")
    room.hands.press("Del")
    assert offers(editor) == []


def test_a_method_is_added_while_an_event_is_written_and_is_chosen(
    room: Room, editor: EventEditor, vault: Vault, facts: Facts
) -> None:
    fill(room, editor, "Kind", "Ill-treatment")
    room.hands.press("Return")
    fill(room, editor, "Methods", "Cold cell")
    room.hands.press("Return")
    asked = new_term(room, editor)
    assert room.hands.field(asked, "Label in English").text() == "Cold cell"
    assert room.hands.focus() is room.hands.field(asked, "Label in Russian")
    fill(room, asked, "Label in Russian", "Холодная камера")
    room.save()
    go_back(room, editor)
    room.hands.wait(lambda: editor.fields.values()[0].get("methods") == ["cold-cell"])
    assert room.hands.field(editor, "Title").text() == "Half typed"
    assert offers(editor) == []
    room.save()
    with vault.read() as session:
        assert [(row.vocabulary, row.term, dict(row.labels)) for row in terms(session)] == [
            ("methods", "cold-cell", {"ru": "Холодная камера", "en": "Cold cell"})
        ]


def write_kind(room: Room, editor: EventEditor) -> None:
    """Add a kind of event with a field of its own from the form of an event, and fill the field."""
    fill(room, editor, "Kind", "Night raid")
    room.hands.press("Return")
    kind = new_term(room, editor)
    kind.form.input("group").fill("public")
    fill(room, kind, "Its fields, in their order", "Number of the squad")
    room.hands.press("Return")
    field = new_term(room, kind)
    assert field.windowTitle() == "New field of events"
    field.form.input("type").fill("number")
    room.save()
    go_back(room, kind)
    room.hands.wait(lambda: kind.form.input("fields").value() == ("number_of_the_squad",))
    room.save()
    go_back(room, editor)
    room.hands.wait(lambda: editor.form.input("kind").value() == "night-raid")
    fill(room, editor, "Number of the squad", "7")
    room.save()


def test_a_new_kind_with_a_new_field_is_on_the_timeline_in_its_filter_and_in_quick_lines(
    room: Room, editor: EventEditor
) -> None:
    write_kind(room, editor)
    assert event_kinds()["night-raid"].fields == ("number_of_the_squad",)
    assert guess_kind("2022-01-07 night raid in Taldykorgan") == "night-raid"
    room.press("Alt+2")
    room.stand_on("Events", room.column("Events", 2).index("Half typed"))
    text = room.sheet().toPlainText()
    assert "Night raid" in text
    assert "Number of the squad" in text
    room.hands.field(room.window, "Kind").setFocus()
    room.hands.type("night")
    room.press("Return")
    assert room.column("Events", 2) == ["Half typed"]


def test_a_new_kind_with_a_new_field_leaves_with_the_case(
    room: Room, editor: EventEditor, vault: Vault, facts: Facts, tmp_path: Path
) -> None:
    write_kind(room, editor)
    written = json.loads((export_case(vault, facts.case, tmp_path / "out").result / "case.json").read_bytes())
    assert [term["term"] for term in written["terms"]] == ["number_of_the_squad", "night-raid"]
    assert {"number_of_the_squad": 7} in [event.get("fields") for event in written["events"]]


def test_esc_leaves_the_form_as_it_was(room: Room, editor: EventEditor, vault: Vault) -> None:
    fill(room, editor, "Kind", "Night raid")
    room.hands.press("Return")
    asked = new_term(room, editor)
    room.hands.press("Esc")
    room.hands.wait_gone(asked)
    go_back(room, editor)
    assert room.hands.field(editor, "Kind").text() == "Night raid"
    assert room.hands.field(editor, "Title").text() == "Half typed"
    with vault.read() as session:
        assert terms(session) == []
