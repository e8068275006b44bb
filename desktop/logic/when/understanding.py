"""From what people type to a ``When``: EDTF, our own grammar of three languages, and only then a library's guess."""

import re
from collections import Counter
from typing import Any

from db.types import When
from desktop.logic.when.errors import WhenUnreadable
from desktop.logic.when.notation import LONGEST
from desktop.logic.when.phrasing import edtf_of
from desktop.logic.when.reading import parse
from desktop.logic.when.tokenizer import read_tokens
from desktop.logic.when.tokens import Month, Number, Time, Token, Unknown, Year

_PLAIN = {Number, Year, Month, Time, Unknown}
_LANGUAGES = ["ru", "kk", "en"]


def _guessed(text: str, tokens: list[Token], language: str) -> str:
    """What ``dateparser`` makes of one full date whose day or month is a word we do not know ("пятого января 2022").

    It is lenient: it drops "about" and zones, completes from today, takes 05 12 for either. So it is asked only where
    we know every other word and a part is missing, and believed only if year, day and clock use up every number given.
    """
    kinds = {type(token) for token in tokens}
    if not kinds <= _PLAIN or {Year, Month, Number} <= kinds:
        raise WhenUnreadable(text, "syntax")
    import dateparser

    parser: Any = dateparser  # has no types
    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "DATE_ORDER": "DMY"}
    moment = parser.parse(text, languages=[language] if language in _LANGUAGES else _LANGUAGES, settings=settings)
    if moment is None or moment.tzinfo is not None:
        raise WhenUnreadable(text, "syntax")
    clock = (moment.hour, moment.minute, moment.second) if ":" in text else ()
    numbers = Counter(int(number) for number in re.findall(r"[0-9]+", text))
    if moment.year not in numbers or not numbers <= Counter((moment.year, moment.day, *clock)):
        raise WhenUnreadable(text, "syntax")
    if not clock:
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def understand(text: str, zone: str, language: str) -> When:
    """The time people mean by ``text`` at the wall clock of ``zone``: EDTF, or words of Russian, Kazakh or English.

    The words of the three languages may be mixed; ``language`` decides only what 05/01/2022 is (nothing in English) and
    which of them ``dateparser`` knows. Nothing is taken from today's date, and what is not understood raises
    ``WhenUnreadable``: show ``describe`` of the result at once, so that people see how they were understood.
    """
    try:
        return parse(text, zone)
    except WhenUnreadable as unreadable:
        if unreadable.why != "syntax" or len(text) > LONGEST:
            raise
    try:
        tokens = read_tokens(text, language)
        edtf = _guessed(text, tokens, language) if Unknown() in tokens else edtf_of(tokens)
        return parse(edtf, zone)
    except WhenUnreadable as unreadable:
        raise WhenUnreadable(text, unreadable.why) from None
