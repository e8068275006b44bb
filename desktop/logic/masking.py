"""Names of protected persons taken out of texts, in whatever case Russian or Kazakh bends them."""

import re
from collections.abc import Iterable, Sequence

from db.rows import PersonRow
from db.types import Protection

_SHORTEST = 3  # letters; shorter parts of names stand inside too many words
_ENDINGS = frozenset("аеёиоуыэюяйьәіөүұ")  # letters that fall away when Russian or Kazakh bends a name


class Masks:
    """Knows the words of some names, the longest first."""

    def __init__(self, persons: Iterable[PersonRow] = ()) -> None:
        words = {
            word.casefold()
            for person in persons
            if person.protected != Protection.NONE.value
            for name in person.names
            for word in re.split(r"[\s,.]+", name.text)
            if len(word) >= _SHORTEST
        }
        self._masks: Sequence[re.Pattern[str]] = [_mask(word) for word in sorted(words, key=len, reverse=True)]

    def cover(self, text: str, instead: str) -> str:
        """The text with other words in place of the names."""
        for mask in self._masks:
            text = mask.sub(instead, text)
        return text


def _mask(word: str) -> re.Pattern[str]:
    """A word of a name with whatever ending its case gives it: Абай, Абаю, Абаем."""
    stem = word[:-1] if len(word) > _SHORTEST and word[-1] in _ENDINGS else word
    return re.compile(rf"\b{re.escape(stem)}\w{{0,{2 + len(word) // 3}}}\b", re.IGNORECASE)
