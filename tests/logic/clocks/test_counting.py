"""Counting: units, the first hour or day, days off, zone changes, ends of months, and what no calendar has."""

from datetime import date

import pytest

from desktop.logic import when
from desktop.logic.clocks import Calendar, NoWorkingDay, TooFar, steps
from desktop.logic.clocks.counting import Terms, count_backward, count_forward
from desktop.logic.clocks.rule import Length, Roll, Unit
from tests.clock_stories import ALMATY, calendar, moment

ROME = "Europe/Rome"


def forward(
    quantity: int, unit: Unit, start: str, *, first: bool = False, roll: Roll = Roll.NONE, zone: str = ALMATY,
    table: Calendar | None = None,
) -> str:  # fmt: skip
    """The due of a term that starts then; its ``first`` hour or day is left out."""
    terms = Terms(Length(quantity, unit), first, roll, table or calendar())
    return told(count_forward(terms, moment(start, zone), zone)[0], zone)


def backward(quantity: int, unit: Unit, end: int, *, zone: str = ALMATY) -> str:
    return told(count_backward(Length(quantity, unit), end, zone, calendar())[0], zone)


def told(at: int, zone: str = ALMATY) -> str:
    local = when.to_local(at, zone)
    return f"{local[:10]} 24:00" if local[11:19] == "23:59:59" else local[:16]


def midnight(day: str) -> int:
    """The last second of a day in Almaty."""
    return moment(f"{day}T23:59") + 59


def test_hours_run_to_the_minute() -> None:
    assert forward(3, Unit.HOUR, "2026-03-05T22:41") == "2026-03-06T01:41"


def test_upk_48_2_the_hour_in_which_a_term_starts_is_left_out() -> None:
    assert forward(12, Unit.HOUR, "2026-03-05T15:20", first=True) == "2026-03-06T04:00"
    assert forward(12, Unit.HOUR, "2026-03-05T15:00", first=True) == "2026-03-06T04:00"


def test_hours_elapse_across_the_night_almaty_put_its_clocks_back() -> None:
    assert forward(48, Unit.HOUR, "2024-02-28T22:40") == "2024-03-01T21:40"


def test_the_change_of_the_clock_is_told() -> None:
    terms = Terms(Length(48, Unit.HOUR), exclude_first=False, roll=Roll.NONE, calendar=calendar())
    _, taken = count_forward(terms, moment("2024-02-28T22:40"), ALMATY)
    assert steps.ClockMoved(-3600) in taken


@pytest.mark.parametrize(("start", "due"), [
    ("2026-03-28T12:00", "2026-03-29T13:00"), ("2026-10-24T12:00", "2026-10-25T11:00"),
])  # fmt: skip
def test_hours_elapse_across_summer_time(start: str, due: str) -> None:
    assert forward(24, Unit.HOUR, start, zone=ROME) == due


def test_days_go_by_the_wall_clock_across_summer_time() -> None:
    assert forward(1, Unit.SUTKI, "2026-03-28T12:00", first=True, zone=ROME) == "2026-03-29 24:00"


def test_upk_48_2_the_day_in_which_a_term_starts_is_left_out() -> None:
    assert forward(3, Unit.SUTKI, "2026-03-02T09:00", first=True) == "2026-03-05 24:00"


def test_upk_48_5_of_liberty_the_first_day_counts() -> None:
    assert forward(10, Unit.SUTKI, "2026-03-02T23:50") == "2026-03-11 24:00"


def test_upk_48_3_days_off_are_counted() -> None:
    assert forward(5, Unit.CALENDAR_DAY, "2026-03-20", first=True) == "2026-03-25 24:00"


def test_a_working_day_that_was_swapped_with_a_weekend_is_worked() -> None:
    assert forward(1, Unit.WORKING_DAY, "2026-01-02", first=True) == "2026-01-04 24:00"


def test_working_days_may_count_the_first() -> None:
    assert forward(1, Unit.WORKING_DAY, "2026-03-02") == "2026-03-02 24:00"


@pytest.mark.parametrize(("start", "months", "due"), [
    ("2026-01-31", 1, "2026-02-28"), ("2023-12-31", 2, "2024-02-29"), ("2026-03-31", 1, "2026-04-30"),
    ("2026-11-05", 2, "2027-01-05"),
])  # fmt: skip
def test_upk_48_4_a_month_ends_on_its_number_or_on_its_last_day(start: str, months: int, due: str) -> None:
    assert forward(months, Unit.MONTH, start, first=True) == f"{due} 24:00"


