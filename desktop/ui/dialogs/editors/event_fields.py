"""The part of the event editor that changes with the kind of event: the kind's own fields."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from db.types import Kind
from desktop.i18n import N_
from desktop.ui.building import Stages
from desktop.ui.desk import Desk
from desktop.ui.inputs.choices import ChoiceInput, terms_of, yes_or_no
from desktop.ui.inputs.form import Form
from desktop.ui.inputs.input import Input, says_something
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.terms import TermInput, TermsInput
from desktop.ui.inputs.texts import LongTextInput, MoneyInput, NumberInput
from desktop.ui.inputs.times import EdtfInput
from desktop.ui.labels import field
from desktop.ui.records.named import NAMING
from resources.vocabularies import EventKind, FieldKind, event_kinds, fields, names, vocabulary

SHORT = 8  # terms that are all seen at once
UNKNOWN_FIELD = FieldKind("", {})


class FieldPicker(RecordPicker):
    """A field that names a person, an organisation or a document, kept by its id."""

    def __init__(self, desk: Desk, finder: Finder, named: Mapping[str, Candidate]) -> None:
        super().__init__(desk, finder, N_("Name"))
        self._named = named

    def value(self) -> Any:
        """The id. Raises ``Unclear``."""
        chosen = super().value()
        return chosen.id if chosen else None

    def fill(self, value: Any) -> None:
        """Show the record with this id."""
        super().fill(self._named.get(value) if isinstance(value, str) else value)


class EventFields(Form):
    """Inputs for the fields of one kind; fields of another kind stay in view as long as they hold something."""

    def __init__(
        self,
        desk: Desk,
        zone: Callable[[], str],
        finders: Mapping[Kind, Finder],
        named: Mapping[str, Candidate],
    ) -> None:
        super().__init__(margin=0)
        self.section(N_("Details"))
        self._desk, self._zone, self._finders, self._named = desk, zone, finders, named

    def show_kind(self, kind: str | None) -> None:
        """Show the fields of a kind; what was typed for another kind is kept."""
        wanted = event_kinds().get(kind or "", EventKind("", {})).fields
        for field_id in wanted:
            self._offer(field_id)
        for field_id in self.parts():
            is_filled = says_something(self.input(field_id).raw())
            self.reveal(field_id, is_shown=field_id in wanted or is_filled)

    def make_ready(self, parts: Iterable[str]) -> None:
        """Have inputs for these fields."""
        for field_id in parts:
            self._offer(field_id)

    def make_in_turn(self, kind: str, parts: Iterable[str]) -> Stages:
        """Have inputs for the fields of a kind and for these, one after the other."""
        for field_id in (*parts, *event_kinds().get(kind, EventKind("", {})).fields):
            self._offer(field_id)
            yield

    def fill_all(self, values: Mapping[str, Any]) -> None:
        """Show what the record holds, whatever its kind."""
        for field_id, value in values.items():
            self._offer(field_id)
            self.input(field_id).fill(value)

    def raw(self) -> object:
        """What stands in the fields that say something: offering one more field changes nothing."""
        raw = {part: self.input(part).raw() for part in self.parts()}
        return {part: value for part, value in raw.items() if says_something(value)}

    def is_blank(self) -> bool:
        """Whether the kind has no fields and none is filled."""
        return not any(self.input(part).isVisibleTo(self) for part in self.parts())

    def read_times_again(self) -> None:
        """Understand every time anew, because the zone is another."""
        for part in self.parts():
            made = self.input(part)
            if isinstance(made, EdtfInput):
                made.read_again()

    def _offer(self, field_id: str) -> None:
        if field_id not in self.parts():
            kind = fields().get(field_id, UNKNOWN_FIELD)
            self.put_worded(field_id, partial(field, field_id), self._input(kind))

    def _input(self, kind: FieldKind) -> Input:
        if kind.type in {"term", "terms", "safeguard"}:
            return _term_input(kind)
        if kind.type in NAMING:
            return FieldPicker(self._desk, self._finders[Kind(kind.type)], self._named)
        if kind.type == "when":
            return EdtfInput(N_("Time"), self._zone)
        plain: dict[str, Callable[[], Input]] = {
            "bool": partial(ChoiceInput, yes_or_no, N_("Not known")),
            "number": NumberInput,
            "money": MoneyInput,
        }
        return plain.get(kind.type, partial(LongTextInput, 1))()


class SafeguardInput(ChoiceInput):
    """A safeguard; yes and no of older records count as respected and not respected."""

    def fill(self, value: Any) -> None:
        """Show it."""
        told = {True: "respected", False: "not-respected"}
        super().fill(told[value] if isinstance(value, bool) else value)


class ListedTerms(TermsInput):
    """Several terms, kept as a list."""

    def value(self) -> Any:
        """The ids. Raises ``Unclear``."""
        return list(super().value())


def _term_input(kind: FieldKind) -> Input:
    name = kind.vocabulary or ""
    if kind.type == "terms":
        return ListedTerms(terms_of(name))
    if kind.type == "safeguard":
        return SafeguardInput(terms_of(name))
    is_short = len(vocabulary(name)) <= SHORT and not names()[name].is_open  # what can be added to, is typed into
    return ChoiceInput(terms_of(name)) if is_short else TermInput(terms_of(name))
