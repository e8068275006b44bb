"""The vocabularies that come with the program, read from their TOML files: each once, and refused as a whole."""

from collections.abc import Mapping
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType

from resources import resource
from resources.vocabularies.checks import Entry
from resources.vocabularies.terms import (
    DRAWING,
    FIELD_TYPES,
    FIELDS,
    KINDS_OF_EVENT,
    LANGUAGES,
    EventKind,
    FieldKind,
    Term,
    VocabularyName,
)

_NAMES = "names"


@cache
def vocabulary_names() -> tuple[str, ...]:
    """Every vocabulary there is, in alphabetical order."""
    files = (PurePosixPath(file.name) for file in resource("vocabularies").iterdir())
    return tuple(sorted(file.stem for file in files if file.suffix == ".toml" and file.stem not in {FIELDS, _NAMES}))


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
    return read_fields(f"{FIELDS}.toml", _text(FIELDS))


@cache
def names() -> Mapping[str, VocabularyName]:
    """What every vocabulary is called, by its id, in the order in which they are offered; the fields too."""
    return read_names(f"{_NAMES}.toml", _text(_NAMES))


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
        drawn_on = entry.one_of("vocabulary", vocabulary_names()) if kind in DRAWING else None
        if kind == "safeguard":
            drawn_on = "safeguards"
        found[entry.id] = FieldKind(
            entry.id, entry.labels(LANGUAGES), entry.huridocs(), entry.description(), type=kind, vocabulary=drawn_on
        )
        entry.refuse_unknown_keys()
    return MappingProxyType(found)


def read_names(file: str, text: str) -> Mapping[str, VocabularyName]:
    """The names of vocabularies of a file given as text."""
    found: dict[str, VocabularyName] = {}
    for entry in Entry.all_of(file, "vocabulary", text):
        found[entry.id] = VocabularyName(
            entry.id, entry.labels(LANGUAGES), description=entry.description(), is_open=entry.flag("is_open")
        )
        entry.refuse_unknown_keys()
    return MappingProxyType(found)


def _text(name: str) -> str:
    return resource("vocabularies", f"{name}.toml").read_text(encoding="utf-8")
