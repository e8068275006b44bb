"""From a start to its deadline: counted, overridden where an order says so, and judged by what is on file."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from desktop.logic.clocks import steps
from desktop.logic.clocks.acts import Evidence, Proof, evidence_for
from desktop.logic.clocks.calendar import Calendar
from desktop.logic.clocks.counting import Terms, count_backward, count_forward
from desktop.logic.clocks.deadline import Deadline
from desktop.logic.clocks.facts import Decision, Span
from desktop.logic.clocks.index import CaseIndex, first_of, last_of, whole
from desktop.logic.clocks.lawbook import all_hold, holds_on, key_of
from desktop.logic.clocks.orders import order_for
from desktop.logic.clocks.rule import Direction, Length, Rule, Unit
from desktop.logic.clocks.starts import Start
from desktop.logic.clocks.steps import Step
from desktop.logic.clocks.verdict import Verdict, certainty_of, decided, verdict_on, verdict_on_list

_TIMELESS = frozenset({Unit.NONE, Unit.CHECKLIST})


@dataclass(frozen=True, slots=True)
class Made:
    """A deadline with what it was made from, for the rules that are counted from it."""

    deadline: Deadline
    start: Start
    evidence: Evidence


class Maker:
    """Makes deadlines at one moment (``as_of``, Unix seconds) from the facts of one case."""

    def __init__(self, index: CaseIndex, calendars: Mapping[str, Calendar], as_of: int) -> None:
        self._index = index
        self._calendars = calendars
        self._as_of = as_of
        self._decisions: dict[tuple[str, str], list[Decision]] = defaultdict(list)
        for decision in index.facts.decisions:
            name = f"{decision.rule}/{decision.variant}" if decision.variant else decision.rule
            self._decisions[name, decision.event].append(decision)

    def counted(self, start: Start) -> tuple[Span | None, tuple[Step, ...]]:
        """The due by law from both ends of the start, and how; ``None`` where the law sets no time.

        Raises ``TooFar``, ``NoWorkingDay`` and ``WhenUnreadable``.
        """
        if start.rule.unit in _TIMELESS:
            return None, ()
        taken, ends = list[Step](), list[int | None]()
        for at in start.span:
            if ends and at == start.span.earliest:
                ends.append(ends[0])
                continue
            due, how = self._count(start, at) if at is not None else (None, [])
            ends.append(due)
            taken += [step for step in how if step not in taken]
        return Span(ends[0], ends[1]), tuple(taken)

    def made(self, start: Start, base: Made | None = None) -> Made:
        """The deadline of a start; ``base`` is the one a rule is counted from. Raises as ``counted``."""
        by_law, how = self.counted(start)
        due, ordered = self._ordered(start, by_law)
        decision = self._decision(start)
        if decision and decision.override:
            ours = whole(Span(decision.override.earliest, decision.override.latest))
            due, ordered = ours, (*ordered, steps.Overridden(by_law, ours, decision.reason))
        evidence = evidence_for(start, self._index)
        if base and due:
            evidence = _ended_with(base.evidence, evidence, due)
        verdict = self._verdict(start, due, evidence, decision)
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
            steps=(
                *start.steps,
                *how,
                steps.Reached(by_law),
                *ordered,
                *verdict.steps,
                *_unchecked(start.rule.checked_to, is_verified=start.rule.verified_on is not None),
            ),
            shown=verdict.event,
            reminders=self._reminders(start, due),
            decision=decision.id if decision else None,
        )
        return Made(deadline, start, evidence)

    def from_base(self, rule: Rule, base: Made) -> Start | None:
        """The start of a rule counted from the due of another; ``None`` where it has none or was not in force."""
        due, start = base.deadline.due, base.start
        in_force = holds_on(rule, start.moment, start.event.zone)
        if due is None or in_force is False:
            return None
        counted = steps.CountedFrom(key_of(base.start.rule), due)
        applying = all_hold(start.applies, in_force)
        return replace(start, rule=rule, span=due, applies=applying, steps=(start.steps[0], counted))

    def _count(self, start: Start, at: int) -> tuple[int, list[Step]]:
        rule = start.rule
        name = rule.calendar or rule.jurisdiction
        calendar = self._calendars.get(name) or Calendar(name)
        length = Length(rule.quantity, rule.unit)
        if rule.direction is Direction.BACKWARD:
            return count_backward(length, at, start.event.zone, calendar)
        return count_forward(Terms(length, rule.exclude_first, rule.roll, calendar), at, start.event.zone)

    def _ordered(self, start: Start, by_law: Span | None) -> tuple[Span | None, tuple[Step, ...]]:
        """What an order makes of the due; it is told only where the two differ."""
        found = order_for(start, by_law, self._index) if by_law else None
        if found is None or by_law is None or found[1] == by_law:
            return by_law, ()
        event, ordered = found
        is_beyond = first_of(ordered) > last_of(by_law)
        return ordered, (steps.Ordered(by_law, ordered, event.id, is_beyond),)

    def _verdict(self, start: Start, due: Span | None, evidence: Evidence, decision: Decision | None) -> Verdict:
        if start.rule.unit is Unit.CHECKLIST:
            verdict = verdict_on_list(start, self._as_of)
        else:
            verdict = verdict_on(start, due, evidence, self._as_of)
        return decided(start.rule, due, decision, verdict) if decision else verdict

    def _decision(self, start: Start) -> Decision | None:
        """The last thing written down about this clock; one that names no person or anchor speaks of any."""
        for decision in reversed(self._decisions.get((key_of(start.rule), start.event.id), ())):
            is_same_anchor = decision.anchor in (None, start.trigger.anchor.value)
            if decision.person in (None, start.person) and is_same_anchor:
                return decision
        return None

    def _reminders(self, start: Start, due: Span | None) -> tuple[int, ...]:
        """Counted back from the cautious end."""
        if due is None or due.earliest is None:
            return ()
        zone, calendar = start.event.zone, Calendar(start.rule.jurisdiction)
        return tuple(count_backward(length, due.earliest, zone, calendar)[0] for length in start.rule.reminders)


@cache
def _unchecked(checked_to: date | None, *, is_verified: bool) -> Sequence[Step]:
    """The warning that the law may have changed; one for all deadlines of a day."""
    return () if checked_to is None or is_verified else (steps.Unchecked(checked_to),)


def _ended_with(base: Evidence, own: Evidence, due: Span) -> Evidence:
    """Where the other clock was met or ended before this due, this one has nothing left to wait for."""
    ends = [proof for proof in (base.closed, base.shown) if proof and _is_in_time(proof, due)]
    closed = own.closed or next(iter(ends), None)
    return replace(own, closed=closed, begins=min(own.begins, base.begins))


def _is_in_time(proof: Proof, due: Span) -> bool:
    return proof.span is not None and last_of(proof.span) <= first_of(due)
