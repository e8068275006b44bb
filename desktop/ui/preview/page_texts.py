"""The texts of pages with their boxes, read in the lane as pages come into view."""

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.documents.render.documents import PdfDocument
from desktop.documents.render.page_text import PageText
from desktop.ui.preview.work import Run
from desktop.ui.tasks import Job

KEPT = 200  # pages


class PageTexts(QObject):
    """Remembers the pages seen last; a page without an answer yet has no text."""

    arrived = Signal(int)
    failed = Signal(object)

    def __init__(self, run: Run, parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._document: PdfDocument | None = None
        self._kept: OrderedDict[int, PageText] = OrderedDict()
        self._asked: set[int] = set()

    def show(self, document: PdfDocument | None) -> None:
        """Read the pages of this document from now on."""
        self._document = document
        self._kept.clear()
        self._asked.clear()

    def find(self, page: int) -> PageText | None:
        """The text of a page if it is here; otherwise it is asked for, and ``arrived`` tells."""
        if page in self._kept:
            self._kept.move_to_end(page)
            return self._kept[page]
        document = self._document
        if document is not None and page not in self._asked and 0 <= page < len(document.sizes):
            self._asked.add(page)
            self._run(
                partial(_read, document, page),
                owner=self,
                done=partial(self._keep, document, page),
                failed=partial(self._give_up, document),
            )
        return None

    def _keep(self, document: PdfDocument, page: int, text: PageText) -> None:
        if document is not self._document:
            return
        self._asked.discard(page)
        self._kept[page] = text
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(page)

    def _give_up(self, document: PdfDocument, error: Exception) -> None:
        if document is self._document:
            self.failed.emit(error)


def _read(document: PdfDocument, page: int, _job: Job) -> PageText:
    text = document.layout(page)
    _ = text.lines  # found here, off the window's thread
    return text
