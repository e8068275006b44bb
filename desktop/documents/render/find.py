"""Finding words in a page: case, ё and е, line breaks and broken words make no difference."""

import re

_SKIPPED = "\u00ad\ufffd\u0000"


def find_all(text: str, wanted: str) -> list[tuple[int, int]]:
    """Every place of ``wanted`` in ``text`` as (start, end), in order, none overlapping."""
    folded, places = _fold(text)
    words = _fold(wanted)[0].strip()
    if not words:
        return []
    return [(places[hit.start()], places[hit.end() - 1] + 1) for hit in re.finditer(re.escape(words), folded)]


def _fold(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each of its characters the index it comes from."""
    folded: list[str] = []
    places: list[int] = []
    for index, sign in enumerate(text):
        if sign in _SKIPPED:
            continue
        plain = " " if sign.isspace() else "е" if sign in "ёЁ" else sign.casefold()
        if plain == " " and folded and folded[-1] == " ":
            continue
        folded.extend(plain)
        places.extend([index] * len(plain))
    return "".join(folded), places
