"""The vocabularies of the record: terms, kinds of event and their fields, each with its label in three languages.

One TOML file a vocabulary, then the own terms of the vault that is open. A broken file is refused as a whole, with the
file and the key that is wrong.
"""

from collections.abc import Mapping

from resources.vocabularies.checks import BrokenVocabulary
from resources.vocabularies.own import SHIPPED, OwnTerm, Vocabularies
from resources.vocabularies.own import fits as fits_with
from resources.vocabularies.shipped import (
    names,
    read_event_kinds,
    read_fields,
    read_names,
    read_terms,
    vocabulary_names,
)
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
    label,
)

__all__ = [
    "DRAWING",
    "FIELDS",
    "FIELD_TYPES",
    "KINDS_OF_EVENT",
    "LANGUAGES",
    "SHIPPED",
    "BrokenVocabulary",
    "EventKind",
    "FieldKind",
    "OwnTerm",
    "Term",
    "Vocabularies",
    "VocabularyName",
    "event_kinds",
    "fields",
    "fits",
    "fits_with",
    "in_force",
    "label",
    "names",
    "put_in_force",
    "read_event_kinds",
    "read_fields",
    "read_names",
    "read_terms",
    "vocabulary",
    "vocabulary_names",
]


class _InForce:
    """The vocabularies of the vault that is open; replaced as a whole, so that any thread may ask at any time."""

    vocabularies: Vocabularies = SHIPPED


def in_force() -> Vocabularies:
    """The vocabularies as they are now; another object whenever an own term was added, changed or removed."""
    return _InForce.vocabularies


def put_in_force(vocabularies: Vocabularies = SHIPPED) -> None:
    """Let these count from now on; without an argument, only those that came with the program."""
    _InForce.vocabularies = vocabularies


def vocabulary(name: str) -> Mapping[str, Term]:
    """The terms of a vocabulary by id, the shipped ones first. Raises ``KeyError`` for an unknown name."""
    return in_force().vocabulary(name)


def event_kinds() -> Mapping[str, EventKind]:
    """The kinds of event by id."""
    return in_force().event_kinds()


def fields() -> Mapping[str, FieldKind]:
    """Every extra field of events by id."""
    return in_force().fields()


def fits(field: FieldKind, value: object) -> bool:
    """Whether a value of ``case.json`` is of the field's type; what a time or an id means is judged elsewhere."""
    return fits_with(field, value, in_force().is_term)
