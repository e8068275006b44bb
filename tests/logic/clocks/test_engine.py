"""Rules counted from others, reminders, signatures."""

from datetime import date
from typing import Any

from desktop.logic import when
from desktop.logic.clocks import clocks_of, steps
from desktop.logic.clocks.rule import Conditions, Direction, Length, Rule, Trigger, Unit
from tests.clock_stories import ALMATY, calendar, case, clock, clocks, due, event, keys, moment, rule, stands, step

TAKEN = event("detention", "2026-03-05T10:00")


def days(**told: Any) -> Rule:
    given: dict[str, Any] = {"quantity": 3, "unit": Unit.SUTKI, "exclude_first": True, **told}
    return rule(**given)


def backward(name: str, *before: str, **told: Any) -> Rule:
    return rule(1, id=name, triggers=(), before=before, direction=Direction.BACKWARD, **told)


def test_a_rule_counts_back_from_the_due_of_another_and_from_what_an_order_made_of_it() -> None:
    ends = rule(48, override="ordered_until")
    facts = case(event("detention", "2026-03-05T10:00", ordered_until="2026-03-06T10:00"))
    one = clock(facts, "XX-2", [backward("XX-2", "XX-1"), ends])
    assert (due(one), step(one, steps.CountedFrom).rule) == ("2026-03-06T09:00", "XX-1")


def test_a_rule_may_count_on_from_the_due_of_another() -> None:
    on = rule(24, id="XX-2", triggers=(), before=("XX-1",))
    assert due(clock(case(TAKEN), "XX-2", [on, rule(3)])) == "2026-03-06T13:00"


def test_rules_counted_from_one_another_in_a_row_are_each_counted() -> None:
    row = [backward("XX-4", "XX-3"), backward("XX-3", "XX-2"), backward("XX-2", "XX-1"), rule(5)]
    assert due(clock(case(TAKEN), "XX-4", row)) == "2026-03-05T12:00"


def test_a_rule_that_hangs_on_two_waits_for_both() -> None:
    two = [backward("XX-4", "XX-2", "XX-3"), backward("XX-3", "XX-1"), backward("XX-2", "XX-1"), rule(5)]
    assert [due(one) for one in clocks(case(TAKEN), two).deadlines if one.rule.id == "XX-4"] == ["2026-03-05T13:00"] * 2


def test_what_is_over_before_its_due_leaves_nothing_to_wait_for() -> None:
    release = event("release", "2026-03-05T11:00")
    base = rule(5, act=rule().act.__class__(closing=("release",)))
    assert stands(clock(case(TAKEN, release), "XX-2", [backward("XX-2", "XX-1"), base])) == "met"


def test_what_ends_the_matter_after_a_limit_before_another_says_nothing_of_it() -> None:
    act = rule().act.__class__(closing=("custody-order",))
    facts = case(TAKEN, event("custody-order", "2026-03-09"))
    assert stands(clock(facts, "XX-2", [backward("XX-2", "XX-1", act=act), rule(5)])) == "unproven"


def test_a_rule_counted_from_another_keeps_its_own_conditions_and_days() -> None:
    grown = backward("XX-2", "XX-1", applies_if=Conditions(minor=True))
    gone = backward("XX-3", "XX-1", valid_to=date(2020, 1, 1))
    assert keys(case(TAKEN), [rule(5), grown, gone]) == ["XX-1"]


def test_nothing_is_counted_from_a_rule_that_sets_no_time() -> None:
    assert keys(case(TAKEN), [rule(unit=Unit.NONE), backward("XX-2", "XX-1")]) == ["XX-1"]


def test_an_id_means_its_main_rule_and_the_variants_that_start_alike() -> None:
    main, alike = rule(48), rule(72, variant="longer")
    other = rule(3, variant="other", triggers=(Trigger(("charge",)),))
    facts = case(TAKEN, event("charge", "2026-03-06"))
    found = clocks(facts, [other, alike, main, backward("XX-2", "XX-1")]).deadlines
    assert [due(one) for one in found if one.rule.id == "XX-2"] == ["2026-03-07T09:00", "2026-03-08T09:00"]


def test_a_reminder_stands_before_the_cautious_end() -> None:
    one = clock(case(event("detention", "2026-03-05")), "XX-1", [rule(48, reminders=(Length(8, Unit.HOUR),))])
    assert [when.to_local(at, ALMATY)[:16] for at in one.reminders] == ["2026-03-06T16:00"]
    assert one.cautious == moment("2026-03-07T00:00")


def test_a_clock_without_an_earliest_end_reminds_of_nothing() -> None:
    reminding = rule(48, reminders=(Length(8, Unit.HOUR),))
    assert clock(case(event("detention", "../2026-03-05")), "XX-1", [reminding]).reminders == ()
    timeless = clock(case(TAKEN), "XX-1", [rule(unit=Unit.NONE)])
    assert (timeless.cautious, timeless.is_verified) == (None, False)


def test_a_rule_a_lawyer_signed_says_so_and_no_more_that_it_is_unchecked() -> None:
    signed = rule(3, checked_to=date(2026, 7, 1), verified_by="A. Lawyer", verified_on=date(2026, 8, 1))
    one = clock(case(TAKEN), "XX-1", [signed])
    assert one.is_verified
    assert not [taken for taken in one.steps if isinstance(taken, steps.Unchecked)]


def test_a_deadline_looks_for_the_calendar_its_rule_names() -> None:
    tables = {"other": calendar()}
    named = days(calendar="other", roll=rule().roll.__class__("next_working_day"))
    found = clocks_of(case(event("detention", "2026-03-20")), [named], tables, moment("2030-01-01"))
    assert due(found.deadlines[0]) == "2026-03-26 24:00"
