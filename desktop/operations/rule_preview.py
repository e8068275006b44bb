"""What a rule would do with one event: counted by the engine, before anybody keeps the rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.types import When
from db.vault import Session
from desktop.documents.clocks.trace import tell_fault, trace
from desktop.documents.clocks.words import Words
from desktop.logic.clocks import Facts, clocks_of
from desktop.logic.clocks.facts import Happening
from desktop.logic.clocks.rule import Act, Conditions, Pick, Rule, Trigger
from desktop.logic.clocks.rulebook import rule_of
from desktop.operations.calendars import calendars_in_force
from resources import rules
from resources.vocabularies import event_kinds, fields

_TRIAL = "trial"


@dataclass(frozen=True, slots=True)
class RulePreview:
    """The ``due`` in words (empty where the law sets no time), and the count step by step.

    ``is_in_force`` is whether the version holds on that day; ``trouble`` says what could not be counted.
    """

    due: str = ""
    steps: Sequence[str] = ()
    is_in_force: bool = True
    trouble: str = ""


def preview_rule(session: Session, body: Mapping[str, Any], moment: When, language: str) -> RulePreview | None:
    """What the rule of this record would make of an event at ``moment``; ``None`` while the record has faults.

    Only the counting is tried: conditions, links and other events are left out, and a limit counted back from the end
    of another is counted back from the event.
    """
    known = dict(rules.shipped_terms()) | {"event-kinds": frozenset(event_kinds()), "fields": frozenset(fields())}
    if rules.faults_in(body, known):
        return None
    rule = _bare(rule_of(body))
    event = Happening(_TRIAL, rule.triggers[0].kinds[0], moment, moment.zone)
    facts = Facts(rule.jurisdiction, moment.zone, (rule.jurisdiction,), events=(event,))
    calendars = calendars_in_force(session, [rule.calendar or rule.jurisdiction])
    clocks = clocks_of(facts, [rule], calendars, moment.earliest or moment.latest or 0)
    if clocks.faults:
        return RulePreview(trouble=tell_fault(clocks.faults[0], language))
    if not clocks.deadlines:
        return RulePreview(is_in_force=False)
    deadline = clocks.deadlines[0]
    due = Words(language, deadline.zone).span(deadline.due) if deadline.due else ""
    return RulePreview(due, trace(deadline, {}, language))


def _bare(rule: Rule) -> Rule:
    """The counting of a rule alone."""
    first = rule.triggers[0] if rule.triggers else Trigger((next(iter(event_kinds())),))
    trigger = Trigger(first.kinds, first.anchor)
    return replace(
        rule, triggers=(trigger,), applies_if=Conditions(), act=Act(), pick=Pick.EACH, before=(), ladder="", tier=0,
        override=None, once=False, alternatives="", listed=None,
    )  # fmt: skip
