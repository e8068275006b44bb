"""One line becomes a draft in the editor, and an event only when it is saved."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.dialogs.confirm import Confirm
from tests.ui.casework import Facts, Room

LINE = "06.01.2022 09:30 доставлен, Аэропорт, Калас Нурпейсов"


@pytest.fixture
def typed(room: Room) -> Room:
    """A line typed and entered."""
    room.press("Ctrl+J")
    room.hands.type(LINE)
    room.hands.press("Return")
    return room


def test_a_line_opens_the_editor_with_every_part_in_its_field(typed: Room, facts: Facts) -> None:
    editor = typed.editor()
    values, faults = editor.form.values()

    assert faults == []
    assert values["kind"] == "delivery"
    assert values["when"].edtf == "2022-01-06T09:30"
    assert values["place"].id == facts.airport
    assert values["title"] == "Доставлен, Калас Нурпейсов"


def test_saving_it_shows_the_event_and_frees_the_line(typed: Room) -> None:
    typed.save()

    assert "Доставлен" in typed.sheet().toPlainText()
    assert "Kalas Nurpeisov · Detainee" in typed.sheet().toPlainText()
    assert typed.hands.field(typed.window, "New event in one line").text() == ""
    assert typed.column("Events", 0)[2] == "06.01.2022 09:30"


def test_nothing_is_saved_before_that_and_esc_asks_first(typed: Room) -> None:
    editor = typed.editor()
    typed.hands.press("Esc")
    typed.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), Confirm))
    typed.hands.click(editor, "Discard changes")
    typed.hands.wait_gone(editor)
    typed.idle()

    assert len(typed.column("Events", 0)) == 3
    assert typed.hands.field(typed.window, "New event in one line").text() == LINE


def test_an_empty_line_opens_an_empty_editor(room: Room) -> None:
    room.press("Ctrl+J")
    room.hands.press("Return")
    editor = room.editor()

    assert not editor.is_changed()
    assert room.hands.focus().accessibleName() == "Kind"
