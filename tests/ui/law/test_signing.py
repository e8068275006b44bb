"""Rules in the window: copied, switched off, signed, and taken back."""

from datetime import date

from desktop.operations.rules import save_rule, sign_rule
from tests.ui.casework import Room
from tests.ui.law.lawwork import click, confirm, entry, kept, protocol, told, turn, write


def test_a_copy_is_the_next_version(room: Room) -> None:
    protocol(room)
    click(room, "Copy as a new version…")
    assert room.hands.field(room.editor(), "Version").text() == "2"
    turn(room, "Law and source")
    write(room, "In force from", "2026-12-01")
    room.save()
    assert (entry(room, ("KZ-D02", "", 2)).body["valid_from"], len(kept(room))) == ("2026-12-01", 1)


def test_a_rule_is_switched_off_and_on(room: Room) -> None:
    protocol(room)
    click(room, "Switch off")
    assert room.column("Rules", 6) == ["Off"]
    assert "Switched off." in room.sheet().toPlainText()
    click(room, "Switch on")
    assert (room.column("Rules", 6), kept(room)) == ([""], [])


def test_a_lawyer_signs_a_rule_and_takes_it_back(room: Room) -> None:
    protocol(room)
    click(room, "Sign as verified…")
    write(room, "Name of the lawyer", "Aigul Serik")
    write(room, "Day", "2026-11-01")
    room.save()
    assert room.column("Rules", 5) == ["Aigul Serik, 2026-11-01"]
    assert "No lawyer" not in room.sheet().toPlainText()
    click(room, "Take signature back")
    assert room.column("Rules", 5) == ["Not verified"]


def test_a_signature_needs_a_name_and_a_day(room: Room) -> None:
    protocol(room)
    click(room, "Sign as verified…")
    write(room, "Day", "today")
    room.hands.press("Ctrl+Return")
    room.idle()
    editor = room.editor()
    assert "Write the day as 2026-03-21." in told(editor)
    write(room, "Day", "2026-11-01")
    write(room, "Name of the lawyer", " ")
    room.hands.press("Ctrl+Return")
    room.idle()
    assert "Write the name of the lawyer who checked it." in told(editor)
    editor.settle()
    editor.reject()
    room.idle()


def test_going_back_to_the_shipped_rule_asks_first(room: Room) -> None:
    save_rule(room.vault, dict(entry(room).body) | {"quantity": 4})
    sign_rule(room.vault, ("KZ-D04", "", 1), "Aigul Serik", date(2026, 11, 1))
    protocol(room)
    click(room, "Back to the shipped rule…")
    confirm(room, "Go back")
    assert room.column("Rules", 2) == ["3 hours"]
