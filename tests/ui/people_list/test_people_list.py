"""The people of the whole vault: with their cases; an event opens its case."""

from desktop.ui.case_window.case_window import CaseWindow
from tests.ui.casework import Room


def test_everybody_is_listed_with_their_cases(room: Room) -> None:
    room.press("Ctrl+2")

    assert room.column("Persons", 0) == ["Kalas Nurpeisov", "Dr Aigul Serik"]
    assert room.column("Persons", 3) == ["KZ-2022-01", "KZ-2022-01"]


def test_an_event_of_somebody_opens_its_case_there(room: Room) -> None:
    room.press("Ctrl+2")
    room.stand_on("Persons", 0)
    room.follow("Detained at the airport")

    assert isinstance(room.window.screens.shown(), CaseWindow)
    assert "Hospital letter" in room.sheet().toPlainText()


def test_a_case_is_opened_from_a_person(room: Room) -> None:
    room.press("Ctrl+2")
    room.stand_on("Persons", 0)
    room.follow("KZ-2022-01")

    assert isinstance(room.window.screens.shown(), CaseWindow)


def test_nobody_is_put_on_file_where_there_is_no_case(room: Room) -> None:
    room.press("Ctrl+2")

    assert not room.hands.can_press(room.window, "Someone known…")
    assert not room.hands.can_press(room.window, "Take off file")
