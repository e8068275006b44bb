"""The trace a judge can follow: every step in words, in three languages, at the wall clock of the place."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.documents.clocks.trace import tell_fault, trace
from desktop.logic.clocks import Deadline, Fault, Span, clocks_of, steps
from desktop.logic.clocks.facts import Source
from desktop.logic.clocks.rule import (
    Act,
    Anchor,
    Basis,
    Conditions,
    Confidence,
    Item,
    Length,
    Roll,
    Rule,
    Trigger,
    Unit,
)
from tests.clock_stories import calendar, case, clock, decision, event, moment, rule

TAKEN = event("detention", "2026-03-05T22:40")
SOURCES = {"detention": (Source("d", "Protocol", "2"), Source("e", "Letter")), "release": (Source("f", "Register"),)}
THEN, LATER = Span(0, 0), Span(60, 60)
HAS_HOLES = re.compile(r"[{}]")


def told(one: Deadline, language: str = "en") -> list[str]:
    lines = list(trace(one, SOURCES, language))
    assert not [line for line in lines if HAS_HOLES.search(line) or not line.strip()]
    return lines


def of(given: Rule, *more: Any, language: str = "en", **known: Any) -> list[str]:
    """The trace of the one clock of a detention at 22:40 on 5 March."""
    return told(clock(case(TAKEN, *more, **known), "XX-1", [given]), language)


def test_it_goes_from_the_trigger_and_its_source_over_the_rule_and_the_count_to_the_act() -> None:
    given = rule(48, act=Act(kinds=("custody-order",), closing=("release",)), checked_to=date(2026, 7, 1),
                 duty_bearer={"en": "Head of the place of detention"},
                 basis=(Basis("UPK", "131", "4"), Basis("L353")))  # fmt: skip
    assert of(given, event("release", "2026-03-07")) == [
        "Starts with: Detention, 5 March 2026, 22:40 (the actual moment).",
        "Source: Protocol, page 2; Letter.",
        "Rule XX-1, version 1: A limit (UPK, article 131, part 4; L353).",
        "Whose duty: Head of the place of detention.",
        "No lawyer has verified this rule; its figure comes from memory.",
        "48 hours from 5 March 2026, 22:40: 7 March 2026, 22:40.",
        "Day off: 7 March 2026; this term is not moved.",
        "Due: 7 March 2026, 22:40.",
        "It ended with: Release, 7 March 2026.",
        "Source: Register.",
        "Nothing on file shows the act: no breach yet; ask, and request the document.",
        "Not verified after 1 July 2026: the law may have changed.",
    ]


def test_a_sentence_has_one_full_stop() -> None:
    assert not [line for line in of(rule(3), language="ru") if line.endswith("..")]


def test_what_a_lawyer_verified_names_him_and_the_day() -> None:
    signed = rule(3, verified_by="A. Lawyer", verified_on=date(2026, 8, 1))
    assert "Verified by A. Lawyer on 1 August 2026." in of(signed)


@pytest.mark.parametrize("confidence", Confidence)
def test_every_figure_says_where_it_comes_from(confidence: Confidence) -> None:
    assert any("its figure comes from" in line for line in of(rule(3, confidence=confidence)))


LINES = {
    "a recorded moment": (
        steps.Started("e", "detention", Anchor.RECORDED, THEN, "recorded_at"), "Time of detention on record"),
    "a stay that is counted in": (steps.Credited("e", "detention", THEN), "Counted from the start of: Detention"),
    "silence": (steps.Lapsed(Length(15, Unit.SUTKI), THEN), "No answer for 15 day-periods"),
    "another rule": (steps.CountedFrom("KZ-D08", THEN), "Counted from the end of the term KZ-D08"),
    "an age taken for granted": (steps.Assumed("adult"), "taken for an adult"),
    "a citizenship taken for granted": (steps.Assumed("citizen"), "taken for a citizen"),
    "an hour left out": (steps.FirstExcluded(Unit.HOUR, 0), "The hour in which it starts"),
    "a day left out": (steps.FirstExcluded(Unit.SUTKI, 0), "The day on which it starts"),
    "a first day": (steps.FirstCounted(date(2026, 1, 5)), "First day of the term: 5 January 2026"),
    "clocks put back": (steps.ClockMoved(-3600), "put back by 1 h"),
    "clocks put forward": (steps.ClockMoved(5400), "put forward by 1.5 h"),
    "a month without the day": (steps.Clamped(31, date(2026, 2, 28)), "no day 31"),
    "practice": (steps.MonthsDiffer(date(2026, 3, 5), date(2026, 3, 4)), "to 4 March 2026"),
    "a day off": (steps.Rolled(date(2026, 3, 23), date(2026, 3, 26), ()), "next working day, 26 March 2026"),
    "an estimated day": (steps.Estimated(date(2026, 5, 27)), "estimated, check it: 27 May 2026"),
    "no table": (steps.Uncovered("kz", 2031), "no table for 2031"),
    "no time": (steps.Reached(None), "The law sets no time."),
    "a range": (steps.Reached(Span(0, 90_000)), "some time from"),
    "no end": (steps.Reached(Span(0, None)), "unknown"),
    "an order": (steps.Ordered(THEN, LATER, "e", is_beyond=False), "by law it is"),
    "an order beyond": (steps.Ordered(THEN, LATER, "e", is_beyond=True), "later than the law allows"),
    "our due": (steps.Overridden(THEN, LATER, None), "We set another due"),
    "our due and why": (steps.Overridden(THEN, LATER, "a letter"), "Reason: a letter"),
    "a field": (steps.Shown("e", "detention", THEN, "protocol_at"), "Protocol drawn up at"),
    "a channel": (steps.Shown("e", "appeal", THEN, channel="post"), "handed over 1 January 1970, 06:00 (Post)"),
    "an act": (steps.Shown("e", "appeal", THEN), "On file: Appeal"),
    "done": (steps.Respected("rights_explained"), "Rights explained: done"),
    "not done": (steps.Never("rights_explained", "not-respected"), "it was not done: Rights explained"),
    "never": (steps.Never("status", "ignored"), "it never came: Status: Ignored"),
    "an end of its own": (steps.Closed("e", "detention", THEN, "until"), "End of: Detention"),
    "contested": (steps.Contested("e"), "another event of the same kind"),
    "set by us": (steps.Decided("waived", None, None), "Set by us."),
    "handed over": (steps.Decided("met", THEN, None), "as we wrote down."),
    "handed over by post": (steps.Decided("met", THEN, "post"), "(Post), as we wrote down"),
}  # fmt: skip


@pytest.mark.parametrize(("taken", "expected"), LINES.values(), ids=LINES.keys())
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_step_has_its_sentence(taken: Any, expected: str, language: str) -> None:
    one = clock(case(TAKEN), "XX-1", [rule(3)])
    started, rest = (taken, one.steps[1:]) if isinstance(taken, steps.Started) else (one.steps[0], (taken,))
    lines = told(replace(one, steps=(started, *rest)), language)
    assert language != "en" or any(expected in line for line in lines)


APPLIED: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "minor": ({"minor": True}, {"born": "2010"}, "The person was under 18."),
    "perhaps a minor": ({"minor": True}, {"born": "2008"}, "The date of birth leaves open"),
    "an adult": ({"minor": False}, {"born": "1990"}, "18 or older"),
    "a foreigner": ({"foreigner": True}, {"citizenships": ("IT",)}, "is a foreigner"),
    "a citizen": ({"foreigner": False}, {"citizenships": ("KZ",)}, "is a citizen"),
    "held": ({"in_custody": True}, {}, "was held"),
    "articles": ({"offence_articles": ("272",)}, {"articles": ("272",)}, "Charged under: 272."),
    "gravity open": ({"gravity": ("grave",)}, {}, "gravity of the offence is not on file"),
    "offence open": ({"offence_from": date(2020, 1, 1)}, {}, "leaves open whether the rule applies"),
    "addressee open": ({"addressee_words": ("x",)}, {}, "The addressee is not on file"),
}


@pytest.mark.parametrize(("asked", "known", "expected"), APPLIED.values(), ids=APPLIED.keys())
def test_why_a_rule_applies_is_told(asked: Any, known: Any, expected: str) -> None:
    assert any(expected in line for line in of(rule(3, applies_if=Conditions(**asked)), **known))


@pytest.mark.parametrize(("condition", "value", "expected"), [
    ("exception_ground", "mass-riots", "Ground for 72 hours: Mass riots."), ("exception_ground", None, "none"),
    ("gravity", "grave", "Gravity of the offence"), ("place_kinds", "ivs", "Temporary detention facility"),
    ("in_custody", False, "at liberty"), ("offence_date", "e", "within the rule"),
])  # fmt: skip
def test_what_is_on_file_about_a_condition_is_told(condition: str, value: Any, expected: str) -> None:
    one = clock(case(TAKEN), "XX-1", [rule(3)])
    applied = steps.Applied(condition, value, is_certain=True)
    assert any(expected in line for line in told(replace(one, steps=(one.steps[0], applied))))


def test_a_stay_that_may_be_over_leaves_it_open() -> None:
    one = clock(case(TAKEN), "XX-1", [rule(3)])
    applied = steps.Applied("in_custody", value=True, is_certain=False)
    assert any(
        "leave open whether the person was held" in line for line in told(replace(one, steps=(one.steps[0], applied)))
    )


def test_a_checklist_tells_every_line() -> None:
    items = tuple(Item(name, {"en": name.title()}, name) for name in ("grounds", "rights_explained", "authority"))
    listed = rule(unit=Unit.CHECKLIST, items=items)
    facts = case(event("detention", "2026-03-05", grounds="x", rights_explained=False))
    lines = told(clock(facts, "XX-1", [listed]))
    assert [line for line in lines if line.endswith((": there", ": missing", ": unknown"))] == [
        "Grounds: there", "Rights_Explained: missing", "Authority: unknown",
    ]  # fmt: skip


@pytest.mark.parametrize(("unit", "expected"), [
    (Unit.HOUR, "1 hour from"), (Unit.IMMEDIATE, "1 hour from"), (Unit.SUTKI, "1 day-period"), (Unit.MONTH, "1 month"),
    (Unit.CALENDAR_DAY, "1 calendar day"), (Unit.WORKING_DAY, "1 working day"), (Unit.YEAR, "1 year"),
])  # fmt: skip
def test_a_length_is_told_in_its_unit(unit: Unit, expected: str) -> None:
    one = clock(case(TAKEN), "XX-1", [rule(3)])
    added = steps.Added(Length(1, unit), 0, 0)
    assert any(expected in line for line in told(replace(one, steps=(one.steps[0], added))))


def test_a_range_of_days_is_told_in_days() -> None:
    one = clock(case(event("detention", "2026-03-05/2026-03-06")), "XX-1", [rule(3)])
    assert told(one)[0] == "Starts with: Detention, some time from 5 March 2026 to 6 March 2026 (the actual moment)."


def test_an_hour_that_came_twice_is_told_apart() -> None:
    late = event("detention", "2024-02-29T23:30+05:00")
    assert "23:30 (UTC+5)" in told(clock(case(late), "XX-1", [rule(3)]))[0]


@pytest.mark.parametrize("why", [
    "ring", "no-such-rule", "too-far", "no-working-day", "links-ring", "reversed", "no-such-zone", "no-such-date",
])  # fmt: skip
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_fault_has_its_sentence(why: str, language: str) -> None:
    assert not HAS_HOLES.search(tell_fault(Fault(why, "XX-1", "e"), language))


def test_a_kind_and_a_field_of_the_users_own_are_told_by_their_ids() -> None:
    odd = rule(3, triggers=(Trigger(("raid",), field="began_at"),))
    facts = case(event("raid", "2026-03-05", began_at="2026-03-05T10:00"))
    assert (
        told(clock(facts, "XX-1", [odd]))[0] == "Starts with: raid, began_at: 5 March 2026, 10:00 (the actual moment)."
    )


def test_our_own_words_and_a_rolled_term_read_well_together() -> None:
    given = rule(3, Unit.SUTKI, exclude_first=True, roll=Roll.NEXT_WORKING_DAY)
    written = decision("XX-1", "detention", at="2026-03-25T10:00", channel="post")
    facts = case(event("detention", "2026-03-20"), decisions=(written,))
    (one,) = clocks_of(facts, [given], {"kz": calendar()}, moment("2030-01-01")).deadlines
    assert "Day off: 23 March 2026; the term ends on the next working day, 26 March 2026." in told(one)
