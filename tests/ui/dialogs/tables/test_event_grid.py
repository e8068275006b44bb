"""Several events are typed, pasted and filled down in a grid, and become records in one step."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from desktop.operations.history import undo_last
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.grid.event_grid import EventGrid
from tests.ui.casework import Room
from tests.ui.dialogs.tables.sheets import events, faults, lay_on_clipboard, shown, stand


@pytest.fixture
def several(room: Room) -> Iterator[EventGrid]:
    """The grid for complaints, opened by its key."""
    room.front()
    room.hands.press("Ctrl+Shift+J")
    dialog = shown(room, EventGrid)
    room.hands.wait(dialog.isActiveWindow)
    room.hands.type("complaint")
    room.hands.press("Return")
    room.hands.wait(dialog.model.columnCount)
    room.idle()
    yield dialog
    QGuiApplication.clipboard().clear()


def titles(dialog: EventGrid) -> list[str]:
    from PySide6.QtCore import Qt

    return [dialog.model.headerData(place, Qt.Orientation.Horizontal) for place in range(dialog.model.columnCount())]


def test_the_columns_are_those_of_the_kind(several: EventGrid) -> None:
    assert titles(several)[:4] == ["When", "Place", "Participants: Complainant", "Title"]
    assert "Registration number" in str(titles(several)) or "number" in str(titles(several)).casefold()


def test_ninety_nine_pasted_complaints_become_events_in_one_step_of_undo(room: Room, several: EventGrid) -> None:
    before = len(events(room))
    lay_on_clipboard("".join(f"2022-01-{1 + n % 28:02}\t\t\tComplaint {n}\n" for n in range(99)))
    stand(several, room, 0, 0)

    room.hands.press("Ctrl+V")
    assert several.model.rowCount() == 100
    room.hands.press("Ctrl+Return")
    room.hands.wait_gone(several)

    found = events(room)
    assert len(found) == before + 99
    assert {event.kind for event in found[before:]} == {"complaint"}
    undo_last(room.vault)
    assert len(events(room)) == before


def test_a_fault_marks_its_cell_and_nothing_is_kept(room: Room, several: EventGrid) -> None:
    before = len(events(room))
    lay_on_clipboard("2022-01-05\t\t\tA\n31.02.2022\t\tNobody Known\tB\n")
    stand(several, room, 0, 0)
    room.hands.press("Ctrl+V")

    room.hands.press("Ctrl+Return")
    room.hands.wait(several.faults.count)

    assert [line.split(":")[0] for line in faults(several)] == ["Line 2, When", "Line 2, Participants"]
    assert len(events(room)) == before
    several.faults.setCurrentRow(1)
    assert (several.view.currentIndex().row(), several.view.currentIndex().column()) == (1, 2)


def test_ctrl_d_fills_down_and_delete_empties(room: Room, several: EventGrid) -> None:
    lay_on_clipboard("2022\t\t\tA\n\t\t\tB\n\t\t\tC\n")
    stand(several, room, 0, 0)
    room.hands.press("Ctrl+V")
    stand(several, room, 0, 0)
    room.hands.press("Shift+Down")
    room.hands.press("Shift+Down")

    room.hands.press("Ctrl+D")
    assert [line[0] for line in several.model.cells.lines[:3]] == ["2022"] * 3
    stand(several, room, 1, 0)
    room.hands.press("Del")
    assert [line[0] for line in several.model.cells.lines[:3]] == ["2022", "", "2022"]


def test_enter_after_typing_goes_to_the_cell_below(room: Room, several: EventGrid) -> None:
    stand(several, room, 0, 3)
    room.hands.type("First")
    assert isinstance(room.hands.focus(), QLineEdit)

    room.hands.press("Return")

    room.hands.wait(lambda: several.view.currentIndex().row() == 1)
    assert several.model.cells.lines[0][3] == "First"


def test_what_is_half_typed_is_saved_too(room: Room, several: EventGrid) -> None:
    before = len(events(room))
    stand(several, room, 0, 3)
    room.hands.type("Half")

    room.hands.press("Ctrl+Return")
    room.hands.wait_gone(several)

    assert [event.title for event in events(room)[before:]] == ["Half"]


def test_a_value_pasted_over_many_cells_fills_them(room: Room, several: EventGrid) -> None:
    lay_on_clipboard("a\nb\nc\n")
    stand(several, room, 0, 3)
    room.hands.press("Ctrl+V")
    stand(several, room, 0, 0)
    room.hands.press("Shift+Down")
    lay_on_clipboard("2022-03")

    room.hands.press("Ctrl+V")

    assert [line[0] for line in several.model.cells.lines[:3]] == ["2022-03", "2022-03", ""]


def test_what_was_typed_is_not_thrown_away_unasked(room: Room, several: EventGrid) -> None:
    lay_on_clipboard("2022")
    stand(several, room, 0, 0)
    room.hands.press("Ctrl+V")

    room.hands.press("Esc")

    question = next(one for one in several.findChildren(Confirm) if one.isVisible())
    room.hands.click(question, "Discard changes")
    room.hands.wait_gone(several)


def test_what_is_copied_holds_no_formula(room: Room, several: EventGrid) -> None:
    several.model.paste(0, 3, [["=1+1"]])
    stand(several, room, 0, 3)

    room.hands.press("Ctrl+C")

    assert QGuiApplication.clipboard().text() == "'=1+1\n"
