"""What a brief is made of: one tree of plain values, composed once, that every writer (PDF, DOCX, HTML) only writes.

Text is text: no value is ever read as markup. Whatever a person reads is already in the document's language here;
writers add only page numbers and what a page needs.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from desktop.documents.runs import Content, Footnote
from desktop.documents.tables import ChronologyTable, ExhibitList, SourceList


class Align(StrEnum):
    """Where the lines of a paragraph stand."""

    BODY = "body"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class CoverKind(StrEnum):
    """How a document begins."""

    FILING = "filing"
    STATEMENT = "statement"
    TITLE_PAGE = "title-page"


@dataclass(frozen=True, slots=True)
class Field:
    """A label and what is filled in beside it: "To" and the office addressed, "Case" and its number."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Cover:
    """How the document begins: a filing's header block, a statement's head, or a page of its own.

    ``fields`` are the header block (to whom, from whom, which case); ``issuer`` is a letterhead, which filings lack.
    """

    kind: CoverKind
    title: str
    subtitle: str = ""
    issuer: str = ""
    date: str = ""
    reference: str = ""
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the headings down to ``depth`` with their pages."""

    title: str
    depth: int = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest."""

    level: int
    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, numbered or not."""

    content: Content
    number: int | None = None
    id: str = ""
    align: Align = Align.BODY


@dataclass(frozen=True, slots=True)
class Quote:
    """Someone's own words, set apart."""

    content: Content


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list with its mark ("•", "1)") at a depth that starts at 1."""

    content: Content
    mark: str = "•"
    level: int = 1


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark of the program to the reader, set apart: what is not verified, what is missing."""

    title: str
    content: Content


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: in what capacity, under what name; ``caption`` stands under the line ("signature")."""

    capacity: str
    name: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The end of a document: date and place, a line for each signatory, a note (on the electronic signature)."""

    signatories: tuple[Signatory, ...]
    date: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class BodyFigure:
    """A chart of the body (``body-charts``) with its marks: each a number and a place, 0 to 1 across and down."""

    chart: str
    title: str
    marks: tuple[tuple[int, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class BodyCharts:
    """Charts of one body, side by side as far as the page is wide enough."""

    figures: tuple[BodyFigure, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block: TypeAlias = (
    Cover
    | Contents
    | Heading
    | Paragraph
    | Quote
    | ListItem
    | Notice
    | ChronologyTable
    | ExhibitList
    | SourceList
    | SignatureBlock
    | BodyCharts
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Brief:
    """A document ready to be written.

    ``language`` (en, ru, kk) is that of the document, not of the interface. ``reference`` runs along the top of the
    pages; it is the place for a number, not for a name.
    """

    language: str
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    reference: str = ""
