"""Looking for words in the pages of a view: the bar asks, the finder finds, the view goes there."""

from PySide6.QtCore import QObject

from desktop.i18n import _, ngettext
from desktop.ui.preview.chooser import Chooser
from desktop.ui.preview.find_bar import FindBar
from desktop.ui.preview.finder import MOST, Finder
from desktop.ui.preview.pdf_view import PdfView
from desktop.ui.preview.selection import Gap, Passage


class PdfSearch(QObject):
    """Joins the three; the hit one is at is the chosen passage, so that it can be extended and quoted."""

    def __init__(self, view: PdfView, chooser: Chooser, finder: Finder, bar: FindBar) -> None:
        super().__init__(view)
        self._view, self._chooser, self._finder, self._bar = view, chooser, finder, bar
        bar.searched.connect(self._search)
        bar.stepped.connect(finder.step)
        bar.closed.connect(view.setFocus)
        finder.progressed.connect(self._tell)
        finder.reached.connect(self._reach)
        view.texts.arrived.connect(self._show_reached)

    def _search(self, wanted: str) -> None:
        self._finder.search(wanted, self._view.page)

    def _tell(self) -> None:
        finder = self._finder
        self._view.marks.found = finder.found()
        self._view.viewport().update()
        self._bar.tell(_sentence(finder))

    def _reach(self, page: int, start: int, end: int) -> None:
        self._chooser.choose(Passage(Gap(page, start), Gap(page, end)))
        if page != self._view.page:
            self._view.go_to(page)
        self._show_reached(page)
        self._tell()

    def _show_reached(self, page: int) -> None:
        """Bring the hit into view as soon as the boxes of its page are known."""
        finder, text = self._finder, self._view.texts.find(page)
        if text is None or not 0 <= finder.current < len(finder.hits):
            return
        where, (start, end) = finder.hits[finder.current]
        passage = Passage(Gap(where, start), Gap(where, end))
        if where == page and self._view.marks.passage == passage and (boxes := text.rectangles(start, end)):
            self._view.reveal(page, boxes[0])


def _sentence(finder: Finder) -> str:
    """How many places there are, and at which one is."""
    count = len(finder.hits)
    if not finder.wanted.strip():
        return ""
    if finder.is_searching:
        return _("Searching… {count} so far").format(count=count)
    if count >= MOST:
        return _("{number} of more than {count}").format(number=finder.current + 1, count=MOST)
    if not count:
        return _("Not found")
    return ngettext("{number} of {count} place", "{number} of {count} places", count).format(
        number=finder.current + 1, count=count
    )
