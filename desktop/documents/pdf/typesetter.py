"""From the values of a brief to cells and strips: which face, which size, where each reference leads."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.documents.blocks import Align
from desktop.documents.pdf.faces import BOLD, BOLD_ITALIC, FALLBACK, ITALIC, UPRIGHT, Family, Style
from desktop.documents.pdf.legible import Legible
from desktop.documents.pdf.lines import Span, wrap
from desktop.documents.pdf.strips import Anchor, Cell
from desktop.documents.profiles import Profile
from desktop.documents.references import Target, target_of
from desktop.documents.runs import (
    Address,
    Content,
    CrossReference,
    Digest,
    ExhibitReference,
    FootnoteReference,
    Run,
    Text,
)

POINTS_PER_MM = 72 / 25.4
_NATURAL_LEADING = 1.15  # of the size: what word processors call single spacing of Times
_ASCENT, _DESCENT = 0.891, 0.216
_MARK_SIZE, _MARK_RISE = 0.64, 0.34  # of a footnote mark, in the size of the text it stands in
_LONGEST_WORD = 24  # characters
_DIGEST_GREY = 0.42
_DIGEST_GROUP = 8
_FACE_NAMES = {(False, False): UPRIGHT, (True, False): BOLD, (False, True): ITALIC, (True, True): BOLD_ITALIC}


@dataclass(frozen=True, slots=True)
class Type:
    """How a kind of text is set: size and leading in points, weight, slope, shade."""

    size: float
    leading: float
    is_bold: bool = False
    is_italic: bool = False
    grey: float = 0.0

    @property
    def drop(self) -> float:
        """From the top of a line to its baseline."""
        return (self.leading - self.size * (_ASCENT + _DESCENT)) / 2 + self.size * _ASCENT

    @property
    def face_name(self) -> str:
        """Name the face that has this weight and slope."""
        return _FACE_NAMES[self.is_bold, self.is_italic]

    def bold(self) -> "Type":
        """Give the same in bold."""
        return replace(self, is_bold=True)

    def italic(self) -> "Type":
        """Give the same in italics."""
        return replace(self, is_italic=True)


class Typesetter:
    """Sets the text of one brief by its profile. ``keys`` names the destination of everything referred to."""

    def __init__(self, profile: Profile, family: Family, legible: Legible, keys: Mapping[Target, str]) -> None:
        self.profile = profile
        self.body = _type_of(profile, profile.body_pt)
        self.note = _type_of(profile, profile.note_pt)
        self.table = _type_of(profile, profile.table_pt)
        margins = profile.margins_mm
        self.width = (profile.page_mm[0] - margins.left - margins.right) * POINTS_PER_MM
        self._family = family
        self._legible = legible
        self._keys = keys

    def scaled(self, factor: float) -> Type:
        """Give body type at another size, set a little tighter the larger it is."""
        size = round(self.profile.body_pt * factor, 1)
        return Type(size, round(size * _NATURAL_LEADING * (self.profile.line_spacing if factor <= 1 else 1.0), 2))

    def style(self, face: Type) -> Style:
        """Give the style of plain text of a type."""
        return self._family.style(face.size, face.face_name, grey=face.grey)

    def plain(self, text: str) -> str:
        """Make text fit for one line in one face."""
        return self._legible.read_plain(text)

    def width_of(self, text: str, face: Type) -> float:
        """Measure one line of text."""
        return self.style(face).width(self.plain(text))

    def length_of(self, content: Content, face: Type) -> float:
        """Measure content as if it stood on one line."""
        return self.width_of(_plain_text(content), face)

    def widest_word(self, content: Content, face: Type) -> float:
        """Measure the widest of the words, without those too long to be words: addresses, hashes."""
        style = self.style(face)
        words = [word for word in self.plain(_plain_text(content)).split(" ") if len(word) <= _LONGEST_WORD]
        return max(map(style.face.widths.__getitem__, words), default=0.0) * style.size / 1000

    def cell(
        self, content: Content, face: Type, x: float, width: float, *, align: Align = Align.LEFT, indent: float = 0.0
    ) -> Cell:
        """Set content in a column."""
        if align is Align.BODY and not self.profile.justify:
            align = Align.LEFT
        spans = self.spans(content, face)
        is_plain = isinstance(content, str) or all(target_of(run) is None for run in content)
        return Cell(x, width, wrap(spans, width, indent), align, leads_nowhere=is_plain)

    def anchors(self, kind: str, name: str) -> tuple[Anchor, ...]:
        """Give the place a destination of its own if anything refers to it."""
        key = self._keys.get((kind, name)) if name else None
        return (Anchor(key),) if key else ()

    def spans(self, content: Content, face: Type) -> list[Span]:
        """Turn values into stretches of text in styles."""
        if isinstance(content, str):
            spans = self._stretches(content, face)
        else:
            spans = [span for run in content for span in self._spans_of(run, face)]
        return spans or [Span(self.style(face), "")]

    def _spans_of(self, run: Run, face: Type) -> list[Span]:
        target = target_of(run)
        key = self._keys[target] if target else None
        match run:
            case FootnoteReference(number=number):
                size, rise = round(face.size * _MARK_SIZE, 2), round(face.size * _MARK_RISE, 2)
                style = self._family.style(size, face.face_name, grey=face.grey, rise=rise)
                return [Span(style, str(number), key, number)]
            case Digest(text=text):
                return self._digest(text, face)
            case Address(text=text):
                return self._stretches(text, face, is_address=True)
            case Text(text=text, bold=bold, italic=italic):
                if bold or italic:
                    face = replace(face, is_bold=face.is_bold or bold, is_italic=face.is_italic or italic)
                return self._stretches(text, face)
            case CrossReference(text=text) | ExhibitReference(text=text):
                return self._stretches(text, face, key)

    def _stretches(self, text: str, face: Type, key: str | None = None, *, is_address: bool = False) -> list[Span]:
        style = self.style(face)
        spans: list[Span] = []
        for is_foreign, piece in self._legible.pieces(text):
            face_of_piece = self._family.style(face.size, FALLBACK, grey=face.grey) if is_foreign else style
            spans.append(Span(face_of_piece, piece, key, is_address=is_address))
        return spans

    def _digest(self, text: str, face: Type) -> list[Span]:
        """Set a hash in groups of two shades, without spaces, so that it can be both compared and copied."""
        text = self.plain(text)
        shades = (self.style(face), self.style(replace(face, grey=_DIGEST_GREY)))
        starts = range(0, len(text), _DIGEST_GROUP)
        return [Span(shades[place % 2], text[start : start + _DIGEST_GROUP]) for place, start in enumerate(starts)]


def _type_of(profile: Profile, size: float) -> Type:
    """Plain type of a size, with the profile's leading."""
    return Type(size, round(size * _NATURAL_LEADING * profile.line_spacing, 2))


def _plain_text(content: Content) -> str:
    if isinstance(content, str):
        return content
    return " ".join(run.text for run in content if not isinstance(run, FootnoteReference))
