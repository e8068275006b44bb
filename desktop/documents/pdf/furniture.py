"""What stands on every page around the text, and the page numbers in the contents: drawn when all pages are known."""

from dataclasses import dataclass

from desktop.documents.pdf.faces import Style
from desktop.documents.pdf.ink import Ink
from desktop.documents.pdf.sheets import Sheets
from desktop.documents.pdf.strips import Strip

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

    target: str
    x: float
    y: float


class Furniture:
    """Remembers where everything came to stand, and draws the forms that say so."""

    def __init__(self, running: Running, number_style: Style) -> None:
        self._running = running
        self._number_style = number_style
        self._page_of: dict[str, int] = {}
        self._slots: list[_Slot] = []

    def form_of(self, page: int) -> str:
        """Name the form of a page."""
        return f"page{page}"

    def found(self, key: str, page: int) -> None:
        """Note the page of a destination; the first one counts."""
        self._page_of.setdefault(key, page)

    def reserve(self, target: str, strip: Strip, x: float, top: float) -> str:
        """Keep a place for the page of ``target`` after a strip's last line; name the form that will show it."""
        cell = strip.cells[0]
        end = x + cell.x + cell.lines[-1].width
        y = top - strip.above - strip.drop - (strip.lines - 1) * strip.leading
        self._slots.append(_Slot(target, end, y))
        return f"slot{len(self._slots)}"

    def draw(self, sheets: Sheets, total: int) -> None:
        """Define the forms of all pages and slots."""
        for place, slot in enumerate(self._slots, 1):
            sheets.define_form(f"slot{place}", self._number(slot))
        for page in range(1, total + 1):
            sheets.define_form(self.form_of(page), self._around(page, total))

    def _around(self, page: int, total: int) -> str:
        running, ink = self._running, Ink()
        if running.header and page > 1:
            x = running.right - running.style.width(running.header)
            ink.write(running.style, running.header, x, running.header_y)
        label = running.label.format(number=page, total=total)
        x = (running.left + running.right - running.style.width(label)) / 2
        ink.write(running.style, label, x, running.footer_y)
        return ink.code()

    def _number(self, slot: _Slot) -> str:
        text, style, ink = str(self._page_of[slot.target]), self._number_style, Ink()
        x = self._running.right - style.width(text)
        ink.shapes.dot(slot.x + _DOT_GAP, x - _DOT_GAP, slot.y + 0.6, thickness=0.9, gap=_DOT_GAP)
        ink.write(style, text, x, slot.y)
        return ink.code()
