"""In the reader: one PDF in memory, measured, drawn and read with PDFium."""

# pypdfium2 has no complete types; what comes out of it is used as number or text at once.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportUnknownLambdaType=false
import json
import math
import re
from array import array
from collections import OrderedDict
from collections.abc import Callable
from ctypes import c_float
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from desktop.documents.render.faults import Reason, RenderFailed
from desktop.documents.render.wire import Message

MOST_PAGES = 20_000
LONGEST_SIDE = 14_400.0  # points; what PDF 1.7 (ISO 32000-1, annex C) allows, a larger page is shown reduced to it
MOST_PIXELS = 8_000_000  # in one picture of a page or a part of it
MOST_CHARACTERS = 400_000  # of one page; the rest is cut off
_OPEN_PAGES = 8
_HYPHEN, _SOFT_HYPHEN = "\x02", "\u00ad"  # PDFium's mark for a word broken at the end of a line, and ours
_UNKNOWN = "\ufffd"
_TEXTS = {"Title": "title", "Author": "author", "Creator": "creator", "Producer": "producer"}
_MOMENTS = {"CreationDate": "created", "ModDate": "modified"}
_MOMENT = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?([Z+-])?(?:(\d\d)'?(\d\d)?)?")


@dataclass(frozen=True, slots=True)
class _Page:
    page: pypdfium2.PdfPage
    text: pypdfium2.PdfTextPage
    width: float  # points, as shown
    height: float
    factor: float  # points shown for one point of the page


class PdfSource:
    """An open PDF; every method answers one request."""

    def __init__(self, content: bytes) -> None:
        try:
            self._document = pypdfium2.PdfDocument(content)
            self._document.init_forms()
        except pypdfium2.PdfiumError as refused:
            is_locked = refused.err_code == pdfium.FPDF_ERR_PASSWORD
            raise RenderFailed(Reason.ENCRYPTED if is_locked else Reason.DAMAGED) from refused
        if len(self._document) < 1:
            raise RenderFailed(Reason.EMPTY)
        self._pages: OrderedDict[int, _Page] = OrderedDict()

    def describe(self) -> Message:
        """Number of pages, the document's own facts, and the size of every page in points."""
        count = min(len(self._document), MOST_PAGES)
        sizes = array("f")
        for index in range(count):
            sizes.extend(self._size(index))
        facts = _facts(self._document.get_metadata_dict(skip_empty=True))
        return Message({"pages": count, "facts": facts}, sizes.tobytes())

    def tile(self, request: Message) -> Message:
        """Part of a page as pixels (blue, green, red, unused), cut from the page drawn at ``scale`` pixels a point."""
        page = self._page(request.number("page", 0, MOST_PAGES))
        scale = request.number("scale", 1, 64_000) / 1000
        whole = math.ceil(page.width * scale), math.ceil(page.height * scale)
        left, top = request.number("left", 0, whole[0] - 1), request.number("top", 0, whole[1] - 1)
        width = min(request.number("width", 1, MOST_PIXELS), whole[0] - left)
        height = min(request.number("height", 1, MOST_PIXELS), whole[1] - top)
        if width * height > MOST_PIXELS:
            raise RenderFailed(Reason.TOO_LARGE)
        bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_BGRx)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        place = (bitmap, page.page, -left, -top, *whole, 0, pdfium.FPDF_ANNOT)
        pdfium.FPDF_RenderPageBitmap(*place)
        if self._document.formenv:
            pdfium.FPDF_FFLDraw(self._document.formenv, *place)
        return Message({"width": width, "height": height}, memoryview(bitmap.buffer).cast("B"))

    def layout(self, request: Message) -> Message:
        """Every character of a page with its box: left, top, right, bottom in points from the top left as shown."""
        page = self._page(request.number("page", 0, MOST_PAGES))
        text = _characters(page.text)
        to_shown = _turned(page.page, page.factor)
        boxes = array("f")
        box = pdfium.FS_RECTF()
        for index in range(len(text)):
            if pdfium.FPDFText_GetLooseCharBox(page.text, index, box):
                boxes.extend(to_shown(box.left, box.top, box.right, box.bottom))
            else:
                boxes.extend((0.0, 0.0, 0.0, 0.0))
        content = text.encode("utf-32-le")
        return Message({"characters": len(text)}, content + boxes.tobytes())

    def texts(self, request: Message) -> Message:
        """The text of several pages, one character for each box of ``layout``; a page that fails is empty."""
        first, count = request.number("first", 0, MOST_PAGES), request.number("count", 1, 1000)
        pages: list[str] = []
        for index in range(first, min(first + count, len(self._document))):
            try:
                page = self._document[index]
                text = page.get_textpage()
            except pypdfium2.PdfiumError:
                pages.append("")
                continue
            pages.append(_characters(text))
            text.close()
            page.close()
        return Message({}, json.dumps(pages, ensure_ascii=False).encode())

    def _page(self, index: int) -> _Page:
        """An open page; the last few stay open, because drawing and reading come in turns."""
        if index not in self._pages:
            try:
                page = self._document[index]
                text = page.get_textpage()
            except (pypdfium2.PdfiumError, IndexError) as refused:
                raise RenderFailed(Reason.DAMAGED) from refused
            self._pages[index] = _Page(page, text, *_shown(*page.get_size()))
            if len(self._pages) > _OPEN_PAGES:
                _, oldest = self._pages.popitem(last=False)
                oldest.text.close()
                oldest.page.close()
        self._pages.move_to_end(index)
        return self._pages[index]

    def _size(self, index: int) -> tuple[float, float]:
        try:
            return _shown(*self._document.get_page_size(index))[:2]
        except pypdfium2.PdfiumError:
            return _shown(595.0, 842.0)[:2]


