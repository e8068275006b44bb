"""The event editor: nothing typed is lost, faults stand at their fields, places keep their own clocks."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from db.queries import members
from db.rows import PlaceRow
from db.types import Name
from db.vault import Vault
from desktop.operations.members import save_member
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.editors.event import EventEditor
from desktop.ui.inputs.participants import ParticipantsInput
from desktop.ui.inputs.times import WhenInput
from tests.ui.casework import Facts, Room, unnamed


@pytest.fixture
def editor(room: Room) -> EventEditor:
    """The editor of a new event."""
    room.press("Ctrl+E")
    found = room.editor()
    assert isinstance(found, EventEditor)
    return found


@pytest.fixture
def detention(room: Room) -> EventEditor:
    """The editor of the detention."""
    room.press("Alt+2")
    room.stand_on("Events", 1)
    room.hands.press("F2")
    found = room.editor()
    assert isinstance(found, EventEditor)
    return found


def fill(room: Room, window: QWidget, name: str, text: str) -> None:
    """Type into a field."""
    room.hands.field(window, name).setFocus()
    room.hands.press("Ctrl+A")
    room.hands.type(text)
    room.hands.qtbot.wait(250)  # until the typing pauses
    room.idle()


def saved_events(room: Room) -> list[str]:
    """The titles on the timeline."""
    room.press("Alt+2")
    return room.column("Events", 2)


def test_an_event_is_recorded_by_keyboard_alone(room: Room, editor: EventEditor, facts: Facts) -> None:
    fill(room, editor, "Kind", "hosp")
    room.hands.press("Return")
    fill(room, editor, "When", "5 января 2022")
    fill(room, editor, "Until", "9 января 2022")
    room.hands.field(editor, "Place").setFocus()
    room.pick("аэро")
    fill(room, editor, "Title", "В больнице")
    room.save()

    assert "В больнице" in saved_events(room)
    room.stand_on("Events", saved_events(room).index("В больнице"))
    text = room.sheet().toPlainText()
    assert "Hospital stay" in text
    assert "9 January 2022" in text
    assert "Airport" in text


def test_how_a_time_is_understood_stands_below_it(room: Room, editor: EventEditor) -> None:
    fill(room, editor, "When", "не позднее 12.01.2022")
    assert room.hands.can_read(editor, "no later than 12 January 2022")
    fill(room, editor, "When", "30 февраля 2022")
    assert room.hands.can_read(editor, "The calendar has no such date.")


def test_faults_stand_at_their_fields_and_nothing_is_saved(room: Room, editor: EventEditor) -> None:
    fill(room, editor, "When", "06.01.2022")
    fill(room, editor, "Until", "05.01.2022")
    room.press("Ctrl+Return")

    assert room.hands.can_read(editor, "Choose what kind of event this is.")
    assert room.hands.can_read(editor, "The end lies before the beginning.")
    assert room.hands.field(editor, "Until").property("fault") is True
    assert room.hands.field(editor, "When").text() == "06.01.2022"


def test_a_participant_without_a_role_is_refused_there(room: Room, editor: EventEditor) -> None:
    fill(room, editor, "Kind", "Hearing")
    editor.participants.add_by_hand()
    room.hands.field(editor, "Who").setFocus()
    room.pick("kalas")
    room.press("Ctrl+Return")

    assert room.hands.can_read(editor, "Choose a role.")


def test_a_place_is_made_in_place_and_nothing_typed_is_lost(
    room: Room, editor: EventEditor, vault: Vault, facts: Facts
) -> None:
    fill(room, editor, "Kind", "Transfer")
    fill(room, editor, "Title", "Перевод")
    room.hands.field(editor, "Place").setFocus()
    room.pick("ИВС Медеу")
    place = room.editor()
    assert place.windowTitle() == "New place"
    assert room.hands.field(place, "Name").text() == "ИВС Медеу"
    room.save()
    editor.activateWindow()

    assert room.hands.field(editor, "Title").text() == "Перевод"
    assert room.hands.field(editor, "Place").text() == "ИВС Медеу"
    with vault.read() as session:
        assert len(members.page(session, PlaceRow, case_id=facts.case).rows) == 2


def test_esc_closes_at_once_where_nothing_was_typed(room: Room, editor: EventEditor) -> None:
    room.hands.press("Esc")
    room.hands.wait_gone(editor)


def test_esc_asks_where_something_was_typed_and_cancel_keeps_it(room: Room, editor: EventEditor) -> None:
    fill(room, editor, "Title", "half typed")
    room.hands.press("Esc")
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), Confirm))
    confirm = QApplication.activeModalWidget()
    assert confirm
    room.hands.click(confirm, "Cancel")

    assert room.hands.field(editor, "Title").text() == "half typed"


def test_an_event_opened_and_saved_unchanged_is_the_same(room: Room, detention: EventEditor, facts: Facts) -> None:
    before = room.event(facts.detention)
    assert not detention.is_changed()
    room.save()
    after = room.event(facts.detention)

    assert after.event == before.event
    assert [one.participation for one in after.participants] == [one.participation for one in before.participants]


def test_what_was_typed_for_one_kind_stays_in_view_for_another(room: Room, detention: EventEditor) -> None:
    detention.fields.input("grounds").fill("ст. 128")
    fill(room, detention, "Kind", "Death")
    values, _faults = detention.fields.values()

    assert detention.fields.input("grounds").isVisible()
    assert not detention.fields.input("protocol_at").isVisible()
    assert values["grounds"] == "ст. 128"
    assert values["warrant_shown"] is False


def test_a_fault_in_a_field_of_the_kind_stands_there(room: Room, detention: EventEditor) -> None:
    protocol = detention.fields.input("protocol_at")
    assert isinstance(protocol, WhenInput)
    protocol.field.set_text("вечером")
    room.press("Ctrl+Return")

    assert room.hands.can_read(detention, "Nothing was saved yet. Correct the marked fields.")


def test_yes_no_and_not_known_are_three_answers(room: Room, detention: EventEditor, facts: Facts) -> None:
    assert detention.fields.input("warrant_shown").value() is False
    assert detention.fields.input("acknowledged").value() is None
    detention.fields.input("warrant_shown").fill(None)
    detention.fields.input("acknowledged").fill(value=True)
    room.save()

    assert dict(room.event(facts.detention).event.fields) == {"acknowledged": True}


def test_another_place_brings_its_own_clock(room: Room, detention: EventEditor, vault: Vault, facts: Facts) -> None:
    save_member(vault, PlaceRow(id="", names=(Name("Rome police"),), zone="Europe/Rome"), case_id=facts.case)
    room.hands.field(detention, "Place").setFocus()
    room.pick("rome")
    room.save()
    moment = room.event(facts.detention).event.when

    assert moment
    assert (moment.edtf, moment.zone) == ("2022-01-05T20:00", "Europe/Rome")
    assert moment.earliest == int(datetime(2022, 1, 5, 19, 0, tzinfo=UTC).timestamp())


def test_participants_are_added_corrected_and_taken_out_in_one_step(
    room: Room, detention: EventEditor, facts: Facts
) -> None:
    parts = detention.form.input("participants")
    assert isinstance(parts, ParticipantsInput)
    kept = parts.value()[0]
    parts.lines[1].removed.emit()
    parts.lines[0].inputs["role"].fill("victim")
    room.save()
    after = [one.participation for one in room.event(facts.detention).participants]

    assert [(one.id, one.role) for one in after] == [(kept.id, "victim")]


def test_every_input_of_the_form_has_a_name(room: Room, detention: EventEditor) -> None:
    assert unnamed(detention) == []


def test_the_form_fits_a_small_screen_in_large_text(room: Room, detention: EventEditor) -> None:
    screen = detention.screen().availableGeometry()

    assert detention.height() <= screen.height()
    assert detention.width() <= screen.width()


def test_the_vault_locks_from_an_open_form(editor: EventEditor, room: Room, relocked: list[Path]) -> None:
    room.hands.wait(editor.isActiveWindow)
    room.hands.press("Ctrl+L", editor)
    room.hands.wait(lambda: relocked)
