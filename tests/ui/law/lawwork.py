"""What one does with rules in the window, for all tests of them."""

from typing import Any

from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListWidget, QWidget

from db.queries.settled import rules as kept_rules
from db.rows import RuleRow
from desktop.logic.clocks.rulebook import Entry, key_of_rule
from desktop.operations.rules import rule_entries
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.editors.rule import RuleEditor
from tests.ui.casework import Room

PROTOCOL = ("KZ-D02", "", 1)


def law(room: Room, words: str = "") -> None:
    """Go to the rules and find some."""
    room.press("Ctrl+6")
    if words:
        room.press("Ctrl+F")
        room.hands.type(words)
        room.press("Return")


def protocol(room: Room) -> None:
    """Stand on the rule on the record of detention."""
    law(room, "KZ-D02")
    room.stand_on("Rules", 0)


def kept(room: Room) -> list[RuleRow]:
    with room.vault.read() as session:
        return kept_rules(session)


def entry(room: Room, key: tuple[str, str, int] = PROTOCOL) -> Entry:
    with room.vault.read() as session:
        return next(one for one in rule_entries(session) if key_of_rule(one.rule) == key)


def click(room: Room, text: str, window: QWidget | None = None) -> None:
    room.hands.click(window or room.window, text)
    room.idle()


def turn(room: Room, title: str) -> None:
    """Turn to a page of the form with the keyboard."""
    pages = next(one for one in room.editor().findChildren(QListWidget) if one.isVisible())
    pages.setFocus()
    room.hands.press("Home")
    while pages.currentItem().text() != title:
        assert pages.currentRow() < pages.count() - 1
        room.hands.press("Down")


def rule_editor(room: Room) -> RuleEditor:
    """The form of a rule, in front."""
    editor = room.editor()
    assert isinstance(editor, RuleEditor)
    return editor


def put(room: Room, key: str, value: Any) -> None:
    """Have a value stand in a field of the form, wherever that is."""
    form = next(one for one in rule_editor(room).forms if key in one.parts())
    form.input(key).fill(value)


def write(room: Room, name: str, text: str) -> None:
    """Put another text into a field of the open editor."""
    room.hands.field(room.editor(), name).setFocus()
    room.hands.press("Ctrl+A")
    room.hands.type(text)


def confirm(room: Room, text: str) -> None:
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), Confirm))
    asked = QApplication.activeModalWidget()
    assert asked
    click(room, text, asked)
    room.hands.wait_gone(asked)
    room.idle()


def told(window: QWidget) -> list[str]:
    return [one.text() for one in window.findChildren(QLabel) if one.isVisible()]


def choose(room: Room, name: str, words: str) -> None:
    """Go through a drop-down list with the keyboard."""
    lists = room.window.findChildren(QComboBox)
    found = next(one for one in lists if one.isVisible() and one.accessibleName() == name)
    found.setFocus()
    for _step in range(found.findText(words)):
        room.press("Down")


def leave(room: Room, editor: RuleEditor) -> None:
    """Close the form, whatever stands in it."""
    editor.settle()
    editor.reject()
    room.hands.wait_gone(editor)
