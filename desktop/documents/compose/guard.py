"""The last look before a brief is written: no protected person's name may stand anywhere in it."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from db.case_file import CaseFile
from db.types import Protection
from desktop.documents.blocks import Brief

_SHORTEST = 3  # letters; shorter names stand inside too many words


class NameLeaks(Exception):
    """Names of protected persons stand in the composed text; ``persons`` are their ids, ``places`` how often each."""

    def __init__(self, places: dict[str, int]) -> None:
        super().__init__(f"{len(places)} protected persons are named")
        self.places = places


def check_names(brief: Brief, file: CaseFile) -> None:
    """Raise ``NameLeaks`` when a protected person's name, or a part of it, is printed in any spelling on record."""
    protected = {row.id: _spellings(row.names) for row in file.persons if row.protected != Protection.NONE}
    if not protected:
        return
    text = "\n".join(_texts(brief)).casefold()
    found = {person: sum(len(pattern.findall(text)) for pattern in patterns) for person, patterns in protected.items()}
    leaks = {person: count for person, count in found.items() if count}
    if leaks:
        raise NameLeaks(leaks)


def _spellings(names: Any) -> list[re.Pattern[str]]:
    """Whole names and their longer words; Cyrillic words also with the endings cases give them."""
    words = {word.casefold() for name in names for word in re.split(r"[\s,.]+", name.text) if len(word) >= _SHORTEST}
    return [re.compile(rf"\b{re.escape(word)}\w{{0,{2 + len(word) // 3}}}\b") for word in sorted(words)]


def _texts(value: Any) -> Iterator[str]:
    """Every text in the tree."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:  # pyright: ignore[reportUnknownVariableType] - blocks are tuples of anything
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
