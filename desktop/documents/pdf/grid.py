"""Tables: each row wrapped once and drawn as it is, so that ten thousand rows cost ten times a thousand."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.documents.blocks import Align
from desktop.documents.pdf.strips import Cell, Frame, Strip
from desktop.documents.pdf.typesetter import Type, Typesetter
from desktop.documents.runs import Content

_GUTTER = 8.5
_PAD = 3.2
_WHOLE = 14  # lines; a row up to this is never parted
_PARTED = 3  # lines that stay together at either side when a longer one is
_LEAST, _MOST = 0.7, 1.6  # of its share: how far a column may shrink for the words of others or grow for its own
_SWAY = (0.85, 1.25)  # how far the amount of text may change a column's weight
_HEAD_AT_MOST = 8  # lines; a longer head is not repeated
_RULE_GREY = 0.72


@dataclass(frozen=True, slots=True)
class Column:
    """A column before its width is known; ``weight`` is its share of what the longest words leave over."""

    title: str
    weight: float
    align: Align = Align.LEFT


class Grid:
    """One table: columns as wide as their words need and their weight deserves."""

    def __init__(self, columns: Sequence[Column], sample: Iterable[Sequence[Content]], typesetter: Typesetter) -> None:
        self._set = typesetter
        self._face = typesetter.table
        self._columns = columns
        widths = self._measure(sample)
        self._places = [(sum(widths[:index]), width - _GUTTER) for index, width in enumerate(widths)]
        self._places[-1] = (self._places[-1][0], widths[-1])
        self._head = self._set_head()
        self._repeated = (self._head,) if self._head.lines <= _HEAD_AT_MOST else ()
        self._rule = Frame(0.0, typesetter.width, rule_below=0.5, rule_grey=_RULE_GREY)

    def head(self) -> Strip:
        """Give the head of the table; it stays with the first row."""
        return self._head

    def row(self, contents: Sequence[Content], *, has_rule: bool = True) -> Strip:
        """Set one row."""
        cells = [self._cell(index, content) for index, content in enumerate(contents)]
        strip = Strip(cells, self._face.leading, self._face.drop, above=_PAD, repeated=self._repeated)
        strip.least = strip.lines if strip.lines <= _WHOLE else _PARTED
        strip.below, strip.frame = (_PAD, self._rule) if has_rule else (0.0, None)
        return strip

    def line(self, content: Content, face: Type, first_column: int, *, frame: Frame | None = None) -> Strip:
        """Set a line that runs from a column to the right edge."""
        x, _ = self._places[first_column]
        cell = self._set.cell(content, face, x, self._set.width - x)
        frame = frame or self._rule
        return Strip([cell], face.leading, face.drop, above=1.0, below=_PAD, frame=frame, repeated=self._repeated)

    def _cell(self, index: int, content: Content) -> Cell:
        x, width = self._places[index]
        return self._set.cell(content, self._face, x, width, align=self._columns[index].align)

    def _set_head(self) -> Strip:
        face = self._face.bold()
        cells = [
            self._set.cell(column.title, face, x, width, align=column.align)
            for column, (x, width) in zip(self._columns, self._places, strict=True)
        ]
        frame = Frame(0.0, self._set.width, rule_above=1.0, rule_below=0.6)
        return Strip(
            cells, face.leading, face.drop, above=_PAD, below=_PAD, space_before=6.0, keeps_with_next=True, frame=frame
        )

    def _measure(self, sample: Iterable[Sequence[Content]]) -> list[float]:
        """Measure the longest word and the usual length of each column and share the width accordingly."""
        words = [self._set.widest_word(column.title, self._face.bold()) for column in self._columns]
        lengths = [0.0] * len(words)
        for contents in sample:
            for index, content in enumerate(contents):
                words[index] = max(words[index], self._set.widest_word(content, self._face))
                lengths[index] += self._set.length_of(content, self._face)
        needed = [word + _GUTTER for word in words]
        return _share(self._set.width, needed, _weigh([column.weight for column in self._columns], lengths))


def _weigh(weights: Sequence[float], lengths: Sequence[float]) -> list[float]:
    """Move weights part of the way towards how much text the columns hold."""
    total, length = sum(weights), sum(lengths)
    if not total or not length:
        return list(weights)
    low, high = _SWAY
    factors = [
        max(low, min(high, math.sqrt(part * total / (length * weight)))) if weight else 0.0
        for weight, part in zip(weights, lengths, strict=True)
    ]
    return [weight * factor for weight, factor in zip(weights, factors, strict=True)]


def _share(width: float, needed: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Share a width by weight, then let columns whose words need more take it from the others, within limits.

    A column without weight gets what it needs and no more.
    """
    free = width - sum(need for need, weight in zip(needed, weights, strict=True) if not weight)
    each = free / (sum(weights) or 1.0)
    least = [
        min(max(need, _LEAST * weight * each), _MOST * weight * each) if weight else need
        for need, weight in zip(needed, weights, strict=True)
    ]
    weighted = sum(part for part, weight in zip(least, weights, strict=True) if weight)
    if weighted >= free:
        return [part * free / weighted if weight else part for part, weight in zip(least, weights, strict=True)]
    extra = [max(0.0, weight * each - part) for part, weight in zip(least, weights, strict=True)]
    factor = (free - weighted) / (sum(extra) or 1.0)
    return [part + more * factor for part, more in zip(least, extra, strict=True)]
