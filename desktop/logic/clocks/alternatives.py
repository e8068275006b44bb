"""Where several limits exclude one another, a breach is certain only if it is one by each that may apply."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from desktop.logic.clocks import steps
from desktop.logic.clocks.conditions import Matter, applies
from desktop.logic.clocks.counting import TooFar
from desktop.logic.clocks.deadline import Certainty, Deadline, Status, Trace
from desktop.logic.clocks.facts import Span
from desktop.logic.clocks.index import CaseIndex
from desktop.logic.clocks.lawbook import all_hold, holds_on, key_of
from desktop.logic.clocks.making import Made, Maker
from desktop.logic.clocks.rule import Rule
from desktop.logic.clocks.starts import Start, starts_of
from desktop.logic.clocks.steps import Step
from desktop.logic.clocks.verdict import late

_LATE = frozenset({Status.BREACHED, Status.MISSED})
_SHOWN = _LATE | {Status.MET}
Groups = Mapping[str, Sequence[Rule]]


def groups_of(rules: Iterable[Rule], regimes: Sequence[str]) -> Groups:
    """The rules of these jurisdictions by the name of the group of alternatives they belong to."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        if rule.alternatives and rule.is_on and rule.jurisdiction in regimes:
            found.setdefault(rule.alternatives, []).append(rule)
    return found


class Weigher:
    """Weighs a breach by the limits that may apply instead; ``as_of`` in Unix seconds."""

    def __init__(self, groups: Groups, index: CaseIndex, maker: Maker, as_of: int) -> None:
        self._groups, self._index, self._maker, self._as_of = groups, index, maker, as_of

    def weighed(self, made: Made) -> Deadline:
        """The deadline; possible only where another limit that may apply makes it none, and then it names that."""
        one = made.deadline
        doubts: list[Step] = [*self._otherwise(made), *self._between(made)] if one.status in _LATE else []
        doubts += self._doubted(made) if one.status in _SHOWN else ()
        if not doubts:
            return one
        return replace(one, certainty=Certainty.POSSIBLE, steps=Trace(partial(_with, one, tuple(doubts))))

    def _otherwise(self, made: Made) -> Iterator[Step]:
        """The other limits by which it would be no breach; a date that was ordered or set by us has none."""
        start = made.start
        for other, why in self._others(start) if made.deadline.due == made.deadline.by_law else ():
            due = self._due(start, other)
            verdict = self._maker.judged(start, due, made.evidence)
            if due and not (verdict.status is late(start.rule) and verdict.is_certain):
                yield steps.Otherwise(key_of(other.rule), other.rule.title, due, why)

    def _others(self, start: Start) -> Iterator[tuple[Start, tuple[Step, ...]]]:
        """The other limits that may apply to the same, each with what leaves that open."""
        for rule in self._groups.get(_group(start, self._groups), ()):
            if key_of(rule) != key_of(start.rule) and rule is not start.rule:
                yield from self._as_other(rule, start)

    def _as_other(self, rule: Rule, start: Start) -> Iterator[tuple[Start, tuple[Step, ...]]]:
        index = self._index
        if start.trigger not in rule.triggers:
            for trigger in (one for one in rule.triggers if start.event.kind in one.kinds):
                for other in starts_of(rule, trigger, start.event, index, self._as_of):
                    if other.person == start.person and other.trigger.anchor is start.trigger.anchor:
                        yield other, _open(other.steps)
            return
        matter = Matter(index, start.event, start.moment, start.person, is_supposed=True)
        answer, why = applies(rule.applies_if, matter)
        answer = all_hold(answer, holds_on(rule, start.moment, start.event.zone))
        if answer is not False:
            span = start.moment if start.rule.before else start.span
            yield start._replace(rule=rule, applies=answer, span=span), _open(why)

    def _due(self, start: Start, other: Start) -> Span | None:
        """The due by the other limit; of a clock counted back from it, that one's."""
        try:
            due = self._maker.counted(other)
            if due is None or not start.rule.before:
                return due
            return self._maker.counted(start._replace(span=due))
        except TooFar:
            return None

    def _doubted(self, made: Made) -> Iterator[Step]:
        """A record that may not be so shows nothing for certain; nor does a clock that may run later."""
        one, start = made.deadline, made.start
        if one.status in _LATE and one.shown != one.event:
            yield from (taken for taken in start.steps if isinstance(taken, steps.StandsFor))
        resting = {one.shown} | ({one.event} if one.status in _LATE else set[str | None]())
        for event in (self._index.events[name] for name in sorted(filter(None, resting)) if name in self._index.events):
            if event.is_doubted:
                yield steps.Doubted(event.id, event.kind)

    def _between(self, made: Made) -> Iterator[Step]:
        """An extension that came late and says not what it prolongs may follow another that is not on file."""
        one, rule = made.deadline, made.start.rule
        act = self._index.events.get(one.shown or "")
        if rule.ladder and act is not None and act.kind in rule.act.kinds:
            prolonged = {event.id for event in self._index.linked_from(act.id, ("extends",))}
            if one.event not in prolonged:
                yield steps.MayBeBetween(act.id)


def _group(start: Start, groups: Groups) -> str:
    """The group of a limit; of one counted back from others, theirs."""
    if not start.rule.before:
        return start.rule.alternatives
    named = {rule.alternatives for rules in groups.values() for rule in rules if rule.id in start.rule.before}
    return min(named, default="")


def _open(taken: Sequence[Step]) -> tuple[Step, ...]:
    """The steps that tell what is not on file."""
    return tuple(one for one in taken if _is_open(one))


def _is_open(step: Step) -> bool:
    if isinstance(step, steps.Told):
        return step.value is None
    return isinstance(step, steps.Applied) and not step.is_certain


def _with(one: Deadline, doubts: tuple[Step, ...]) -> tuple[Step, ...]:
    return (*one.steps, *doubts)
