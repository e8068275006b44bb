"""Pictures of pages and parts of pages, drawn in the lane as they are wanted, kept while there is room."""

import math
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage

from desktop.documents.render.documents import PdfDocument, Pixels, Tile
from desktop.ui.preview.work import Run
from desktop.ui.tasks import Job

ROOM = 96 * 1024 * 1024  # bytes of pictures kept
WHOLE = 6_000_000  # pixels up to which a page is drawn in one piece
SIDE = 1536  # pixels of the pieces of a larger page
FINEST = 64_000  # thousandths of a pixel for one point


class PageImages(QObject):
    """Asks for one picture at a time, so that what is wanted now never waits behind what was."""

    arrived = Signal(int)
    failed = Signal(object)

    def __init__(self, run: Run, parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._document: PdfDocument | None = None
        self._kept: OrderedDict[Tile, QImage] = OrderedDict()
        self._wanted: list[Tile] = []
        self._is_drawing = False

    def show(self, document: PdfDocument | None) -> None:
        """Draw the pages of this document from now on."""
        self._document = document
        self._kept.clear()
        self._wanted = []

    def want(self, tiles: Sequence[Tile]) -> None:
        """What can be seen now, the most urgent first; what was wanted before and is not drawn yet is forgotten."""
        self._wanted = [tile for tile in tiles if tile not in self._kept]
        self._draw_next()

    def find(self, tile: Tile) -> QImage | None:
        """The picture, if it is drawn."""
        if tile in self._kept:
            self._kept.move_to_end(tile)
        return self._kept.get(tile)

    def drawn(self, page: int) -> Iterator[tuple[QRectF, QImage]]:
        """Every picture there is of a page, with the part it shows in points of the page: they stand in meanwhile."""
        for tile, image in self._kept.items():
            if tile.page == page:
                yield _part(tile), image

    def _draw_next(self) -> None:
        document = self._document
        if self._is_drawing or document is None or not self._wanted:
            return
        tile = self._wanted.pop(0)
        self._is_drawing = True
        self._run(
            partial(_draw, document, tile),
            owner=self,
            done=partial(self._keep, document, tile),
            failed=partial(self._give_up, document),
        )

    def _keep(self, document: PdfDocument, tile: Tile, image: QImage) -> None:
        self._is_drawing = False
        if document is self._document:
            self._kept[tile] = image
            while len(self._kept) > 1 and sum(kept.sizeInBytes() for kept in self._kept.values()) > ROOM:
                self._kept.popitem(last=False)
            self.arrived.emit(tile.page)
        self._draw_next()

    def _give_up(self, document: PdfDocument, error: Exception) -> None:
        self._is_drawing = False
        if document is self._document:
            self._wanted = []
            self.failed.emit(error)
        else:
            self._draw_next()


def tiles(page: int, size: tuple[float, float], scale: float, seen: QRectF) -> Iterable[Tile]:
    """The pieces of a page that cover ``seen`` (points of the page) at ``scale`` pixels a point."""
    fine = max(1, min(round(scale * 1000), FINEST))
    width, height = (math.ceil(side * (fine / 1000)) for side in size)  # counted as the reader counts
    if width * height <= WHOLE:
        return [Tile(page, fine, 0, 0, width, height)]
    step = SIDE * 1000 / fine
    columns = range(max(0, int(seen.left() / step)), int(seen.right() / step) + 1)
    rows = range(max(0, int(seen.top() / step)), int(seen.bottom() / step) + 1)
    return [
        Tile(page, fine, column * SIDE, row * SIDE, min(SIDE, width - column * SIDE), min(SIDE, height - row * SIDE))
        for row in rows
        for column in columns
        if column * SIDE < width and row * SIDE < height
    ]


def image_of(pixels: Pixels) -> QImage:
    """Pixels as a picture that owns its memory."""
    shared = QImage(pixels.content, pixels.width, pixels.height, pixels.width * 4, QImage.Format.Format_RGB32)
    return shared.copy()


def _part(tile: Tile) -> QRectF:
    scale = tile.scale / 1000
    return QRectF(tile.left / scale, tile.top / scale, tile.width / scale, tile.height / scale)


def _draw(document: PdfDocument, tile: Tile, _job: Job) -> QImage:
    return image_of(document.tile(tile))
