"""Days off in a vault: the user's word stands over the table's, for the list and for the clocks."""

import json
from datetime import date
from pathlib import Path

import pytest

from db.queries.settled import calendar_days
from db.rows import CalendarDayRow
from db.vault import Vault
from desktop.errors import InputFaults
from desktop.logic.clocks.calendar import Calendar
from desktop.operations.calendars import (
    CalendarLine,
    calendar_lines,
    calendar_names,
    calendars_in_force,
    reviewed_years,
    set_day,
    withdraw_day,
)
from desktop.operations.exchange import export_case, import_case
from desktop.operations.history import undo_last
from tests.builders import new_vault

BRIDGE = CalendarDayRow("", "kz", "2026-07-03", is_working=False, title="Moved", source="a decree")


def kz(vault: Vault) -> Calendar:
    with vault.read() as session:
        return calendars_in_force(session, ["kz"])["kz"]


def line(vault: Vault, day: str, language: str = "en") -> CalendarLine | None:
    with vault.read() as session:
        lines = calendar_lines(session, "kz", int(day[:4]), language)
    return next((one for one in lines if one.day.isoformat() == day), None)


def test_the_calendars_of_all_regimes_are_there(vault: Vault) -> None:
    with vault.read() as session:
        assert set(calendars_in_force(session)) == set(calendar_names()) == {"kz", "ru", "it", "kg"}


def test_the_example_of_the_appeal_over_nauryz_comes_out(vault: Vault) -> None:
    assert kz(vault).next_working_day(date(2026, 3, 23)) == date(2026, 3, 26)


def test_a_day_of_a_weekend_that_was_worked_is_a_working_day(vault: Vault) -> None:
    assert kz(vault).is_working(date(2022, 3, 5))


def test_only_reviewed_years_are_covered_and_others_estimated(vault: Vault) -> None:
    calendar = kz(vault)
    assert calendar.years == frozenset(range(2019, 2028))
    assert date(2030, 3, 21) in calendar.holidays & calendar.estimated
    assert date(2026, 5, 27) in calendar.estimated


def test_a_day_the_user_makes_a_holiday_is_off_and_no_longer_estimated(vault: Vault) -> None:
    set_day(vault, BRIDGE)
    set_day(vault, CalendarDayRow("", "kz", "2026-05-27", is_working=False, source="a decree"))
    calendar = kz(vault)
    assert not calendar.is_working(date(2026, 7, 3))
    assert date(2026, 5, 27) not in calendar.estimated


def test_a_holiday_the_user_makes_a_working_day_is_worked(vault: Vault) -> None:
    set_day(vault, CalendarDayRow("", "kz", "2026-03-24", is_working=True, source="a decree"))
    assert kz(vault).next_working_day(date(2026, 3, 23)) == date(2026, 3, 24)


def test_a_day_set_again_replaces_what_was_said(vault: Vault) -> None:
    set_day(vault, BRIDGE)
    set_day(vault, CalendarDayRow("", "kz", "2026-07-03", is_working=True, source="another decree"))
    with vault.read() as session:
        assert [row.source for row in calendar_days(session)] == ["another decree"]


def test_a_day_moved_onto_another_replaces_it(vault: Vault) -> None:
    set_day(vault, BRIDGE)
    second = set_day(vault, CalendarDayRow("", "kz", "2026-07-10", is_working=False, source="a decree")).result
    set_day(vault, CalendarDayRow(second, "kz", "2026-07-03", is_working=False, source="a third"))
    with vault.read() as session:
        assert [(row.day, row.source) for row in calendar_days(session)] == [("2026-07-03", "a third")]


def test_a_day_taken_back_lets_the_table_speak_again(vault: Vault) -> None:
    withdraw_day(vault, set_day(vault, BRIDGE).result)
    assert kz(vault).is_working(date(2026, 7, 3))


def test_setting_a_day_is_undone(vault: Vault) -> None:
    set_day(vault, BRIDGE)
    undo_last(vault)
    assert kz(vault).is_working(date(2026, 7, 3))


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (CalendarDayRow("", "kz", "2026-02-30", is_working=False, source="a decree"), "day"),
        (CalendarDayRow("", "kz", "3 July", is_working=False, source="a decree"), "day"),
        (CalendarDayRow("", " ", "2026-07-03", is_working=False, source="a decree"), "calendar"),
        (CalendarDayRow("", "kz", "2026-07-03", is_working=False), "source"),
    ],
)
def test_a_day_needs_a_date_a_calendar_and_a_source(vault: Vault, row: CalendarDayRow, place: str) -> None:
    with pytest.raises(InputFaults) as refused:
        set_day(vault, row)
    assert [fault.place for fault in refused.value.faults] == [place]


def test_a_day_an_import_brought_broken_counts_for_nothing(vault: Vault) -> None:
    with vault.change("import") as change:
        change.put(CalendarDayRow("", "kz", "2026-02-30", is_working=False))
    assert kz(vault).is_working(date(2026, 2, 27))
    with vault.read() as session:
        assert all(one.own is None for one in calendar_lines(session, "kz", 2026))


def test_the_list_says_whose_word_a_day_is(vault: Vault) -> None:
    set_day(vault, BRIDGE)
    own, table, made = line(vault, "2026-07-03"), line(vault, "2026-03-24", "ru"), line(vault, "2030-03-21")
    assert own is not None
    assert table is not None
    assert made is not None
    assert (own.label, own.own is not None) == ("Moved", True)
    assert (table.label, table.is_generated, table.own) == ("Наурыз мейрамы", False, None)
    assert (made.is_generated, made.is_estimated) == (True, True)


def test_a_shifted_day_says_what_it_stands_for(vault: Vault) -> None:
    shifted = line(vault, "2026-03-24")
    assert shifted is not None
    assert shifted.of == date(2026, 3, 21)


def test_a_day_without_words_of_its_own_keeps_those_of_the_table(vault: Vault) -> None:
    set_day(vault, CalendarDayRow("", "kz", "2026-05-27", is_working=False, source="a decree"))
    ait = line(vault, "2026-05-27", "kk")
    assert ait is not None
    assert ait.label == "Құрбан айттың бірінші күні"


def test_what_is_open_about_a_year_is_said(vault: Vault) -> None:
    assert vault
    assert "30 August" in reviewed_years("kz")[2026]["en"]
    assert reviewed_years("it") == reviewed_years("xx") == {}


def test_days_travel_with_a_case(vault: Vault, case_id: str, tmp_path: Path) -> None:
    set_day(vault, BRIDGE)
    export_case(vault, case_id, tmp_path / "case.json")
    (day,) = json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))["calendar_days"]
    assert (day["calendar"], day["day"], day["is_working"]) == ("kz", "2026-07-03", False)
    (tmp_path / "other").mkdir()
    other = new_vault(tmp_path / "other")
    import_case(other, tmp_path / "case.json")
    assert kz(other) == kz(vault)
    other.close()
