"""What is certain stays so when more becomes known."""

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from db.types import When
from desktop.logic.clocks import Deadline, Facts, clocks_of
from desktop.logic.clocks.rule import Act, Bound, Conditions, Direction, Length, Roll, Rule, Trigger, Unit
from tests.clock_stories import ALMATY, calendar, case, event, moment, rule

HOUR = 3600
START = moment("2024-02-26")  # a few days before Almaty put its clocks back
NOW = START + 4000 * HOUR

RULES = (
    rule(3, id="XX-1", act=Act(kinds=("detention-protocol",), fields=("protocol_at",), closing=("release",))),
    rule(2, Unit.SUTKI, id="XX-2", exclude_first=True, roll=Roll.NEXT_WORKING_DAY, act=Act(kinds=("release",))),
    rule(1, Unit.MONTH, id="XX-3", act=Act(kinds=("custody-order",), until=True, closing_until=True)),
    rule(48, id="XX-4", applies_if=Conditions(minor=True), act=Act(never={"acknowledged": (False,)})),
    rule(5, Unit.WORKING_DAY, id="XX-5", triggers=(Trigger(("detention",), after=Length(1, Unit.SUTKI)),),
         act=Act(kinds=("custody-order",))),
    rule(24, id="XX-6", bound=Bound.NOT_EARLIER, act=Act(kinds=("custody-order", "release"))),
    rule(3, id="XX-7", act=Act(kinds=("detention",), closing=("custody-order",))),
    rule(5, id="XX-8", act=Act(kinds=("detention-protocol",), closing=("release",), never={"acknowledged": (False,)})),
    rule(1, id="XX-9", triggers=(), before=("XX-1",), direction=Direction.BACKWARD, act=Act(kinds=("custody-order",))),
)  # fmt: skip


def during(first: int, last: int) -> When:
    """Some time between two hours after the start, both included."""
    return When("about then", ALMATY, START + first * HOUR, START + last * HOUR)


spans = st.tuples(st.integers(0, 1500), st.integers(0, 60)).map(lambda ends: (ends[0], ends[0] + ends[1]))
others = st.lists(
    st.tuples(st.sampled_from(["detention", "detention-protocol", "release", "custody-order"]), spans), max_size=5
)


@st.composite
def narrowed(draw: st.DrawFn) -> tuple[tuple[int, int], tuple[int, int]]:
    """A stretch, and a part of it."""
    first, last = draw(spans)
    inner = draw(st.integers(first, last))
    return (first, last), (inner, draw(st.integers(inner, last)))


def told(span: tuple[int, int], more: list[tuple[str, tuple[int, int]]], born: str) -> Facts:
    trigger = replace(event("detention", "2024-02-26", name="it", acknowledged=False), when=during(*span))
    rest = [
        replace(event(kind, "2024-02-26", name=f"e{number}"), when=during(*ends))
        for number, (kind, ends) in enumerate(more)
    ]
    return case(trigger, *rest, born=born)


def certain_breaches(facts: Facts, rules: tuple[Rule, ...] = RULES) -> set[str]:
    found: tuple[Deadline, ...] = clocks_of(facts, rules, {"kz": calendar()}, NOW).deadlines
    return {
        one.rule.id for one in found if one.event == "it" and (one.status, one.certainty) == ("breached", "certain")
    }


@settings(max_examples=200)
@example(((0, 1), (1, 1)), [("detention-protocol", (5, 5)), ("release", (0, 4))], "1990")
@example(((760, 820), (820, 820)), [("release", (760, 820)), ("custody-order", (900, 960))], "2006")
@given(narrowed(), others, st.sampled_from(["1990", "2010", "2006-03", "2006"]))
def test_no_certain_breach_disappears_when_an_uncertain_trigger_is_narrowed(
    spans: tuple[tuple[int, int], tuple[int, int]], more: list[tuple[str, tuple[int, int]]], born: str
) -> None:
    wide, narrow = (told(span, more, born) for span in spans)
    assert certain_breaches(wide) <= certain_breaches(narrow)


@given(spans, others)
def test_a_due_is_a_range_that_holds_the_due_of_every_possible_moment(
    span: tuple[int, int], more: list[tuple[str, tuple[int, int]]]
) -> None:
    whole = {one.rule.id: one for one in _of_it(told(span, more, "2010"))}
    exact = {one.rule.id: one for one in _of_it(told((span[1], span[1]), more, "2010"))}
    for name, one in exact.items():
        due, wide = one.due, whole[name].due
        assert due is not None
        assert wide is not None
        assert wide.earliest is not None
        assert wide.earliest <= (due.earliest or 0)
        assert wide.latest == due.latest


def _of_it(facts: Facts) -> list[Deadline]:
    return [one for one in clocks_of(facts, RULES, {}, NOW).deadlines if one.event == "it"]


@given(st.integers(0, 4000), st.integers(0, 200))
def test_hours_elapse_whatever_the_wall_clock_does(begin: int, quantity: int) -> None:
    one = _of_it(told((begin, begin), [], "1990"))
    limit = clocks_of(told((begin, begin), [], "1990"), [rule(quantity)], {}, NOW).deadlines[0]
    assert one
    assert limit.due == (START + (begin + quantity) * HOUR,) * 2
