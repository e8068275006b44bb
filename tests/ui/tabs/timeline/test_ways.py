"""The same events listed or drawn: one filter, one selection, one event beside them, and the way is remembered."""

import pytest
from PySide6.QtCore import QPointF

from db.rows import EventLinkRow
from db.types import Kind
from db.vault import Vault
from desktop.operations import Touched
from desktop.operations.events import link_events
from desktop.ui.open_vault import OpenVault
from desktop.ui.timeline.both_sources import BothSources
from desktop.ui.timeline.canvas import Canvas
from desktop.ui.timeline.keys import confront
from desktop.ui.timeline.lanes import Grouping
from desktop.ui.timeline.marks import Certainty, Clash
from desktop.ui.timeline.overlay import sign_of
from desktop.ui.widgets.segments import Segments
from tests.ui.casework import QUOTE, Facts, Room, unnamed, write_event
from tests.ui.hands import Hands


@pytest.fixture
def drawn(room: Room) -> Room:
    """The timeline of the case, drawn."""
    room.press("Alt+2")
    room.press("Ctrl+T")
    return room


def canvas(room: Room) -> Canvas:
    """The drawing that can be seen."""
    return next(one for one in room.window.findChildren(Canvas) if one.isVisible())


def titles(room: Room) -> list[str]:
    """The events drawn, in time."""
    return canvas(room).board.events.titles


def lanes(room: Room) -> list[str]:
    """The names of the lanes, from the top."""
    scene = canvas(room).board.scene()
    return [scene.name(lane) for lane in scene.lanes]


def choose_lanes(room: Room, place: int) -> None:
    """Choose what the lanes are."""
    segments = next(one for one in room.window.findChildren(Segments) if one.isVisible() and one.count() == 3)
    room.hands.click_at(segments, segments.tabRect(place).center())
    room.idle()


def test_dated_events_are_drawn_and_the_undated_are_counted(drawn: Room) -> None:
    assert titles(drawn) == ["Mass protest", "Detained at the airport"]
    assert drawn.hands.can_read(drawn.window, "1 event without a date is only in the list")


def test_lanes_are_people_places_or_kinds(drawn: Room) -> None:
    assert lanes(drawn) == ["Kalas Nurpeisov", "Nobody named"]
    choose_lanes(drawn, 1)
    assert lanes(drawn) == ["Airport", "No place"]
    choose_lanes(drawn, 2)
    assert lanes(drawn) == ["Detention", "Protest"]
    assert canvas(drawn).board.stack.grouping is Grouping.KIND


def test_the_event_beside_follows_the_drawing_and_the_list_follows_both(drawn: Room) -> None:
    drawn.press("End")
    assert "Kalas Nurpeisov · Detainee" in drawn.sheet().toPlainText()
    drawn.press("Ctrl+T")

    assert [index.row() for index in drawn.table("Events").selectionModel().selectedRows()] == [1]
    drawn.press("Up")
    drawn.press("Ctrl+T")
    assert canvas(drawn).board.focus == 0
    assert "Mass protest" in drawn.sheet().toPlainText()


def test_the_filter_of_the_list_narrows_the_drawing(drawn: Room) -> None:
    drawn.press("Ctrl+F")
    drawn.hands.type("AIRPORT")
    drawn.hands.wait(lambda: titles(drawn) == ["Detained at the airport"])
    drawn.press("Esc")
    drawn.hands.wait(lambda: len(titles(drawn)) == 2)


def test_enter_opens_the_event_and_what_is_changed_is_drawn_anew(drawn: Room) -> None:
    drawn.press("End")
    drawn.hands.press("Return")
    editor = drawn.editor()
    field = drawn.hands.field(editor, "Title")
    field.setFocus()
    field.selectAll()
    drawn.hands.type("Taken away")
    drawn.save()

    drawn.hands.wait(lambda: titles(drawn) == ["Mass protest", "Taken away"])
    assert canvas(drawn).board.focus == 1


def test_delete_moves_the_chosen_event_to_the_trash(drawn: Room, facts: Facts) -> None:
    drawn.press("Home")
    drawn.press("Del")

    assert drawn.event(facts.protest).event.trashed_at
    drawn.hands.wait(lambda: titles(drawn) == ["Detained at the airport"])


