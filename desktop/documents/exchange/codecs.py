"""How one key of the file becomes columns of a record, and how a row becomes that key again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from db.types import Name, When
from desktop.documents.exchange.faults import quoted
from desktop.i18n import _

if TYPE_CHECKING:
    from desktop.documents.exchange.here import Here
    from desktop.documents.exchange.writing import Writing

Columns = dict[str, Any]
NO_ZONE = "UTC"  # for times of which the text alone is kept: whether they can be read hangs on no place


@dataclass(frozen=True, slots=True)
class Codec:
    """A value kept as it stands: text, truth or number. ``column`` is the record's, ``default`` for no key."""

    column: str
    default: Any = None

    def defaults(self) -> Columns:
        """What the columns hold when the file leaves the key out."""
        return {} if self.default is None else {self.column: self.default}

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Put the value of the key into the columns of ``row``, or note a fault."""
        del here
        row[self.column] = value

    def write(self, row: Any, file: "Writing") -> Any:
        """The value of the key for a row; empty when there is none."""
        del file
        return getattr(row, self.column)


@dataclass(frozen=True, slots=True)
class TextsCodec(Codec):
    """A list of texts, in their order."""

    def write(self, row: Any, file: "Writing") -> Any:
        """The texts."""
        del file
        return list(getattr(row, self.column))


@dataclass(frozen=True, slots=True)
class SectionsCodec(Codec):
    """Texts by their names."""

    def write(self, row: Any, file: "Writing") -> Any:
        """The texts that say something, in the alphabetical order of their names."""
        del file
        sections: Mapping[str, str] = getattr(row, self.column)
        return {name: sections[name] for name in sorted(sections) if sections[name]}


@dataclass(frozen=True, slots=True)
class TermCodec(Codec):
    """The id of a term of one vocabulary."""

    vocabulary: str = ""

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Keep a known term."""
        if here.take_term(value, self.vocabulary):
            row[self.column] = value

    def write(self, row: Any, file: "Writing") -> Any:
        """The term, noting that the file needs it."""
        value = getattr(row, self.column)
        file.note_term(self.vocabulary, value)
        return value


@dataclass(frozen=True, slots=True)
class NamesCodec(Codec):
    """The spellings of a name, each with language and kind."""

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Keep every spelling; one without a kind is official."""
        for number, name in enumerate(value):
            here.take_term(name.get("kind", "official"), "name-kinds", number, "kind")
        row[self.column] = [
            {"text": name["text"], "lang": name.get("lang"), "kind": name.get("kind", "official")} for name in value
        ]

    def write(self, row: Any, file: "Writing") -> Any:
        """Every spelling with what is known of it."""
        names: tuple[Name, ...] = getattr(row, self.column)
        for name in names:
            file.note_term("name-kinds", name.kind)
        return [{"text": name.text, **({"lang": name.lang} if name.lang else {}), "kind": name.kind} for name in names]


@dataclass(frozen=True, slots=True)
class WhenCodec(Codec):
    """An uncertain time; its zone is left out where it is that of the first of ``places`` known, else of the case."""

    places: tuple[str, ...] = ()

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Work out the bounds at the wall clock of the zone."""
        found = here.read_when(value, here.zone(self.places))
        if found is not None:
            base = self.column.rstrip("_")
            row[f"{base}_edtf"], row[f"{base}_zone"] = found.edtf, found.zone
            row[f"{base}_earliest"], row[f"{base}_latest"] = found.earliest, found.latest

    def write(self, row: Any, file: "Writing") -> Any:
        """The text alone, or with its zone where that is not to be expected."""
        when: When | None = getattr(row, self.column)
        if when is None:
            return None
        implied = file.zone(tuple(getattr(row, f"{place}_id") for place in self.places))
        return when.edtf if when.zone == implied else {"edtf": when.edtf, "zone": when.zone}


@dataclass(frozen=True, slots=True)
class TreeCodec(Codec):
    """A small object kept whole; written with its keys in alphabetical order, all the way down."""

    def write(self, row: Any, file: "Writing") -> Any:
        """The object."""
        del file
        return ordered(getattr(row, self.column))


@dataclass(frozen=True, slots=True)
class CoordinatesCodec(Codec):
    """Latitude and longitude in degrees."""

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Keep both."""
        del here
        row["latitude"], row["longitude"] = value

    def write(self, row: Any, file: "Writing") -> Any:
        """Both, or nothing."""
        del file
        return None if row.latitude is None or row.longitude is None else [row.latitude, row.longitude]


@dataclass(frozen=True, slots=True)
class DayCodec(Codec):
    """A day of the calendar, as ISO 8601 writes it."""

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Keep a day there is."""
        try:
            date.fromisoformat(value)
        except ValueError:
            here.add_fault(_("There is no such day."))
        row[self.column] = value


@dataclass(frozen=True, slots=True)
class ZoneCodec(Codec):
    """The name of a time zone."""

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Keep a zone that exists."""
        if here.is_zone(value):
            row[self.column] = value


@dataclass(frozen=True, slots=True)
class IdentityCodec(Codec):
    """Identity documents: kind, number, issuer, and when they were issued."""

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Keep them once kind and time are understood; of the day of issue its text, for it needs no zone."""
        for number, paper in enumerate(value):
            if "kind" in paper:
                here.take_term(paper["kind"], "identity-documents", number, "kind")
            if "issued" in paper:
                here.read_when(paper["issued"], NO_ZONE, number, "issued")
        row[self.column] = [
            {key: part["edtf"] if isinstance(part, dict) else part for key, part in paper.items()} for paper in value
        ]

    def write(self, row: Any, file: "Writing") -> Any:
        """Each with its keys in one order."""
        papers: list[Mapping[str, Any]] = getattr(row, self.column)
        for paper in papers:
            file.note_term("identity-documents", paper.get("kind"))
        return [
            {key: paper[key] for key in ("kind", "number", "issuer", "issued") if paper.get(key)} for paper in papers
        ]


def unknown_term(term: Any, name: str) -> str:
    """The sentence for a term that a vocabulary does not have."""
    return _("“{term}” is not in the vocabulary “{vocabulary}”.").format(term=quoted(term), vocabulary=name)


def ordered(value: Any) -> Any:
    """A JSON value with the keys of its objects in alphabetical order."""
    if isinstance(value, Mapping):
        table = cast("Mapping[str, Any]", value)
        return {key: ordered(table[key]) for key in sorted(table)}
    if isinstance(value, list | tuple):
        return [ordered(one) for one in cast("list[Any]", value)]
    return value
