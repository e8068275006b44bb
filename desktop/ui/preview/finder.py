"""Finding words in a PDF: page texts are read in batches in the lane, hits are counted as they come."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.documents.render.documents import PdfDocument
from desktop.documents.render.find import find_all
from desktop.ui.preview.work import Run
from desktop.ui.tasks import Job, Task

BATCH = 25  # pages read at once
MOST = 10_000  # hits

Span = tuple[int, int]


class Finder(QObject):
    """``progressed`` tells that hits were added or that the search ended; ``reached`` a page and a span on it."""

    progressed = Signal()
    reached = Signal(int, int, int)
    failed = Signal(object)

    def __init__(self, run: Run, parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._document: PdfDocument | None = None
        self._task: Task | None = None
        self.wanted = ""
        self.hits: list[tuple[int, Span]] = []
        self.current = -1
        self.is_searching = False

    def show(self, document: PdfDocument | None) -> None:
        """Search this document from now on."""
        self._document = document
        self.search("", 0)

    def search(self, wanted: str, page: int) -> None:
        """Look for words on every page and go to the first hit on ``page`` or after it."""
        if self._task:
            self._task.cancel()
        self.wanted, self.hits, self.current = wanted, [], -1
        document = self._document
        self.is_searching = bool(document and wanted.strip())
        self.progressed.emit()
        if document and self.is_searching:
            self._ask(document, 0, page)

    def step(self, way: int) -> None:
        """Go to the next hit (1) or the one before (-1), round the ends of the document."""
        if self.hits:
            self.current = (self.current + way) % len(self.hits)
            page, span = self.hits[self.current]
            self.reached.emit(page, *span)

    def found(self) -> dict[int, list[Span]]:
        """The hits by page."""
        by_page: dict[int, list[Span]] = {}
        for page, span in self.hits:
            by_page.setdefault(page, []).append(span)
        return by_page

    def _ask(self, document: PdfDocument, first: int, page: int) -> None:
        self._task = self._run(
            partial(_find, document, self.wanted, first),
            owner=self,
            done=partial(self._add, document, self.wanted, first, page),
            failed=partial(self._give_up, document),
        )

    def _add(self, document: PdfDocument, wanted: str, first: int, page: int, hits: list[tuple[int, Span]]) -> None:
        if document is not self._document or wanted != self.wanted:
            return
        self.hits.extend(hits)
        following = first + BATCH
        self.is_searching = following < len(document.sizes) and len(self.hits) < MOST
        if self.current < 0:
            self.current = next((at for at, (where, _span) in enumerate(self.hits) if where >= page), -1)
            if self.current < 0 and self.hits and not self.is_searching:
                self.current = 0
            if self.current >= 0:
                where, span = self.hits[self.current]
                self.reached.emit(where, *span)
        self.progressed.emit()
        if self.is_searching:
            self._ask(document, following, page)

    def _give_up(self, document: PdfDocument, error: Exception) -> None:
        if document is self._document:
            self.is_searching = False
            self.progressed.emit()
            self.failed.emit(error)


def _find(document: PdfDocument, wanted: str, first: int, job: Job) -> list[tuple[int, Span]]:
    hits: list[tuple[int, Span]] = []
    for number, text in enumerate(document.texts(first, BATCH)):
        if not job.is_cancelled():
            hits.extend((first + number, span) for span in find_all(text, wanted))
    return hits