def test_the_way_is_remembered_in_the_next_case(drawn: Room, vault: Vault, case: str) -> None:
    write_event(vault, case, "protest", "2023-05-01", "Elsewhere")
    drawn.window.screens.open_case(case)
    drawn.idle()
    drawn.press("Alt+2")

    assert titles(drawn) == ["Elsewhere"]


def test_a_link_to_an_event_leads_to_it_on_the_drawing(drawn: Room, facts: Facts) -> None:
    drawn.window.screens.open_record(facts.case, Kind.EVENT, facts.detention)
    drawn.idle()

    assert canvas(drawn).board.events.ids[canvas(drawn).board.focus or 0] == facts.detention


def test_an_empty_case_says_what_goes_here(hands: Hands, vault: Vault, opened: OpenVault, case: str) -> None:
    room = Room(opened, hands, vault, case)
    room.press("Alt+2")
    room.press("Ctrl+T")

    assert hands.can_read(room.window, "No events yet")


def test_a_case_without_a_date_says_so(hands: Hands, vault: Vault, opened: OpenVault, case: str) -> None:
    write_event(vault, case, "complaint", "", "Undated")
    room = Room(opened, hands, vault, case)
    room.press("Alt+2")
    room.press("Ctrl+T")

    assert hands.can_read(room.window, "No event has a date")


def test_the_clocks_and_conflicts_of_the_case_are_marked_on_the_drawing(drawn: Room, facts: Facts) -> None:
    drawn.hands.wait(lambda: canvas(drawn).board.marked().clocks)
    marks = canvas(drawn).board.marked()
    assert {clock.event for clock, _lane in marks.clocks} == {facts.detention}
    assert any("72" in clock.title or "custody" in clock.title.lower() for clock, _lane in marks.clocks)

    again = write_event(drawn.vault, facts.case, "hearing", "2022-01-04T10:00", "Elsewhere", facts.kalas)
    link_events(drawn.vault, EventLinkRow(id="", from_id=facts.detention, to_id=again, kind="contradicts"), facts.case)
    drawn.window.desk.refresh.announce(Touched(frozenset({Kind.EVENT}), facts.case))
    drawn.hands.wait(lambda: canvas(drawn).board.marked().clashes)
    clash = canvas(drawn).board.marked().clashes[0][0]

    assert {clash.first, clash.second} == {facts.detention, again}
    assert "Elsewhere" in clash.text


def sources(room: Room) -> BothSources:
    """The window of both sources, when its documents were looked for."""
    room.idle()
    return next(one for one in room.window.findChildren(BothSources) if one.isVisible())


def test_a_contradiction_opens_both_sources_by_mouse_and_by_keys(drawn: Room, facts: Facts) -> None:
    board = canvas(drawn).board
    board.mark([], [Clash(facts.protest, facts.detention, Certainty.CERTAIN, "In two places at once")])
    sign = sign_of(board.scene(), 0).center() + QPointF(board.measures.names, board.measures.axis)
    drawn.hands.click_at(canvas(drawn), sign.toPoint())

    shown = sources(drawn)
    assert drawn.hands.can_read(shown, "In two places at once")
    assert drawn.hands.can_read(shown, "Mass protest")
    assert drawn.hands.can_read(shown, QUOTE)
    assert [side.choice.currentText() for side in shown.sides] == ["Hospital letter · p. 2"] * 2
    assert unnamed(shown) == []
    shown.close()
    drawn.hands.press("Shift+Return", canvas(drawn))
    sources(drawn).close()


def test_a_side_without_a_source_says_so(drawn: Room, facts: Facts, vault: Vault) -> None:
    second = write_event(vault, facts.case, "hearing", "2022-01-06", "Hearing")
    clash = Clash(facts.detention, second, Certainty.POSSIBLE, "Elsewhere")
    confront(canvas(drawn), clash)

    shown = sources(drawn)
    assert drawn.hands.can_read(shown, "No source yet: without one this proves nothing.")
    shown.close()
