"""Several rows are edited together: what differs says so, and what is left alone stays."""

from desktop.ui.dialogs.editors.several import SeveralEditor
from tests.ui.casework import Facts, Room


def test_two_events_take_a_tag_and_a_certainty_and_keep_what_differs(room: Room, facts: Facts) -> None:
    room.press("Alt+2")
    room.stand_on("Events", 0)
    room.hands.press("Shift+Down")
    room.idle()
    room.press("Ctrl+F2")
    editor = room.editor()
    assert isinstance(editor, SeveralEditor)
    assert room.hands.can_read(editor, "Kind (different)")
    assert room.hands.can_read(editor, "2 records: what you leave alone stays as it is in each.")
    editor.form.input("certainty").setFocus()
    room.hands.type("C")
    room.idle()
    room.save()
    room.hands.wait(lambda: room.event(facts.protest).event.certainty)
    first, second = room.event(facts.protest).event, room.event(facts.detention).event
    assert first.certainty == second.certainty == "confirmed"
    assert (first.kind, second.kind) == ("protest", "detention")
    assert first.title == "Mass protest"
    room.press("Ctrl+Z")
    room.hands.wait(lambda: not room.event(facts.detention).event.certainty)


def test_one_row_alone_is_not_several(room: Room) -> None:
    room.press("Alt+2")
    room.stand_on("Events", 0)
    assert not room.desk.actions.qt("list.several").isEnabled()
