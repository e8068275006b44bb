"""Strips laid out over pages, once: what may be parted is parted, what belongs together stays together."""

from collections.abc import Sequence

from desktop.documents.pdf.furniture import Furniture
from desktop.documents.pdf.notes import NoteArea
from desktop.documents.pdf.page import Area, Page
from desktop.documents.pdf.sheets import Sheets
from desktop.documents.pdf.strips import Strip

_NOTES_AT_MOST = 0.75  # of a page that begins with notes left over: some of the text stands on every page


class Pages:
    """Turns the pages as strips come."""

    def __init__(self, sheets: Sheets, area: Area, notes: NoteArea, furniture: Furniture) -> None:
        self._sheets = sheets
        self._area = area
        self._notes = notes
        self._furniture = furniture
        self._chain: list[Strip] = []
        self._page = Page(sheets, area, notes, furniture, 1)

    def add(self, strip: Strip) -> None:
        """Place a strip, after those that asked to stay with it."""
        self._chain.append(strip)
        if not strip.keeps_with_next:
            self._settle()
        if strip.ends_page and not self._page.is_empty:
            self._turn()

    def finish(self) -> int:
        """Place what is left, close the last page and count the pages."""
        if self._chain:
            self._settle()
        while self._notes.is_waiting:
            self._turn()
        if not self._page.is_empty or self._notes.strips or self._page.number == 1:
            self._page.close()
            return self._page.number
        return self._page.number - 1

    def _settle(self) -> None:
        chain, self._chain = self._chain, []
        if not self._page.is_empty and not self._page.begins(chain):
            self._turn(chain[0].repeated)
        for strip in chain:
            self._set(strip)

    def _set(self, strip: Strip) -> None:
        while not self._page.fits(strip, strip.lines):
            count = self._page.lines_for(strip)
            if count >= strip.lines:
                break
            if count:
                head, strip = strip.cut(count)
                self._page.place(head)
            self._turn(strip.repeated)
        self._page.place(strip)

    def _turn(self, repeated: Sequence[Strip] = ()) -> None:
        self._page.close()
        self._notes.begin_page((self._area.top - self._area.bottom) * _NOTES_AT_MOST)
        self._page = Page(self._sheets, self._area, self._notes, self._furniture, self._page.number + 1)
        self._page.repeat(repeated)
