"""What stands on every page around the text, and the page numbers in the contents: drawn when all pages are known."""

from dataclasses import dataclass

from desktop.documents.pdf.faces import Style
from desktop.documents.pdf.ink import Ink
from desktop.documents.pdf.sheets import Sheets
from desktop.documents.pdf.strips import PageSlot, Strip

_DOT_GAP = 4.0


@dataclass(frozen=True, slots=True)
class Running:
    """The words and places of the header and footer; ``label`` holds ``{number}`` and ``{total}``."""

    style: Style
    header: str
    label: str
    left: float
    right: float
    header_y: float
    footer_y: float


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place for a page number: the words before it end at ``x``."""

    slot: PageSlot
    x: float
    y: float


class Furniture:
    """Remembers where everything came to stand, and draws the forms that say so."""

    def __init__(self, running: Running, number_style: Style) -> None:
        self._running = running
        self._number_style = number_style
        self._page_of: dict[str, int] = {}
        self._slots: dict[int, list[_Slot]] = {}

    def form_of(self, page: int) -> str:
        """Name the form of a page."""
        return f"page{page}"

    def found(self, key: str, page: int) -> None:
        """Note the page of a destination; the first one counts."""
        self._page_of.setdefault(key, page)

    def reserve(self, page: int, strip: Strip, x: float, top: float) -> None:
        """Keep the place of a page number at the end of a strip's last line."""
        if strip.slot is not None:
            cell = strip.cells[0]
            end = x + cell.x + cell.lines[-1].width
            y = top - strip.above - strip.drop - (strip.lines - 1) * strip.leading
            self._slots.setdefault(page, []).append(_Slot(strip.slot, end, y))

    def draw(self, sheets: Sheets, total: int) -> None:
        """Define the form of every page."""
        for page in range(1, total + 1):
            ink = Ink()
            for slot in self._slots.get(page, ()):
                self._fill_in(ink, slot)
            self._draw_running(ink, page, total)
            sheets.define_form(self.form_of(page), ink.code())

    def _draw_running(self, ink: Ink, page: int, total: int) -> None:
        running = self._running
        if running.header and page > 1:
            x = running.right - running.style.width(running.header)
            ink.write(running.style, running.header, x, running.header_y)
        label = running.label.format(number=page, total=total)
        x = (running.left + running.right - running.style.width(label)) / 2
        ink.write(running.style, label, x, running.footer_y)

    def _fill_in(self, ink: Ink, slot: _Slot) -> None:
        text = str(self._page_of[slot.slot.target])
        style = self._number_style
        x = self._running.right - style.width(text)
        ink.dot(slot.x + _DOT_GAP, x - _DOT_GAP, slot.y + 0.6, thickness=0.9, gap=_DOT_GAP)
        ink.write(style, text, x, slot.y)
