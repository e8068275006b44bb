"""The typefaces of a brief: what each can show, how wide its words are, how they are written into the page."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

UPRIGHT, BOLD, ITALIC, BOLD_ITALIC = "Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"
FALLBACK = "NotoSans-Regular"
_WORDS_KEPT = 20_000  # bounds what a very long brief remembers; the words of ordinary prose repeat far sooner


@cache
def font(name: str) -> Any:
    """Load one of the program's own fonts, once, and make it known to ReportLab, whose stubs leave its types open."""
    content = (files("resources") / "fonts" / f"{name}.ttf").read_bytes()
    loaded: Any = TTFont(name, BytesIO(content), shapable=False)
    registry: Any = pdfmetrics
    registry.registerFont(loaded)
    return loaded


@cache
def characters_of(name: str) -> frozenset[str]:
    """Every character a font has a picture for."""
    return frozenset(map(chr, font(name).face.charToGlyph))


class _Remembered(dict[str, float]):
    """Word widths, each computed when first asked for, with something added to each."""

    def __init__(self, of_characters: dict[str, float], added: float = 0.0) -> None:
        super().__init__()
        self._of_characters = of_characters
        self._added = added

    def __missing__(self, word: str) -> float:
        if len(self) > _WORDS_KEPT:
            self.clear()
        width = self[word] = sum(map(self._of_characters.__getitem__, word), self._added)
        return width


class _Written(dict[str, str]):
    """Words as the hexadecimal codes of a font in one PDF, each looked up when first asked for."""

    def __init__(self, encode: Callable[[str], str]) -> None:
        super().__init__()
        self._encode = encode

    def __missing__(self, word: str) -> str:
        if len(self) > _WORDS_KEPT:
            self.clear()
        written = self[word] = self._encode(word)
        return written


class Face:
    """One font in one PDF. Widths are in thousandths of the type size.

    A PDF font of this kind has 256 characters, so a text that uses more is spread over several subsets. ``codes`` gives
    hexadecimal digits of the first; ``@3@`` among them says that the third follows.
    """

    def __init__(self, name: str, document: object) -> None:
        self._font = font(name)
        self._document = document
        widths: dict[int, float] = self._font.face.charWidths
        of_characters = {chr(code): width for code, width in widths.items()}
        of_characters["\N{NO-BREAK SPACE}"] = of_characters[" "]
        self.widths = _Remembered(of_characters)
        self.space = of_characters[" "]
        self.advances = _Remembered(of_characters, self.space)  # of a word and the space after it
        self.codes = _Written(self._encode)

    def resource(self, subset: int) -> str:
        """Name the font object of a subset as page code does."""
        return self._font.getSubsetInternalName(subset, self._document)

    def _encode(self, word: str) -> str:
        pieces: list[tuple[int, bytes]] = self._font.splitString(word, self._document)
        if all(subset == 0 for subset, _ in pieces):
            return "".join(codes.hex() for _, codes in pieces)
        return "".join(f"@{subset}@{codes.hex()}" for subset, codes in pieces) + "@0@"


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """A face at a size in points; ``rise`` lifts it above the line, ``grey`` is 0 for black and 1 for white."""

    face: Face
    size: float
    grey: float = 0.0
    rise: float = 0.0

    def width(self, text: str) -> float:
        """Measure a text in points."""
        return (
            sum(map(self.face.widths.__getitem__, text.split(" ")), self.face.space * text.count(" "))
            * self.size
            / 1000
        )


class Family:
    """The faces of one brief and the styles made of them."""

    def __init__(self, document: object) -> None:
        self._document = document
        self._faces: dict[str, Face] = {}
        self._styles: dict[tuple[str, float, float, float], Style] = {}

    def style(self, size: float, name: str = UPRIGHT, *, grey: float = 0.0, rise: float = 0.0) -> Style:
        """Give the one style object of a face, size, shade and rise."""
        key = (name, size, grey, rise)
        if key not in self._styles:
            if name not in self._faces:
                self._faces[name] = Face(name, self._document)
            self._styles[key] = Style(self._faces[name], size, grey, rise)
        return self._styles[key]
