"""The editors of people, organisations, places, cases, parties and charges."""

import pytest
from PySide6.QtWidgets import QWidget

from db.queries.records import fetch
from db.rows import CaseRow, OrganisationRow, PersonRow, PlaceRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.operations.cases import save_case
from desktop.operations.members import save_member
from desktop.ui.dialogs.editors.editor import Editor
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.inputs.names import NamesInput
from tests.ui.casework import Facts, Room, unnamed


@pytest.fixture
def person(room: Room) -> Editor:
    """The editor of a new person."""
    room.press("Ctrl+Shift+P")
    return room.editor()


def editors(room: Room) -> Editors:
    """Opens editors over the window."""
    return Editors(room.desk, room.window)


def fill(room: Room, window: QWidget, name: str, text: str) -> None:
    """Type into a field."""
    room.hands.field(window, name).setFocus()
    room.hands.press("Ctrl+A")
    room.hands.type(text)


def test_a_name_is_enough_and_the_new_person_is_shown(room: Room, person: Editor) -> None:
    room.hands.type("Қарлығаш Әбдіқалықова")
    room.save()

    assert "Қарлығаш Әбдіқалықова" in room.sheet().toPlainText()


def test_without_a_name_a_description_is_asked_for(room: Room, person: Editor) -> None:
    room.press("Ctrl+Return")
    assert room.hands.can_read(person, "Give a name, or a description of someone not yet identified.")
    person.form.input("description").fill("officer in mask no. 2")
    room.save()

    assert "not identified" in room.sheet().toPlainText()


def test_a_second_spelling_is_added_with_its_language(room: Room, person: Editor) -> None:
    room.hands.type("Vikram Ruzakhunov")
    room.hands.click(person, "Add another spelling")
    room.hands.type("Викрам Рузахунов")
    names = person.form.input("names")
    assert isinstance(names, NamesInput)
    names.lines[1].inputs["lang"].fill("ru")
    room.save()

    assert "Викрам Рузахунов (Russian)" in room.sheet().toPlainText()


def test_a_namesake_is_pointed_out_while_typing_and_taken_instead(room: Room, person: Editor, facts: Facts) -> None:
    room.hands.type("Нурпейсов Калас")
    room.hands.wait(lambda: room.hands.can_read(person, "“Kalas Nurpeisov” is in the vault already."))
    room.hands.click(person, "Take that one instead")
    room.hands.wait_gone(person)
    other = room.editor()

    assert other.windowTitle() == "Person"
    assert room.hands.field(other, "Name").text() == "Калас Нурпеисов"


def test_another_name_is_not_called_alike(room: Room, person: Editor) -> None:
    room.hands.type("Асель Куанышева")
    room.hands.qtbot.wait(500)
    room.idle()

    assert not room.hands.can_read(person, "is in the vault already")


def test_a_person_opened_and_saved_unchanged_is_the_same(room: Room, vault: Vault) -> None:
    row = PersonRow(
        id="", names=(Name("А. Б.", "kk-Latn", "alias"), Name("A B")), sex="female", citizenships=("IT", "KZ"),
        languages=("ru",), addresses=("Улица 1, кв. 2", "Street 3"), phones=("+7 700",), health="asthma",
        identity_documents=({"kind": "passport", "number": "N1", "issued": "2020-05"},), protected="pseudonym",
        pseudonym="Свидетель 1",
    )  # fmt: skip
    made = save_member(vault, row).result
    before = room.person(made)
    editors(room).open_member(Kind.PERSON, record=made)
    editor = room.editor()
    assert not editor.is_changed()
    room.save()

    assert room.person(made) == before


def test_an_organisation_stands_under_another(room: Room, vault: Vault, facts: Facts) -> None:
    made: list[str] = []
    editors(room).open_member(Kind.ORGANISATION, facts.case, name="Medeu district police", then=made.append)
    editor = room.editor()
    room.hands.field(editor, "Part of").setFocus()
    room.pick("almaty")
    room.save()
    with vault.read() as session:
        assert fetch(session, OrganisationRow, made[0]).parent_id == facts.police


def test_a_place_keeps_its_point_and_zone_and_refuses_nonsense(room: Room, vault: Vault, facts: Facts) -> None:
    made: list[str] = []
    editors(room).open_member(Kind.PLACE, facts.case, name="SIZO 18", then=made.append)
    editor = room.editor()
    fill(room, editor, "Coordinates", "943, 77")
    fill(room, editor, "Capacity", "many")
    fill(room, editor, "Time zone", "Nowhere/Land")
    room.press("Ctrl+Return")
    for words in ("Write latitude and longitude in degrees", "This is not a number.", "Choose one from the list."):
        assert room.hands.can_read(editor, words)
    fill(room, editor, "Coordinates", "43.2567, 76.9286")
    fill(room, editor, "Capacity", "1 500")
    fill(room, editor, "Time zone", "Asia/Aqtau")
    room.save()
    with vault.read() as session:
        row = fetch(session, PlaceRow, made[0])

    assert (row.latitude, row.longitude, row.capacity, row.zone) == (43.2567, 76.9286, 1500, "Asia/Aqtau")


def test_a_reference_that_is_taken_is_told_at_its_field(room: Room, vault: Vault) -> None:
    save_case(vault, CaseRow(id="", ref="KZ-2022-02", title="Another"))
    room.press("Shift+F2")
    editor = room.editor()
    fill(room, editor, "Reference", "KZ-2022-02")
    room.press("Ctrl+Return")

    room.hands.wait(lambda: room.hands.can_read(editor, "Another record has this reference already."))
    assert room.hands.field(editor, "Reference").text() == "KZ-2022-02"


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.ORGANISATION, Kind.PLACE])
def test_every_input_has_a_name_for_screen_readers(room: Room, kind: Kind) -> None:
    editors(room).open_member(kind)

    assert unnamed(room.editor()) == []
