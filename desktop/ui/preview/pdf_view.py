"""The pages of a PDF below one another: scrolled, zoomed, with a passage and found words marked on them."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.documents.render.documents import PdfDocument
from desktop.documents.render.page_text import Box
from desktop.ui import theme
from desktop.ui.preview.page_images import PageImages
from desktop.ui.preview.page_painting import Marks, paint_page
from desktop.ui.preview.page_stack import HIGHEST, PageStack, Place, fitting_scale, largest_scale
from desktop.ui.preview.page_texts import PageTexts
from desktop.ui.preview.work import Run
from desktop.ui.preview.zoom import STEP, Fit, bounded

WHEEL_NOTCH = 120
SETTLE_MILLISECONDS = 120  # how long pages stand still before their text is read


class PdfView(QAbstractScrollArea):
    """Shows a document somebody opened; ``marks`` is what is painted over its pages."""

    page_changed = Signal(int)
    zoomed = Signal()

    def __init__(self, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.images, self.texts = PageImages(run, self), PageTexts(run, self)
        self.marks = Marks()
        self.stack = PageStack((), 1.0, 0, 0)
        self.zoom, self.fit, self.page = 1.0, Fit.WIDTH, 0
        self._settle = QTimer(self, interval=SETTLE_MILLISECONDS, singleShot=True)
        self._settle.timeout.connect(self._read_seen)
        for arrived in (self.images.arrived, self.texts.arrived):
            arrived.connect(self.viewport().update)
        # Fitting to a width that depends on a scroll bar that depends on the fitting never ends.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    def show_document(self, document: PdfDocument | None) -> None:
        """Show a document from its first page, as wide as the view; nothing for None."""
        self.images.show(document)
        self.texts.show(document)
        self.marks = Marks()
        self.stack = PageStack(document.sizes if document else (), 1.0, 0, 0)
        self.page = 0
        self.zoom_to(Fit.WIDTH)
        self.verticalScrollBar().setValue(0)
        self.page_changed.emit(0)

    def zoom_to(self, zoom: float | Fit, around: QPoint | None = None) -> None:
        """Show pages at ``zoom`` times their size on paper, or fitted; the place under ``around`` stays where it is."""
        around = around or QPoint(self.viewport().width() // 2, 0)
        place = self.place_of(around)
        self.fit = zoom if isinstance(zoom, Fit) else Fit.NOTHING
        inch = self.logicalDpiX() / 72
        gap, view = theme.unit() * 3, self.viewport()
        shown = self.stack.sizes if zoom is Fit.WIDTH else self.stack.sizes[self.page : self.page + 1]
        room = view.width() - 2 * gap, view.height() - 2 * gap if zoom is Fit.PAGE else HIGHEST
        wanted = fitting_scale(shown, room) / inch if isinstance(zoom, Fit) else zoom
        scale = largest_scale(self.stack.sizes, bounded(wanted) * inch)
        self.zoom = scale / inch
        self.stack = PageStack(self.stack.sizes, scale, gap, view.width())
        self._range()
        if place:
            self._scroll_to(place, around)
        self.viewport().update()
        self.zoomed.emit()

    def go_to(self, page: int) -> None:
        """Bring the top of a page to the top of the view."""
        if self.stack.sizes:
            page = min(max(page, 0), len(self.stack.sizes) - 1)
            self.verticalScrollBar().setValue(self.stack.tops[page] - self.stack.gap)

    def reveal(self, page: int, box: Box) -> None:
        """Scroll so that a box on a page can be seen, and as little as that takes."""
        left, top, _width, _height = self.stack.rectangle(page)
        scale, view = self.stack.scale, self.viewport()
        for bar, low, high, room in (
            (self.verticalScrollBar(), top + box.top * scale, top + box.bottom * scale, view.height()),
            (self.horizontalScrollBar(), left + box.left * scale, left + box.right * scale, view.width()),
        ):
            if low < bar.value() or high > bar.value() + room:
                bar.setValue(round((low + high - room) / 2))

    def place_of(self, point: QPoint) -> Place | None:
        """The place on a page under (or nearest to) a point of the view."""
        if not self.stack.sizes:
            return None
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return self.stack.place(point.x() + left, point.y() + top)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in view and ask for the pictures that are missing."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().mid())
        top, bottom = self.verticalScrollBar().value(), self.verticalScrollBar().value() + self.viewport().height()
        pages = self.stack.pages_between(top, bottom)
        painter.translate(-self.horizontalScrollBar().value(), -top)
        missing = [tile for page in pages for tile in paint_page(painter, self, page)]
        painter.end()
        self.images.want(missing)
        if pages:
            self._settle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, or keep the zoom and the place at the top."""
        super().resizeEvent(event)
        self.zoom_to(self.zoom if self.fit is Fit.NOTHING else self.fit)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move over the pages and say which one is in view."""
        self.viewport().update()
        page = self.stack.page_at(self.verticalScrollBar().value() + self.viewport().height() / 3)
        if page != self.page and self.stack.sizes:
            self.page = page
            self.page_changed.emit(page)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms around the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.zoom * STEP ** (event.angleDelta().y() / WHEEL_NOTCH), event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def _range(self) -> None:
        view, line = self.viewport(), self.fontMetrics().height()
        for bar, whole, room in (
            (self.verticalScrollBar(), self.stack.height, view.height()),
            (self.horizontalScrollBar(), self.stack.width, view.width()),
        ):
            bar.setRange(0, max(0, whole - room))
            bar.setPageStep(room)
            bar.setSingleStep(line * 3)

    def _scroll_to(self, place: Place, point: QPoint) -> None:
        left, top, _width, _height = self.stack.rectangle(place.page)
        self.horizontalScrollBar().setValue(round(left + place.x * self.stack.scale) - point.x())
        self.verticalScrollBar().setValue(round(top + place.y * self.stack.scale) - point.y())

    def _read_seen(self) -> None:
        top = self.verticalScrollBar().value()
        for page in self.stack.pages_between(top, top + self.viewport().height()):
            self.texts.find(page)
