"""Injuries are marked from the sheet of a person or an event, with real keys, and seen on the chart over time."""

from typing import Any

from PySide6.QtWidgets import QApplication

from db.queries import injuries
from db.rows import InjuryRow
from db.vault import Vault
from desktop.logic import when
from desktop.operations.history import undo_last
from desktop.operations.records import save_record
from desktop.ui.body.board import InjuryBoard
from desktop.ui.dialogs.editors.injury import InjuryEditor
from tests.ui.casework import ALMATY, Facts, Room, unnamed


def hurt(vault: Vault, facts: Facts, edtf: str, **parts: Any) -> str:
    """An injury of the detained."""
    row = InjuryRow("", facts.case, facts.kalas, facts.detention, observed=when.parse(edtf, ALMATY), **parts)
    return save_record(vault, row).result


def kept(vault: Vault, facts: Facts) -> list[InjuryRow]:
    """The injuries as they stand in the vault."""
    with vault.read() as session:
        return [line.injury for line in injuries.of_person(session, facts.kalas)]


def open_injury_editor(room: Room) -> InjuryEditor:
    """The editor of a new injury in the event that is shown."""
    room.press("Alt+2")
    room.stand_on("Events", 1)
    room.follow("Add an injury")
    editor = room.editor()
    assert isinstance(editor, InjuryEditor)
    return editor


def board(room: Room) -> InjuryBoard:
    """The charts over the window."""
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), InjuryBoard))
    room.idle()
    found = QApplication.activeModalWidget()
    assert isinstance(found, InjuryBoard)
    room.hands.wait(found.isActiveWindow)
    return found


def test_an_injury_is_marked_with_the_keyboard_and_its_region_guessed(room: Room, vault: Vault, facts: Facts) -> None:
    editor = open_injury_editor(room)
    assert unnamed(editor) == []
    room.hands.field(editor, "Person").setFocus()
    room.pick("Kalas")
    editor.panel.chart.setFocus()
    for _step in range(20):
        room.hands.press("Right")
    room.press("Return")
    assert room.hands.can_read(editor, "Body, front · Chest, left")
    room.hands.field(editor, "Type of injury").setFocus()
    room.hands.type("bruise")
    room.hands.press("Return")
    room.hands.field(editor, "Size").setFocus()
    room.hands.type("4 × 2 cm")
    room.save()

    [row] = kept(vault, facts)
    assert (row.chart, row.region, row.side, row.type, row.size) == ("front", "chest", "left", "bruise", "4 × 2 cm")
    assert row.x is not None
    assert round(row.x, 2) == 0.61
    assert row.event_id == facts.detention
    assert "1 · Bruise, chest, left · Kalas Nurpeisov" in room.sheet().toPlainText()
    undo_last(vault)
    assert kept(vault, facts) == []


def test_a_region_somebody_wrote_is_not_guessed_over(room: Room) -> None:
    editor = open_injury_editor(room)
    room.hands.field(editor, "Region").setFocus()
    room.hands.type("Shoulder")
    room.hands.press("Return")
    room.hands.click_at(editor.panel.chart, editor.panel.chart.point(0.5, 0.42).toPoint())

    assert editor.form.input("region").raw() == "shoulder"
    room.hands.press("Esc")


def test_the_chart_shows_what_was_seen_on_a_day_with_numbers_that_stay(room: Room, vault: Vault, facts: Facts) -> None:
    first = hurt(vault, facts, "2022-01-09", chart="front", x=0.6, y=0.27, type="bruise", region="chest")
    second = hurt(vault, facts, "2022-01-12", chart="feet", x=0.3, y=0.75, type="swelling", region="sole")
    room.press("Alt+2")
    room.stand_on("Events", 1)
    room.follow("Body chart")
    shown = board(room)

    assert [mark.id for mark in shown.panel.chart.marks] == [first]
    shown.dates.setFocus()
    room.press("Down")
    room.press("Down")
    assert [shown.table.model().index(row, 0).data() for row in range(shown.table.model().rowCount())] == ["2"]
    shown.table.select([second])
    assert shown.panel.shown() == "feet"
    assert [(mark.number, mark.is_chosen) for mark in shown.panel.chart.marks] == [(2, True)]
    room.press("Esc")


def test_a_click_on_a_mark_goes_to_its_line(room: Room, vault: Vault, facts: Facts) -> None:
    ids = [hurt(vault, facts, "2022-01-09", chart="front", x=0.4, y=y, type="bruise") for y in (0.3, 0.7)]
    room.press("Alt+2")
    room.stand_on("Events", 1)
    room.follow("Body chart")
    shown = board(room)
    room.hands.click_at(shown.panel.chart, shown.panel.chart.point(0.4, 0.7).toPoint())

    assert shown.table.selected_ids() == [ids[1]]
    room.press("Esc")


def test_an_injury_without_a_source_says_so(room: Room, vault: Vault, facts: Facts) -> None:
    hurt(vault, facts, "2022-01-09", type="burn")
    room.press("Alt+2")
    room.stand_on("Events", 1)

    assert "no source" in room.sheet().toPlainText()
