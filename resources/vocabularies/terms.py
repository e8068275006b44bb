"""What a vocabulary is made of: terms, kinds of event and fields of events."""

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("en", "ru", "kk")
FIELD_TYPES = frozenset(
    {"text", "bool", "number", "when", "money", "term", "terms", "safeguard", "person", "organisation", "document"}
)
DRAWING = frozenset({"term", "terms"})  # types of fields that name the vocabulary they draw on
KINDS_OF_EVENT, FIELDS = "event-kinds", "fields"


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


@dataclass(frozen=True, slots=True)
class VocabularyName(Term):
    """What a vocabulary is called; an open one can be added to, on a closed one the program itself relies."""

    is_open: bool = False


def label(term: Term, language: str) -> str:
    """A term's label in a language (``kk-Latn`` counts as ``kk``); where it has none in English, else in any.

    A Kazakh label that an own term lacks is told in Russian first: whoever reads the one reads the other.
    """
    labels, plain = term.labels, language.split("-", maxsplit=1)[0]
    wanted = (language, plain, *(("ru",) if plain == "kk" else ()), "en", *labels)
    return next((labels[one] for one in wanted if labels.get(one)), term.id)
