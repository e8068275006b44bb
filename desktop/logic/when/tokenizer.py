"""From typed text to tokens: numbers by their look, words by the lexicon."""

import re
import unicodedata

from desktop.logic.when.errors import WhenUnreadable
from desktop.logic.when.lexicon import LONGEST_PHRASE, lexicon
from desktop.logic.when.tokens import Dotted, Mark, Month, Number, Time, Token, Unknown, Year

_SIGNS = {
    "-": Mark.DASH,
    "/": Mark.SLASH,
    "…": Mark.ELLIPSIS,
    "~": Mark.ABOUT,
    "≈": Mark.ABOUT,
    "?": Mark.MAYBE,
    "≤": Mark.TO,
    "≥": Mark.NOT_BEFORE,
}
_NUMBERS = re.compile(
    r"(?P<iso>(?P<y1>[12][0-9]{3})(?P<dot>[-.])(?P<m1>[0-9]{1,2})(?P=dot)(?P<d1>[0-9]{1,2})(?![0-9])t?)"
    r"|(?P<iso_month>(?P<y2>[12][0-9]{3})-(?P<m2>0[1-9]|1[0-2])(?![-0-9]))"
    r"|(?P<date>(?P<d3>[0-9]{1,2})(?P<sign>[./-])(?P<m3>[0-9]{1,2})(?P=sign)(?P<y3>[0-9]{4}|[0-9]{2})(?![0-9]))"
    r"|(?P<month>(?P<m4>0?[1-9]|1[0-2])\.(?P<y4>[12][0-9]{3})(?![0-9]))"
    r"|(?P<clock>(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?![0-9]))"
    r"|(?P<dotted>(?P<left>[0-9]{1,2})\.(?P<right>[0-9]{2})(?![.0-9]))"
    r"|(?P<year>[12][0-9]{3}(?![0-9]))"
    r"|(?P<number>[0-9]{1,2}(?![0-9]))"
)
_ENDING = re.compile(
    r"(?P<decade>s|-?[ех]|-е)\b"
    r"|(?:st|nd|rd|th)\b"
    r"|-?(?:ого|его|го|му|ое|ый|ий|ой|ым|ом|й|я|м)\b"
    r"|-(?:(?:і|ы|сі|сы)?(?P<said_from>[нтд][ае]н)|(?:і|ы|сі|сы)?(?:н?[дт][ае]|[ғгқкн][ае]|[дтн][ыі]ң)|ш[іы]|і|ы|с[іы])\b"
)
_WORDS = re.compile(rf"[^\W\d_]+(?:[ '-][^\W\d_]+){{0,{LONGEST_PHRASE - 1}}}")
_LAST_WORD = re.compile(r"(?:^|[ '-])[^\W\d_]+$")
_TIGHT_DASH = re.compile(r"(?<=[0-9])-(?=[^\W\d_])|(?<=[^\W\d_])-(?=[0-9])")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_BLANKS = dict.fromkeys(map(ord, ',;()«»"“”'), " ")
_EDGES = (Mark.EARLY, Mark.MIDDLE, Mark.LATE)
_LAST_MONTH, _LAST_HOUR, _LAST_MINUTE = 12, 24, 59


def _flattened(text: str) -> str:
    """The text in small letters with one kind of dash and blank, and without the dots of abbreviations."""
    small = unicodedata.normalize("NFC", text).casefold().translate(_DASHES | _BLANKS).replace("’", "'")
    return " ".join(re.sub(r"(?<=[^\W\d_])\.", " ", small).split()).rstrip(" .")


def _day_first(text: str, found: re.Match[str], language: str) -> tuple[int, int]:
    """Day and month of ``05.01.2022``; in English only dots say which is which, unless just one reading exists."""
    day, month = int(found["d3"]), int(found["m3"])
    if len(found["y3"]) < len("2022"):
        raise WhenUnreadable(text, "ambiguous")
    if found["sign"] == "." or language != "en" or day == month:
        return day, month
    if day <= _LAST_MONTH and month <= _LAST_MONTH:
        raise WhenUnreadable(text, "ambiguous")
    return (month, day) if month > _LAST_MONTH else (day, month)


def _date(text: str, year: str, month: int, day: int) -> list[Token]:
    if not 1 <= month <= _LAST_MONTH:
        raise WhenUnreadable(text, "no-such-date")
    return [Year(int(year)), Month(month), Number(day)]


def _clock(text: str, found: re.Match[str]) -> Time:
    time = Time(int(found["hour"]), int(found["minute"]), int(found["second"]) if found["second"] else None)
    if time.hour > _LAST_HOUR or max(time.minute, time.second or 0) > _LAST_MINUTE:
        raise WhenUnreadable(text, "syntax")
    return time


def _number(text: str, found: re.Match[str], language: str) -> list[Token]:
    tokens: list[Token]
    match found.lastgroup:
        case "iso":
            tokens = _date(text, found["y1"], int(found["m1"]), int(found["d1"]))
        case "iso_month":
            tokens = [Year(int(found["y2"])), Month(int(found["m2"]))]
        case "date":
            day, month = _day_first(text, found, language)
            tokens = _date(text, found["y3"], month, day)
        case "month":
            tokens = [Year(int(found["y4"])), Month(int(found["m4"]))]
        case "clock":
            tokens = [_clock(text, found)]
        case "dotted":
            tokens = [Dotted(int(found["left"]), int(found["right"]))]
        case "year":
            tokens = [Year(int(found[0]))]
        case _:
            tokens = [Number(int(found[0]))]
    return tokens


def _read_number(text: str, at: int, language: str) -> tuple[list[Token], int] | None:
    """A number with its ending: 5th, 5-го, 5-інен, 2020s."""
    found = _NUMBERS.match(text, at)
    if found is None:
        return None
    tokens = _number(text, found, language)
    ending = _ENDING.match(text, found.end())
    if ending is None:
        return tokens, found.end()
    if ending["said_from"]:
        tokens.append(Mark.FROM_ENDING)
    if ending["decade"] and isinstance(tokens[-1], Year):
        tokens.append(Mark.DECADE)
    return tokens, ending.end()


def _read_words(text: str, at: int) -> tuple[list[Token], int] | None:
    """The longest phrase the lexicon knows here."""
    found = _WORDS.match(text, at)
    if found is None:
        return None
    phrase, shorter = found[0], found[0]
    while shorter and shorter not in lexicon():
        phrase, shorter = shorter, _LAST_WORD.sub("", shorter)
    if not shorter:
        return [Unknown()], at + len(phrase)
    return list(lexicon()[shorter]), at + len(shorter)


def _read_sign(text: str, at: int, before: list[Token]) -> tuple[list[Token], int]:
    """A sign; the dash inside 5-Jan or mid-January says nothing, a stroke between blanks is "or"."""
    after = at + 1
    if text[at - 1 : after + 1] == " / ":
        return [Mark.OR], after
    if text[at] == " " or _TIGHT_DASH.match(text, at) or (text[at] == "-" and before and before[-1] in _EDGES):
        return [], after
    return [_SIGNS.get(text[at], Unknown())], after


def read_tokens(text: str, language: str) -> list[Token]:
    """The tokens of a typed text in order; what no language knows becomes ``Unknown``.

    ``language`` decides only what 05/01/2022 means. Raises ``WhenUnreadable`` for numbers that are no date or time.
    """
    flat = _flattened(text)
    tokens: list[Token] = []
    at = 0
    while at < len(flat):
        found, at = _read_number(flat, at, language) or _read_words(flat, at) or _read_sign(flat, at, tokens)
        tokens += found
    return tokens
