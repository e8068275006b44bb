"""The extra fields of an event in ``case.json``: each of the type that its vocabulary gives it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from db.types import Kind
from desktop.documents.exchange.codecs import NO_ZONE, Codec, Columns
from desktop.i18n import _
from resources.vocabularies import FieldKind, fits_with

if TYPE_CHECKING:
    from desktop.documents.exchange.here import Here
    from desktop.documents.exchange.writing import Writing

REFERRING = frozenset({"person", "organisation", "document"})  # types of fields that name a record
_LARGEST_NUMBER = 2**53  # beyond it other programs read another number (RFC 7493)


@dataclass(frozen=True, slots=True)
class FieldsCodec(Codec):
    """The extra fields of an event, each of the type its vocabulary gives it."""

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Keep every field that is known and fits."""
        kept: Columns = {}
        for key, content in value.items():
            kind = here.field(key, content)
            if kind is not None and content is not None:
                kept[key] = _read_field(kind, content, here)
        row[self.column] = kept

    def write(self, row: Any, file: "Writing") -> Any:
        """The fields that hold something, in alphabetical order."""
        content: Mapping[str, Any] = getattr(row, self.column)
        written = {key: _written_field(key, content[key], file) for key in sorted(content)}
        return {key: value for key, value in written.items() if value not in (None, "", [])}


def _read_field(kind: FieldKind, value: Any, here: "Here") -> Any:
    if not fits_with(kind, value, here.is_term):
        _note_misfit(kind, value, here)
    elif kind.type == "when":
        here.read_when(value, NO_ZONE, kind.id)
    elif kind.type in REFERRING:
        return here.referred(value, Kind(kind.type), kind.id)
    elif kind.type == "number" and not abs(value) <= _LARGEST_NUMBER:
        here.add_fault(_("This number is too large."), kind.id)
    return value


def _written_field(key: str, value: Any, file: "Writing") -> Any:
    kind = file.words.fields().get(key)
    file.note_term("fields", key)
    if kind is None:
        return value
    if kind.type in REFERRING:
        return file.ids.get(value)
    if kind.vocabulary:
        for term in cast("list[Any]", value) if isinstance(value, list) else (value,):
            file.note_term(kind.vocabulary, term if isinstance(term, str) else None)
    return cast("Any", value)


def _note_misfit(kind: FieldKind, value: Any, here: "Here") -> None:
    """Say of each term that it is unknown, or of the whole value what it should have been."""
    terms = cast("list[Any]", value if kind.type == "terms" and isinstance(value, list) else [value])
    if kind.vocabulary and all(isinstance(term, str) for term in terms):
        for term in terms:
            here.take_term(term, kind.vocabulary, kind.id)
    else:
        here.add_fault(_misfit(kind), kind.id)


def _misfit(kind: FieldKind) -> str:
    return {
        "bool": _("It must be true or false."),
        "number": _("It must be a number."),
        "money": _("It must be an amount and a currency: 50000 KZT."),
        "terms": _("It must be a list of terms of the vocabulary “{vocabulary}”.").format(vocabulary=kind.vocabulary),
        "term": _("It must be a term of the vocabulary “{vocabulary}”.").format(vocabulary=kind.vocabulary),
        "safeguard": _("It must be true, false or a term of the vocabulary “safeguards”."),
        "when": _("It must be a time as EDTF text."),
    }.get(kind.type, _("It must be a text."))
