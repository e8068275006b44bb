"""The vocabularies of the record: terms, kinds of event and their fields, each with its label in three languages.

One TOML file a vocabulary. A broken file is refused as a whole, with the file and the key that is wrong.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import cast

from resources import resource
from resources.vocabularies.checks import BrokenVocabulary, Entry

LANGUAGES = ("en", "ru", "kk")
FIELD_TYPES = frozenset(
    {"text", "bool", "number", "when", "money", "term", "terms", "safeguard", "person", "organisation", "document"}
)
KINDS_OF_EVENT = "event-kinds"
_FIELDS = "fields"
_MONEY = re.compile(r"\d+(\.\d+)? [A-Z]{3}")

__all__ = [
    "FIELD_TYPES",
    "LANGUAGES",
    "BrokenVocabulary",
    "EventKind",
    "FieldKind",
    "Term",
    "event_kinds",
    "fields",
    "fits",
    "label",
    "vocabulary",
    "vocabulary_names",
]


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its id, its label in every language and, where there is one, its HURIDOCS code.

    The code is the number of the micro-thesaurus, a dot, and the twelve digits of the term: ``5.030100000000``.
    """

    id: str
    labels: Mapping[str, str]
    huridocs: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class EventKind(Term):
    """A kind of event: its group, whether it lasts, whether its participants were at its place, its fields' ids."""

    group: str = "other"
    span: bool = False
    proves_presence: bool = False
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldKind(Term):
    """An extra field of events: its type and, for ``term``, ``terms`` and ``safeguard``, the vocabulary it draws on."""

    type: str = "text"
    vocabulary: str | None = None


@cache
def vocabulary_names() -> tuple[str, ...]:
    """Every vocabulary there is, in alphabetical order."""
    files = (PurePosixPath(file.name) for file in resource("vocabularies").iterdir())
    return tuple(sorted(file.stem for file in files if file.suffix == ".toml" and file.stem != _FIELDS))


@cache
def vocabulary(name: str) -> Mapping[str, Term]:
    """The terms of a vocabulary by id, in the order of its file. Raises ``KeyError`` for an unknown name."""
    if name not in vocabulary_names():
        raise KeyError(name)
    if name == KINDS_OF_EVENT:
        return event_kinds()
    return read_terms(f"{name}.toml", _text(name))


@cache
def event_kinds() -> Mapping[str, EventKind]:
    """The kinds of event by id, in the order of their file."""
    return read_event_kinds(f"{KINDS_OF_EVENT}.toml", _text(KINDS_OF_EVENT))


@cache
def fields() -> Mapping[str, FieldKind]:
    """Every extra field of events by id."""
    return read_fields(f"{_FIELDS}.toml", _text(_FIELDS))


def label(term: Term, language: str) -> str:
    """A term's label in a language (``kk-Latn`` counts as ``kk``); in English where it has none."""
    labels = term.labels
    return labels.get(language) or labels.get(language.split("-", maxsplit=1)[0]) or labels.get("en") or term.id


def fits(field: FieldKind, value: object) -> bool:
    """Whether a value of ``case.json`` is of the field's type; what a time or an id means is judged elsewhere."""
    if value is None:
        return True
    if field.type == "terms":
        return isinstance(value, list) and all(_is_term(field, item) for item in cast("list[object]", value))
    if field.type in {"term", "safeguard"}:
        return _is_term(field, value) or (field.type == "safeguard" and isinstance(value, bool))
    if field.type in {"bool", "number"}:
        return isinstance(value, bool) if field.type == "bool" else _is_number(value)
    return isinstance(value, str) and (field.type != "money" or _MONEY.fullmatch(value) is not None)


def read_terms(file: str, text: str) -> Mapping[str, Term]:
    """The terms of a file given as text; ``file`` is its name for the error."""
    terms: dict[str, Term] = {}
    for entry in Entry.all_of(file, "term", text):
        terms[entry.id] = Term(entry.id, entry.labels(LANGUAGES), entry.huridocs(), entry.description())
        entry.refuse_unknown_keys()
    return MappingProxyType(terms)


def read_event_kinds(file: str, text: str) -> Mapping[str, EventKind]:
    """The kinds of event of a file given as text, checked against the groups and the fields."""
    kinds: dict[str, EventKind] = {}
    for entry in Entry.all_of(file, "term", text):
        kinds[entry.id] = EventKind(
            entry.id,
            entry.labels(LANGUAGES),
            entry.huridocs(),
            entry.description(),
            group=entry.one_of("group", vocabulary("event-groups")),
            span=entry.flag("span"),
            proves_presence=entry.flag("proves_presence"),
            fields=entry.several_of("fields", fields()),
        )
        entry.refuse_unknown_keys()
    return MappingProxyType(kinds)


def read_fields(file: str, text: str) -> Mapping[str, FieldKind]:
    """The fields of a file given as text, checked against the vocabularies they draw on."""
    found: dict[str, FieldKind] = {}
    for entry in Entry.all_of(file, "field", text, r"[a-z][a-z0-9]*(_[a-z0-9]+)*"):
        kind = entry.one_of("type", FIELD_TYPES)
        drawn_on = entry.one_of("vocabulary", vocabulary_names()) if kind in {"term", "terms"} else None
        if kind == "safeguard":
            drawn_on = "safeguards"
        found[entry.id] = FieldKind(
            entry.id, entry.labels(LANGUAGES), entry.huridocs(), entry.description(), type=kind, vocabulary=drawn_on
        )
        entry.refuse_unknown_keys()
    return MappingProxyType(found)


def _is_term(field: FieldKind, value: object) -> bool:
    return isinstance(value, str) and value in vocabulary(field.vocabulary or "")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _text(name: str) -> str:
    return resource("vocabularies", f"{name}.toml").read_text(encoding="utf-8")