def _facts(known: dict[str, str]) -> dict[str, str]:
    """What the document says of itself; moments as ISO 8601 as far as they are given (ISO 32000-1, 7.9.4)."""
    facts = {ours: known[theirs][:500] for theirs, ours in _TEXTS.items() if theirs in known}
    for theirs, ours in _MOMENTS.items():
        if moment := _MOMENT.match(known.get(theirs, "")):
            day, clock = "-".join(filter(None, moment.group(1, 2, 3))), ":".join(filter(None, moment.group(4, 5, 6)))
            zone = {"Z": "Z", None: ""}.get(moment[7], f"{moment[7]}{moment[8]}:{moment[9]}")
            facts[ours] = f"{day}T{clock}{zone}" if clock else day
    return facts


def _shown(width: float, height: float) -> tuple[float, float, float]:
    """The size a page is shown at, whatever it claims, and the factor between the two."""
    width, height = (side if math.isfinite(side) and side >= 1 else 1.0 for side in (width, height))
    factor = min(1.0, LONGEST_SIDE / max(width, height))
    # The window is told single precision: both sides must count the same pixels.
    return max(1.0, c_float(width * factor).value), max(1.0, c_float(height * factor).value), factor


def _characters(page: pypdfium2.PdfTextPage) -> str:
    """The page's text, exactly one character for each of PDFium's, so that both can be counted alike."""
    count = min(page.count_chars(), MOST_CHARACTERS)
    if count < 1:
        return ""
    text = page.get_text_range(0, count)
    if len(text) != count:  # characters it cannot name are missing there, those beyond the first plane are there twice
        text = "".join(chr(code) if code < 0x110000 else _UNKNOWN for code in _codes(page, count))
    return text.translate(_CLEAN) if _UNCLEAN.search(text) else text


def _codes(page: pypdfium2.PdfTextPage, count: int) -> list[int]:
    return [pdfium.FPDFText_GetUnicode(page, index) for index in range(count)]


_CLEAN: dict[int, str] = {
    **dict.fromkeys((code for code in range(32) if code not in (9, 10, 13)), _UNKNOWN),
    **dict.fromkeys(range(0xD800, 0xE000), _UNKNOWN),
    ord(_HYPHEN): _SOFT_HYPHEN,
    0xFFFE: _SOFT_HYPHEN,
}


# Looking first is 20 times quicker than translating every page.
_UNCLEAN = re.compile("[" + "".join(re.escape(chr(code)) for code in _CLEAN) + "]")


def _turned(page: pypdfium2.PdfPage, factor: float) -> Callable[[float, float, float, float], tuple[float, ...]]:
    """From the page's own coordinates to those of the page as shown: turned, from the top left, in points shown."""
    left, bottom, right, top = page.get_bbox()
    turns: dict[int, Callable[[float, float], tuple[float, float]]] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    turn = turns.get(page.get_rotation(), turns[0])

    def shown(x1: float, y1: float, x2: float, y2: float) -> tuple[float, ...]:
        (left1, top1), (left2, top2) = turn(x1, y1), turn(x2, y2)
        edges = (min(left1, left2), min(top1, top2), max(left1, left2), max(top1, top2))
        return tuple(_within(edge * factor) for edge in edges)

    return shown


def _within(value: float) -> float:
    return min(max(value, -2 * LONGEST_SIDE), 2 * LONGEST_SIDE) if math.isfinite(value) else 0.0
