"""Text made fit for print: what is hidden is shown, what is lost is counted, and no line ends after "№"."""

import re
import unicodedata
from collections import Counter
from functools import cache

from desktop.documents.pdf.faces import BOLD, BOLD_ITALIC, FALLBACK, ITALIC, UPRIGHT, characters_of

PLACEHOLDER = "\N{WHITE SQUARE}"
_NO_BREAK = "\N{NO-BREAK SPACE}"
_MEANINGLESS = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # invisible and without effect in our scripts
_CAPITAL = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_ABBREVIATIONS = ("ст", "ч", "п", "пп", "стр", "с", "б", "т", "art", "para", "p", "pp", "no", "No")
_BEFORE_NUMBER = "|".join(rf"(?<=\b{word}\. )" for word in _ABBREVIATIONS)
_AFTER_FULL_STOP = re.compile(  # "И. И. Иванов", "ст. 131"; written so that the search runs from full stop to full stop
    rf"\. (?:(?=[{_CAPITAL}])(?<=\b[{_CAPITAL}]\. )|(?=\d)(?:{_BEFORE_NUMBER}))"
)
_MONTHS = (
    "янв|февр|март|апр|ма[йя]|июн|июл|авг|сент|окт|нояб|дек|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек"
    "|қазан|қараша|желтоқсан|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
_AFTER_NUMBER = re.compile(rf" (?=(?:гг?|жж?|р|тг)\.|{_MONTHS})(?<=\d )")  # "2022 г.", "2022 ж.", "5 қаңтар"


def _ranges(characters: frozenset[str]) -> str:
    """Write a set of characters as the inside of a regular expression's brackets."""
    spans: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in spans)


@cache
def _shown() -> frozenset[str]:
    """What all four faces of the text show and mean."""
    everywhere = characters_of(UPRIGHT) & characters_of(BOLD) & characters_of(ITALIC) & characters_of(BOLD_ITALIC)
    return frozenset(c for c in everywhere if _is_plain(c)) | {"\n"}


@cache
def _odd() -> re.Pattern[str]:
    return re.compile(f"[^{_ranges(_shown())}]+")


def _is_plain(character: str) -> bool:
    kind = unicodedata.category(character)
    return character in {" ", _NO_BREAK} or not kind.startswith(("C", "Z"))


class Legible:
    """Makes text fit for print and counts what it had to replace."""

    def __init__(self) -> None:
        self.replaced: Counter[str] = Counter()

    def read(self, text: str) -> str:
        """Compose accents, show what is hidden as a box, and keep numbers with the sign before or after them."""
        text = unicodedata.normalize("NFC", text)
        if _odd().search(text):
            text = _odd().sub(self._show, text.replace("\r\n", "\n"))
        return _glue(text)

    def read_plain(self, text: str) -> str:
        """Make text fit for one line in a face of the text, without the help of the fallback."""
        text = self.read(text).replace("\n", " ")
        return _odd().sub(PLACEHOLDER, text) if _odd().search(text) else text

    def pieces(self, text: str) -> list[tuple[bool, str]]:
        """Make text fit for print and cut it where it must change to the fallback face (``True``) and back."""
        text = unicodedata.normalize("NFC", text)
        if not _odd().search(text):
            return [(False, _glue(text))]
        text, done = self.read(text), 0
        pieces: list[tuple[bool, str]] = []
        for odd in _odd().finditer(text):
            pieces += [(False, text[done : odd.start()]), (True, odd.group())]
            done = odd.end()
        return [piece for piece in (*pieces, (False, text[done:])) if piece[1]]

    def _show(self, odd: re.Match[str]) -> str:
        return "".join(map(self._show_one, odd.group()))

    def _show_one(self, character: str) -> str:
        if character in _MEANINGLESS:
            return ""
        if character in "\r\v\f\x85\u2028\u2029":
            return "\n"
        if character == "\u202f":
            return _NO_BREAK
        if character == "\t" or unicodedata.category(character) == "Zs":
            return " "
        if _is_plain(character) and character in characters_of(FALLBACK):
            return character
        self.replaced[f"U+{ord(character):04X}"] += 1
        return PLACEHOLDER


def _glue(text: str) -> str:
    """Put no-break spaces where a line must not end."""
    text = text.replace("№ ", f"№{_NO_BREAK}").replace("§ ", f"§{_NO_BREAK}")
    text = text.replace(" — ", f"{_NO_BREAK}— ").replace(" – ", f"{_NO_BREAK}– ")
    return _AFTER_NUMBER.sub(_NO_BREAK, _AFTER_FULL_STOP.sub(f".{_NO_BREAK}", text))
