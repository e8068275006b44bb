"""Events of a time whose law is not in the book: the list of clocks is then silent for want of rules, not of limits."""

from collections.abc import Container, Iterable, Iterator
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
        kinds, _ = _starting(every)
        if jurisdiction and any(event.kind in kinds for event in index.facts.events):
            yield Fault(NO_LAW, jurisdiction)
        return
    kinds, day = _starting(rule for rule in every if rule.jurisdiction == jurisdiction)
    if day and any(event.kind in kinds and _is_before(event, day, index) for event in index.facts.events):
        yield Fault(NO_LAW_THEN, jurisdiction, field=day.isoformat())


def _starting(rules: Iterable[Rule]) -> tuple[Container[str], date | None]:
    """The kinds of event that start clocks, and the first day of the first rule; ``None`` where it has none."""
    timed = [rule for rule in rules if rule.unit not in _TIMELESS]
    days = [rule.valid_from for rule in timed]
    known = [day for day in days if day]
    kinds = frozenset(kind for rule in timed for trigger in rule.triggers for kind in trigger.kinds)
    return kinds, min(known) if known and len(known) == len(days) else None


def _is_before(event: Happening, day: date, index: CaseIndex) -> bool:
    span = index.span(event)
    try:
        return span is not None and last_of(span) < start_of_day(day, zone_called(event.zone))
    except WhenUnreadable:
        return False  # told as a fault of its own
