"""Breaches as findings: what was overrun, the certain first, each with what shows it."""

from desktop.documents.clocks.breaches import breaches_of
from desktop.logic.clocks.rule import Act, Side
from tests.clock_stories import case, clocks, event, rule

ACT = Act(kinds=("release",), fields=("protocol_at",))


def test_the_certain_come_first_and_what_is_possible_says_so() -> None:
    facts = case(event("detention", "2026-03-05T10:00", protocol_at="2026-03-05"), event("release", "2026-03-07"))
    possible = rule(1, id="XX-1", title={"en": "One"}, act=Act(fields=("protocol_at",)))
    certain = rule(3, id="XX-2", title={"en": "Two"}, act=Act(kinds=("release",)))
    found = list(breaches_of(clocks(facts, [possible, certain]).deadlines, {}, "en"))
    assert [(one.person, one.title) for one in found] == [("p", "Two"), ("p", "One (possible breach)")]
    assert "On file: Release, 7 March 2026." in found[0].lines


def test_what_nothing_on_file_shows_and_what_we_missed_are_no_findings() -> None:
    facts = case(event("detention", "2026-03-05T10:00"), event("release", "2026-03-07"))
    silent, ours = rule(3, id="XX-1"), rule(3, id="XX-2", side=Side.OURS, act=ACT)
    assert list(breaches_of(clocks(facts, [silent, ours]).deadlines, {}, "en")) == []
