"""No two letters of one window go to different places; the menus have theirs everywhere."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from db.types import Kind
from desktop.ui.actions import Menu
from desktop.ui.dialogs.editors.opening import Editors, new_citation
from tests.ui.casework import Facts, Room


def letters(window: QWidget) -> list[str]:
    """The letters underlined in what can be seen."""
    labels = [one for one in window.findChildren(QLabel) if one.buddy()]
    texts = [one.text() for one in (*labels, *window.findChildren(QPushButton)) if one.isVisible()]
    return [text[text.index("&") + 1].lower() for text in texts if "&" in text]


def doubles(found: list[str]) -> list[str]:
    """Those that stand twice."""
    return [letter for letter, count in Counter(found).items() if count > 1]


@pytest.mark.parametrize("tab", ["Alt+1", "Alt+2", "Alt+3"])
def test_a_tab_keeps_clear_of_itself_and_of_the_menus(room: Room, tab: str) -> None:
    room.press(tab)
    menus = [menu.value[menu.value.index("&") + 1].lower() for menu in Menu]

    assert doubles(letters(room.window) + menus) == []


def test_every_editor_keeps_clear_of_itself(room: Room, facts: Facts) -> None:
    editors = Editors(room.desk, room.window)
    for step in (
        lambda: editors.open_case(facts.case),
        lambda: editors.open_event(facts.case, facts.detention),
        lambda: editors.open_party(facts.case),
        lambda: editors.open_charge(facts.case),
        lambda: editors.open_link(facts.case, facts.detention),
        lambda: editors.open_citation(facts.case, new_citation(Kind.EVENT, facts.detention), "the detention"),
        lambda: editors.open_enrolment(facts.case, Kind.PERSON),
        lambda: editors.open_member(Kind.PERSON),
        lambda: editors.open_member(Kind.ORGANISATION),
        lambda: editors.open_member(Kind.PLACE),
    ):
        step()
        editor = room.editor()
        assert doubles(letters(editor)) == [], editor.windowTitle()
        room.hands.press("Esc")
        room.hands.wait_gone(editor)
