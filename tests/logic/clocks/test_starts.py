"""What starts a clock: the version of the day, triggers, alternatives, silence."""

from datetime import date
from typing import Any

import pytest

from desktop.logic.clocks import Span
from desktop.logic.clocks.lawbook import holds_on
from desktop.logic.clocks.rule import Anchor, Length, Pick, Rule, Trigger, Unit
from tests.clock_stories import ALMATY, case, clock, clocks, due, event, keys, moment, rule, stands

TAKEN = event("detention", "2026-03-05T10:00")
SERVED = Trigger(("verdict",), Anchor.SERVED, field="served_at")
ANNOUNCED = Trigger(("verdict",), Anchor.ANNOUNCED)


def days(**told: Any) -> Rule:
    given: dict[str, Any] = {"quantity": 3, "unit": Unit.SUTKI, "exclude_first": True, **told}
    return rule(**given)


def test_the_version_in_force_at_the_trigger_decides() -> None:
    old = rule(72, version=1, valid_to=date(2026, 2, 28))
    new = rule(48, version=2, valid_from=date(2026, 3, 1))
    told = [clock(case(event("detention", day)), "XX-1", [old, new]) for day in ("2026-02-28", "2026-03-01")]
    assert [one.rule.version for one in told] == [1, 2]


def test_a_trigger_that_may_lie_on_either_side_of_a_change_runs_both_versions_possibly() -> None:
    old = rule(72, version=1, valid_to=date(2026, 2, 28))
    new = rule(48, version=2, valid_from=date(2026, 3, 1))
    facts = case(event("detention", "2026-02-28/2026-03-01"))
    assert [stands(one) for one in clocks(facts, [old, new]).deadlines] == ["possibly unproven"] * 2


def test_a_trigger_without_a_limit_is_held_against_the_days_of_the_law() -> None:
    until, since = rule(3, valid_to=date(2026, 3, 5)), rule(3, valid_from=date(2026, 3, 5))
    before, after = Span(None, moment("2026-03-05")), Span(moment("2026-03-05"), None)
    found = [holds_on(one, span, ALMATY) for one in (until, since) for span in (before, after)]
    assert found == [True, None, None, True]


def test_rules_of_other_jurisdictions_and_rules_switched_off_do_not_run() -> None:
    assert keys(case(TAKEN), [rule(3, jurisdiction="ru"), rule(3, is_on=False)]) == []


# What starts a clock


def test_an_event_without_a_time_starts_nothing() -> None:
    assert keys(case(event("detention", None)), [rule(3)]) == []


def test_a_trigger_may_ask_for_values_of_fields() -> None:
    asks = rule(3, triggers=(Trigger(("detention",), where={"acknowledged": (False,)}),))
    assert keys(case(TAKEN), [asks]) == []
    assert keys(case(event("detention", "2026-03-05", acknowledged=False)), [asks]) == ["XX-1"]


def test_a_trigger_may_ask_for_a_link_to_a_kind_of_event() -> None:
    asks = rule(3, triggers=(Trigger(("answer",), links=("answers",), linked_kinds=("complaint",)),))
    answer, filing = event("answer", "2026-03-06"), event("complaint", "2026-03-05")
    assert keys(case(answer, filing), [asks]) == []
    assert keys(case(answer, filing, links=[("answer", "answers", "complaint")]), [asks]) == ["XX-1"]
    motion = event("motion", "2026-03-05")
    assert keys(case(answer, motion, links=[("answer", "answers", "motion")]), [asks]) == []


def test_a_trigger_may_name_the_roles_whose_clock_it_is() -> None:
    asks = rule(3, triggers=(Trigger(("hearing",), roles=("witness",)),))
    heard = [event("hearing", "2026-03-05", role=role) for role in ("witness", "accused")]
    assert [clock(case(one), "XX-1", [asks]).person for one in heard] == ["p", None]


def test_a_filing_has_one_clock_whoever_signed_it() -> None:
    facts = case(event("complaint", "2026-03-05", people=()))
    assert clock(facts, "XX-1", [rule(3, triggers=(Trigger(("complaint",)),))]).person is None


