"""The law as data: one TOML file a jurisdiction, one record a limit, each with its article, its source and its doubt.

A rule that is wrong is left out and told, with its file and key; every other rule keeps working.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, cast

from resources import resource
from resources.rules.faults import Fault
from resources.rules.record import ENUMS, RULE_ID, faults_in, shipped_terms

__all__ = [
    "ENUMS",
    "RULE_ID",
    "Fault",
    "RuleTable",
    "Rules",
    "faults_in",
    "faults_of_references",
    "read_rules",
    "rules_of",
    "shipped_rules",
    "shipped_terms",
]


@dataclass(frozen=True, slots=True)
class RuleTable:
    """One sound rule as its file has it: what ``body`` leaves out is as the record's defaults say."""

    file: str
    body: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The id the rule is cited by: ``KZ-D02``."""
        return self.body["id"]

    @property
    def key(self) -> tuple[str, str, int]:
        """What is unique: id, variant and version."""
        return self.id, self.body.get("variant", ""), self.body.get("version", 1)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that can be used, and what is wrong with those that cannot."""

    tables: tuple[RuleTable, ...]
    faults: tuple[Fault, ...]


@cache
def shipped_rules() -> Rules:
    """The rules the program carries, of every jurisdiction."""
    files = sorted(PurePosixPath(file.name).name for file in resource("rules").iterdir())
    return rules_of(
        (name, resource("rules", name).read_text(encoding="utf-8")) for name in files if name.endswith(".toml")
    )


def rules_of(files: Iterable[tuple[str, str]]) -> Rules:
    """The rules of several files, given as (name, text): read, none there twice, and no broken reference."""
    read = [read_rules(name, content) for name, content in files]
    tables = [table for one in read for table in one.tables]
    faults = [fault for one in read for fault in one.faults]
    first: dict[tuple[str, str, int], RuleTable] = {}
    again = [table for table in tables if first.setdefault(table.key, table) is not table]
    faults += [Fault(table.file, table.id, "id", "duplicate") for table in again]
    kept = tuple(first.values())
    wrong = faults_of_references(kept)
    broken = {(fault.file, fault.rule) for fault in wrong if fault.what == "cycle"}
    sound = tuple(table for table in kept if (table.file, table.id) not in broken)
    return Rules(sound, (*faults, *wrong))


def read_rules(file: str, content: str) -> Rules:
    """The rules of one file given as text; ``[all]`` of the file is what its rules leave out."""
    try:
        whole = tomllib.loads(content)
    except tomllib.TOMLDecodeError as fault:
        where = re.search(r"line \d+", str(fault))
        return Rules((), (Fault(file, "", where.group() if where else "end", "syntax"),))
    faults = [Fault(file, "", key, "unknown-key") for key in whole if key not in {"all", "rule"}]
    shared = whole.get("all", {})
    entries = whole.get("rule")
    if not isinstance(shared, dict):
        return Rules((), (*faults, Fault(file, "", "all", "type")))
    if not isinstance(entries, list) or not entries:
        return Rules((), (*faults, Fault(file, "", "rule", "type" if entries else "missing")))
    tables: list[RuleTable] = []
    for place, entry in enumerate(cast("list[object]", entries)):
        if not isinstance(entry, dict):
            faults.append(Fault(file, "", f"rule[{place}]", "type"))
            continue
        body = cast("dict[str, Any]", shared) | cast("dict[str, Any]", entry)
        wrong = faults_in(body)
        name = body.get("id")
        faults += [
            Fault(file, name if isinstance(name, str) else "", f"rule[{place}].{key}", what) for key, what in wrong
        ]
        if not wrong:
            tables.append(RuleTable(file, MappingProxyType(body)))
    return Rules(tuple(tables), tuple(faults))


def faults_of_references(tables: Iterable[RuleTable]) -> tuple[Fault, ...]:
    """Rules that name a rule which is not there, and rules counted back from themselves through others."""
    named = list(tables)
    ids = {table.id for table in named}
    counted_from: dict[str, set[str]] = {one: set() for one in ids}
    faults: list[Fault] = []
    for table in named:
        after = table.body.get("on_expiry", {}).get("next", ())
        for key, others in (("before", table.body.get("before", ())), ("on_expiry.next", after)):
            faults += [Fault(table.file, table.id, key, "unknown-term") for other in others if other not in ids]
        counted_from[table.id].update(other for other in table.body.get("before", ()) if other in ids)
    going_round = _going_round(counted_from)
    faults += [Fault(table.file, table.id, "before", "cycle") for table in named if table.id in going_round]
    return tuple(faults)


def _going_round(counted_from: Mapping[str, set[str]]) -> set[str]:
    """The rules that go round: what is left when those that lead to an end, and those nothing leads to, are gone."""
    leading_to: dict[str, set[str]] = {rule: set() for rule in counted_from}
    for rule, others in counted_from.items():
        for other in others:
            leading_to[other].add(rule)
    left = _without_ends(counted_from, leading_to)
    within = {rule: leading_to[rule] & left for rule in left}
    return _without_ends(within, {rule: counted_from[rule] & left for rule in left})


def _without_ends(ahead: Mapping[str, set[str]], behind: Mapping[str, set[str]]) -> set[str]:
    """What is left when everything with nothing ahead of it is taken away, again and again."""
    waiting = {rule: len(others) for rule, others in ahead.items()}
    ends = [rule for rule, count in waiting.items() if not count]
    for end in ends:  # grows while it is read
        del waiting[end]
        for rule in behind[end]:
            waiting[rule] -= 1
            if not waiting[rule]:
                ends.append(rule)
    return set(waiting)
