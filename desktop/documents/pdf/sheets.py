"""The little of ReportLab that a brief needs: pages of raw code, links, destinations, bookmarks, forms.

A form is a piece of a page that may be used before it is defined: what depends on the number of pages waits there.
"""

import zlib
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas

_PRINTED = 4  # the annotation flag that PDF/A demands of links


class Sheets:
    """A PDF being written in memory, page after page; its bytes depend on nothing but what is drawn."""

    def __init__(self, width: float, height: float, font_name: str) -> None:
        """Begin a PDF with pages of this size in points; ``font_name`` keeps ReportLab's own Helvetica out of it."""
        rl_config.useA85 = 0
        new_canvas: Any = canvas.Canvas
        self._canvas: Any = new_canvas(
            BytesIO(), pagesize=(width, height), invariant=1, pageCompression=1, initialFontName=font_name
        )
        self._last_level = -1

    @property
    def document(self) -> object:
        """What fonts ask for to know one PDF from another."""
        return self._canvas._doc  # noqa: SLF001 - ReportLab's fonts ask for it and the canvas has no other way to give it

    def add(self, code: str) -> None:
        """Draw on the current page."""
        self._canvas.addLiteral(code)

    def link(self, box: tuple[float, float, float, float], key: str) -> None:
        """Make a box of the page (left, bottom, right, top) lead to a destination, which may be marked later."""
        self._canvas.linkAbsolute("", key, box, F=_PRINTED, Border="[0 0 0]")

    def mark(self, key: str, y: float) -> None:
        """Make a height of the current page a destination."""
        self._canvas.bookmarkPage(key, "XYZ", left=0, top=y, zoom=0)

    def bookmark(self, title: str, key: str, level: int) -> None:
        """Add a bookmark; one that skips levels hangs directly under the last."""
        if self._last_level < 0:
            self._canvas.showOutline()
        self._last_level = min(level, self._last_level + 1)
        self._canvas.addOutlineEntry(title, key, self._last_level)

    def use_form(self, name: str) -> None:
        """Draw a form on the current page; it must be defined before the end."""
        self._canvas.doForm(name)

    def define_form(self, name: str, code: str) -> None:
        """Say what a form draws."""
        self._canvas.beginForm(name)
        self._canvas.addLiteral(code)
        self._canvas.endForm()

    def turn(self) -> None:
        """Finish the current page; its code is packed at once, not at the end with all the others."""
        self._canvas.showPage()
        page = self._canvas._doc.Pages.pages[-1]  # noqa: SLF001 - see above; ReportLab keeps pages as text until the end
        packed = zlib.compress(page.stream.encode("ascii"))
        dictionary: Any = pdfdoc.PDFDictionary
        stream: Any = pdfdoc.PDFStream
        page.Contents = stream(dictionary({"Filter": "/FlateDecode"}), packed)
        page.stream = None

    def finish(self) -> bytes:
        """Finish the document."""
        return self._canvas.getpdfdata()
