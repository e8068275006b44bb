"""The rules put in order: by what starts them, the version of the day, and which are counted from which."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from desktop.logic.clocks.deadline import Fault
from desktop.logic.clocks.facts import Span
from desktop.logic.clocks.rule import Direction, Rule, Trigger
from desktop.logic.when.zones import start_of_day, zone_called


@dataclass(frozen=True, slots=True)
class Lawbook:
    """The rules that can run.

    ``by_kind``: the rules and the triggers by which an event of that kind starts them; ``backward``: those counted
    from other rules, each after the ones it is counted from; ``mains``: what an id means where others count from it.
    """

    by_kind: Mapping[str, Sequence[tuple[Rule, Trigger]]]
    backward: Sequence[Rule]
    mains: Mapping[str, Rule]
    faults: Sequence[Fault]


def key_of(rule: Rule) -> str:
    """What a rule is called where one text must do: ``KZ-K03``, ``KZ-K03/unlawful-detention``."""
    return f"{rule.id}/{rule.variant}" if rule.variant else rule.id


def lawbook_of(rules: Iterable[Rule], regimes: Sequence[str]) -> Lawbook:
    """The rules in force for these jurisdictions that are switched on."""
    wanted = [rule for rule in rules if rule.is_on and rule.jurisdiction in regimes]
    mains = _mains(wanted)
    backward, faults = _in_order([rule for rule in wanted if rule.before], mains)
    by_kind: dict[str, list[tuple[Rule, Trigger]]] = defaultdict(list)
    for rule in wanted:
        if not rule.before:
            for trigger in rule.triggers:
                for kind in dict.fromkeys(trigger.kinds):
                    by_kind[kind].append((rule, trigger))
    return Lawbook(by_kind, backward, mains, faults)


def holds_on(rule: Rule, trigger: Span, zone: str) -> bool | None:
    """Whether this version of a rule was in force at the trigger; ``None`` where only for some of its moments."""
    is_late_enough = is_early_enough = True
    if rule.valid_from is not None:
        is_late_enough = _reaches(trigger, _begins(rule.valid_from, zone))
    if rule.valid_to is not None:
        is_over = _reaches(trigger, _begins(rule.valid_to + timedelta(days=1), zone))
        is_early_enough = None if is_over is None else not is_over
    return all_hold(is_late_enough, is_early_enough)


def all_hold(*answers: bool | None) -> bool | None:
    """Whether all hold: no where one does not, ``None`` where one may."""
    if False in answers:
        return False
    return None if None in answers else True


def is_meant(rule: Rule, mains: Mapping[str, Rule]) -> bool:
    """Whether others that count from this id count from this rule: from the main one, and variants that start alike.

    ``KZ-C02`` is the limit of three months, not the term in which a prosecutor has to agree to it.
    """
    main = mains[rule.id]
    return (rule.triggers, rule.before) == (main.triggers, main.before)


def is_backward_from_trigger(rule: Rule) -> bool:
    """Whether a rule counts back from its own trigger."""
    return rule.direction is Direction.BACKWARD and not rule.before


@cache
def _begins(day: date, zone: str) -> int:
    """The first second of a day of the law, at the wall clock of the place."""
    return start_of_day(day, zone_called(zone))


def _reaches(trigger: Span, moment: int) -> bool | None:
    """Whether a trigger lies at or after a moment, for every possible time; ``None`` for some."""
    if trigger.earliest is not None and trigger.earliest >= moment:
        return True
    return False if trigger.latest is not None and trigger.latest < moment else None


def _mains(rules: Iterable[Rule]) -> dict[str, Rule]:
    """Of each id the rule that others mean by it: the one without a variant, else the first."""
    mains: dict[str, Rule] = {}
    for rule in rules:
        there = mains.get(rule.id)
        if there is None or (there.variant and not rule.variant):
            mains[rule.id] = rule
    return mains


def _in_order(rules: Sequence[Rule], mains: Mapping[str, Rule]) -> tuple[list[Rule], list[Fault]]:
    """Rules counted from others, each after those; what hangs on itself or on nothing is left out and told."""
    needs = {at: {one for one in rule.before if one in mains and mains[one].before} for at, rule in enumerate(rules)}
    needed_by: dict[str, list[int]] = defaultdict(list)
    for at, needed in needs.items():
        for one in needed:
            needed_by[one].append(at)
    left = Counter(rule.id for rule in rules if is_meant(rule, mains))
    ready, ordered = [at for at, needed in needs.items() if not needed], list[Rule]()
    for at in ready:  # grows while it is read
        rule = rules[at]
        ordered.append(rule)
        left[rule.id] -= is_meant(rule, mains)
        for one in needed_by[rule.id] if is_meant(rule, mains) and not left[rule.id] else ():
            needs[one].discard(rule.id)
            if not needs[one]:
                ready.append(one)
    faults = [Fault("ring", key_of(rules[at])) for at, needed in needs.items() if needed]
    missing = [rule for rule in ordered if not any(one in mains for one in rule.before)]
    return ordered, faults + [Fault("no-such-rule", key_of(rule)) for rule in missing]
