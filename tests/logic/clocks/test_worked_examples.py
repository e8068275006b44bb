"""The worked examples of the reference."""

from desktop.logic import when
from desktop.logic.clocks import steps
from tests.clock_stories import ALMATY, case, clock, due, event, moment, stands, step

NIGHT = event("detention", "2026-03-05T22:40")


def test_a_record_of_detention_is_due_three_hours_after_restraint() -> None:
    assert due(clock(case(NIGHT), "KZ-D02")) == "2026-03-06T01:40"


def test_forty_eight_hours_count_to_the_minute() -> None:
    assert due(clock(case(NIGHT), "KZ-D08")) == "2026-03-07T22:40"


def test_seventy_two_hours_end_on_a_sunday_and_a_holiday_and_do_not_roll() -> None:
    ground = event("detention", "2026-03-05T22:40", exception_ground="mass-riots")
    assert due(clock(case(ground), "KZ-D10")) == "2026-03-08T22:40"


def test_the_prosecutors_motion_comes_eight_hours_before_the_end() -> None:
    assert due(clock(case(NIGHT), "KZ-D11")) == "2026-03-07T14:40"


def test_an_appeal_of_three_day_periods_from_a_friday_before_nauryz_ends_on_thursday() -> None:
    one = clock(case(event("custody-order", "2026-03-20")), "KZ-A01")
    assert due(one) == "2026-03-26 24:00"
    assert step(one, steps.Rolled).day.isoformat() == "2026-03-23"


def test_two_months_from_new_years_eve_end_on_the_last_of_february_with_a_warning() -> None:
    one = clock(case(event("custody", "2025-12-31")), "KZ-C01")
    assert due(one) == "2026-02-28 24:00"
    assert step(one, steps.Clamped).day == 31
    assert step(one, steps.MonthsDiffer).other.isoformat() == "2026-02-27"


def test_almaty_kept_six_hours_until_march_2024_and_five_since() -> None:
    moments = (moment("2022-01-06T14:00"), moment("2024-06-06T14:00"))
    assert [when.to_local(one, ALMATY)[-6:] for one in moments] == ["+06:00", "+05:00"]


def test_silence_of_a_prosecutor_lapses_after_fifteen_day_periods_and_opens_the_court_for_fifteen() -> None:
    one = clock(case(event("complaint", "2026-06-01", addressee="Прокурор города")), "KZ-K04", now="2026-06-20")
    lapse = step(one, steps.Lapsed)
    assert when.to_local(lapse.span.latest, ALMATY)[:10] == "2026-06-16"
    assert (due(one), stands(one)) == ("2026-07-01 24:00", "open")
