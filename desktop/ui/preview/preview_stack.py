"""The panes of the preview, one of which is in front: pages, picture, text, waiting, or words."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.documents.extract.encodings import Decoded
from desktop.documents.render.documents import PdfDocument, PictureDocument
from desktop.ui.language import speech
from desktop.ui.preview.choice import Copy, IsHeard
from desktop.ui.preview.image_pane import ImagePane
from desktop.ui.preview.notice_pane import Notice, NoticePane
from desktop.ui.preview.pdf_pane import PdfPane
from desktop.ui.preview.text_pane import TextPane
from desktop.ui.preview.waiting_pane import WaitingPane
from desktop.ui.preview.work import Run

Picture = tuple[PictureDocument, QImage]


class PreviewStack(QStackedWidget):
    """Brings the pane forward that fits what it is given, and empties the others."""

    text_selected = Signal(str, int)
    quotation_wanted = Signal(int, str)
    failed = Signal(object)

    def __init__(self, run: Run, copy: Copy, is_heard: IsHeard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pdf, self.text = PdfPane(run, copy, is_heard), TextPane(run, copy, is_heard)
        self.image = ImagePane(run)
        self.notice, self.waiting = NoticePane(), WaitingPane()
        self._write: Callable[[], Notice] | None = None
        for pane in (self.notice, self.waiting, self.pdf, self.image, self.text):
            self.addWidget(pane)
        for texts in (self.pdf, self.text):
            texts.text_selected.connect(self.text_selected)
            texts.choice.quotation_wanted.connect(self.quotation_wanted)
        for drawn in (self.pdf, self.image):
            drawn.failed.connect(self.failed)
        speech().changed.connect(self._speak)

    def show_pdf(self, document: PdfDocument) -> None:
        """Bring pages forward."""
        self.pdf.show_document(document)
        self._bring(self.pdf)

    def show_picture(self, picture: Picture) -> None:
        """Bring a picture forward."""
        self.image.show_picture(*picture)
        self._bring(self.image)

    def show_text(self, decoded: Decoded) -> None:
        """Bring a text forward."""
        self.text.show_text(decoded)
        self._bring(self.text)

    def show_notice(self, write: Callable[[], Notice]) -> None:
        """Bring words forward; ``write`` is asked again in another language."""
        self._write = write
        self.notice.tell(write())
        self._bring(self.notice)

    def show_waiting(self) -> None:
        """Bring the empty sheet forward."""
        self.waiting.tell(0, 0)
        self._bring(self.waiting)

    def empty(self) -> None:
        """Keep nothing of what was shown."""
        self.pdf.show_document(None)
        self.image.show_picture(None)
        self.text.show_text(None)

    def searchable(self) -> PdfPane | TextPane | None:
        """The pane in front, if words can be looked for in it."""
        pane = self.currentWidget()
        return pane if isinstance(pane, PdfPane | TextPane) else None

    def _bring(self, pane: QWidget) -> None:
        had_keyboard = self.hasFocus() or self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.setCurrentWidget(pane)
        self.setFocusProxy(pane)
        if had_keyboard:
            pane.setFocus()

    def _speak(self) -> None:
        if self._write and self.currentWidget() is self.notice:
            self.notice.tell(self._write())
