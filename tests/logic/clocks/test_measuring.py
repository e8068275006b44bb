"""Counting from many moments says the same as counting each by itself, and steps are told only when they are read."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.logic.clocks import steps
from desktop.logic.clocks.counting import Terms, count_backward, count_forward
from desktop.logic.clocks.deadline import Trace
from desktop.logic.clocks.measuring import Measure
from desktop.logic.clocks.rule import Length, Roll, Unit
from desktop.logic.clocks.steps import Step
from desktop.logic.clocks.walls import day_at, into_the_hour
from desktop.logic.when import WhenUnreadable
from desktop.logic.when.zones import local_clock
from tests.clock_stories import ALMATY, calendar

ZONES = (ALMATY, "Europe/Rome", "America/St_Johns", "Asia/Kathmandu")  # the third changed its clocks at 00:01
COUNTED = [unit for unit in Unit if unit not in (Unit.NONE, Unit.CHECKLIST)]
moments = st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1)).map(  # noqa: DTZ001 - given its zone at once
    lambda clock: int(clock.replace(tzinfo=UTC).timestamp())
)
terms = st.builds(
    Terms, st.builds(Length, st.integers(0, 40), st.sampled_from(COUNTED)), st.booleans(), st.sampled_from(Roll),
    st.just(calendar()),
)  # fmt: skip


@settings(max_examples=200)
@given(moments, st.sampled_from(ZONES))
def test_the_day_and_the_hour_are_those_of_the_wall_clock(at: int, zone: str) -> None:
    local = local_clock(at, zone)
    assert (day_at(at, zone), into_the_hour(at, zone)) == (local.date(), local.minute * 60 + local.second)


@settings(max_examples=200)
@given(terms, st.lists(moments, min_size=1, max_size=3), st.sampled_from(ZONES))
def test_a_measure_counts_forward_as_one_count_does(given_terms: Terms, ats: list[int], zone: str) -> None:
    measure = Measure(given_terms, is_backward=False)
    for at in (*ats, *ats):
        assert measure.due(at, zone) == count_forward(given_terms, at, zone)[0]


@settings(max_examples=200)
@given(terms, st.lists(moments, min_size=1, max_size=3), st.sampled_from(ZONES))
def test_a_measure_counts_backward_as_one_count_does(given_terms: Terms, ats: list[int], zone: str) -> None:
    measure = Measure(given_terms, is_backward=True)
    closing = Measure(Terms(Length(0, Unit.SUTKI), exclude_first=True, roll=Roll.NONE, calendar=calendar()),
                      is_backward=False)  # fmt: skip
    for at in (*ats, *ats, *(closing.due(one, zone) for one in ats)):
        assert measure.due(at, zone) == count_backward(given_terms.length, at, zone, calendar())[0]


def test_a_measure_refuses_a_zone_there_is_not() -> None:
    three_hours = Terms(Length(3, Unit.HOUR), exclude_first=False, roll=Roll.NONE, calendar=calendar())
    with pytest.raises(WhenUnreadable):
        Measure(three_hours, is_backward=False).due(0, "Asia/Nowhere")


def test_steps_are_told_when_they_are_first_read_and_then_once() -> None:
    calls: list[int] = []

    def tell() -> tuple[Step, ...]:
        calls.append(1)
        return (steps.NothingShown(), steps.Assumed("adult"))

    trace = Trace(tell)
    assert not calls
    assert (len(trace), trace[0], list(trace[1:])) == (2, steps.NothingShown(), [steps.Assumed("adult")])
    assert calls == [1]


def test_steps_told_late_equal_the_same_steps() -> None:
    taken: tuple[Step, ...] = (steps.NothingShown(),)
    assert Trace(lambda: taken) == taken
    assert hash(Trace(lambda: taken)) == hash(taken)
