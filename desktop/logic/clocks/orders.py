"""Orders that name their own end, and the ladder of extensions they climb."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from desktop.logic.clocks.facts import Happening, Span
from desktop.logic.clocks.index import CaseIndex, first_of, last_of, whole
from desktop.logic.clocks.starts import Start

_ORDER = "custody-order"


def order_for(start: Start, name: str, by_law: Span, index: CaseIndex) -> tuple[Happening, Span] | None:
    """The order whose field names the end of this term: the trigger itself, or the order for the custody it began."""
    for event in _orders(start, by_law, index):
        span = index.field(event, name)
        if span:
            return event, whole(span)
    return None


def _orders(start: Start, by_law: Span, index: CaseIndex) -> Iterator[Happening]:
    yield start.event
    if not start.trigger.chain_start:
        for span, event in index.of(start.person, _ORDER).not_before(first_of(start.span)):
            if first_of(span) > last_of(by_law):
                return
            yield event


def climbed(starts: Sequence[Start], reach: Callable[[Start], Span | None], index: CaseIndex) -> Iterator[Start]:
    """Of the rungs every extension might stand on, the one it does; starts of no ladder as they are.

    An extension that names its end stands on the lowest rung that reaches so far (``reach`` counts how far one does);
    any other on the rung above the one before it.
    """
    by_chain: dict[tuple[str, str | None, str], list[Start]] = defaultdict(list)
    for start in starts:
        if start.rule.ladder and start.trigger.chain_start:
            by_chain[start.rule.ladder, start.person, start.matter].append(start)
        else:
            yield start
    for rungs in by_chain.values():
        yield from _climb(rungs, reach, index)


def _climb(rungs: Sequence[Start], reach: Callable[[Start], Span | None], index: CaseIndex) -> Iterator[Start]:
    by_event: dict[str, list[Start]] = defaultdict(list)
    for start in sorted(rungs, key=_in_time):
        by_event[start.event.id].append(start)
    tier = 1
    for choices in by_event.values():
        choices.sort(key=_tier)
        named = index.field(choices[0].event, choices[0].rule.override or "")
        if named:
            above = [one for one in choices if one.rule.tier >= tier and _reaches(reach(one), whole(named))]
        else:
            above = [one for one in choices if one.rule.tier > tier]
        tier = (above or choices[-1:])[0].rule.tier
        there = [one for one in choices if one.rule.tier == tier]
        yield from [one for one in there if one.applies] or there[:1]


def _reaches(by_law: Span | None, named: Span) -> bool:
    return by_law is not None and last_of(named) <= last_of(by_law)


def _in_time(start: Start) -> tuple[int, int]:
    return last_of(start.moment), first_of(start.moment)


def _tier(start: Start) -> int:
    return start.rule.tier
