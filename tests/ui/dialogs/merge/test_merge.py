"""Two records are laid side by side, chosen from field by field, made one, and taken apart again by undo."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton, QTableView

from db.rows import PersonRow
from db.types import Name
from db.vault import Vault
from desktop.operations.members import save_member
from desktop.ui.dialogs.merge.choosing import TwinChoice
from desktop.ui.dialogs.merge.finding import DuplicatesDialog
from desktop.ui.dialogs.merge.merge import MergeDialog
from tests.ui.casework import Facts, Room, unnamed


@pytest.fixture
def twin(vault: Vault, facts: Facts) -> str:
    """The doctor, written down a second time."""
    row = PersonRow(id="", names=(Name("Айгуль Серік", "kk"),), occupation="surgeon")
    return save_member(vault, row, case_id=facts.case).result


def dialog(room: Room, kind: type[QDialog]) -> QDialog:
    """The window on top."""
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), kind))
    room.idle()
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    room.hands.wait(found.isActiveWindow)
    return found


def shown(made: QDialog) -> list[str]:
    """The values to choose from."""
    return [one.text() for one in made.findChildren(QRadioButton) if one.isVisible()]


@pytest.fixture
def side_by_side(room: Room, facts: Facts, twin: str) -> Room:
    """The doctor and the twin, side by side from two selected rows."""
    room.press("Alt+3")
    table = room.table("Persons")
    names = room.column("Persons", 0)
    room.stand_on("Persons", names.index("Dr Aigul Serik"))
    flags = table.selectionModel().SelectionFlag
    table.selectionModel().select(table.model().index(names.index("Айгуль Серік"), 0), flags.Select | flags.Rows)
    room.press("Ctrl+M")
    return room


def test_what_differs_is_chosen_and_two_become_one(side_by_side: Room, facts: Facts, twin: str) -> None:
    made = dialog(side_by_side, MergeDialog)
    surgeon = next(one for one in made.findChildren(QRadioButton) if one.text() == "surgeon")
    surgeon.setFocus()
    side_by_side.hands.press("Space")
    assert side_by_side.hands.can_read(made, "What moves: ")
    side_by_side.hands.press("Ctrl+Return")
    side_by_side.hands.wait_gone(made)
    side_by_side.idle()

    kept = next(one for one in (facts.doctor, twin) if side_by_side.person(one).trashed_at is None)
    assert side_by_side.person(kept).occupation == "surgeon"
    assert {name.text for name in side_by_side.person(kept).names} == {"Dr Aigul Serik", "Айгуль Серік"}
    side_by_side.press("Ctrl+Z")
    assert {side_by_side.person(one).occupation for one in (facts.doctor, twin)} == {"doctor", "surgeon"}


def test_the_two_can_be_swapped(side_by_side: Room) -> None:
    made = dialog(side_by_side, MergeDialog)
    first = shown(made)
    side_by_side.hands.click(made, "Swap the two")
    side_by_side.hands.wait(lambda: shown(made) == first[::-1])
    assert unnamed(made) == []
    side_by_side.hands.press("Esc")


def test_from_one_record_the_likeliest_other_is_suggested(room: Room, twin: str) -> None:
    room.press("Alt+3")
    room.stand_on("Persons", room.column("Persons", 0).index("Айгуль Серік"))
    room.hands.click(room.window, "Merge…")
    asked = dialog(room, TwinChoice)
    room.hands.wait(lambda: room.hands.field(asked, "Name").text() == "Dr Aigul Serik")
    room.hands.press("Return")
    assert dialog(room, MergeDialog).windowTitle() == "Merge two persons"
    room.hands.press("Esc")


def test_duplicates_of_a_case_are_listed_and_compared(room: Room, twin: str) -> None:
    room.press("Alt+3")
    room.desk.actions.perform("list.duplicates")
    found = dialog(room, DuplicatesDialog)
    (table,) = found.findChildren(QTableView)
    room.hands.wait(lambda: table.model().rowCount() == 1)
    assert {table.model().index(0, column).data() for column in (0, 1)} == {"Dr Aigul Serik", "Айгуль Серік"}
    room.hands.click(found, "Compare the two")
    made = dialog(room, MergeDialog)
    room.hands.press("Ctrl+Return")
    room.hands.wait_gone(made)
    room.hands.wait(lambda: table.model().rowCount() == 0)
    assert room.hands.can_read(found, "Nobody seems to be on record twice.")
    found.close()


def test_the_warning_while_a_name_is_corrected_leads_to_the_merge(room: Room, facts: Facts, twin: str) -> None:
    room.press("Alt+3")
    room.stand_on("Persons", room.column("Persons", 0).index("Kalas Nurpeisov"))
    room.press("F2")
    editor = room.editor()
    room.hands.press("Ctrl+A")
    room.hands.type("Aigul Serik")
    room.hands.wait(lambda: room.hands.can_press(editor, "Save and merge…"))
    room.hands.click(editor, "Save and merge…")
    assert dialog(room, MergeDialog).windowTitle() == "Merge two persons"
    assert "Aigul Serik" in [name.text for name in room.person(facts.kalas).names]
    room.hands.press("Esc")
