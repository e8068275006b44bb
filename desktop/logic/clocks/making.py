"""From a start to its deadline: counted, overridden where an order says so, and judged by what is on file."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from desktop.logic.clocks import steps
from desktop.logic.clocks.acts import Evidence, Proof, evidence_for
from desktop.logic.clocks.deadline import Deadline, Trace
from desktop.logic.clocks.facts import Decision, Span
from desktop.logic.clocks.index import CaseIndex, first_of, last_of, whole
from desktop.logic.clocks.lawbook import all_hold, holds_on
from desktop.logic.clocks.measuring import Reckoning
from desktop.logic.clocks.orders import order_for
from desktop.logic.clocks.restoration import restored
from desktop.logic.clocks.rule import Rule, Unit
from desktop.logic.clocks.starts import Start
from desktop.logic.clocks.steps import Step
from desktop.logic.clocks.verdict import Verdict, certainty_of, decided, verdict_on, verdict_on_list


class Made(NamedTuple):
    """A deadline with what it was made from, for the rules that are counted from it."""

    deadline: Deadline
    start: Start
    evidence: Evidence


class Maker:
    """Makes deadlines at one moment (``as_of``, Unix seconds) from the facts of one case.

    ``reckoning`` gives what of a rule is the same for all of its clocks.
    """

    def __init__(self, index: CaseIndex, reckoning: Callable[[Rule], Reckoning], as_of: int) -> None:
        self._index, self._reckoning, self._as_of = index, reckoning, as_of
        self._decisions: dict[tuple[str, str], list[Decision]] = defaultdict(list)
        for decision in index.facts.decisions:
            name = f"{decision.rule}/{decision.variant}" if decision.variant else decision.rule
            self._decisions[name, decision.event].append(decision)

    def counted(self, start: Start) -> Span | None:
        """The due by law from both ends of the start; ``None`` where the law sets no time.

        Raises ``TooFar``, ``NoWorkingDay`` and ``WhenUnreadable``.
        """
        reckoning = self._reckoning(start.rule)
        if reckoning.is_timeless:
            return None
        (earliest, latest), zone, due = start.span, start.event.zone, reckoning.measure.due
        first = None if earliest is None else due(earliest, zone)
        return Span(first, first if earliest == latest else None if latest is None else due(latest, zone))

    def made(self, start: Start, base: Made | None = None) -> Made:
        """The deadline of a start; ``base`` is the one a rule is counted from. Raises as ``counted``."""
        by_law = self.counted(start)
        due, ordered = self._ordered(start, by_law)
        decision = self._decision(start) if self._decisions else None
        if decision and decision.override:
            ours = whole(Span(decision.override.earliest, decision.override.latest))
            due, ordered = ours, (*ordered, steps.Overridden(by_law, ours, decision.reason))
        evidence = evidence_for(start, self._index)
        if base and due:
            evidence = _ended_with(base.evidence, evidence, due)
        verdict = self._verdict(start, due, evidence, decision)
        reckoning = self._reckoning(start.rule)
        deadline = Deadline(
            rule=start.rule,
            person=start.person,
            event=start.event.id,
            anchor=start.trigger.anchor,
            zone=start.event.zone,
            trigger=start.moment,
            by_law=by_law,
            due=due,
            status=verdict.status,
            certainty=certainty_of(is_certain=verdict.is_certain and start.applies is not None),
            steps=Trace(partial(_told, start, reckoning, by_law, (*ordered, *verdict.steps))),
            shown=verdict.event,
            reminders=_reminders(reckoning, start, due) if reckoning.reminders else (),
            decision=decision.id if decision else None,
        )
        return Made(deadline, start, evidence)

    def from_base(self, rule: Rule, base: Made) -> Start | None:
        """The start of a rule counted from the due of another; ``None`` where it has none or was not in force."""
        due, start = base.deadline.due, base.start
        in_force = holds_on(rule, start.moment, start.event.zone)
        if due is None or in_force is False:
            return None
        counted = steps.CountedFrom(self._reckoning(base.start.rule).key, due)
        return Start(
            rule, start.trigger, start.event, start.person, start.moment, due, start.matter,
            all_hold(start.applies, in_force), (start.steps[0], counted),
        )  # fmt: skip

    def _ordered(self, start: Start, by_law: Span | None) -> tuple[Span | None, tuple[Step, ...]]:
        """What an order makes of the due; it is told only where the two differ."""
        name = start.rule.override
        found = order_for(start, name, by_law, self._index) if by_law and name else None
        if found is None or by_law is None or found[1] == by_law:
            return by_law, ()
        event, ordered = found
        is_beyond = first_of(ordered) > last_of(by_law)
        return ordered, (steps.Ordered(by_law, ordered, event.id, is_beyond),)

    def judged(self, start: Start, due: Span | None, evidence: Evidence) -> Verdict:
        """How a clock would stand if it were due then."""
        return self._verdict(start, due, evidence, self._decision(start))

    def _verdict(self, start: Start, due: Span | None, evidence: Evidence, decision: Decision | None) -> Verdict:
        if start.rule.unit is Unit.CHECKLIST:
            verdict = verdict_on_list(start, self._index, self._as_of)
        else:
            verdict = restored(start, verdict_on(start, due, evidence, self._as_of), self._index, self._as_of)
        return decided(start.rule, due, decision, verdict) if decision else verdict

    def _decision(self, start: Start) -> Decision | None:
        """The last thing written down about this clock; one that names no person or anchor speaks of any."""
        for decision in reversed(self._decisions.get((self._reckoning(start.rule).key, start.event.id), ())):
            is_same_anchor = decision.anchor in (None, start.trigger.anchor.value)
            if decision.person in (None, start.person) and is_same_anchor:
                return decision
        return None


def _told(start: Start, reckoning: Reckoning, by_law: Span | None, after: tuple[Step, ...]) -> tuple[Step, ...]:
    """The whole count, step by step: what was worked out without telling is told here."""
    taken = list[Step]()
    for at in dict.fromkeys(start.span) if by_law else ():
        if at is not None:
            taken += [step for step in reckoning.measure.steps(at, start.event.zone) if step not in taken]
    return (*start.steps, *taken, steps.Reached(by_law), *after, *reckoning.unchecked)


def _reminders(reckoning: Reckoning, start: Start, due: Span | None) -> tuple[int, ...]:
    """Counted back from the cautious end."""
    if due is None or due.earliest is None:
        return ()
    at, zone = due.earliest, start.event.zone
    return tuple(measure.due(at, zone) for measure in reckoning.reminders)


def _ended_with(base: Evidence, own: Evidence, due: Span) -> Evidence:
    """Where the other clock was met or ended before this due, this one has nothing left to wait for."""
    ends = [proof for proof in (base.closed, base.shown) if proof and _is_in_time(proof, due)]
    closed = own.closed or next(iter(ends), None)
    return own._replace(closed=closed, begins=min(own.begins, base.begins))


def _is_in_time(proof: Proof, due: Span) -> bool:
    return proof.span is not None and last_of(proof.span) <= first_of(due)