def test_a_year_from_the_leap_day_ends_on_the_last_of_february() -> None:
    assert forward(1, Unit.YEAR, "2024-02-29", first=True) == "2025-02-28 24:00"


def test_upk_48_4_a_last_day_off_rolls_on_to_a_working_one() -> None:
    assert forward(1, Unit.SUTKI, "2026-03-20", first=True, roll=Roll.NEXT_WORKING_DAY) == "2026-03-26 24:00"


def test_a_last_day_that_is_worked_stays() -> None:
    assert forward(1, Unit.SUTKI, "2026-03-02", first=True, roll=Roll.NEXT_WORKING_DAY) == "2026-03-03 24:00"


def test_an_estimated_day_off_is_told_where_it_bears_on_the_count() -> None:
    terms = Terms(Length(1, Unit.SUTKI), exclude_first=True, roll=Roll.NEXT_WORKING_DAY, calendar=calendar())
    due, taken = count_forward(terms, moment("2026-05-26"), ALMATY)
    assert (told(due), steps.Estimated(date(2026, 5, 27)) in taken) == ("2026-05-28 24:00", True)


def test_a_year_without_a_table_is_told() -> None:
    terms = Terms(Length(5, Unit.WORKING_DAY), exclude_first=True, roll=Roll.NONE, calendar=calendar())
    _, taken = count_forward(terms, moment("2031-05-26"), ALMATY)
    assert steps.Uncovered("kz", 2031) in taken


def test_at_once_is_the_moment_itself() -> None:
    assert forward(0, Unit.IMMEDIATE, "2026-03-05T22:40") == "2026-03-05T22:40"


def test_at_once_may_have_an_outer_limit_in_hours() -> None:
    assert forward(12, Unit.IMMEDIATE, "2026-03-05T22:40") == "2026-03-06T10:40"


def test_hours_before_an_end() -> None:
    assert backward(8, Unit.HOUR, moment("2026-03-07T22:40")) == "2026-03-07T14:40"


def test_days_before_the_end_of_a_day_are_whole_days() -> None:
    assert backward(10, Unit.SUTKI, midnight("2026-03-05")) == "2026-02-23 24:00"


def test_days_before_a_moment_keep_its_hour() -> None:
    assert backward(1, Unit.SUTKI, moment("2026-03-05T10:00")) == "2026-03-04T10:00"


def test_a_day_before_an_hour_that_came_twice_takes_the_earlier() -> None:
    assert backward(1, Unit.SUTKI, moment("2024-03-01T23:30")) == "2024-02-29T23:30"


def test_months_before_an_end() -> None:
    assert backward(1, Unit.MONTH, midnight("2026-03-31")) == "2026-02-28 24:00"


def test_working_days_before_an_end_leave_so_many_after() -> None:
    assert backward(2, Unit.WORKING_DAY, midnight("2026-03-26")) == "2026-03-19 24:00"


@pytest.mark.parametrize("unit", [Unit.SUTKI, Unit.MONTH, Unit.YEAR, Unit.HOUR])
def test_a_count_that_leaves_the_calendar_is_refused(unit: Unit) -> None:
    with pytest.raises(TooFar):
        forward(10**9, unit, "2026-03-05T22:40", first=True)
    with pytest.raises(TooFar):
        backward(10**9, unit, moment("2026-03-05T22:40"))


def test_a_count_beyond_the_years_the_record_keeps_is_refused() -> None:
    with pytest.raises(TooFar):
        forward(2_600_000, Unit.SUTKI, "2026-03-05", first=True)


def test_a_calendar_without_a_working_day_is_refused() -> None:
    idle = Calendar("idle", weekend=frozenset(range(7)))
    with pytest.raises(NoWorkingDay) as refused:
        forward(1, Unit.WORKING_DAY, "2026-03-05", table=idle)
    assert refused.value.calendar == "idle"
    with pytest.raises(NoWorkingDay):
        count_backward(Length(1, Unit.WORKING_DAY), midnight("2026-03-05"), ALMATY, idle)


def test_no_such_zone_is_refused() -> None:
    terms = Terms(Length(3, Unit.HOUR), exclude_first=False, roll=Roll.NONE, calendar=calendar())
    with pytest.raises(when.WhenUnreadable):
        count_forward(terms, 0, "Asia/Nowhere")
