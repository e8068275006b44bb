"""What a line of a brief is made of: plain values, never markup. A newline in a text is a line break."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """A web address printed as text: it may break across lines and is never a link out of the document."""

    text: str


@dataclass(frozen=True, slots=True)
class Digest:
    """A hash in hexadecimal, set so that an eye can compare it and a program can copy it."""

    text: str


@dataclass(frozen=True, slots=True)
class FootnoteReference:
    """The mark of a footnote; a note may be marked more than once and is printed where it is marked first."""

    number: int


@dataclass(frozen=True, slots=True)
class CrossReference:
    """Words that lead to the block, row or source with the id ``target``."""

    target: str
    text: str


@dataclass(frozen=True, slots=True)
class ExhibitReference:
    """Words that lead to the row of the exhibit list with this number."""

    number: str
    text: str


Run: TypeAlias = Text | Address | Digest | FootnoteReference | CrossReference | ExhibitReference
Content: TypeAlias = str | tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """What stands at the foot of the page under ``number``."""

    number: int
    content: Content
