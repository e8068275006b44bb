"""From the due and what is on file to how a deadline stands. Silence is not a breach."""

from typing import NamedTuple

from desktop.logic.clocks import steps
from desktop.logic.clocks.acts import Evidence, Proof
from desktop.logic.clocks.checklists import lines_of
from desktop.logic.clocks.deadline import Certainty, Status
from desktop.logic.clocks.facts import Decision, Span
from desktop.logic.clocks.index import CaseIndex, first_of, last_of
from desktop.logic.clocks.rule import Bound, Rule, Side, Unit
from desktop.logic.clocks.starts import Start
from desktop.logic.clocks.steps import Step

_NO_TIME = Span(None, None)
_NOTHING = steps.NothingShown()
_UNCHECKED_LINES = steps.NotAllTold()
_BY_HAND = frozenset({Status.RESTORATION_ASKED, Status.RESTORED, Status.REFUSED, Status.WAIVED})


class Verdict(NamedTuple):
    """How it stands, whether for every possible time, why, and the event that shows it."""

    status: Status
    is_certain: bool
    steps: tuple[Step, ...] = ()
    event: str | None = None


def late(rule: Rule) -> Status:
    """What lateness is called: theirs is a breach, ours is missed."""
    return Status.BREACHED if rule.side is Side.THEIRS else Status.MISSED


def verdict_on(start: Start, due: Span | None, found: Evidence, as_of: int) -> Verdict:
    """How a deadline stands at ``as_of`` (Unix seconds). ``due`` is ``None`` where the law sets no time."""
    rule = start.rule
    if due is None:
        return Verdict(Status.OPEN, is_certain=True)
    for proof in (found.closed, found.shown):
        if proof and proof.span and first_of(proof.span) > as_of and as_of <= first_of(due):
            return Verdict(Status.OPEN, is_certain=True)  # the clock is set to a day before it happened
    if rule.bound is Bound.NOT_EARLIER:
        return _not_earlier(start, due, found, as_of)
    return _not_later(rule, due, found, as_of)


def _not_later(rule: Rule, due: Span, found: Evidence, as_of: int) -> Verdict:
    if found.closed and last_of(found.closed.span or _NO_TIME) <= first_of(due):
        return _by(Status.MET, found.closed, is_certain=True)
    if found.never:
        return _never(rule, due, found, found.never, as_of)
    if found.shown:
        return _shown(rule, due, found.shown, found.begins)
    return _silent(rule, due, found, as_of)


def verdict_on_list(start: Start, index: CaseIndex, as_of: int) -> Verdict:
    """How a checklist stands: broken by one line that is told to be missing, met when every line is told to be there.

    What is told by more than a field that says so (a word in a text, the time of another event) is possible only.
    """
    lines = list(lines_of(start, index))
    missing = [line for line in lines if line.is_there is False]
    told: tuple[Step, ...] = tuple(steps.Listed(line.item, line.is_there) for line in lines)
    if missing:
        return Verdict(late(start.rule), any(one.is_certain for one in missing), told, start.event.id)
    if lines and all(line.is_there for line in lines):
        return Verdict(Status.MET, is_certain=True, steps=told, event=start.event.id)
    if as_of <= first_of(start.moment):
        return Verdict(Status.OPEN, is_certain=True, steps=told)
    return Verdict(Status.UNPROVEN, is_certain=True, steps=(*told, _UNCHECKED_LINES))


def certainty_of(*, is_certain: bool) -> Certainty:
    """The word for it."""
    return Certainty.CERTAIN if is_certain else Certainty.POSSIBLE


def decided(rule: Rule, due: Span | None, decision: Decision, verdict: Verdict) -> Verdict:
    """What we wrote down over what was reasoned: handing over in time is in time, whenever it arrives."""
    status = Status(decision.status) if decision.status in set(Status) else None
    at = Span(decision.at.earliest, decision.at.latest) if decision.at else None
    if status is None and at is None:
        return verdict
    if status in _BY_HAND or at is None or due is None:
        status = status or verdict.status
        step = steps.Decided(status.value, at, decision.channel)
        return Verdict(status, is_certain=True, steps=(step,), event=verdict.event)
    step = steps.Decided(Status.MET.value, at, decision.channel)
    return _shown(rule, due, Proof(at, step), first_of(at))


def _by(status: Status, proof: Proof, *, is_certain: bool) -> Verdict:
    """A verdict that rests on one proof; where that may belong to another trigger it is open."""
    if proof.rival is None:
        return Verdict(status, is_certain, (proof.step,), proof.event)
    return Verdict(status, is_certain=False, steps=(proof.step, steps.Contested(proof.rival)), event=proof.event)


def _shown(rule: Rule, due: Span, proof: Proof, begins: int) -> Verdict:
    """In time, late, or one of the two: a breach is possible where some possible time makes it one.

    It is certain only where nothing else on file can have been the act, or the end of the matter, in time.
    """
    if proof.span is None:
        return _by(Status.MET, proof, is_certain=True)
    if last_of(proof.span) <= first_of(due):
        return _by(Status.MET, proof, is_certain=True)
    is_late = min(first_of(proof.span), begins) > last_of(due)
    if rule.unit is Unit.IMMEDIATE and not rule.quantity:
        is_late = False  # the law gives no figure: how late "at once" is remains to be argued
    return _by(late(rule), proof, is_certain=is_late)


def _never(rule: Rule, due: Span, found: Evidence, never: Proof, as_of: int) -> Verdict:
    """A source says that it never came, which counts once it was due; an act on file makes that doubtful."""
    if as_of <= first_of(due) and rule.unit is not Unit.IMMEDIATE:
        return Verdict(Status.OPEN, is_certain=True, steps=(never.step,), event=never.event)
    taken = (never.step, found.shown.step) if found.shown else (never.step,)
    is_due = as_of > last_of(due) or rule.unit is Unit.IMMEDIATE
    is_certain = is_due and not found.shown and found.begins > last_of(due)
    return Verdict(late(rule), is_certain, taken, never.event)


def _silent(rule: Rule, due: Span, found: Evidence, as_of: int) -> Verdict:
    """Nothing shows the act. Where the matter ended surely too late the limit may have been overrun: possible only.

    A limit that lies before another says nothing of the kind: what ends the matter is expected after it.
    """
    is_telling = not rule.before and not rule.act.closing_is_mute
    if found.closed and is_telling and first_of(found.closed.span or _NO_TIME) > last_of(due):
        return _by(late(rule), found.closed, is_certain=False)
    taken: tuple[Step, ...] = (found.closed.step,) if found.closed else ()
    if as_of <= first_of(due):
        return Verdict(Status.OPEN, is_certain=True, steps=taken)
    return Verdict(Status.UNPROVEN, as_of > last_of(due), (*taken, _NOTHING))


def _not_earlier(start: Start, due: Span, found: Evidence, as_of: int) -> Verdict:
    """The act may not come before the due: shown before it, and surely after the trigger, is the breach."""
    if found.shown and found.shown.span:
        span = found.shown.span
        if first_of(span) >= last_of(due):
            return _by(Status.MET, found.shown, is_certain=True)
        is_certain = last_of(span) < first_of(due) and first_of(span) >= last_of(start.moment)
        return _by(late(start.rule), found.shown, is_certain=is_certain)
    if as_of <= first_of(due):
        return Verdict(Status.OPEN, is_certain=True)
    return Verdict(Status.UNPROVEN, as_of > last_of(due), (_NOTHING,))
