"""The user's own terms in a case file: which ones it needs, which ones it brings, and what is wrong with those."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from db.rows import TermRow
from desktop.documents.exchange.codecs import unknown_term
from desktop.documents.exchange.faults import Spot, quoted
from desktop.documents.exchange.shape import Record
from desktop.i18n import _
from resources.vocabularies import (
    DRAWING,
    FIELDS,
    KINDS_OF_EVENT,
    FieldKind,
    Vocabularies,
    names,
)

GROUPS = "event-groups"
Named = tuple[str, str]  # a vocabulary and a term of it
_KEBAB = re.compile(r"(?=.{1,64}\Z)[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SNAKE = re.compile(r"(?=.{1,64}\Z)[a-z][a-z0-9]*(_[a-z0-9]+)*")
_KEYS: Mapping[str, frozenset[str]] = {
    KINDS_OF_EVENT: frozenset({"group", "span", "proves_presence", "fields"}),
    FIELDS: frozenset({"type", "vocabulary", "kinds"}),
}


def needed_terms(terms: Sequence[TermRow], named: set[Named]) -> list[TermRow]:
    """The terms that are named and those they cannot be without (fields, groups, kinds), in their order."""
    own = {(row.vocabulary, row.term): row for row in terms}
    needed, waiting = set[Named](), list(named)
    while waiting:
        one = waiting.pop()
        if one in own and one not in needed:
            needed.add(one)
            waiting += _parts(own[one])
    return [row for row in terms if (row.vocabulary, row.term) in needed]


def is_id(vocabulary: str, term: str) -> bool:
    """Whether an own term may have this id: kebab-case, and snake_case for a field."""
    return (_SNAKE if vocabulary == FIELDS else _KEBAB).fullmatch(term) is not None


def is_open(vocabulary: str) -> bool:
    """Whether there is such a vocabulary and it can be added to."""
    return vocabulary in names() and names()[vocabulary].is_open


class FileTerms:
    """Every term a file may name: those of the vault, those it brings, and on request those it only names."""

    def __init__(self, known: Vocabularies, records: Iterable[Record] = (), *, adds: bool = False) -> None:
        brought = [row for row in map(_row, records) if row is not None]
        self.known = known
        self.words = known.extended(brought) if brought else known
        self.added: dict[Named, Mapping[str, Any]] = {}  # what each has beside its label
        self._counts = Counter((row.vocabulary, row.term) for row in brought)
        self._adds = adds

    def is_term(self, term: object, name: str) -> bool:
        """Whether a vocabulary has this term; on request it has it from now on."""
        if self.words.is_term(term, name):
            return True
        return isinstance(term, str) and self._has_added((name, term), {"group": "other"})

    def field(self, name: str, value: object = None) -> FieldKind | None:
        """An extra field of events; one that is added on request is of the type that the value shows."""
        known = self.words.fields().get(name)
        kind = _type_of(value)
        if known is None and kind and self._has_added((FIELDS, name), {"type": kind}):
            return FieldKind(name, {}, type=self.added[FIELDS, name]["type"])
        return known

    def can_add(self, name: str, term: object) -> bool:
        """Whether an unknown term could be added as it is."""
        return isinstance(term, str) and is_open(name) and is_id(name, term)

    def can_add_field(self, name: str, value: object) -> bool:
        """Whether an unknown field could be added, of the type that its value shows."""
        return bool(_type_of(value)) and self.can_add(FIELDS, name)

    def faults_of(self, record: Record) -> Iterator[tuple[Spot, str]]:
        """What is wrong with a term the file brings: the place within it, and the sentence."""
        row = _row(record)
        if row is None:
            return
        if self._counts[row.vocabulary, row.term] > 1:
            yield ("term",), _("This term stands here twice.")
        yield from list(term_faults(row, self.words)) or _differences(row, self.words)

    def _has_added(self, named: Named, body: Mapping[str, Any]) -> bool:
        if self._adds and named not in self.added and self.can_add(*named):
            self.added[named] = body if named[0] in _KEYS else {}
        return named in self.added


def term_faults(row: TermRow, words: Vocabularies) -> Iterator[tuple[Spot, str]]:
    """What is wrong with an own term among these words, whoever wrote it."""
    if row.vocabulary not in names():
        yield ("vocabulary",), _("There is no vocabulary “{vocabulary}”.").format(vocabulary=quoted(row.vocabulary))
        return
    if not is_open(row.vocabulary):
        yield ("vocabulary",), _("Nothing can be added to this vocabulary: the program relies on its terms.")
    if not is_id(row.vocabulary, row.term):
        field = _("It must be made of small Latin letters, digits and single underscores: cell_number.")
        plain = _("It must be made of small Latin letters, digits and single hyphens: cold-cell.")
        yield ("term",), field if row.vocabulary == FIELDS else plain
    for key in row.body:
        if key not in _KEYS.get(row.vocabulary, ()):
            yield ("body", key), _("This key is not known.")
    if row.vocabulary == KINDS_OF_EVENT:
        yield from _kind_faults(row.body, words)
    elif row.vocabulary == FIELDS:
        yield from _field_faults(row.body, words)


def _kind_faults(body: Mapping[str, Any], words: Vocabularies) -> Iterator[tuple[Spot, str]]:
    group = body.get("group")
    if not group:
        yield ("body", "group"), _("This is missing.")
    elif not words.is_term(group, GROUPS):
        yield ("body", "group"), unknown_term(group, GROUPS)
    for number, field in enumerate(body.get("fields", ())):
        if field not in words.fields():
            yield ("body", "fields", number), _("There is no field “{field}”.").format(field=quoted(field))


def _field_faults(body: Mapping[str, Any], words: Vocabularies) -> Iterator[tuple[Spot, str]]:
    kind, drawn_on = body.get("type"), body.get("vocabulary")
    if not kind:
        yield ("body", "type"), _("This is missing.")
    if kind in DRAWING and not drawn_on:
        yield ("body", "vocabulary"), _("This is missing.")
    elif drawn_on and kind not in DRAWING:
        yield ("body", "vocabulary"), _("Only a field that holds terms draws on a vocabulary.")
    elif drawn_on and (drawn_on not in names() or drawn_on == FIELDS):
        yield ("body", "vocabulary"), _("There is no vocabulary “{vocabulary}”.").format(vocabulary=quoted(drawn_on))
    for number, event_kind in enumerate(body.get("kinds", ())):
        if event_kind not in words.event_kinds():
            yield ("body", "kinds", number), unknown_term(event_kind, KINDS_OF_EVENT)


def _differences(row: TermRow, words: Vocabularies) -> Iterator[tuple[Spot, str]]:
    """Where a term differs from one of the same id that counts before it, in what cannot be merged."""
    here: Mapping[str, Any] = {}
    if row.vocabulary == FIELDS and row.term in words.fields():
        field = words.fields()[row.term]
        here = {"type": field.type, "vocabulary": field.vocabulary if field.type in DRAWING else None}
    elif row.vocabulary == KINDS_OF_EVENT and row.term in words.event_kinds():
        kind = words.event_kinds()[row.term]
        here = {"group": kind.group, "span": kind.span or None, "proves_presence": kind.proves_presence or None}
    for key, value in here.items():
        if (row.body.get(key) or None) != value:
            yield (
                ("body", key),
                _("This vault has the same id already, and there this is another: {value}.").format(
                    value=quoted(value if value is not None else False)
                ),
            )


def _parts(row: TermRow) -> list[Named]:
    """What a term cannot be without."""
    fields = [(FIELDS, field) for field in row.body.get("fields", ())]
    kinds = [(KINDS_OF_EVENT, kind) for kind in row.body.get("kinds", ())]
    return [*fields, *kinds, (GROUPS, row.body.get("group", ""))]


def _row(record: Record) -> TermRow | None:
    """The term of a record whose form is right as far as it is there."""
    if "vocabulary" not in record or "term" not in record:
        return None
    return TermRow(
        "", record["vocabulary"], record["term"], record.get("labels", {}), record.get("description"),
        record.get("huridocs"), record.get("body", {}),
    )  # fmt: skip


def _type_of(value: object) -> str:
    if isinstance(value, bool):
        return "bool"
    return "number" if isinstance(value, int | float) else "text" if isinstance(value, str) else ""
