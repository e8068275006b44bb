"""The tables of a brief: the chronology, the exhibits, the sources. Each row is plain values under named fields."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.documents.runs import Content


class ChronologyField(StrEnum):
    """What a column of a chronology shows; the value is the attribute of the row."""

    NUMBER = "number"
    WHEN = "when"
    PLACE = "place"
    EVENT = "event"
    PERSONS = "persons"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class ChronologyColumn:
    """A column of a chronology under its title."""

    field: ChronologyField
    title: str


@dataclass(frozen=True, slots=True)
class ChronologyRow:
    """One event; ``standing`` says under its text how the fact stands ("denied by the prosecution")."""

    number: str
    when: Content
    event: Content
    place: Content = ""
    persons: Content = ""
    source: Content = ""
    standing: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class ChronologySpan:
    """A line across the whole table: the beginning of a period, a gap, an overlap; or what ``closes`` one, as a total.

    A page never ends after a line that begins something, nor begins with one that closes it.
    """

    content: Content
    closes: bool = False


@dataclass(frozen=True, slots=True)
class ChronologyTable:
    """The events in their order."""

    columns: tuple[ChronologyColumn, ...]
    rows: tuple[ChronologyRow | ChronologySpan, ...]


class ExhibitField(StrEnum):
    """What a column of an exhibit list shows; the value is the attribute of the row."""

    NUMBER = "number"
    DESCRIPTION = "description"
    DATE = "date"
    AUTHOR = "author"
    LANGUAGE = "language"
    FORM = "form"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class ExhibitColumn:
    """A column of an exhibit list under its title."""

    field: ExhibitField
    title: str


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """One exhibit; ``form`` says original or copy, ``sha256`` is the hexadecimal hash of its file or empty."""

    number: str
    description: Content
    date: str = ""
    author: str = ""
    language: str = ""
    form: str = ""
    pages: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class ExhibitList:
    """The exhibits in the order of their numbers, each with its hash under it."""

    columns: tuple[ExhibitColumn, ...]
    rows: tuple[ExhibitRow, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One published source: its description and, if it has one, its address."""

    number: str
    content: Content
    address: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources relied on."""

    sources: tuple[Source, ...]
