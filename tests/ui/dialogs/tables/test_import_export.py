"""A table is brought in and a list is written through the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QToolButton

from db.queries.case_files import case_file
from db.queries.settled import views
from db.rows import ConsentRow
from desktop.documents.sheets.opening import read_table
from desktop.logic import when
from desktop.operations.records import save_record
from desktop.ui.dialogs.grid.fault_list import FaultList
from desktop.ui.dialogs.tables.export_dialog import TableExportDialog
from desktop.ui.dialogs.tables.import_dialog import TableImportDialog
from desktop.ui.dialogs.tables.kept_maps import MapTitleDialog
from tests.ui.casework import Room
from tests.ui.dialogs.tables.sheets import choose_file, events, faults, shown, stand

TABLE = (
    "Kind;When;Что было;Participants: Victim\ncomplaint;2022-02-01;First;\nжалоба;2022-13-01;Second;Калас Нурпеисов\n"
)


@pytest.fixture
def bringing(room: Room, tmp_path: Path) -> TableImportDialog:
    """The import of a table with a fault in B3 and a column whose title says nothing."""
    path = tmp_path / "complaints.csv"
    path.write_text(TABLE, encoding="cp1251")
    room.front()
    room.desk.actions.perform("table.import")
    choose_file(room, path)
    dialog = shown(room, TableImportDialog)
    room.hands.wait(dialog.model.rowCount)
    room.idle()
    return dialog


def header(dialog: TableImportDialog, column: int) -> str:
    return dialog.model.headerData(column, Qt.Orientation.Horizontal)


def test_columns_are_guessed_and_the_others_are_asked_for(room: Room, bringing: TableImportDialog) -> None:
    assert [header(bringing, place).split("→ ")[1] for place in range(4)] == [
        "Kind", "When", "—", "Participants: Victim",
    ]  # fmt: skip

    stand(bringing, room, 0, 2)
    bringing._meanings._means.setFocus()
    room.hands.type("Title")
    room.hands.press("Return")

    assert header(bringing, 2) == "Что было\n→ Title"


def test_a_fault_is_told_at_its_cell_corrected_there_and_the_table_comes_in(
    room: Room, bringing: TableImportDialog
) -> None:
    before = len(events(room))
    room.hands.click(bringing, "Import")
    room.hands.wait(bringing.faults.count)
    assert faults(bringing)[0].startswith("B3, When: ")
    assert len(events(room)) == before

    bringing.faults.setCurrentRow(0)
    index = bringing.view.currentIndex()
    assert (index.row(), index.column()) == (1, 1)
    assert bringing.model.data(index, Qt.ItemDataRole.ToolTipRole)
    bringing.view.setFocus()
    room.hands.type("2022-03-01")
    room.hands.press("Return")
    room.hands.wait(lambda: bringing.model.cells.lines[1][1] == "2022-03-01")
    room.hands.click(bringing, "Import")
    room.hands.wait_gone(bringing)

    assert len(events(room)) == before + 2


def test_a_check_changes_nothing_and_says_what_would_come(room: Room, bringing: TableImportDialog) -> None:
    before = (room.vault.folder / "vault.db").read_bytes()

    room.hands.click(bringing, "Check")
    room.hands.wait(bringing.faults.count)

    assert (room.vault.folder / "vault.db").read_bytes() == before
    assert isinstance(room.hands.focus(), FaultList)


def test_a_column_without_a_meaning_is_told_until_it_is_left_out(room: Room, bringing: TableImportDialog) -> None:
    stand(bringing, room, 1, 1)
    room.hands.type("2022-03-01")
    room.hands.press("Return")
    room.hands.wait(lambda: bringing.model.cells.lines[1][1] == "2022-03-01")
    bringing.creates.setChecked(True)
    room.hands.click(bringing, "Check")
    room.hands.wait(bringing.faults.count)
    assert faults(bringing) == ["C1, Что было: The column “Что было” has no meaning here and is not imported."]

    stand(bringing, room, 0, 2)
    bringing._meanings._means.setFocus()
    room.hands.type("Leave this")
    room.hands.press("Return")
    assert header(bringing, 2) == "Что было\n→ left out"
    room.hands.click(bringing, "Check")
    room.hands.wait(lambda: not bringing.faults.count())


def test_a_map_is_kept_under_a_name_and_offered_again(room: Room, bringing: TableImportDialog) -> None:
    room.hands.click(bringing, "Keep this map…")
    asked = next(one for one in bringing.findChildren(MapTitleDialog) if one.isVisible())
    room.hands.wait(asked.isActiveWindow)
    room.hands.type("Complaints")
    room.hands.press("Return")
    room.hands.wait_gone(asked)
    room.idle()

    with room.vault.read() as session:
        (kept,) = views(session, "map:events")
    assert (kept.title, kept.body["columns"]["When"]) == ("Complaints", "when")

    offered = next(one for one in bringing.findChildren(QComboBox) if one.accessibleName() == "Kept map")
    offered.setFocus()
    room.hands.press("Down", offered)
    drop = next(one for one in bringing.findChildren(QToolButton) if one.accessibleName() == "Remove this map")
    QTest.mouseClick(drop, Qt.MouseButton.LeftButton)
    room.idle()
    with room.vault.read() as session:
        assert views(session, "map:events") == []


def test_a_file_that_is_no_table_is_told_and_the_window_closes(room: Room, tmp_path: Path) -> None:
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    room.front()
    room.desk.actions.perform("table.import")

    choose_file(room, tmp_path / "old.xls")
    dialog = shown(room, TableImportDialog)
    room.hands.wait_gone(dialog)
    room.idle()


def test_a_list_is_written_with_the_columns_that_hold_something(room: Room, tmp_path: Path) -> None:
    room.front()
    room.desk.actions.perform("table.export")
    dialog = shown(room, TableExportDialog)
    room.hands.wait(lambda: room.hands.can_press(dialog, "Choose where…"))

    room.hands.click(dialog, "Choose where…")
    room.hands.wait(lambda: dialog.findChildren(QFileDialog))
    asked = dialog.findChildren(QFileDialog)[0]
    asked.filesSelected.emit([str(tmp_path / "events.xlsx")])
    asked.close()
    room.hands.wait_gone(dialog)

    table = read_table(tmp_path / "events.xlsx")
    assert len(table.lines) == 3
    assert "Detained at the airport" in table.lines[1].cells


def test_plain_names_come_with_a_warning(room: Room) -> None:
    room.front()
    room.desk.actions.perform("table.export")
    dialog = shown(room, TableExportDialog)
    room.idle()
    assert not room.hands.can_read(dialog, "learns who they are")

    dialog._plain.setFocus()
    room.hands.press("Space")

    assert room.hands.can_read(dialog, "learns who they are")


def test_a_corrected_list_shows_what_it_changes_and_changes_it(room: Room, tmp_path: Path) -> None:
    row = next(event for event in events(room) if event.title)
    (tmp_path / "back.csv").write_text(f"Record id,title\n{row.id},Corrected\n", encoding="utf-8")
    room.front()
    room.desk.actions.perform("table.import")
    choose_file(room, tmp_path / "back.csv")
    dialog = shown(room, TableImportDialog)
    room.hands.wait(dialog.model.rowCount)
    room.idle()

    room.hands.click(dialog, "Check")
    room.hands.wait(dialog.faults.count)
    assert dialog.faults.item(0).text().endswith(f"Title: {row.title} → Corrected")
    assert "Changed: 1." in dialog.banner.text()

    room.hands.click(dialog, "Import")
    room.hands.wait_gone(dialog)
    assert "Corrected" in [event.title for event in events(room)]


def test_for_a_purpose_plain_names_are_no_choice_and_withdrawn_consent_is_told(room: Room, tmp_path: Path) -> None:
    with room.vault.read() as session:
        (person, *_rest) = case_file(session, room.case).persons
    save_record(room.vault, ConsentRow("", room.case, person.id, "court", withdrawn=when.parse("2022", "Asia/Almaty")))
    room.front()
    room.desk.actions.perform("table.export")
    dialog = shown(room, TableExportDialog)
    room.hands.wait(lambda: room.hands.can_press(dialog, "Choose where…"))
    dialog._purpose.setFocus()
    room.hands.press("Down")
    room.hands.wait(lambda: not dialog._plain.isEnabled())

    room.hands.click(dialog, "Choose where…")
    room.hands.wait(lambda: dialog.findChildren(QFileDialog))
    asked = dialog.findChildren(QFileDialog)[0]
    asked.filesSelected.emit([str(tmp_path / "events.csv")])
    asked.close()
    room.hands.wait_gone(dialog)

    assert person.names[0].text not in (tmp_path / "events.csv").read_text("utf-8-sig")
