"""Rules from their records: which versions there are, what a user settled over what is shipped, what runs on a day.

A record is the table of ``resources/rules`` (see ``resources.rules.record``), already found sound there.
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, cast

from desktop.logic.clocks.rule import (
    Act,
    Anchor,
    Basis,
    Bound,
    Conditions,
    Confidence,
    Direction,
    Expiry,
    Item,
    Length,
    Listed,
    Pick,
    Roll,
    Rule,
    Side,
    Trigger,
    Unit,
)

Table = Mapping[str, Any]
Key = tuple[str, str, int]


class Origin(StrEnum):
    """Where a rule comes from."""

    SHIPPED = "shipped"
    CHANGED = "changed"  # shipped, and changed or signed by a user
    OWN = "own"


@dataclasses.dataclass(frozen=True, slots=True)
class OwnRule:
    """What a user settled on one version of a rule; an empty ``body`` leaves the shipped record as it is."""

    key: Key
    body: Table
    is_off: bool = False
    verified_by: str | None = None
    verified_on: date | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One version of a rule as it stands: the rule, the record it was made from, where that comes from."""

    rule: Rule
    body: Table
    origin: Origin


def key_of_table(table: Table) -> Key:
    """Id, variant and version of a record."""
    return table["id"], table.get("variant", ""), table.get("version", 1)


def key_of_rule(rule: Rule) -> Key:
    """Id, variant and version of a rule."""
    return rule.id, rule.variant, rule.version


def rule_of(table: Table) -> Rule:
    """The rule a sound record describes; what the record leaves out is as ``Rule`` has it."""
    given: dict[str, Any] = {"version": 1, "triggers": ()}
    given |= {key: _READ[key](value) if key in _READ else value for key, value in table.items()}
    return Rule(**given)


def merge(shipped: Iterable[Table], own: Iterable[OwnRule]) -> tuple[Entry, ...]:
    """The shipped rules with what a user settled over them, and the user's own; sorted by id, variant, version."""
    return settle([Entry(rule_of(table), table, Origin.SHIPPED) for table in shipped], own)


def settle(shipped: Iterable[Entry], own: Iterable[OwnRule]) -> tuple[Entry, ...]:
    """The same of shipped rules that were made before: only what the user settled is made anew."""
    settled = {one.key: one for one in own}
    entries = [_over(entry, settled.pop(key_of_rule(entry.rule), None)) for entry in shipped]
    entries += [Entry(_settled(rule_of(one.body), one), one.body, Origin.OWN) for one in settled.values() if one.body]
    return tuple(sorted(entries, key=_place))


def running(entries: Iterable[Entry]) -> tuple[Rule, ...]:
    """The rules for the engine: no two versions of one limit on the same day, and none that is switched off.

    A later version ends the one before it. A version of the user's own that is switched off ends nothing.
    """
    groups: dict[tuple[str, str], list[Rule]] = {}
    for entry in entries:
        if entry.rule.is_on or entry.origin is not Origin.OWN:
            groups.setdefault((entry.rule.id, entry.rule.variant), []).append(entry.rule)
    rules = [rule for versions in groups.values() for rule in _without_overlap(versions)]
    return tuple(rule for rule in rules if rule.is_on)


def version_on(rules: Iterable[Rule], rule_id: str, day: date, variant: str = "") -> Rule | None:
    """The version of a limit in force on a day, the latest where several are; ``None`` where there was none."""
    there = [rule for rule in rules if (rule.id, rule.variant) == (rule_id, variant) and _holds(rule, day)]
    return max(there, key=_version, default=None)


def next_version(entries: Iterable[Entry], rule_id: str, variant: str) -> int:
    """The number of the next version of a limit."""
    taken = [entry.rule.version for entry in entries if (entry.rule.id, entry.rule.variant) == (rule_id, variant)]
    return max(taken, default=0) + 1


def _over(entry: Entry, own: OwnRule | None) -> Entry:
    if own is None:
        return entry
    rule = rule_of(own.body) if own.body else entry.rule
    return Entry(_settled(rule, own), own.body or entry.body, Origin.CHANGED if own.body else Origin.SHIPPED)


def _settled(rule: Rule, own: OwnRule) -> Rule:
    return dataclasses.replace(
        rule,
        is_on=not own.is_off,
        verified_by=own.verified_by or rule.verified_by,
        verified_on=own.verified_on or rule.verified_on,
    )


def _without_overlap(versions: Sequence[Rule]) -> list[Rule]:
    kept: list[Rule] = []
    later: date | None = date.max
    for rule in sorted(versions, key=_version, reverse=True):
        if later is None or (rule.valid_from and rule.valid_from >= later):
            continue  # a later version covers all its days
        ends = later - timedelta(days=1) if later < date.max else None
        if ends and (rule.valid_to is None or rule.valid_to > ends):
            rule = dataclasses.replace(rule, valid_to=ends)  # noqa: PLW2901 - the version as far as it still runs
        kept.append(rule)
        later = rule.valid_from
    return kept[::-1]


def _holds(rule: Rule, day: date) -> bool:
    return (rule.valid_from is None or rule.valid_from <= day) and (rule.valid_to is None or day <= rule.valid_to)


def _version(rule: Rule) -> int:
    return rule.version


def _place(entry: Entry) -> Key:
    return key_of_rule(entry.rule)


def _values(table: Table) -> dict[str, tuple[Any, ...]]:
    return {name: tuple(values) for name, values in table.items()}


def _length(table: Table) -> Length:
    return Length(table["quantity"], Unit(table["unit"]))


def _read_with(readers: Mapping[str, Callable[[Any], Any]], table: Table) -> dict[str, Any]:
    return {
        key: readers[key](value) if key in readers else tuple(cast("list[Any]", value)) if _is_list(value) else value
        for key, value in table.items()
    }


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _trigger(table: Table) -> Trigger:
    return Trigger(**_read_with({"anchor": Anchor, "where": _values, "after": _length}, table))


def _conditions(table: Table) -> Conditions:
    days = {"offence_from": date.fromisoformat, "offence_to": date.fromisoformat}
    values = {"fields": _values, "told": _values, "unless": _values, "order_unless": _values}
    return Conditions(**_read_with({**values, **days}, table))


def _act(table: Table) -> Act:
    return Act(**_read_with({"where": _values, "never": _values}, table))


def _expiry(table: Table) -> Expiry:
    return Expiry(**_read_with({}, table))


def _each(reader: Callable[[Any], Any]) -> Callable[[Iterable[Any]], tuple[Any, ...]]:
    def read(values: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(reader(value) for value in values)

    return read


def _item(table: Table) -> Item:
    return Item(**_read_with({"since": date.fromisoformat}, table))


def _listed(table: Table) -> Listed:
    return Listed(**table)


def _basis(table: Table) -> Basis:
    return Basis(**table)


_READ: Mapping[str, Callable[[Any], Any]] = {
    "triggers": _each(_trigger),
    "unit": Unit,
    "side": Side,
    "basis": _each(_basis),
    "confidence": Confidence,
    "applies_if": _conditions,
    "act": _act,
    "pick": Pick,
    "direction": Direction,
    "before": tuple,
    "bound": Bound,
    "roll": Roll,
    "on_expiry": _expiry,
    "items": _each(_item),
    "listed": _listed,
    "reminders": _each(_length),
    "valid_from": date.fromisoformat,
    "valid_to": date.fromisoformat,
    "checked_to": date.fromisoformat,
    "verified_on": date.fromisoformat,
}
