"""The schema of a rule, made of small checks: each looks at one value and notes every fault with its key."""

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import cast

LANGUAGES = ("en", "ru", "kk")


@dataclass(slots=True)
class Findings:
    """The faults found so far, as (key, code), and the vocabularies that terms are looked up in."""

    terms: Mapping[str, Container[str]]
    faults: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    def note(self, key: str, what: str) -> None:
        """Note a fault at a key."""
        self.faults.append((key, what))


Check = Callable[[object, str, Findings], None]


def text(pattern: str = "", *, may_be_empty: bool = False) -> Check:
    """A text, of this form where one is given."""
    form = re.compile(pattern) if pattern else None

    def check(value: object, key: str, found: Findings) -> None:
        if not isinstance(value, str):
            found.note(key, "type")
        elif not value.strip():
            if not may_be_empty:
                found.note(key, "empty")
        elif form and not form.fullmatch(value):
            found.note(key, "form")

    return check


def term(vocabulary: str) -> Check:
    """A text that must be one of the terms of a vocabulary."""

    def check(value: object, key: str, found: Findings) -> None:
        if not isinstance(value, str):
            found.note(key, "type")
        elif value not in found.terms[vocabulary]:
            found.note(key, "unknown-term")

    return check


def number(least: int = 0) -> Check:
    """A whole number, not under ``least``."""

    def check(value: object, key: str, found: Findings) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            found.note(key, "type")
        elif value < least:
            found.note(key, "form")

    return check


def flag(value: object, key: str, found: Findings) -> None:
    """True or false."""
    if not isinstance(value, bool):
        found.note(key, "type")


def day(value: object, key: str, found: Findings) -> None:
    """A day as ISO 8601 text: ``2019-12-27``."""
    if not isinstance(value, str):
        found.note(key, "type")
        return
    try:
        is_day = date.fromisoformat(value).isoformat() == value
    except ValueError:
        is_day = False
    if not is_day:
        found.note(key, "form")


def value_of_field(value: object, key: str, found: Findings) -> None:
    """What a field of an event may be compared with: a text, a whole number, true or false."""
    if not isinstance(value, str | int):
        found.note(key, "type")


def words(*, required: bool = True) -> Check:
    """Words in every language; where not ``required``, at least no empty ones and no other language."""

    def check(value: object, key: str, found: Findings) -> None:
        if not isinstance(value, Mapping):
            found.note(key, "type")
            return
        given = cast("Mapping[str, object]", value)
        for language in LANGUAGES:
            if required and language not in given:
                found.note(f"{key}.{language}", "missing")
        for language, said in given.items():
            if language not in LANGUAGES:
                found.note(f"{key}.{language}", "unknown-key")
            else:
                text()(said, f"{key}.{language}", found)

    return check


def several(of: Check, *, least: int = 0) -> Check:
    """A list of such values, none twice."""

    def check(value: object, key: str, found: Findings) -> None:
        if not isinstance(value, list | tuple):
            found.note(key, "type")
            return
        values = cast("list[object]", value)
        if len(values) < least:
            found.note(key, "empty")
        for place, one in enumerate(values):
            of(one, f"{key}[{place}]", found)
            if one in values[:place]:
                found.note(f"{key}[{place}]", "duplicate")

    return check


def mapping(names: str, of: Check) -> Check:
    """A table whose keys are terms of a vocabulary."""

    def check(value: object, key: str, found: Findings) -> None:
        if not isinstance(value, Mapping):
            found.note(key, "type")
            return
        for name, one in cast("Mapping[str, object]", value).items():
            if name not in found.terms[names]:
                found.note(f"{key}.{name}", "unknown-term")
            of(one, f"{key}.{name}", found)

    return check


def table(required: Mapping[str, Check], optional: Mapping[str, Check]) -> Check:
    """A table with these keys and no others: a slip of the keyboard must not pass for a missing key."""

    def check(value: object, key: str, found: Findings) -> None:
        if not isinstance(value, Mapping):
            found.note(key, "type")
            return
        given = cast("Mapping[str, object]", value)
        lead = f"{key}." if key else ""
        for name in required:
            if name not in given:
                found.note(f"{lead}{name}", "missing")
        for name, one in given.items():
            checked = required.get(name) or optional.get(name)
            if checked is None:
                found.note(f"{lead}{name}", "unknown-key")
            else:
                checked(one, f"{lead}{name}", found)

    return check
