"""Whether two values given for one fact can both be right: times by their bounds, figures, money, names, words."""

import re
from collections.abc import Mapping, Sequence
from math import inf
from typing import cast

from db.types import When
from desktop.logic import names, when
from desktop.logic.conflicts.conflict import Certainty
from desktop.logic.when import WhenUnreadable

_TIMES = frozenset({"when", "until", "born", "deceased", "dated", "received", "from_", "to"})
_WORDS = frozenset({"text", "person", "organisation", "document"})
_FIGURE = r"[\s\xa0]*(-?\d[\d\s\xa0]*(?:[.,]\d+)?)[\s\xa0]*"
_AT_LEAST = frozenset({"at least", "more than", "over", "не менее", "не меньше", "более", "больше", "свыше", "кемінде"})
_AT_MOST = frozenset({"at most", "no more than", "less than", "up to", "не более", "не больше", "менее", "до"})
_LIMIT = re.compile(rf"({'|'.join(sorted(_AT_LEAST | _AT_MOST))})?{_FIGURE}")
_RANGE = re.compile(rf"{_FIGURE}(?:-|–|—|\.\.|…){_FIGURE}")
_MONEY = re.compile(rf"{_FIGURE}([A-Z]{{3}})")
_ALIKE = 85.0  # names.likeness: from here on two spellings are taken for one name
_TRUTHS = {
    "true": "yes", "respected": "yes", "yes": "yes", "да": "yes", "иә": "yes",
    "false": "no", "not-respected": "no", "no": "no", "нет": "no", "жоқ": "no",
}  # fmt: skip


def differ(kind: str, one: object, other: object, zone: str) -> Certainty | None:
    """How certainly two values of a type (``type_of``) exclude each other; ``None`` where both may be right.

    Times exclude each other when their bounds lie apart, and may when each allows what the other does not; figures
    when their ranges lie apart; terms and truths when they differ. Words that differ may still mean the same.
    """
    here, there = plain(one), plain(other)
    if here == there or not here or not there:
        return None
    if kind == "when":
        return _times_differ(here, there, zone)
    ranges = _figures(here), _figures(there)
    if kind not in _WORDS or (ranges[0] and ranges[1]):
        return _exact_differ(kind, here, there, ranges)
    return _words_differ(here, there)


def plain(value: object) -> str:
    """A value as text: what fields of every type and what a person typed as a claim can be compared by."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list | tuple):
        return ", ".join(sorted(map(str, cast("Sequence[object]", value))))
    return "" if value is None else str(value).strip()


def read_words(text: str, zone: str) -> When | None:
    """The time that a text means, as EDTF or in words; ``None`` where it means none."""
    try:
        return when.understand(text, zone, "ru")
    except WhenUnreadable:
        return None


def type_of(field: str, types: Mapping[str, str]) -> str:
    """How the values of a field are compared; ``types`` are those of the extra fields of events."""
    return "when" if field in _TIMES else types.get(field, "text")


def _times_differ(here: str, there: str, zone: str) -> Certainty | None:
    one, other = read_words(here, zone), read_words(there, zone)
    return moments_differ(one, other) if one and other else _words_differ(here, there)


def moments_differ(one: When, other: When) -> Certainty | None:
    """How certainly two uncertain times are not the same one."""
    if not when.overlaps(one, other):
        return Certainty.CERTAIN
    return None if _allows(one, other) or _allows(other, one) else Certainty.POSSIBLE


def _allows(wide: When, narrow: When) -> bool:
    """Whether every moment of ``narrow`` lies in ``wide``."""
    starts = wide.earliest is None or (narrow.earliest is not None and wide.earliest <= narrow.earliest)
    return starts and (wide.latest is None or (narrow.latest is not None and narrow.latest <= wide.latest))


def _exact_differ(kind: str, here: str, there: str, ranges: Sequence[tuple[float, float] | None]) -> Certainty | None:
    first, second = ranges
    if first and second:
        return Certainty.CERTAIN if first[1] < second[0] or second[1] < first[0] else None
    if kind == "money":
        return _sums_differ(here, there)
    if kind == "number":
        return Certainty.POSSIBLE
    truths = _TRUTHS.get(here.casefold(), here.casefold()), _TRUTHS.get(there.casefold(), there.casefold())
    return Certainty.CERTAIN if truths[0] != truths[1] else None


def _sums_differ(here: str, there: str) -> Certainty | None:
    one, other = _MONEY.fullmatch(here), _MONEY.fullmatch(there)
    if one is None or other is None or one[2] != other[2]:
        return Certainty.POSSIBLE
    return Certainty.CERTAIN if _figure(one[1]) != _figure(other[1]) else None


def _figures(text: str) -> tuple[float, float] | None:
    """The range of figures a text is, from its least to its greatest; ``None`` where it is none."""
    found = _RANGE.fullmatch(text)
    if found:
        low, high = sorted((_figure(found[1]), _figure(found[2])))
        return low, high
    found = _LIMIT.fullmatch(text.casefold())
    if found is None:
        return None
    number = _figure(found[2])
    return (number if found[1] not in _AT_MOST else 0.0, number if found[1] not in _AT_LEAST else inf)


def _figure(text: str) -> float:
    return float(re.sub(r"[\s\xa0]", "", text).replace(",", "."))


def _words_differ(here: str, there: str) -> Certainty | None:
    one, other = names.fold(here), names.fold(there)
    if one == other or f" {one} " in f" {other} " or f" {other} " in f" {one} ":
        return None
    return None if names.likeness(here, there) >= _ALIKE else Certainty.POSSIBLE
