"""Tables: each row wrapped once and drawn as it is, so that ten thousand rows cost ten times a thousand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.documents.blocks import Align
from desktop.documents.pdf.strips import Cell, Frame, Strip
from desktop.documents.pdf.typesetter import Type, Typesetter
from desktop.documents.runs import Content

_GUTTER = 7.0
_PAD = 3.2
_WHOLE = 14  # lines; a row up to this is never parted
_PARTED = 3  # lines that stay together at either side when a longer one is
_WIDEST_NEED = 0.28  # of the width: no word makes a column wider than this
_HEAD_AT_MOST = 8  # lines; a longer head is not repeated
_SHORT = 60  # characters; shorter cells repeat (places, persons) and are wrapped once
_SHORT_KEPT = 2_000  # cells; bounds the memory of a long table
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
        self._short: dict[tuple[int, str], Cell] = {}
        self._head = self._set_head()

    @property
    def places(self) -> Sequence[tuple[float, float]]:
        """Where each column begins and how wide it is."""
        return self._places

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

    @property
    def _repeated(self) -> tuple[Strip, ...]:
        return (self._head,) if self._head.lines <= _HEAD_AT_MOST else ()

    @property
    def _rule(self) -> Frame:
        return Frame(0.0, self._set.width, rule_below=0.5, rule_grey=_RULE_GREY)

    def _cell(self, index: int, content: Content) -> Cell:
        if not isinstance(content, str) or len(content) > _SHORT:
            return self._new_cell(index, content)
        known = self._short.get((index, content))
        if known is None:
            if len(self._short) > _SHORT_KEPT:
                self._short.clear()
            known = self._short[index, content] = self._new_cell(index, content)
        return known

    def _new_cell(self, index: int, content: Content) -> Cell:
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
        """Give each column what its longest word needs, then share what is left by weight."""
        needed = [self._set.widest_word(column.title, self._face.bold()) for column in self._columns]
        for contents in sample:
            for index, content in enumerate(contents):
                needed[index] = max(needed[index], self._set.widest_word(content, self._face))
        most = self._set.width * _WIDEST_NEED
        needed = [min(need, most) + _GUTTER for need in needed]
        if sum(needed) > self._set.width:
            return [need * self._set.width / sum(needed) for need in needed]
        return _share(self._set.width, needed, [column.weight for column in self._columns])


def _share(width: float, needed: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Share a width by weight, but give no column less than it needs."""
    fixed: dict[int, float] = {}
    while True:
        free = width - sum(fixed.values())
        weight = sum(weight for index, weight in enumerate(weights) if index not in fixed) or 1.0
        shares = [fixed.get(index, free * weights[index] / weight) for index in range(len(needed))]
        short = [index for index, share in enumerate(shares) if index not in fixed and share < needed[index]]
        if not short:
            return shares
        fixed.update({index: needed[index] for index in short})
