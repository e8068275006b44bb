"""A PDF with what one does to it: turn to a page, zoom, find, choose a passage, copy it, make an event of it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.documents.render.documents import PdfDocument
from desktop.i18n import N_, _
from desktop.ui.language import Texts
from desktop.ui.preview.choice import Choice, Copy, IsHeard
from desktop.ui.preview.chooser import Chooser
from desktop.ui.preview.find_bar import FindBar
from desktop.ui.preview.finder import Finder
from desktop.ui.preview.keys import Keys, Slot
from desktop.ui.preview.mouse import Mouse
from desktop.ui.preview.page_field import PageField
from desktop.ui.preview.pdf_search import PdfSearch
from desktop.ui.preview.pdf_view import PdfView
from desktop.ui.preview.selection import Step
from desktop.ui.preview.work import Run
from desktop.ui.preview.zoom import STEP, Fit
from desktop.ui.preview.zoom_menu import ZoomMenu
from desktop.ui.widgets.button import tool
from desktop.ui.widgets.layout import column, row

FITS = ((N_("Fit the width"), Fit.WIDTH), (N_("Fit the page"), Fit.PAGE))
SPOKEN = 2000  # characters of a page given to a screen reader at once


class PdfPane(QWidget):
    """Given an open document; tells what is chosen and what is asked for. Pages are numbered from 1."""

    text_selected = Signal(str, int)
    failed = Signal(object)

    def __init__(self, run: Run, copy: Copy, is_heard: IsHeard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = Texts(self)
        self._first = 1  # the page to begin with
        self.view = PdfView(run)
        self.chooser, self.find_bar = Chooser(self.view), FindBar()
        self._finder = Finder(run, self)
        self._mouse = Mouse(self.view, self.chooser)
        self._search = PdfSearch(self.view, self.chooser, self._finder, self.find_bar)
        self.choice = Choice(self.view, self.chooser, copy, is_heard)
        self._pages, self._zoom = PageField(), ZoomMenu(self.view.zoom_to, FITS)
        layout = column(self, gap=0)
        layout.addWidget(self._bar())
        layout.addWidget(self.view, 1)
        layout.addWidget(self.find_bar)
        self._connect()
        Keys(self, self.view, self._slots())
        self.setFocusProxy(self.view)

    def show_document(self, document: PdfDocument | None) -> None:
        """Show an open document, or nothing."""
        self.find_bar.hide()
        self._finder.show(document)
        self._pages.show_pages(len(document.sizes) if document else 1)
        self.view.show_document(document)
        self.view.go_to(self._first - 1 if document else 0)
        self._first = 1
        self.choice.refresh()

    def turn_to(self, page: int) -> None:
        """Bring a page into view, from 1, as soon as there are any; beyond the last one that."""
        self._first = page
        self.view.go_to(page - 1)

    def zoom_by(self, factor: float) -> None:
        """Show pages larger or smaller."""
        self.view.zoom_to(self.view.zoom * factor)

    def _bar(self) -> QWidget:
        """Everything above the pages."""
        bar = QWidget()
        layout = row(bar, margin=1, gap=1)
        layout.addWidget(self._pages)
        layout.addStretch(1)
        layout.addWidget(tool(self._texts, N_("Smaller (Ctrl+-)"), partial(self.zoom_by, 1 / STEP), icon="zoom-out"))
        layout.addWidget(self._zoom)
        layout.addWidget(tool(self._texts, N_("Larger (Ctrl++)"), partial(self.zoom_by, STEP), icon="zoom-in"))
        layout.addWidget(tool(self._texts, N_("Find (Ctrl+F)"), self.find_bar.open_bar, icon="search"))
        layout.addStretch(1)
        layout.addWidget(self.choice.button)
        return bar

    def _connect(self) -> None:
        view = self.view
        view.page_changed.connect(self._show_page)
        view.zoomed.connect(self._show_zoom)
        view.texts.arrived.connect(self._speak)
        self._pages.wanted.connect(self._go_on)
        self.chooser.changed.connect(self.choice.refresh)
        self.chooser.chosen.connect(self.text_selected)
        view.texts.arrived.connect(self.choice.refresh)
        for source in (view.images, view.texts, self._finder):
            source.failed.connect(self.failed)

    def _slots(self) -> dict[str, Slot]:
        """The keys of the pages; arrows and page keys scroll by themselves."""
        view, extend = self.view, self.chooser.extend
        return {
            "Ctrl+F": self.find_bar.open_bar,
            "F3": self.find_bar.step_on,
            "Shift+F3": self.find_bar.step_back,
            "Ctrl+G": self._pages.take_keyboard,
            "Ctrl++": partial(self.zoom_by, STEP),
            "Ctrl+=": partial(self.zoom_by, STEP),
            "Ctrl+-": partial(self.zoom_by, 1 / STEP),
            "Ctrl+0": partial(view.zoom_to, Fit.WIDTH),
            "Ctrl+A": self.chooser.take_page,
            "Ctrl+C": self.choice.copy,
            "Ctrl+Home": partial(view.go_to, 0),
            "Ctrl+End": partial(view.verticalScrollBar().setValue, 1 << 30),
            "Shift+Left": partial(extend, Step.CHARACTER_BACK),
            "Shift+Right": partial(extend, Step.CHARACTER_ON),
            "Shift+Up": partial(extend, Step.LINE_BACK),
            "Shift+Down": partial(extend, Step.LINE_ON),
            "Ctrl+Shift+Left": partial(extend, Step.WORD_BACK),
            "Ctrl+Shift+Right": partial(extend, Step.WORD_ON),
        }

    def _go_on(self, page: int) -> None:
        self.turn_to(page)
        self.view.setFocus()

    def _show_page(self, page: int) -> None:
        self._pages.show_page(page + 1)
        self._speak(page)

    def _show_zoom(self) -> None:
        self._zoom.tell(self.view.zoom)

    def _speak(self, page: int) -> None:
        """Let a screen reader read the page in view."""
        if page == self.view.page:
            text = self.view.texts.find(page)
            count = len(self.view.stack.sizes)
            self.view.setAccessibleName(_("Page {page} of {count}").format(page=page + 1, count=count))
            self.view.setAccessibleDescription(text.passage(0, SPOKEN) if text else "")
