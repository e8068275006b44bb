"""Checklists, and what we wrote down about a deadline."""

from typing import Any

from desktop.logic.clocks import Deadline, Facts, steps
from desktop.logic.clocks.facts import Happening
from desktop.logic.clocks.rule import Act, Item, Unit
from tests.clock_stories import case, clock, decision, due, event, rule, stands, step

TAKEN = "2026-03-05T10:00"
IN_TIME, LATE = "2026-03-05T12:00", "2026-03-05T14:00"
RECORD = Act(kinds=("detention-protocol",))


def judged(facts: Facts, act: Act = RECORD, *, now: str = "2030-01-01", **told: Any) -> Deadline:
    """The clock of three hours from the detention on the fifth of March."""
    given: dict[str, Any] = {"quantity": 3, "act": act, **told}
    return clock(facts, "XX-1", [rule(**given)], now=now, event="detention")


def after(*events: Happening, links: Any = (), **told: Any) -> Facts:
    return case(event("detention", TAKEN, **told), *events, links=links)


def record(day: str, **told: Any) -> Happening:
    return event("detention-protocol", day, **told)


def test_a_checklist_is_broken_by_one_line_and_met_by_all() -> None:
    items = tuple(Item(name, {"en": name}, name) for name in ("grounds", "rights_explained"))

    def found(now: str = "2030-01-01", **told: Any) -> str:
        return stands(judged(after(**told), unit=Unit.CHECKLIST, items=items, now=now))

    assert found(grounds="suspicion", rights_explained=True) == "met"
    assert found(grounds="suspicion", rights_explained=False) == "breached"
    assert [found(now=moment, grounds=" ") for moment in (LATE, "2026-03-01")] == ["unproven", "open"]
    assert stands(judged(after(), unit=Unit.CHECKLIST, items=(Item("x", {"en": "x"}),))) == "unproven"


def test_what_we_wrote_down_stands_over_what_was_reasoned() -> None:
    def found(**told: Any) -> Deadline:
        facts = case(event("detention", TAKEN), decisions=(decision("XX-1", "detention", **told),))
        return judged(facts)

    assert stands(found(status="met")) == "met"
    assert stands(found(at=IN_TIME)) == "met"
    assert stands(found(at=LATE)) == "breached"
    assert stands(found(status="waived", at=LATE)) == "waived"
    assert stands(found(person="p", anchor="actual", status="waived")) == "waived"
    assert stands(found(person="other", status="waived")) == "unproven"
    assert stands(found(anchor="recorded", status="waived")) == "unproven"


def test_another_due_of_our_own_keeps_what_was_counted_and_the_reason() -> None:
    written = decision("XX-1", "detention", override="2026-03-05T16:00", reason="the court's letter")
    one = judged(case(event("detention", TAKEN), record("2026-03-05T15:00"), decisions=(written,)))
    told = step(one, steps.Overridden)
    assert (due(one), stands(one), told.reason) == ("2026-03-05T16:00", "met", "the court's letter")
    assert told.by_law == one.by_law


def test_the_last_thing_written_down_counts() -> None:
    written = (decision("XX-1", "detention", status="waived"), decision("XX-1", "detention", status="restored"))
    assert stands(judged(case(event("detention", TAKEN), decisions=written))) == "restored"
