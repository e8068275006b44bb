"""Days off: the reviewed tables are sound, say what is uncertain, and agree with the ``holidays`` package."""

import re
from datetime import date, timedelta
from itertools import pairwise

import holidays
import pytest

from desktop.logic.clocks.calendar import Calendar
from resources.calendars import Day, generated_days, read_calendar, shipped_calendars
from resources.rules import Fault
from resources.rules.shape import LANGUAGES

KZ = shipped_calendars().tables["kz"]
YEARS = range(2019, 2028)
WEEKEND = (5, 6)
# Where our table says otherwise than the package, and why; (day, what we say).
DIFFERENCES = {("2027-03-15", "estimated"): "Constitution Day in March is nowhere but in the package: not confirmed."}
TABLE = """
[[name]]
id = "one"
label = { en = "One", ru = "Один", kk = "Бір" }

[[year]]
year = 2026
source = "a decree"
days = [{ day = "2026-01-01", name = "one" }, { day = "2026-01-02", name = "one" }]
"""


def as_calendar(days: tuple[Day, ...]) -> Calendar:
    return Calendar(
        "kz",
        frozenset(date.fromisoformat(day.day) for day in days if not day.is_working),
        frozenset(date.fromisoformat(day.day) for day in days if day.is_working),
    )


def of_package() -> dict[date, str]:
    return dict(holidays.country_holidays("KZ", years=YEARS, language="en_US"))


def worked_by_package() -> set[date]:
    swaps = [re.search(r"(\d\d)/(\d\d)/(\d{4})", name) for name in of_package().values() if "substituted" in name]
    return {date(int(found[3]), int(found[1]), int(found[2])) for found in swaps if found}


def test_the_shipped_tables_are_sound() -> None:
    assert shipped_calendars().faults == ()


def test_kazakhstan_is_reviewed_from_2019_to_2027_each_year_with_its_source() -> None:
    assert [year.year for year in KZ.years] == list(YEARS)
    assert all("adilet.zan.kz" in year.source for year in KZ.years)


def test_every_day_is_named_in_three_languages() -> None:
    assert all(set(day.labels) == set(LANGUAGES) for day in KZ.days)


def test_the_same_days_are_off_as_in_the_package() -> None:
    ours = {date.fromisoformat(day.day) for day in KZ.days if not day.is_working}
    assert ours ^ set(of_package()) == set()


def test_the_same_days_of_weekends_are_worked_as_in_the_package() -> None:
    assert {date.fromisoformat(day.day) for day in KZ.days if day.is_working} == worked_by_package()


def test_the_same_days_are_estimated_as_in_the_package_but_for_those_listed() -> None:
    theirs = {(day.isoformat(), "estimated") for day, name in of_package().items() if "estimated" in name}
    ours = {(day.day, "estimated") for day in KZ.days if day.is_estimated}
    assert ours ^ theirs == set(DIFFERENCES)


def test_kurban_ait_is_estimated_until_somebody_confirms_it() -> None:
    aits = {day.day: day.is_estimated for day in KZ.days if day.labels["en"].endswith("Kurban Ait")}
    assert aits["2025-06-06"] is False
    assert (aits["2026-05-27"], aits["2027-05-16"]) == (True, True)


def test_a_holiday_on_a_weekend_shifts_to_a_working_day_unless_it_is_christmas_or_kurban_ait() -> None:
    for day in KZ.days:
        on = date.fromisoformat(day.day)
        stands_still = day.labels["en"] in {"Orthodox Christmas", "First day of Kurban Ait"}
        if on.weekday() in WEEKEND and not day.is_working and not stands_still and not day.of:
            shifted = [other for other in KZ.days if other.of == day.day]
            # 9 May 2020: its Monday was swapped for Friday the 8th, so it was worked.
            assert shifted or day.day == "2020-05-09", day.day


def test_a_swapped_day_and_its_day_of_work_name_one_another() -> None:
    moved = {(day.day, day.of) for day in KZ.days if day.labels["en"].startswith("Day off moved")}
    worked = {(day.of, day.day) for day in KZ.days if day.is_working}
    assert moved == worked != set()


def test_years_whose_moved_days_are_unknown_say_so() -> None:
    assert {year.year for year in KZ.years if year.note} == {2026, 2027}


def test_an_appeal_of_three_day_periods_against_an_order_of_20_march_2026_is_due_on_the_26th() -> None:
    ends = date(2026, 3, 20) + timedelta(days=3)
    assert as_calendar(KZ.days).next_working_day(ends) == date(2026, 3, 26)


def test_days_stand_in_order_and_once() -> None:
    assert all(one.day < other.day for one, other in pairwise(KZ.days))


@pytest.mark.parametrize("calendar", ["kz", "ru", "it", "kg"])
def test_other_years_and_countries_are_generated_and_marked_estimated(calendar: str) -> None:
    days = generated_days(calendar, 2030)
    assert days
    assert {(day.is_estimated, day.day[:4]) for day in days} == {(True, "2030")}


@pytest.mark.parametrize(("calendar", "year"), [("xx", 2026), ("kz", 1800), ("kz", 9999)])
def test_what_the_package_does_not_know_has_no_days(calendar: str, year: int) -> None:
    assert generated_days(calendar, year) == ()


@pytest.mark.parametrize(
    ("old", "new", "key", "what"),
    [
        ('"2026-01-02"', '"2026-02-30"', "year[0].days[1].day", "form"),
        ('"2026-01-02"', '"2025-01-02"', "year[0].days[1].day", "order"),
        ('"2026-01-02"', '"2026-01-01"', "year[0].days[1].day", "duplicate"),
        ('"2026-01-02", name = "one"', '"2026-01-02", name = "two"', "year[0].days[1].name", "unknown-term"),
        ('"2026-01-02", name', '"2026-01-02", of = 1, name', "year[0].days[1].of", "type"),
        ('"2026-01-02", name', '"2026-01-02", estimate = true, name', "year[0].days[1].estimate", "unknown-key"),
    ],
)
def test_a_wrong_day_is_told_and_the_others_stay(old: str, new: str, key: str, what: str) -> None:
    table, faults = read_calendar("xx.toml", TABLE.replace(old, new))
    assert Fault("xx.toml", "", key, what) in faults
    assert [day.day for day in table.days] == ["2026-01-01"]


@pytest.mark.parametrize(
    ("old", "new", "key", "what"),
    [
        ("[[year]]", "[[year", "line 6", "syntax"),
        (', kk = "Бір"', "", "name[0].label.kk", "missing"),
        ('source = "a decree"', "", "year[0].source", "missing"),
        ("[[year]]", "[[years]]", "years", "unknown-key"),
        (TABLE, "name = 1\nyear = 2", "name", "type"),
    ],
)
def test_a_year_or_file_that_is_wrong_is_told(old: str, new: str, key: str, what: str) -> None:
    table, faults = read_calendar("xx.toml", TABLE.replace(old, new))
    assert Fault("xx.toml", "", key, what) in faults
    assert table.days == ()
