"""What is wrong is told, with its place; everything else is counted."""

from dataclasses import replace
from datetime import date
from typing import Any

from db.types import When
from desktop.logic.clocks import Calendar, Fault
from desktop.logic.clocks.facts import Happening
from desktop.logic.clocks.rule import Direction, Rule, Trigger, Unit
from tests.clock_stories import ALMATY, case, clock, clocks, due, event, keys, rule, stands

TAKEN = event("detention", "2026-03-05T10:00")


def days(**told: Any) -> Rule:
    given: dict[str, Any] = {"quantity": 3, "unit": Unit.SUTKI, "exclude_first": True, **told}
    return rule(**given)


def backward(name: str, *before: str, **told: Any) -> Rule:
    return rule(1, id=name, triggers=(), before=before, direction=Direction.BACKWARD, **told)


def unlike(kind: str, when: When) -> Happening:
    return replace(event(kind, "2026-03-05", name="odd"), when=when)


def test_a_rule_counted_from_itself_is_told_and_the_rest_runs() -> None:
    found = clocks(case(TAKEN), [rule(3), backward("XX-2", "XX-2"), backward("XX-3", "XX-4"), backward("XX-4", "XX-3")])
    assert [(fault.why, fault.rule) for fault in found.faults] == [("ring", "XX-2"), ("ring", "XX-3"), ("ring", "XX-4")]
    assert [one.rule.id for one in found.deadlines] == ["XX-1"]


def test_a_rule_counted_from_nothing_there_is_told() -> None:
    found = clocks(case(TAKEN), [rule(3), backward("XX-2", "XX-9", variant="late")])
    assert found.faults == (Fault("no-such-rule", "XX-2/late"),)


def test_a_time_that_ends_before_it_begins_is_told() -> None:
    reversed_ = When("2026-03-05", ALMATY, 200, 100)
    found = clocks(case(TAKEN, unlike("detention", reversed_)), [rule(3)])
    assert found.faults == (Fault("reversed", event="odd", field="when"),)
    assert len(found.deadlines) == 1


def test_a_stay_that_ends_before_it_begins_keeps_its_beginning() -> None:
    found = clocks(
        case(event("detention", "2026-03-05", until="2026-03-01")), [rule(3, act=replace(rule().act, until=True))]
    )
    assert found.faults == (Fault("reversed", event="detention", field="until"),)
    assert stands(found.deadlines[0]) == "unproven"


def test_a_field_that_is_no_time_is_told_once() -> None:
    act = replace(rule().act, fields=("protocol_at",))
    found = clocks(
        case(event("detention", "2026-03-05", protocol_at="2026-02-30")),
        [rule(3, act=act), rule(4, id="XX-2", act=act)],
    )
    assert found.faults == (Fault("no-such-date", event="detention", field="protocol_at"),)
    assert len(found.deadlines) == 2


def test_a_place_without_a_zone_we_know_is_told_and_the_rest_runs() -> None:
    nowhere = replace(unlike("detention", When("2026-03-05", "Asia/Nowhere", 0, 86399)), zone="Asia/Nowhere")
    found = clocks(case(TAKEN, nowhere), [rule(3), rule(3, id="XX-2", valid_from=date(2000, 1, 1))])
    assert found.faults == (Fault("no-such-zone", None, "odd"),)
    assert len(found.deadlines) == 2


def test_a_limit_beyond_the_calendar_is_told_and_the_rest_runs() -> None:
    found = clocks(case(TAKEN), [days(quantity=10**8), rule(3, id="XX-2")])
    assert found.faults == (Fault("too-far", "XX-1", "detention"),)
    assert [one.rule.id for one in found.deadlines] == ["XX-2"]


def test_a_calendar_without_a_working_day_is_told_and_the_rest_runs() -> None:
    idle = {"kz": Calendar("kz", weekend=frozenset(range(7)))}
    found = clocks(case(TAKEN), [days(unit=Unit.WORKING_DAY), rule(3, id="XX-2")], calendars=idle)
    assert found.faults == (Fault("no-working-day", "XX-1", "detention"),)


def test_a_ladder_that_leads_beyond_the_calendar_is_told() -> None:
    rung = Trigger(("custody-extension",), chain_start=True)
    far = rule(10**8, Unit.MONTH, triggers=(rung,), ladder="x", tier=2, override="ordered_until")
    facts = case(event("custody", "2026-01-05"), event("custody-extension", "2026-03-01", ordered_until="2026-04-05"))
    assert [fault.why for fault in clocks(facts, [far]).faults] == ["too-far"]


def test_extensions_in_a_circle_are_told_and_each_counts_from_itself() -> None:
    ring = [event("custody-extension", "2026-03-01", name=name) for name in ("a", "b")]
    facts = case(*ring, links=[("a", "extends", "b"), ("b", "extends", "a")])
    found = clocks(facts, [rule(3, Unit.MONTH, triggers=(Trigger(("custody-extension",), chain_start=True),))])
    assert {fault.why for fault in found.faults} == {"links-ring"}
    assert len(found.deadlines) == 2


def test_an_extension_of_a_custody_without_a_time_counts_from_itself() -> None:
    facts = case(
        event("custody", None),
        event("custody-extension", "2026-03-01"),
        links=[("custody-extension", "extends", "custody")],
    )
    chain = rule(3, Unit.MONTH, triggers=(Trigger(("custody-extension",), chain_start=True),))
    assert due(clock(facts, "XX-1", [chain])) == "2026-06-01 24:00"


def test_a_link_to_an_event_that_is_not_there_is_left_aside() -> None:
    assert keys(case(TAKEN, links=[("detention", "part-of", "gone")]), [rule(3)]) == ["XX-1"]


def test_ten_thousand_rules_run_on_one_detention() -> None:
    many = [rule(number % 90, id=f"XX-{number}") for number in range(10_000)]
    assert len(clocks(case(TAKEN), many).deadlines) == 10_000
