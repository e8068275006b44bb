"""The case window: one header over its tabs, changed by keys; records lead to their tabs; undo is seen everywhere."""

from PySide6.QtWidgets import QTabBar

from db.rows import CaseRow
from db.types import Kind
from desktop.i18n import Language
from desktop.operations.cases import save_case
from desktop.operations.trash import trash_record
from desktop.ui.case_list.case_list import CaseList
from desktop.ui.case_window.tab_area import TabArea
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.language import speech
from tests.ui.casework import Facts, Room, unnamed


def bar(room: Room) -> QTabBar:
    """The tabs of the case."""
    bars = room.window.findChildren(QTabBar)
    return next(one for one in bars if one.isVisible() and one.accessibleName() == "Tabs of the case")


def shown(room: Room) -> str:
    """The tab in view."""
    return bar(room).tabText(bar(room).currentIndex())


def test_the_header_tells_title_reference_stage_and_how_much_is_on_file(room: Room) -> None:
    assert room.hands.can_read(room.window, "Аэропорт")
    line = "KZ-2022-01 · Trial at first instance · 3 events · 1 document · 2 persons"
    assert room.hands.can_read(room.window, line)


def test_tabs_are_changed_by_keys_round_and_round(room: Room) -> None:
    seen = [shown(room)]
    for _step in range(bar(room).count()):
        room.press("Ctrl+PgDown")
        seen.append(shown(room))
    room.press("Ctrl+PgUp")

    assert seen[:3] == ["Overview", "Timeline", "People"]
    assert seen[-1] == "Overview"
    assert shown(room) == seen[-2]


def test_alt_and_a_digit_go_to_a_tab(room: Room) -> None:
    room.press("Alt+3")
    assert shown(room) == "People"
    room.press("Alt+1")
    assert shown(room) == "Overview"


def test_a_tab_is_made_when_it_is_first_looked_at(room: Room) -> None:
    area = room.window.findChild(TabArea)
    assert isinstance(area, TabArea)
    assert len(area.tabs()) == 1
    room.press("Alt+2")
    room.press("Alt+1")
    room.press("Alt+2")

    assert len(area.tabs()) == 2


def test_a_person_in_an_event_leads_to_the_people_tab_and_back_to_the_event(room: Room) -> None:
    room.press("Alt+2")
    room.stand_on("Events", 1)
    room.follow("Kalas Nurpeisov")
    assert shown(room) == "People"
    assert "Kalas Nurpeisov" in room.sheet().toPlainText()

    room.follow("Detained at the airport")
    assert shown(room) == "Timeline"
    assert "Hospital letter" in room.sheet().toPlainText()


def test_undo_names_the_change_and_every_open_list_reads_again(room: Room, facts: Facts) -> None:
    room.press("Alt+2")
    room.stand_on("Events", 0)
    room.press("Del")
    assert room.column("Events", 2) == ["Detained at the airport", "Complaint of torture"]
    assert room.hands.can_read(room.window, "2 events")
    room.hands.wait(lambda: room.desk.actions.qt("edit.undo").text() == "&Undo: Move event to trash")

    room.press("Ctrl+Z")
    assert room.column("Events", 2)[0] == "Mass protest"
    room.hands.wait(lambda: room.hands.can_read(room.window, "3 events · "))
    room.press("Ctrl+Shift+Z")
    assert room.column("Events", 2)[0] == "Detained at the airport"


def test_a_case_that_goes_to_the_trash_closes_its_window(room: Room, facts: Facts) -> None:
    room.desk.perform(room.window, work(trash_record, room.vault, Kind.CASE, facts.case))

    room.hands.wait(lambda: isinstance(room.window.screens.shown(), CaseList))


def test_a_case_whose_making_is_undone_closes_its_window(room: Room) -> None:
    made: list[str] = []
    room.desk.perform(room.window, work(save_case, room.vault, CaseRow(id="", ref="NEW", title="New")), made.append)
    room.hands.wait(lambda: made)
    room.window.screens.open_case(made[0])
    room.idle()
    room.press("Ctrl+Z")

    room.hands.wait(lambda: isinstance(room.window.screens.shown(), CaseList))


def test_everything_speaks_another_language_at_once(room: Room) -> None:
    room.press("Alt+2")
    speech().switch(Language.RUSSIAN)
    room.idle()

    assert bar_texts(room)[1] == "Хронология"
    assert room.hands.can_read(room.window, "3 события")


def bar_texts(room: Room) -> list[str]:
    """The titles of the tabs, whatever the bar is called now."""
    found = max(room.window.findChildren(QTabBar), key=QTabBar.count)
    return [found.tabText(place) for place in range(found.count())]


def test_every_field_and_list_has_a_name_for_screen_readers(room: Room) -> None:
    nameless: list[str] = []
    for keys in ("Alt+1", "Alt+2", "Alt+3"):
        room.press(keys)
        nameless += unnamed(room.window)

    assert nameless == []


def test_the_case_is_edited_from_anywhere(room: Room, facts: Facts) -> None:
    room.press("Alt+3")
    room.press("Shift+F2")
    editor = room.editor()
    room.hands.field(editor, "Title").setFocus()
    room.hands.press("Ctrl+A")
    room.hands.type("Аэропорт Алматы")
    room.save()

    room.hands.wait(lambda: room.hands.can_read(room.window, "Аэропорт Алматы"))
