"""A missed term and our motion to restore it, and what came of that (UPK of Kazakhstan, article 50)."""

from collections.abc import Iterator

from desktop.logic.clocks import steps
from desktop.logic.clocks.deadline import Status
from desktop.logic.clocks.facts import Happening, Span
from desktop.logic.clocks.index import CaseIndex, first_of
from desktop.logic.clocks.lawbook import key_of
from desktop.logic.clocks.rule import Side
from desktop.logic.clocks.starts import Start
from desktop.logic.clocks.steps import Step
from desktop.logic.clocks.verdict import Verdict

FIELD = "restores"  # of a motion: the rule whose term it asks for
_ASKING = ("motion", "complaint")
_LAPSED = frozenset({Status.MISSED, Status.UNPROVEN})
_LINKS = ("answers", "extends", "appeals", "caused-by", "part-of", "repeats", "replaces")
_WORDS = {
    "refused": ("refus", "reject", "dismiss", "отказ", "тарт"),
    "granted": ("grant", "restor", "удовлетвор", "восстанов", "қанағат", "қалпына"),
}  # beginnings of words, of the status or of the outcome as written
_OUTCOMES = {"granted": (Status.RESTORED, True), "refused": (Status.REFUSED, False)}


def restored(start: Start, verdict: Verdict, index: CaseIndex, as_of: int) -> Verdict:
    """How a term of ours that lapsed stands after a motion to restore it; only for the one who missed it (50.2)."""
    if start.rule.side is not Side.OURS or verdict.status not in _LAPSED:
        return verdict
    for motion, span in _motions(start, verdict, index):
        if first_of(span) <= as_of:
            return _after(motion, span, verdict, index)
    return verdict


def _motions(start: Start, verdict: Verdict, index: CaseIndex) -> Iterator[tuple[Happening, Span]]:
    """Those linked to what started the clock or to the late filing, then those of the person that name the rule."""
    for bound in dict.fromkeys((start.event.id, verdict.event or start.event.id)):
        for motion in index.linked_to(bound, _LINKS):
            span = index.span(motion)
            if motion.kind in _ASKING and motion.fields.get(FIELD) and span and _is_of(start.person, motion):
                yield motion, span
    named = {start.rule.id.casefold(), key_of(start.rule).casefold()}
    for kind in _ASKING:
        for span, motion in index.of(start.person, kind).not_before(first_of(start.moment)):
            is_named = str(motion.fields.get(FIELD) or "").strip().casefold() in named
            if is_named and not _is_bound_elsewhere(start, motion, index):
                yield motion, span


def _is_of(person: str | None, motion: Happening) -> bool:
    persons = {one.person for one in motion.participants if one.person}
    return person is None or not persons or person in persons


def _is_bound_elsewhere(start: Start, motion: Happening, index: CaseIndex) -> bool:
    """A motion that says by a link what it is about speaks of no other term."""
    bound = [event.id for event in index.linked_from(motion.id, _LINKS)]
    return bool(bound) and start.event.id not in bound


def _after(motion: Happening, span: Span, verdict: Verdict, index: CaseIndex) -> Verdict:
    taken: list[Step] = [*verdict.steps, steps.RestorationAsked(motion.id, motion.kind, span)]
    answer = next(iter(index.linked_to(motion.id, ("answers",))), None)
    outcome = str(answer.fields.get("outcome") or "") if answer else ""
    said = [str(motion.fields.get("status")), *outcome.casefold().split()]
    named = (name for one in said for name, words in _WORDS.items() if one.startswith(words))
    status, is_granted = _OUTCOMES.get(next(named, ""), (Status.RESTORATION_ASKED, None))
    if answer is not None or is_granted is not None:
        told = answer or motion
        taken.append(steps.RestorationAnswered(told.id, told.kind, index.span(told) or span, is_granted))
    return Verdict(status, is_certain=True, steps=tuple(taken), event=(answer or motion).id)
