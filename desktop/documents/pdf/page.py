"""The page being filled: what room it has, what fits on it, and its notes at the foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents.pdf.furniture import Furniture
from desktop.documents.pdf.ink import Ink
from desktop.documents.pdf.notes import GAP, RULE_WIDTH, NoteArea
from desktop.documents.pdf.sheets import Sheets
from desktop.documents.pdf.strips import Strip

_SLACK = 0.01  # points; sums of floats are not exact


@dataclass(frozen=True, slots=True)
class Area:
    """Where text stands on a page, in points from the lower left corner of the paper."""

    left: float
    bottom: float
    width: float
    top: float


class Page:
    """One page, filled from the top; ``is_empty`` until text stands on it (a repeated table head does not count)."""

    def __init__(self, sheets: Sheets, area: Area, notes: NoteArea, furniture: Furniture, number: int) -> None:
        self.number = number
        self.is_empty = True
        self._sheets = sheets
        self._area = area
        self._notes = notes
        self._furniture = furniture
        self._ink = Ink()
        self._y = area.top

    def begins(self, chain: Sequence[Strip]) -> bool:
        """Whether strips that stay together fit, but for the last, of which as much as may stand alone is enough."""
        last = chain[-1]
        need = last.space_before + last.height_of(last.least)
        numbers = last.notes(last.least)
        for strip in chain[:-1]:
            need += strip.space_before + strip.height
            numbers += strip.notes()
        return need + self._notes.least_for(numbers) <= self._room

    def fits(self, strip: Strip, lines: int) -> bool:
        """Whether so many lines of a strip fit with the notes they mark."""
        need = self._before(strip) + strip.height_of(lines)
        return need <= self._room and need + self._notes.least_for(strip.notes(lines)) <= self._room

    def lines_for(self, strip: Strip) -> int:
        """Say how many lines of a strip that does not fit may stay on this page; 0 for none."""
        count = min(self._lines_in_room(strip), strip.lines - strip.least)
        while count > 0 and not self.fits(strip, count):
            count -= 1
        if count > 0:
            return count
        return max(1, self._lines_in_room(strip)) if self.is_empty else 0

    def place(self, strip: Strip) -> None:
        """Draw a strip under the last one and take in the notes it marks."""
        top = self._y - self._before(strip)
        self._mark(strip, top)
        self._ink.draw(strip, self._area.left, top)
        if strip.page_of is not None:
            self._ink.use_form(self._furniture.reserve(strip.page_of, strip, self._area.left, top))
            box = (self._area.left, top - strip.height, self._area.left + self._area.width, top)
            self._sheets.link(box, strip.page_of)
        self._y = top - strip.height
        self.is_empty = self.is_empty and not strip.height
        self._notes.admit(strip.notes(), self._room)

    def repeat(self, strips: Sequence[Strip]) -> None:
        """Draw what stands at the top of every page of a table."""
        for strip in strips:
            self.place(strip)
        self.is_empty = True

    def close(self) -> None:
        """Draw the notes and finish the page."""
        if self._notes.strips:
            self._draw_notes()
        self._ink.use_form(self._furniture.form_of(self.number))
        for code, form in self._ink.pieces():
            self._sheets.add(code)
            if form:
                self._sheets.use_form(form)
        for box, key in self._ink.links:
            self._sheets.link(box, key)
        self._sheets.turn()

    @property
    def _room(self) -> float:
        return self._y - self._area.bottom - self._notes.height + _SLACK

    def _before(self, strip: Strip) -> float:
        return 0.0 if self.is_empty else strip.space_before

    def _lines_in_room(self, strip: Strip) -> int:
        room = self._room - self._before(strip) - strip.above - strip.below
        return int(room / strip.leading) if strip.leading else strip.lines

    def _mark(self, strip: Strip, top: float) -> None:
        for anchor in strip.anchors:
            self._furniture.found(anchor.key, self.number)
            self._sheets.mark(anchor.key, top + strip.leading)
            if anchor.title:
                self._sheets.bookmark(anchor.title, anchor.key, anchor.level)

    def _draw_notes(self) -> None:
        self._ink.shapes.fill(self._area.left, self._area.bottom + self._notes.height - GAP, RULE_WIDTH, 0.5)
        y = self._area.bottom + sum(strip.height for strip in self._notes.strips)
        for strip in self._notes.strips:
            self._mark(strip, y)
            self._ink.draw(strip, self._area.left, y)
            y -= strip.height
