"""Plain text out of bytes of unknown encoding: UTF-8, UTF-16, and the Cyrillic code pages of the last forty years.

Between code pages the more plausible pairs of letters decide. The general detectors are not used because they mistake a
Russian sentence in one Cyrillic code page for another (charset-normalizer 3.5: "ПРОТОКОЛ допроса…" in cp1251 → koi8-r).
"""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {"utf-8-sig": "utf-8"}
_CODE_PAGES = ("cp1251", "koi8-r", "cp866")
# The letter pairs that make up about half of running Russian and Kazakh text, one after another.
_LETTERS = (
    "стнотонаеновниравокоролипроспоалеррекааннеолдеталоорголаоттеетесиномтьваобит"
    "риелнымизадамевеисиекиатлечесодоизсяияарынылайдылытығақаіңгекеікбобебідініың"
)
_PAIRS = frozenset(_LETTERS[at : at + 2] for at in range(0, len(_LETTERS), 2))
_CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]{2,}", re.IGNORECASE)
# Letters of cp1251 that neither Russian nor Ukrainian has; KZ-1048 holds the Kazakh ones in their places.
_FOREIGN = frozenset("ЈјЅѕЌќЋћЏџЂђЃѓЉљЊњ")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffe\uffff]")
_BYTES_OF_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MIXED = re.compile(r"[a-z][а-яё]|[а-яё][a-z]", re.IGNORECASE)  # é read as й: western text in a Cyrillic code page
_SAMPLE = 1 << 16


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the encoding it was in."""

    text: str
    encoding: str


def decode(content: bytes, *, is_cut: bool = False) -> Decoded | None:
    """The text of a file, or None when it is none; ``is_cut`` when the end may stop inside a character."""
    if is_cut:
        content = content[: len(content) // 4 * 4]
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content, encoding, is_cut=is_cut)
    if b"\x00" in content[:_SAMPLE]:
        return _wide(content, is_cut=is_cut)
    return _decoded(content, "utf-8", is_cut=is_cut) or _paged(content)


def _decoded(content: bytes, encoding: str, *, is_cut: bool) -> Decoded | None:
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(content, final=not is_cut)
    except UnicodeDecodeError:
        return None
    return None if _CONTROLS.search(text) else Decoded(text, _NAMES.get(encoding, encoding))


def _wide(content: bytes, *, is_cut: bool) -> Decoded | None:
    """UTF-16 without its mark: half of the bytes of a script repeat, and what comes out is letters."""
    for encoding in ("utf-16-le", "utf-16-be"):
        found = _decoded(content, encoding, is_cut=is_cut)
        if found and _share_of_plain(found.text[:_SAMPLE]) > 0.9:
            return found
    return None


def _paged(content: bytes) -> Decoded | None:
    """The code page in which the letters stand in likely pairs; None when they make no text in any."""
    sample = content[:_SAMPLE]
    if _BYTES_OF_NO_TEXT.search(sample):
        return None
    best = max(_CODE_PAGES, key=lambda page: _likelihood(sample.decode(page, "replace")))
    text = sample.decode(best, "replace")
    words = _CYRILLIC.findall(text)
    if len(_MIXED.findall(text)) > len(words):
        best = "cp1252"
    elif _likelihood(text) < -0.5 * sum(map(len, words)):
        return None
    elif best == "cp1251" and _FOREIGN.intersection(text):
        best = "kz1048"
    return Decoded(content.decode(best, "replace"), best)


def _likelihood(text: str) -> float:
    """Likely pairs among the letters, less what running text does not have: case changing inside a word, odd signs."""
    score = 0.0
    for word in _CYRILLIC.findall(text):
        pairs = [word[at : at + 2] for at in range(len(word) - 1)]
        score += sum(1.0 if pair.lower() in _PAIRS else -0.5 for pair in pairs)
        score -= sum(2.0 for pair in pairs if pair[0].islower() and pair[1].isupper())
    odd = sum(1 for sign in text if ord(sign) > 0x7F and not sign.isalpha() and sign not in "«»„“”—–…№§°·•₸ \u00a0")
    return score - odd


def _share_of_plain(text: str) -> float:
    """How much of a text is letters, digits, spaces and signs of European and Kazakh writing."""
    plain = sum(1 for sign in text if ord(sign) < 0x530 or 0x2010 <= ord(sign) <= 0x20BF or sign == "№")
    return plain / max(1, len(text))
