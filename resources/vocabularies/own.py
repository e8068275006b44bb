"""The shipped vocabularies with a user's own terms after them: one thing that never changes once it is made."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Protocol, TypeVar, cast

from resources.vocabularies import shipped
from resources.vocabularies.terms import DRAWING, FIELD_TYPES, FIELDS, KINDS_OF_EVENT, EventKind, FieldKind, Term

AnyTerm = TypeVar("AnyTerm", bound=Term)
_MONEY = re.compile(r"\d+(\.\d+)? [A-Z]{3}")


class OwnTerm(Protocol):
    """A term of a user's own as plain values; ``body`` is what a kind of event or a field has beside its labels."""

    @property
    def vocabulary(self) -> str:
        """The vocabulary it belongs to: ``event-kinds`` and ``fields`` too."""
        ...

    @property
    def term(self) -> str:
        """Its id."""
        ...

    @property
    def labels(self) -> Mapping[str, str]:
        """Its labels by language."""
        ...

    @property
    def huridocs(self) -> str | None:
        """Its HURIDOCS code."""
        ...

    @property
    def description(self) -> str | None:
        """What it means."""
        ...

    @property
    def body(self) -> Mapping[str, Any]:
        """Of a kind: group, span, proves_presence, fields; of a field: type, vocabulary, kinds that show it."""
        ...


class Vocabularies:
    """Every term there is. A shipped id is never redefined; of two own terms of one id the first counts."""

    def __init__(self, own: Iterable[OwnTerm] = ()) -> None:
        self._own: dict[tuple[str, str], OwnTerm] = {}
        for term in own:
            self._own.setdefault((term.vocabulary, term.term), term)
        plain = {name for name, _term in self._own} & set(shipped.vocabulary_names()) - {KINDS_OF_EVENT}
        self._plain = {name: _after(shipped.vocabulary(name), map(_term, self._of(name))) for name in plain}
        fields, kinds = self._of(FIELDS), self._of(KINDS_OF_EVENT)
        self._fields = _after(shipped.fields(), map(_field, fields)) if fields else None
        self._kinds = _after(shipped.event_kinds(), map(self._kind, kinds)) if kinds else None
        shown = [(kind, field.term) for field in fields for kind in field.body.get("kinds", ())]
        self._kinds = _with_fields(self.event_kinds(), shown) if shown else self._kinds

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vocabularies) and self._own == other._own

    def __hash__(self) -> int:
        return hash(tuple(self._own))

    @property
    def own(self) -> tuple[OwnTerm, ...]:
        """The user's own terms, in their order."""
        return tuple(self._own.values())

    def extended(self, own: Iterable[OwnTerm]) -> "Vocabularies":
        """These with more terms; the ones there already stay as they are."""
        return Vocabularies([*self._own.values(), *own])

    def is_own(self, name: str, term: str) -> bool:
        """Whether a term is the user's own."""
        return (name, term) in self._own and term not in SHIPPED.vocabulary(name)

    def vocabulary(self, name: str) -> Mapping[str, Term]:
        """The terms of a vocabulary by id, the shipped ones first. Raises ``KeyError`` for an unknown name."""
        if name == FIELDS:
            return self.fields()
        if name == KINDS_OF_EVENT:
            return self.event_kinds()
        return self._plain[name] if name in self._plain else shipped.vocabulary(name)

    def is_term(self, term: object, name: str) -> bool:
        """Whether a vocabulary has this term; anything may be asked about."""
        return isinstance(term, str) and term in self.vocabulary(name)

    def event_kinds(self) -> Mapping[str, EventKind]:
        """The kinds of event by id."""
        return self._kinds if self._kinds is not None else shipped.event_kinds()

    def fields(self) -> Mapping[str, FieldKind]:
        """Every extra field of events by id."""
        return self._fields if self._fields is not None else shipped.fields()

    def _of(self, name: str) -> list[OwnTerm]:
        return [term for (owner, _id), term in self._own.items() if owner == name]

    def _kind(self, own: OwnTerm) -> EventKind:
        body = own.body
        return EventKind(
            own.term, own.labels, own.huridocs, own.description,
            group=body["group"] if body.get("group") in self.vocabulary("event-groups") else "other",
            span=bool(body.get("span")), proves_presence=bool(body.get("proves_presence")),
            fields=tuple(field for field in body.get("fields", ()) if field in self.fields()),
        )  # fmt: skip


def _after(terms: Mapping[str, AnyTerm], own: Iterable[AnyTerm]) -> Mapping[str, AnyTerm]:
    """The shipped terms, then those of the user's own that have an id of their own."""
    return MappingProxyType({**terms, **{term.id: term for term in own if term.id not in terms}})


def _term(own: OwnTerm) -> Term:
    return Term(own.term, own.labels, own.huridocs, own.description)


def _field(own: OwnTerm) -> FieldKind:
    """A field of a type or with a vocabulary that nobody knows is a text."""
    kind, drawn_on = own.body.get("type"), own.body.get("vocabulary")
    if kind == "safeguard":
        drawn_on = "safeguards"
    elif kind not in FIELD_TYPES or (kind in DRAWING and drawn_on not in shipped.vocabulary_names()):
        kind = "text"
    return FieldKind(
        own.term, own.labels, own.huridocs, own.description, type=str(kind),
        vocabulary=drawn_on if kind in DRAWING | {"safeguard"} else None,
    )  # fmt: skip


def _with_fields(kinds: Mapping[str, EventKind], shown: Iterable[tuple[str, str]]) -> Mapping[str, EventKind]:
    """The kinds, some of them with fields that ask to be shown there: pairs of a kind and a field."""
    found = dict(kinds)
    for kind, field in shown:
        if kind in found and field not in found[kind].fields:
            found[kind] = replace(found[kind], fields=(*found[kind].fields, field))
    return MappingProxyType(found)


def fits(field: FieldKind, value: object, is_term: Callable[[object, str], bool]) -> bool:
    """Whether a value of ``case.json`` is of the field's type; what a time or an id means is judged elsewhere.

    ``is_term`` says whether something is a term of the vocabulary named.
    """
    drawn_on = field.vocabulary or ""
    if value is None:
        return True
    if field.type == "terms":
        return isinstance(value, list) and all(is_term(one, drawn_on) for one in cast("list[object]", value))
    if field.type in {"term", "safeguard"}:
        return is_term(value, drawn_on) or (field.type == "safeguard" and isinstance(value, bool))
    if field.type in {"bool", "number"}:
        return isinstance(value, bool) if field.type == "bool" else _is_number(value)
    return isinstance(value, str) and (field.type != "money" or _MONEY.fullmatch(value) is not None)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


SHIPPED = Vocabularies()
