"""The passage chosen on the pages of a view: set, extended, told."""

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from desktop.documents.render.page_text import PageText
from desktop.i18n import N_
from desktop.ui.preview.pdf_view import PdfView
from desktop.ui.preview.selection import Gap, Passage, Step, moved, whole_page

PAUSE_MILLISECONDS = 250


class Chooser(QObject):
    """``changed`` tells every step; ``chosen`` tells text and page (from 1) once the choosing pauses."""

    chosen = Signal(str, int)
    changed = Signal()
    all_name = N_("Select the page")

    def __init__(self, view: PdfView) -> None:
        super().__init__(view)
        self._view = view
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self.tell)
        view.texts.arrived.connect(self._go_on)

    def choose(self, passage: Passage | None) -> None:
        """Mark a passage, or none."""
        if passage != self._view.marks.passage:
            self._view.marks.passage = passage
            self._view.viewport().update()
            self.changed.emit()
            self._pause.start()

    def take_page(self) -> None:
        """Choose everything on the page in view."""
        text = self._view.texts.find(self._view.page)
        if text is not None:
            self.choose(whole_page(self._view.page, text))

    def take_around(self, point: QPoint, *, is_line: bool) -> None:
        """Choose the word under a point, or its whole line."""
        gap, text = self.gap_at(point), self._text_at(point)
        if gap and text:
            first, last = text.line(gap.index) if is_line else text.word(gap.index)
            self.choose(Passage(Gap(gap.page, first), Gap(gap.page, last)))

    def take_until(self, point: QPoint) -> None:
        """Move the end of the passage to a point, or begin there."""
        gap, passage = self.gap_at(point), self._view.marks.passage
        if gap:
            self.choose(Passage(passage.anchor if passage else gap, gap))

    def extend(self, step: Step) -> None:
        """Move the end of the passage by a step; without one, begin at the first line in view."""
        view = self._view
        passage = view.marks.passage or self._first_seen()
        if passage:
            focus = moved(passage.focus, step, view.texts.find, len(view.stack.sizes))
            self.choose(Passage(passage.anchor, focus))
            text = view.texts.find(focus.page)
            if text and text.text:
                view.reveal(focus.page, text.box(min(focus.index, len(text.text) - 1)))

    def words(self) -> str:
        """The chosen text; empty when there is none, or not all of it has been read yet."""
        passage = self._view.marks.passage
        return (passage.words(self._view.texts.find) or "") if passage else ""

    def page(self) -> int:
        """The page the passage begins on, from 1; 0 without a passage."""
        passage = self._view.marks.passage
        return passage.start.page + 1 if passage else 0

    def tell(self) -> None:
        """Say now what is chosen."""
        self._pause.stop()
        if words := self.words():
            self.chosen.emit(words, self.page())

    def gap_at(self, point: QPoint) -> Gap | None:
        """The gap between characters nearest to a point of the view."""
        place, text = self._view.place_of(point), self._text_at(point)
        index = text.nearest(place.x, place.y) if place and text else None
        return None if place is None or index is None else Gap(place.page, index)

    def _text_at(self, point: QPoint) -> PageText | None:
        place = self._view.place_of(point)
        return self._view.texts.find(place.page) if place else None

    def _first_seen(self) -> Passage | None:
        gap = self.gap_at(QPoint())
        return Passage(gap, gap) if gap else None

    def _go_on(self) -> None:
        """A page was read: if it belongs to the passage, its text is complete now, or nearer to it."""
        passage = self._view.marks.passage
        if passage and not passage.is_empty:
            self._pause.start()
