"""The inputs for an own term: its labels in three languages, and what a kind of event or a field has beside them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from db.rows import TermRow
from desktop.i18n import N_, _
from desktop.ui.inputs.choices import ChoiceInput, Group, kinds_of_event, terms_of, yes_or_no
from desktop.ui.inputs.form import Form
from desktop.ui.inputs.terms import TermInput, TermsInput
from desktop.ui.inputs.texts import LongTextInput, TextInput
from desktop.ui.labels import worded
from resources.vocabularies import DRAWING, FIELDS, KINDS_OF_EVENT, EventKind, FieldKind, Term, names

TITLES = {"ru": N_("Label in &Russian"), "kk": N_("Label in &Kazakh"), "en": N_("Label in &English")}
FIELD_TYPES = {
    "text": N_("Text"),
    "bool": N_("Yes or no"),
    "number": N_("Number"),
    "when": N_("Time"),
    "money": N_("Amount of money"),
    "term": N_("One term of a vocabulary"),
    "terms": N_("Several terms of a vocabulary"),
    "safeguard": N_("Safeguard: respected or not"),
    "person": N_("Person"),
    "organisation": N_("Organisation"),
    "document": N_("Document"),
}
_BODY = {KINDS_OF_EVENT: ("group", "span", "proves_presence", "fields"), FIELDS: ("type", "vocabulary", "kinds")}

_LISTS, _FLAGS = {"fields", "kinds"}, {"span", "proves_presence"}


class TermForm(Form):
    """The inputs for a term of one vocabulary."""

    def __init__(self, vocabulary: str) -> None:
        super().__init__()
        fill_form(self, vocabulary)


def fill_form(form: Form, vocabulary: str) -> None:
    """Put the inputs for a term of this vocabulary into a form."""
    for language, title in TITLES.items():
        form.put(f"labels.{language}", title, TextInput(), is_wide=True)
    if vocabulary == KINDS_OF_EVENT:
        _put_kind(form)
    elif vocabulary == FIELDS:
        _put_field(form)
    form.put("description", N_("What it &means"), LongTextInput(2), is_wide=True)
    form.put("huridocs", N_("&HURIDOCS code"), TextInput(N_("such as 5.030100000000")))


def values_of(row: TermRow) -> dict[str, Any]:
    """What the inputs show of a term."""
    labels = {f"labels.{language}": row.labels.get(language) for language in TITLES}
    body = {key: row.body.get(key) for key in _BODY.get(row.vocabulary, ())}
    body |= {key: bool(body[key]) for key in body.keys() & _FLAGS}
    return {**labels, **body, "description": row.description, "huridocs": row.huridocs}


def row_of(values: Mapping[str, Any], before: TermRow) -> TermRow:
    """The term with what stands in the inputs."""
    body = {key: values[key] for key in _BODY.get(before.vocabulary, ())}
    body |= {key: list(body[key]) for key in body.keys() & _LISTS}
    if body.get("type") not in DRAWING:
        body.pop("vocabulary", None)
    labels = {language: values[f"labels.{language}"] or "" for language in TITLES}
    return replace(before, labels=labels, body=body, description=values["description"], huridocs=values["huridocs"])


def shipped_row(vocabulary: str, term: Term) -> TermRow:
    """A shipped term as the inputs show it."""
    body: dict[str, Any] = {}
    if isinstance(term, EventKind):
        body = {key: getattr(term, key) for key in _BODY[KINDS_OF_EVENT]}
    elif isinstance(term, FieldKind):
        body = {"type": term.type, "vocabulary": term.vocabulary}
    return TermRow("", vocabulary, term.id, term.labels, term.description, term.huridocs, body)


def _put_kind(form: Form) -> None:
    form.put("group", N_("&Group"), ChoiceInput(terms_of("event-groups"), N_("Choose a group")))
    form.put("span", N_("It &lasts"), ChoiceInput(yes_or_no, ""))
    title = N_("Whoever takes part was at the &place")
    form.put("proves_presence", title, ChoiceInput(yes_or_no, ""))
    form.put("fields", N_("Its &fields, in their order"), TermsInput(terms_of(FIELDS), N_("Add a field")), is_wide=True)


def _put_field(form: Form) -> None:
    kind = ChoiceInput(_field_types, N_("Choose a type"))
    form.put("type", N_("&Type"), kind)
    form.put("vocabulary", N_("From the &vocabulary"), TermInput(_vocabularies, N_("Choose a vocabulary"), adds=False))
    shown = TermsInput(kinds_of_event, N_("Add a kind of event"))
    form.put("kinds", N_("Sho&wn for these kinds of event"), shown, is_wide=True)
    form.changed.connect(partial(_follow_type, form))
    _follow_type(form)


def _follow_type(form: Form) -> None:
    """Only a field that holds terms draws on a vocabulary."""
    form.reveal("vocabulary", is_shown=form.input("type").value() in DRAWING)


def _field_types() -> list[Group]:
    return [Group("", [(kind, _(words)) for kind, words in FIELD_TYPES.items()])]


def _vocabularies() -> list[Group]:
    return [Group("", [(name.id, worded(name)) for name in names().values() if name.id != FIELDS])]
