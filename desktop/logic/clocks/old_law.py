"""Events of a time whose law is not in the book: the list of clocks is then silent for want of rules, not of limits."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from desktop.logic.clocks.deadline import Fault
from desktop.logic.clocks.facts import Happening
from desktop.logic.clocks.index import CaseIndex, last_of
from desktop.logic.clocks.rule import Rule, Unit
from desktop.logic.when import WhenUnreadable
from desktop.logic.when.zones import start_of_day, zone_called

_TIMELESS = frozenset({Unit.NONE, Unit.CHECKLIST})  # what sets no time is no law of a time
NO_LAW, NO_LAW_THEN = "no-law", "no-law-then"


def gaps_in_law(rules: Iterable[Rule], index: CaseIndex) -> Iterator[Fault]:
    """That the jurisdiction of the case has no rule at all, or none before a day (``field``) of events."""
    jurisdiction = index.facts.jurisdiction
    every = [rule for rule in rules if rule.is_on]
    if not any(rule.jurisdiction == jurisdiction for rule in every):
        if jurisdiction and _starting(every).keys() & {event.kind for event in index.facts.events}:
            yield Fault(NO_LAW, jurisdiction)
        return
    first = {kind: day for kind, day in _starting(r for r in every if r.jurisdiction == jurisdiction).items() if day}
    known = [event for event in index.facts.events if event.kind in first]
    before = [first[event.kind] for event in known if _is_before(event, first, index)]
    if before:
        yield Fault(NO_LAW_THEN, jurisdiction, field=min(before).isoformat())


def _starting(rules: Iterable[Rule]) -> Mapping[str, date | None]:
    """The kinds of event that start clocks, each with the first day of the first rule; ``None`` where it has none."""
    found: dict[str, date | None] = {}
    for rule in (one for one in rules if one.unit not in _TIMELESS):
        for kind in {kind for trigger in rule.triggers for kind in trigger.kinds}:
            there = found.get(kind, rule.valid_from)
            found[kind] = min(there, rule.valid_from) if there and rule.valid_from else None
    return found


def _is_before(event: Happening, first: Mapping[str, date], index: CaseIndex) -> bool:
    span = index.span(event)
    try:
        return span is not None and last_of(span) < start_of_day(first[event.kind], zone_called(event.zone))
    except WhenUnreadable:
        return False  # told as a fault of its own
