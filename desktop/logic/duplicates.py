"""Who is on record twice: pairs that may be one, the surest first, found without comparing everybody with everybody."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from db.rows import OrganisationRow, PersonRow, PlaceRow
from desktop.logic.names import likeness_of, sound

Member = PersonRow | OrganisationRow | PlaceRow
ALIKE = 85.0  # of 100, from which two names are worth a look
SURE = 100.0
_PHONE_DIGITS = 9  # the last of a number: with +7, with 8 or with nothing before them it is the same telephone
_SHORTEST_PAPER = 5  # signs of a number worth comparing
_STEM = 3  # letters by which words are put together before they are compared
_VOWELS = re.compile("[aeiou]")
_CROWD = 400  # a word this many share (a common first name) brings no two together on its own


class Sign(StrEnum):
    """What speaks for it that two are one."""

    NAME = "name"
    PHONE = "phone"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one; ``score`` is of 100."""

    first: Member
    second: Member
    score: float
    signs: tuple[Sign, ...]


def duplicates(rows: Sequence[Member]) -> list[Pair]:
    """The pairs worth a look, likest first."""
    heard = [_sounds(row) for row in rows]
    sure = _sure_signs(rows)
    found: list[Pair] = []
    for one, other in sorted(_near(heard) | set(sure)):
        pair = _judge(rows[one], rows[other], heard[one], heard[other], sure.get((one, other), ()))
        if pair is not None:
            found.append(pair)
    return sorted(found, key=_surest)


def likest(row: Member, others: Iterable[Member], texts: Sequence[str] = ()) -> Pair | None:
    """Whoever of the others is most likely the same as ``row``, or as somebody called by one of ``texts``."""
    heard = [sound(text) for text in texts] or _sounds(row)
    best: Pair | None = None
    for other in others:
        signs = _signs_between(row, other)
        pair = _judge(row, other, heard, _sounds(other), signs)
        if pair is not None and (best is None or pair.score > best.score):
            best = pair
    return best


def known_by(texts: Sequence[str], rows: Sequence[Member]) -> list[Member | None]:
    """For each name of a list whoever is most likely meant by it, if anyone is."""
    blocks = _blocks([_sounds(row) for row in rows])
    found: list[Member | None] = []
    for text in texts:
        near = {place for key in _keys(sound(text)) for place in blocks.get(key, ())}
        pair = likest(PersonRow(id=""), [rows[place] for place in sorted(near)], [text])
        found.append(pair.second if pair else None)
    return found


def _judge(
    first: Member, second: Member, heard: Sequence[str], other: Sequence[str], sure: Sequence[Sign]
) -> Pair | None:
    score = max((likeness_of(one, two) for one in heard for two in other), default=0.0)
    if _contradict(first, second):
        score -= 20
    signs = (*sure, *((Sign.NAME,) if score >= ALIKE else ()))
    return Pair(first, second, SURE if sure else score, signs) if signs else None


def _contradict(one: Member, other: Member) -> bool:
    """Whether what is known of both cannot be true of one: their sex, the years they were born."""
    if not isinstance(one, PersonRow) or not isinstance(other, PersonRow):
        return False
    if one.sex and other.sex and one.sex != other.sex:
        return True
    ours, theirs = one.born, other.born
    if ours is None or theirs is None or None in (ours.earliest, ours.latest, theirs.earliest, theirs.latest):
        return False
    return bool((ours.latest or 0) < (theirs.earliest or 0) or (theirs.latest or 0) < (ours.earliest or 0))


def _sounds(row: Member) -> list[str]:
    return list(dict.fromkeys(heard for name in row.names if (heard := sound(name.text))))


def _near(heard: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """The places of those who share a word, by its consonants or its beginning, and how another word begins."""
    blocks = _blocks(heard)
    return {
        pair for places in blocks.values() if len(places) <= _CROWD for pair in combinations(sorted(places), 2)
    }  # fmt: skip


def _blocks(heard: Sequence[Sequence[str]]) -> dict[tuple[str, ...], set[int]]:
    blocks: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for place, spellings in enumerate(heard):
        for spelling in spellings:
            for key in _keys(spelling):
                blocks[key].add(place)
    return blocks


def _keys(spelling: str) -> set[tuple[str, ...]]:
    """What two spellings must share to be compared at all."""
    words = spelling.split()
    keys: set[tuple[str, ...]] = {("".join(words),)}
    for word in words:
        others = {_opening(other) for other in words if other is not word} or {""}
        stems = {_skeleton(word), word[:_STEM] if len(word) > _STEM else _skeleton(word)}
        keys |= {(stem, other) for stem in stems for other in others}
    return keys


def _skeleton(word: str) -> str:
    return f"{_opening(word)}{_VOWELS.sub('', word[1:])}-"


def _opening(word: str) -> str:
    """The first letter; all vowels are one, for O and U stand for the same Kazakh letter."""
    return "a" if _VOWELS.match(word) else word[0]


def _sure_signs(rows: Sequence[Member]) -> dict[tuple[int, int], tuple[Sign, ...]]:
    """The places of those who have a telephone or an identity document in common."""
    holders: dict[tuple[Sign, str], list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        for mark in _marks(row):
            holders[mark].append(place)
    found: dict[tuple[int, int], tuple[Sign, ...]] = {}
    for (sign, _number), places in holders.items():
        for pair in combinations(places, 2):
            found[pair] = tuple(dict.fromkeys((*found.get(pair, ()), sign)))
    return found


def _signs_between(one: Member, other: Member) -> tuple[Sign, ...]:
    return tuple(sorted({sign for sign, _number in _marks(one) & _marks(other)}))


def _marks(row: Member) -> set[tuple[Sign, str]]:
    """The numbers that belong to one person only."""
    if not isinstance(row, PersonRow):
        return set()
    phones = (re.sub(r"\D", "", phone) for phone in row.phones)
    papers = (re.sub(r"\W", "", str(paper.get("number") or "")).casefold() for paper in row.identity_documents)
    return {(Sign.PHONE, phone[-_PHONE_DIGITS:]) for phone in phones if len(phone) >= _PHONE_DIGITS} | {
        (Sign.PAPER, paper) for paper in papers if len(paper) >= _SHORTEST_PAPER
    }


def _surest(pair: Pair) -> tuple[float, str, str]:
    is_only_named = pair.signs == (Sign.NAME,)
    return (-pair.score + is_only_named, pair.first.id, pair.second.id)
