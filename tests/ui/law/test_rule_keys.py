"""The form of a rule is walked through, added to and left with the keyboard alone."""

from PySide6.QtWidgets import QApplication, QListWidget

from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.editors.rule import EMPTY, RuleEditor
from tests.ui.casework import Room
from tests.ui.law.lawwork import confirm, law, leave, protocol, rule_editor, turn, write


def test_pages_are_turned_by_keys(room: Room) -> None:
    law(room)
    RuleEditor(room.desk, EMPTY, room.window, is_new=True).open()
    editor = rule_editor(room)
    room.hands.wait(editor.isActiveWindow)
    room.idle()
    pages_ = next(one for one in editor.findChildren(QListWidget) if one.isVisible())
    room.hands.press("Ctrl+PgDown")
    assert pages_.currentRow() == 1
    room.hands.press("Ctrl+PgUp")
    room.hands.press("Ctrl+PgUp")
    assert pages_.currentRow() == pages_.count() - 1
    leave(room, editor)


def test_every_field_of_a_page_is_reached_by_tab_and_escape_asks_before_anything_is_lost(room: Room) -> None:
    protocol(room)
    room.press("F2")
    editor = rule_editor(room)
    turn(room, "Law and source")
    reached: list[str] = []
    while not reached or reached[-1] != "Save":
        room.hands.press("Tab")
        where = room.hands.focus()
        reached.append(where.accessibleName() or getattr(where, "text", str)().replace("&", ""))
        assert len(reached) < 40
    wanted = ["Act", "Article", "Part", "Add an article", "Source", "How sure", "In force from", "Looked at up to"]
    assert [name for name in wanted if name not in reached] == []
    assert "An event at" in reached
    write(room, "Source", "elsewhere")
    room.hands.press("Esc")
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), Confirm))
    confirm(room, "Discard changes")
    room.hands.wait_gone(editor)


def test_a_field_that_is_added_is_scrolled_to(room: Room) -> None:
    protocol(room)
    room.press("F2")
    editor = rule_editor(room)
    editor.resize(editor.minimumSizeHint())
    turn(room, "What shows it was done")
    chooser = room.hands.field(editor, "Add a sign")
    chooser.setFocus()
    room.hands.type("only where")
    room.hands.press("Return")
    added = room.hands.focus()
    room.hands.wait(lambda: not added.visibleRegion().isEmpty())
    leave(room, editor)
