"""A passage chosen on one page or across several: where it begins and ends, and its text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from desktop.documents.render.page_text import Box, PageText

Texts = Callable[[int], PageText | None]
_WORD_ENDS = re.compile(r"\b")


class Step(Enum):
    """How far a key moves the end of a passage: its unit, and on or back."""

    CHARACTER_BACK = ("character", -1)
    CHARACTER_ON = ("character", 1)
    WORD_BACK = ("word", -1)
    WORD_ON = ("word", 1)
    LINE_BACK = ("line", -1)
    LINE_ON = ("line", 1)


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """A gap between two characters: a page and an index into its text."""

    page: int
    index: int


@dataclass(frozen=True, slots=True)
class Passage:
    """From where the choosing began to where it is now, in whichever direction."""

    anchor: Gap
    focus: Gap

    @property
    def start(self) -> Gap:
        """The earlier end."""
        return min(self.anchor, self.focus)

    @property
    def end(self) -> Gap:
        """The later end."""
        return max(self.anchor, self.focus)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing between its ends."""
        return self.anchor == self.focus

    def span(self, page: int, text: PageText) -> tuple[int, int]:
        """The part of it on one page, as indexes into the page's text; (0, 0) on a page outside it."""
        if not self.start.page <= page <= self.end.page:
            return 0, 0
        first = self.start.index if page == self.start.page else 0
        last = self.end.index if page == self.end.page else len(text.text)
        return first, last

    def boxes(self, page: int, text: PageText) -> list[Box]:
        """What to paint of it on one page."""
        return text.rectangles(*self.span(page, text))

    def words(self, texts: Texts) -> str | None:
        """Its text, page after page; None while a page it covers has not been read yet."""
        parts: list[str] = []
        is_complete = True
        for page in range(self.start.page, self.end.page + 1):
            text = texts(page)
            if text is None:
                is_complete = False
            else:
                parts.append(text.passage(*self.span(page, text)))
        return "\n".join(parts) if is_complete else None


def whole_page(page: int, text: PageText) -> Passage:
    """Everything on a page."""
    return Passage(Gap(page, 0), Gap(page, len(text.text)))


def moved(gap: Gap, step: Step, texts: Texts, pages: int) -> Gap:
    """The gap a step further; it stays where the text of the page there is not known, and at the ends."""
    text = texts(gap.page)
    if text is None:
        return gap
    unit, way = step.value
    index = _moved_on_page(text, gap.index, unit, way)
    if index != gap.index:
        return Gap(gap.page, index)
    page = gap.page + way
    other = texts(page) if 0 <= page < pages else None
    if other is None:
        return gap
    return Gap(page, 0 if way > 0 else len(other.text))


def _moved_on_page(text: PageText, index: int, unit: str, way: int) -> int:
    if unit == "line":
        return text.beside(index, way)
    if unit == "character":
        return min(max(index + way, 0), len(text.text))
    ends = [found.start() for found in _WORD_ENDS.finditer(text.text)]
    if way > 0:
        return next((end for end in ends if end > index), len(text.text))
    return next((end for end in reversed(ends) if end < index), 0)
