"""Words broken into lines: greedy, hyphens only in what no line can hold, linear in the length of the text.

One stretch in one style, the ordinary case, goes a short way; several styles, addresses and over-long words go the
longer one. Widths are in points.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby

from desktop.documents.pdf.chopping import chop
from desktop.documents.pdf.faces import Style

_HYPHEN = re.compile(
    r"(?<=[^\W\d_]{3}-)(?=[^\W\d_]{3})"
)  # between two words of letters: "лётчик-испытатель", not "131-бап"
_ADDRESS_POINTS = re.compile(r"(?<=[/?&=#_%-])(?<!:/)(?<!://)(?![/?&=#_%-])")
_LONG_WORD = 40  # characters; what is longer is broken like an address
_SLACK = 0.01  # points; sums of floats are not exact


@dataclass(slots=True)
class Span:
    """A stretch of text in one style; ``target`` names the destination it leads to, ``note`` the footnote it marks.

    An address may be broken at its punctuation, other text only at spaces and between the words of a compound.
    """

    style: Style
    text: str
    target: str | None = None
    note: int | None = None
    is_address: bool = False


@dataclass(slots=True)
class Part:
    """Words of a line in one style, drawn with one space between each two."""

    style: Style
    words: list[str]
    width: float
    target: str | None = None


@dataclass(slots=True)
class Line:
    """One line: its parts, width, indent and notes; one that ``is_last`` of its paragraph is never stretched."""

    parts: list[Part]
    width: float
    indent: float = 0.0
    is_last: bool = False
    notes: tuple[int, ...] = ()


@dataclass(slots=True)
class _Word:
    """What must stay together: pieces in one or more styles, and the space before it (none after a break point)."""

    pieces: list[tuple[Style, str, str | None]]
    width: float = 0.0
    space: float = 0.0
    notes: list[int] = field(default_factory=list[int])


def wrap(spans: Sequence[Span], room: float, indent: float = 0.0) -> list[Line]:
    """Break spans into lines of at most ``room``; newlines in the text end a line. The first line is indented."""
    if len(spans) == 1 and "\n" not in spans[0].text:
        return _wrap_paragraph(spans, room, indent)
    lines: list[Line] = []
    for paragraph in _hard_lines(spans):
        lines += _wrap_paragraph(paragraph, room, indent if not lines else 0.0)
    return lines


def _hard_lines(spans: Sequence[Span]) -> Sequence[Sequence[Span]]:
    paragraphs: list[list[Span]] = [[]]
    for span in spans:
        for index, text in enumerate(span.text.split("\n")):
            if index:
                paragraphs.append([])
            paragraphs[-1].append(Span(span.style, text, span.target, span.note, span.is_address))
    return paragraphs


def _wrap_paragraph(spans: Sequence[Span], room: float, indent: float) -> list[Line]:
    if len(spans) == 1 and _is_simple(spans[0]):
        lines = _wrap_simple(spans[0], room, indent)
        if lines is not None:
            return lines
    return _wrap_mixed(spans, room, indent)


def _is_simple(span: Span) -> bool:
    if span.target is not None or span.note is not None or span.is_address:
        return False
    return "://" not in span.text and not ("-" in span.text and _HYPHEN.search(span.text))


def _wrap_simple(span: Span, room: float, indent: float) -> list[Line] | None:
    """Break one plain stretch; ``None`` if a word of it is wider than a line. Works in thousandths of the type size."""
    style = span.style
    words = (span.text.split() or [""]) if "  " in span.text else span.text.split(" ")
    space, scale = style.face.space, style.size / 1000
    ends = list(accumulate(map(style.face.advances.__getitem__, words)))  # where each word and the space after it end
    limit = (room - indent + _SLACK) / scale + space
    lines: list[Line] = []
    begin, start = 0, 0.0
    while begin < len(words):
        end = bisect_right(ends, start + limit, begin)
        if end == begin:
            return None
        natural = (ends[end - 1] - start - space) * scale
        lines.append(Line([Part(style, words[begin:end], natural)], natural, 0.0 if lines else indent))
        begin, start, limit = end, ends[end - 1], (room + _SLACK) / scale + space
    lines[-1].is_last = True
    return lines


def _wrap_mixed(spans: Sequence[Span], room: float, indent: float) -> list[Line]:
    lines: list[Line] = []
    line: list[_Word] = []
    used, limit = 0.0, room - indent + _SLACK
    for word in _fitting(_words(spans), room - indent):
        if line and used + word.space + word.width > limit:
            lines.append(_line(line, 0.0 if lines else indent))
            line, used, limit = [], 0.0, room + _SLACK
        used += word.width + (word.space if line else 0.0)
        line.append(word)
    lines.append(_line(line, 0.0 if lines else indent))
    lines[-1].is_last = True
    return lines


def _words(spans: Sequence[Span]) -> Iterator[_Word]:
    """Cut spans into words; a word goes on into the next span unless a space or a break point lies between."""
    word: _Word | None = None
    for span in spans:
        style = span.style
        for text, has_space in _pieces(span):
            if word is None or has_space is not None:
                if word is not None:
                    yield word
                word = _Word([], space=style.face.space * style.size / 1000 if has_space else 0.0)
            word.pieces.append((style, text, span.target))
            word.width += style.face.widths[text] * style.size / 1000
        if span.note is not None and word is not None:
            word.notes.append(span.note)
    if word is not None:
        yield word


def _pieces(span: Span) -> Iterator[tuple[str, bool | None]]:
    """Cut a span: each piece with ``True`` after a space, ``False`` after a break point, ``None`` if it goes on."""
    separator: bool | None = None
    for index, text in enumerate(span.text.split(" ")):
        separator = True if index else None
        if not text:
            continue
        for piece in _cut(text, is_address=span.is_address):
            yield piece, separator
            separator = False
    if span.text.endswith(" "):
        yield "", True


def _cut(text: str, *, is_address: bool) -> list[str]:
    if is_address or "://" in text or len(text) > _LONG_WORD:
        return _ADDRESS_POINTS.split(text)
    return _HYPHEN.split(text) if "-" in text else [text]


def _fitting(words: Iterable[_Word], room: float) -> Iterator[_Word]:
    """Chop words that no line can hold into pieces that one can."""
    for word in words:
        if word.width <= room:
            yield word
        else:
            yield from _chop(word, room)


def _chop(word: _Word, room: float) -> Iterator[_Word]:
    chopped = _Word([], space=word.space)
    for style, text, target in word.pieces:
        for place, piece in enumerate(chop(text, style, room, chopped.width)):
            if place:
                yield chopped
                chopped = _Word([])
            chopped.pieces.append((style, piece, target))
            chopped.width += style.width(piece)
    chopped.notes = word.notes
    yield chopped


def _line(words: list[_Word], indent: float) -> Line:
    """Join words into a line, neighbouring pieces of one style and target into one part."""
    pieces: list[tuple[Style, str, str | None]] = []
    for index, word in enumerate(words):
        for place, (style, text, target) in enumerate(word.pieces):
            pieces.append((style, f" {text}" if index and not place and word.space else text, target))
    parts: list[Part] = []
    for (style, target), group in groupby(pieces, key=lambda piece: (piece[0], piece[2])):
        text = "".join(text for _, text, _ in group)
        parts.append(Part(style, text.split(" "), style.width(text), target))
    notes = tuple(number for word in words for number in word.notes)
    return Line(parts, sum(part.width for part in parts), indent, notes=notes)
