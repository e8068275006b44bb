"""The timeline is narrowed by place, tag, time and sources; a filter is kept under a name with what it finds now."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from db.queries import settled
from db.queries.event_filter import Filter
from db.vault import Vault
from desktop.errors import InputFaults
from desktop.operations.events import save_event
from desktop.operations.views import TIMELINE, ViewRow, body_of, count_views, filter_of, save_view
from desktop.ui.tabs.timeline.view_menu import ViewMenu
from tests.ui.casework import Facts, Room, write_event


@pytest.fixture
def timeline(room: Room, facts: Facts) -> Room:
    """The timeline, one event of it tagged."""
    event = room.event(facts.protest).event
    save_event(room.vault, replace(event, tags=("январь",)), [])
    room.press("Alt+2")
    return room


def titles(room: Room) -> list[str]:
    """The events listed."""
    return room.column("Events", 2)


def narrow(room: Room, name: str, text: str) -> None:
    """Type into one of the choices and take it."""
    room.hands.field(room.window, name).setFocus()
    room.hands.type(text)
    room.hands.qtbot.wait(250)
    room.press("Return")
    room.idle()


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Place", "airp", ["Detained at the airport"]),
        ("Tag", "янв", ["Mass protest"]),
        ("Time", "5 января 2022", ["Detained at the airport", "Complaint of torture"]),
    ],
)
def test_each_choice_narrows_the_list(timeline: Room, name: str, text: str, left: list[str]) -> None:
    narrow(timeline, name, text)
    timeline.hands.wait(lambda: titles(timeline) == left)  # what has no time may have happened then


def test_what_one_document_alone_tells_is_found(timeline: Room) -> None:
    timeline.hands.click(timeline.window, "Only one source")
    timeline.hands.wait(lambda: titles(timeline) == ["Mass protest", "Detained at the airport"])
    timeline.hands.click(timeline.window, "Without source")
    timeline.hands.wait(lambda: titles(timeline) == ["Complaint of torture"])


def entries(room: Room) -> list[str]:
    """What the menu of views offers."""
    menu = room.window.findChild(ViewMenu)
    assert menu
    inner = menu.menu()
    assert isinstance(inner, QMenu)
    return [action.text() for action in inner.actions() if action.text()]


def choose(room: Room, words: str) -> None:
    """Pick an entry of the menu with the keyboard."""
    menu = room.window.findChild(ViewMenu)
    assert menu
    inner = menu.menu()
    assert isinstance(inner, QMenu)
    inner.popup(menu.mapToGlobal(menu.rect().bottomLeft()))
    action = next(action for action in inner.actions() if action.text().startswith(words))
    inner.setActiveAction(action)
    QTest.keyClick(inner, Qt.Key.Key_Return)
    room.idle()


def test_a_filter_is_kept_counts_live_and_is_taken_up_again(timeline: Room, facts: Facts) -> None:
    timeline.hands.click(timeline.window, "Without source")
    timeline.idle()
    choose(timeline, "Keep this view")
    timeline.editor()
    timeline.hands.type("Без источника")
    timeline.save()
    timeline.hands.wait(lambda: "Без источника\t1" in entries(timeline))
    timeline.hands.click(timeline.window, "Clear filters")
    timeline.hands.wait(lambda: len(titles(timeline)) == 3)
    write_event(timeline.vault, facts.case, "threat", "2022-01-07", "Threat by telephone")
    timeline.press("Ctrl+Z")  # touches everything: the window reads again, the threat is gone
    timeline.press("Ctrl+Shift+Z")
    timeline.hands.wait(lambda: "Без источника\t2" in entries(timeline))
    choose(timeline, "Без источника")
    timeline.hands.wait(lambda: titles(timeline) == ["Threat by telephone", "Complaint of torture"])


def test_a_saved_view_counts_what_it_finds(timeline: Room, facts: Facts) -> None:
    save_view(timeline.vault, ViewRow("", TIMELINE, "Threats", facts.case, body_of(Filter(kinds=("threat",)))))
    with timeline.vault.read() as session:
        assert [(view.row.title, view.count) for view in count_views(session, facts.case)] == [("Threats", 0)]


def test_a_view_without_a_name_is_refused_and_one_of_the_same_name_replaced(vault: Vault, facts: Facts) -> None:
    with pytest.raises(InputFaults):
        save_view(vault, ViewRow("", TIMELINE, " ", facts.case))
    for kind in ("threat", "search"):
        save_view(vault, ViewRow("", TIMELINE, "Mine", facts.case, body_of(Filter(kinds=(kind,)))))
    with vault.read() as session:
        kept = settled.views(session, TIMELINE, facts.case)
    assert [filter_of(row.body) for row in kept] == [Filter(kinds=("search",))]


def test_a_view_of_a_later_version_keeps_what_is_known() -> None:
    assert filter_of({"kinds": ["threat"], "colour": "red"}) == Filter(kinds=("threat",))
