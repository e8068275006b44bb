"""The timeline as a list: in time, narrowed by chips, read as one scrolls; the event beside it, whole."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHeaderView

from db.types import Kind
from db.vault import Vault
from desktop.operations.trash import trash_record
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.open_vault import OpenVault
from desktop.ui.widgets.chips import Chip
from tests.ui.casework import Facts, Room, write_event, write_facts
from tests.ui.hands import Hands

ALL = ["Mass protest", "Detained at the airport", "Complaint of torture"]


@pytest.fixture
def timeline(room: Room) -> Room:
    """The timeline of the case."""
    room.press("Alt+2")
    return room


def titles(room: Room) -> list[str]:
    """The events listed, from the top."""
    return room.column("Events", 2)


def chips(room: Room) -> list[str]:
    """What the list is narrowed to."""
    return [one.text for one in room.window.findChildren(Chip) if one.isVisible()]


def test_events_stand_in_time_and_the_undated_last(timeline: Room) -> None:
    assert titles(timeline) == ALL
    assert timeline.column("Events", 0) == ["04.01.2022", "05.01.2022 20:00", ""]
    assert timeline.column("Events", 1) == ["Protest", "Detention", "Complaint"]
    assert timeline.column("Events", 4) == ["", "Kalas Nurpeisov, Almaty police", "Dr Aigul Serik"]
    assert timeline.column("Events", 5) == ["1", "1", "0"]


def test_the_first_event_is_read_at_once_and_the_next_by_arrow_keys(timeline: Room) -> None:
    assert "Mass protest" in timeline.sheet().toPlainText()
    timeline.press("Down")
    text = timeline.sheet().toPlainText()

    for words in ("5 January 2022, 20:00", "Alleged", "Warrant or order shown", "No", "Kalas Nurpeisov · Detainee",
                  "Almaty police · Alleged perpetrator · Probable", "Hospital letter", "p. 2", "Supports",
                  "находился в палате", "Led to · Complaint of torture"):  # fmt: skip
        assert words in text


def test_a_click_on_the_header_turns_the_order_round(timeline: Room) -> None:
    header = timeline.table("Events").horizontalHeader()
    assert isinstance(header, QHeaderView)
    for _click in range(2):
        place = header.sectionViewportPosition(0) + header.sectionSize(0) // 2
        timeline.hands.click_at(header.viewport(), QPoint(place, 5))
        timeline.idle()

    assert titles(timeline) == ALL[::-1]


def test_words_narrow_the_list_and_the_count_follows(timeline: Room) -> None:
    timeline.press("Ctrl+F")
    timeline.hands.type("AIRPORT")
    timeline.hands.wait(lambda: titles(timeline) == ["Detained at the airport"])
    timeline.hands.wait(lambda: timeline.hands.can_read(timeline.window, "1 of 3 events"))
    timeline.press("Esc")

    timeline.hands.wait(lambda: titles(timeline) == ALL)


@pytest.mark.parametrize(
    ("field", "typed", "chip", "left"),
    [
        ("Person", "kalas", "Person: Kalas Nurpeisov", ALL[1:2]),
        ("Kind", "deten", "Detention", ALL[1:2]),
        ("Standing", "alleg", "Alleged", ALL[1:2]),
    ],
)
def test_a_choice_becomes_a_chip_that_can_be_taken_away(
    timeline: Room, field: str, typed: str, chip: str, left: list[str]
) -> None:
    timeline.hands.field(timeline.window, field).setFocus()
    timeline.hands.type(typed)
    timeline.press("Return")
    assert titles(timeline) == left
    assert chips(timeline) == [chip]

    timeline.hands.click(timeline.window, "Clear filters")
    timeline.idle()
    assert titles(timeline) == ALL
    assert chips(timeline) == []


def test_events_without_a_source_are_shown_alone(timeline: Room) -> None:
    timeline.hands.click(timeline.window, "Without source")
    timeline.idle()

    assert titles(timeline) == ALL[2:]
    assert "No source yet" in timeline.sheet().toPlainText()


def test_an_empty_filter_result_says_so_and_offers_the_way_out(timeline: Room) -> None:
    timeline.press("Ctrl+F")
    timeline.hands.type("nothing of the kind")
    timeline.hands.wait(lambda: timeline.hands.can_read(timeline.window, "No event matches"))


def test_a_long_timeline_is_read_page_by_page(hands: Hands, vault: Vault, opened: OpenVault) -> None:
    facts = write_facts(vault)
    for number in range(230):
        write_event(vault, facts.case, "other", "2023-01-01", f"Event {number:03}")
    room = Room(opened, hands, vault, facts.case)
    room.press("Alt+2")
    assert len(titles(room)) < 233
    room.press("Ctrl+End")
    room.press("Ctrl+End")
    room.press("Ctrl+End")

    assert len(titles(room)) == 233
    assert titles(room)[-1] == "Complaint of torture"


def test_a_record_beyond_the_first_page_is_found_when_asked_for(hands: Hands, vault: Vault, opened: OpenVault) -> None:
    facts = write_facts(vault)
    for number in range(230):
        write_event(vault, facts.case, "other", "2021-01-01", f"Event {number:03}")
    room = Room(opened, hands, vault, facts.case)
    room.press("Alt+3")
    room.follow("Detained at the airport")
    room.hands.wait(lambda: room.table("Events").selectionModel().selectedRows())
    room.idle()

    row = room.table("Events").selectionModel().selectedRows()[0].row()
    assert titles(room)[row] == "Detained at the airport"


def test_enter_opens_the_editor_and_delete_goes_to_the_trash_with_a_way_back(timeline: Room) -> None:
    timeline.stand_on("Events", 1)
    timeline.hands.press("Return")
    editor = timeline.editor()
    assert timeline.hands.field(editor, "Title").text() == "Detained at the airport"
    timeline.hands.press("Esc")
    timeline.hands.wait_gone(editor)

    timeline.table("Events").setFocus()
    timeline.press("Del")
    assert titles(timeline) == [ALL[0], ALL[2]]
    timeline.hands.wait(lambda: timeline.hands.can_press(timeline.window, "Undo"))
    timeline.hands.click(timeline.window, "Undo")
    timeline.hands.wait(lambda: titles(timeline) == ALL)


def test_a_link_is_taken_away_and_comes_back_by_undo(timeline: Room) -> None:
    timeline.stand_on("Events", 1)
    assert "Led to" in timeline.sheet().toPlainText()
    timeline.follow("take away")
    assert "Led to" not in timeline.sheet().toPlainText()
    timeline.press("Ctrl+Z")

    assert "Led to" in timeline.sheet().toPlainText()


def test_links_lead_both_ways(timeline: Room) -> None:
    timeline.stand_on("Events", 1)
    timeline.follow("Complaint of torture")
    assert "Caused by · Detained at the airport" in timeline.sheet().toPlainText()
    assert [index.row() for index in timeline.table("Events").selectionModel().selectedRows()] == [2]

    timeline.follow("Detained at the airport")
    assert "Led to · Complaint of torture" in timeline.sheet().toPlainText()


def test_an_event_is_linked_to_another_by_keyboard(timeline: Room) -> None:
    timeline.stand_on("Events", 0)
    timeline.hands.press("Ctrl+Shift+L")
    editor = timeline.editor()
    timeline.hands.field(editor, "Which event").setFocus()
    timeline.pick("torture")
    timeline.save()

    assert "Answers · Complaint of torture" in timeline.sheet().toPlainText()


def test_a_link_to_nothing_is_refused_at_its_field(timeline: Room) -> None:
    timeline.stand_on("Events", 0)
    timeline.hands.press("Ctrl+Shift+L")
    editor = timeline.editor()
    timeline.press("Ctrl+Return")

    assert timeline.hands.can_read(editor, "Choose the other event.")


def test_a_document_is_cited_with_page_quotation_and_bearing(timeline: Room) -> None:
    timeline.stand_on("Events", 2)
    timeline.hands.press("Ctrl+Shift+D")
    editor = timeline.editor()
    timeline.press("Ctrl+Return")
    assert timeline.hands.can_read(editor, "This field is needed.")

    timeline.pick("letter")
    timeline.hands.field(editor, "Page").setFocus()
    timeline.hands.type("7")
    timeline.save()

    assert "Hospital letter · p. 7" in timeline.sheet().toPlainText()
    assert timeline.column("Events", 5) == ["1", "1", "1"]


def test_what_happened_elsewhere_is_seen_without_asking(timeline: Room, facts: Facts) -> None:
    verb = work(trash_record, timeline.vault, Kind.EVENT, facts.protest, case_id=facts.case)
    timeline.desk.perform(timeline.window, verb)
    timeline.idle()

    assert titles(timeline) == ALL[1:]
