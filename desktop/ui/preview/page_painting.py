"""Painting one page of a PDF: paper, picture, found words, the chosen passage."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from desktop.documents.render.documents import Tile
from desktop.documents.render.page_text import Box
from desktop.ui.preview.page_images import PageImages, tiles
from desktop.ui.preview.page_stack import PageStack
from desktop.ui.preview.page_texts import PageTexts
from desktop.ui.preview.selection import Passage

PAPER = QColor(Qt.GlobalColor.white)  # a document keeps its own colours in every look
CHOSEN, FOUND = 0.42, 0.18  # how much of the accent colours the paper; the ink stays as it is


@dataclass
class Marks:
    """What is painted over the pages: the chosen passage, and the places of found words by page."""

    passage: Passage | None = None
    found: Mapping[int, Sequence[tuple[int, int]]] = field(default_factory=dict[int, list[tuple[int, int]]])


class Pages(Protocol):
    """What a page is painted from."""

    images: PageImages
    texts: PageTexts
    stack: PageStack
    marks: Marks

    def viewport(self) -> QWidget:
        """The surface the pages are painted on."""
        ...

    def devicePixelRatioF(self) -> float:
        """Pixels of the screen for one of its points."""
        ...


def paint_page(painter: QPainter, view: Pages, page: int) -> list[Tile]:
    """Paint what there is of a page; the pieces that are still missing are returned."""
    left, top, width, height = view.stack.rectangle(page)
    paper, scale = QRectF(left, top, width, height), view.stack.scale
    painter.fillRect(paper, PAPER)
    painter.save()
    painter.setClipRect(paper)
    painter.translate(left, top)
    seen = painter.transform().inverted()[0].mapRect(QRectF(view.viewport().rect()))
    seen = QRectF(seen.left() / scale, seen.top() / scale, seen.width() / scale, seen.height() / scale)
    fine = scale * view.devicePixelRatioF()
    missing = _paint_pieces(painter, view, tiles(page, view.stack.sizes[page], fine, seen), page)
    _paint_marks(painter, view, page)
    painter.restore()
    return missing


def _paint_pieces(painter: QPainter, view: Pages, wanted: Iterable[Tile], page: int) -> list[Tile]:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    pieces = [(tile, view.images.find(tile)) for tile in wanted]
    missing = [tile for tile, image in pieces if image is None]
    if missing:
        for part, image in view.images.drawn(page):
            painter.drawImage(_scaled(part, view.stack.scale), image)
    ratio = view.devicePixelRatioF()
    for tile, image in pieces:
        if image is not None:
            painter.drawImage(
                QRectF(tile.left / ratio, tile.top / ratio, tile.width / ratio, tile.height / ratio), image
            )
    return missing


def _paint_marks(painter: QPainter, view: Pages, page: int) -> None:
    text = view.texts.find(page) if page in view.marks.found or view.marks.passage else None
    if text is None:
        return
    found = (box for span in view.marks.found.get(page, ()) for box in text.rectangles(*span))
    _cover(painter, view, found, FOUND)
    if view.marks.passage:
        _cover(painter, view, view.marks.passage.boxes(page, text), CHOSEN)


def _cover(painter: QPainter, view: Pages, boxes: Iterable[Box], strength: float) -> None:
    """Colour the paper as a marker does."""
    accent = view.viewport().palette().color(QPalette.ColorRole.Accent)
    tint = QColor.fromRgbF(*(1 - (1 - part) * strength for part in (accent.redF(), accent.greenF(), accent.blueF())))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for box in boxes:
        place = QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)
        painter.fillRect(_scaled(place, view.stack.scale), tint)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _scaled(part: QRectF, scale: float) -> QRectF:
    return QRectF(part.left() * scale, part.top() * scale, part.width() * scale, part.height() * scale)