def test_a_second_anchor_at_the_same_moment_says_nothing_new() -> None:
    both = rule(3, triggers=(Trigger(("detention",)), Trigger(("detention",), Anchor.RECORDED, field="recorded_at")))
    same, other = "2026-03-05T10:00", "2026-03-05T11:00"
    found = [clocks(case(event("detention", same, recorded_at=told)), [both]).deadlines for told in (same, other)]
    assert [[one.anchor.value for one in deadlines] for deadlines in found] == [["actual"], ["actual", "recorded"]]


def test_one_field_that_repeats_another_says_nothing_new() -> None:
    fields = rule(3, triggers=tuple(Trigger(("detention",), field=name) for name in ("recorded_at", "protocol_at")))
    facts = case(event("detention", "2026-03-05", recorded_at="2026-03-05T11:00", protocol_at="2026-03-05T11:00"))
    assert len(clocks(facts, [fields]).deadlines) == 1


@pytest.mark.parametrize(("pick", "expected"), [(Pick.FIRST, "2026-06-04 24:00"), (Pick.LAST, "2026-06-13 24:00")])
def test_of_alternative_moments_the_first_or_the_last_counts(pick: Pick, expected: str) -> None:
    facts = case(event("verdict", "2026-06-01", role="convicted", served_at="2026-06-10"))
    assert due(clock(facts, "XX-1", [days(pick=pick, triggers=(ANNOUNCED, SERVED))])) == expected


def test_alternatives_that_overlap_leave_a_range() -> None:
    facts = case(event("verdict", "2026-06-05", role="convicted", served_at="2026-06"))
    first, last = (
        clock(facts, "XX-1", [days(pick=pick, triggers=(ANNOUNCED, SERVED))]) for pick in (Pick.FIRST, Pick.LAST)
    )
    assert [due(first), due(last)] == ["2026-06-04 24:00 / 2026-06-08 24:00", "2026-06-08 24:00 / 2026-07-03 24:00"]


def test_an_alternative_without_a_limit_leaves_none() -> None:
    facts = case(event("verdict", "2026-06-05", role="convicted", served_at="2026-06-10/.."))
    assert due(clock(facts, "XX-1", [days(pick=Pick.LAST, triggers=(ANNOUNCED, SERVED))])) == "2026-06-13 24:00 / ?"


def test_silence_may_be_asked_for_without_a_stretch_of_it() -> None:
    silent = rule(3, triggers=(Trigger(("complaint",), unanswered=True),))
    filing, answer = event("complaint", "2026-03-05"), event("answer", "2026-03-06")
    assert keys(case(filing), [silent]) == ["XX-1"]
    assert keys(case(filing, answer, links=[("answer", "answers", "complaint")]), [silent]) == []


def test_an_answer_that_may_have_come_in_time_leaves_the_silence_open() -> None:
    silent = rule(3, triggers=(Trigger(("complaint",), after=Length(5, Unit.SUTKI), unanswered=True),))
    filing, answer = event("complaint", "2026-03-05"), event("answer", "2026-03")
    facts = case(filing, answer, links=[("answer", "answers", "complaint")])
    assert stands(clock(facts, "XX-1", [silent])) == "possibly unproven"
    undated = case(filing, event("answer", None), links=[("answer", "answers", "complaint")])
    assert stands(clock(undated, "XX-1", [silent])) == "possibly unproven"


def test_a_stretch_that_may_not_be_over_leaves_it_open() -> None:
    waits = days(triggers=(Trigger(("complaint",), after=Length(5, Unit.SUTKI)),))
    facts = case(event("complaint", "2026-03-05/2026-03-08"))
    assert stands(clock(facts, "XX-1", [waits], now="2026-03-12")) == "possibly open"
    open_end = case(event("complaint", "2026-03-05/.."))
    assert stands(clock(open_end, "XX-1", [waits])) == "possibly unproven"


def test_of_two_records_of_one_verdict_one_has_clocks_and_the_one_that_names_nobody_none() -> None:
    told = rule(3, triggers=(Trigger(("verdict",)),))
    events = [event("verdict", "2026-06-01", name=name) for name in ("whole", "his")]
    nobody = event("verdict", "2026-06-01", name="nobody", people=())
    links = [("his", "part-of", "whole"), ("nobody", "part-of", "whole")]
    found = clocks(case(*events, nobody, links=links), [told]).deadlines
    assert [(one.event, one.person) for one in found] == [("whole", "p")]
