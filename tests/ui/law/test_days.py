"""Days off in the window: read by year, set, changed and taken back."""

from PySide6.QtWidgets import QTabBar

from db.queries.settled import calendar_days
from db.rows import CalendarDayRow
from tests.ui.casework import Room


def days(room: Room) -> None:
    """Go to the days off."""
    room.press("Ctrl+6")
    bar = next(one for one in room.window.findChildren(QTabBar) if one.isVisible() and one.accessibleName() == "Law")
    bar.setFocus()
    room.press("Right")


def kept(room: Room) -> list[CalendarDayRow]:
    with room.vault.read() as session:
        return calendar_days(session)


def stand_on(room: Room, day: str) -> None:
    room.stand_on("Days off", room.column("Days off", 0).index(day))


def write(room: Room, name: str, text: str) -> None:
    room.hands.field(room.editor(), name).setFocus()
    room.hands.press("Ctrl+A")
    room.hands.type(text)


def test_the_days_of_this_year_are_listed_with_what_is_open_about_them(room: Room) -> None:
    days(room)
    assert "2026-03-25" in room.column("Days off", 0)
    sure = dict(zip(room.column("Days off", 0), room.column("Days off", 3), strict=True))
    assert (sure["2026-03-25"], sure["2026-05-27"]) == ("From the table", "Estimated")
    assert room.hands.can_read(room.window, "Moved days are not known to us.")


def test_a_day_is_set_with_its_source(room: Room) -> None:
    days(room)
    room.hands.click(room.window, "Set a day…")
    write(room, "Day", "2026-07-03")
    write(room, "Name", "Moved")
    write(room, "Source", "decree 1")
    room.save()
    assert [(row.calendar, row.day, row.is_working) for row in kept(room)] == [("kz", "2026-07-03", False)]
    assert "Set by you" in room.column("Days off", 3)


def test_an_estimated_day_is_confirmed_by_its_source(room: Room) -> None:
    days(room)
    stand_on(room, "2026-05-27")
    room.press("F2")
    write(room, "Source", "spiritual administration")
    room.save()
    assert [(row.day, row.title) for row in kept(room)] == [("2026-05-27", "First day of Kurban Ait")]


def test_a_day_without_a_source_is_refused(room: Room) -> None:
    days(room)
    stand_on(room, "2026-05-27")
    room.press("F2")
    editor = room.editor()
    room.hands.press("Ctrl+Return")
    room.idle()
    assert room.hands.can_read(editor, "Say where it is laid down.")
    editor.reject()
    room.idle()
    assert kept(room) == []


def test_a_day_taken_back_is_as_the_table_has_it(room: Room) -> None:
    days(room)
    stand_on(room, "2026-05-27")
    room.press("F2")
    write(room, "Source", "spiritual administration")
    room.save()
    stand_on(room, "2026-05-27")
    room.hands.click(room.window, "Take back")
    room.idle()
    assert kept(room) == []
    assert "Set by you" not in room.column("Days off", 3)
