"""One picture: fitted, zoomed, turned, moved with the mouse or the arrow keys."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.ui.preview.zoom import STEP, Fit, bounded

WHEEL_NOTCH = 120
QUARTER = 90  # degrees


class ImageView(QAbstractScrollArea):
    """Turning changes what is seen, never the document."""

    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._shown = QImage()  # reduced to the size on the screen, so that painting is quick
        self._held_at: QPoint | None = None
        self.zoom, self.fit = 1.0, Fit.PAGE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def show_image(self, image: QImage) -> None:
        """Show a picture, whole."""
        self._image = image
        self.zoom_to(Fit.PAGE)

    def turn(self, quarters: int = 1) -> None:
        """Turn the picture clockwise by quarters of a circle."""
        self._image = self._image.transformed(QTransform().rotate(QUARTER * quarters))
        self.zoom_to(self.zoom if self.fit is Fit.NOTHING else self.fit)

    def size_shown(self) -> QSize:
        """The picture's size in pixels, as turned now."""
        return self._image.size()

    def zoom_to(self, zoom: float | Fit, around: QPoint | None = None) -> None:
        """Show the picture at ``zoom`` pixels of the screen for one of its own, or whole; ``around`` stays in place."""
        if self._image.isNull():
            return
        around = around or self.viewport().rect().center()
        place, before = self._offset() + around, self.zoom
        ratio, view = self.devicePixelRatioF(), self.viewport().size()
        self.fit = zoom if isinstance(zoom, Fit) else Fit.NOTHING
        whole = min(view.width() / self._image.width(), view.height() / self._image.height()) * ratio
        self.zoom = min(whole, 1.0) if isinstance(zoom, Fit) else bounded(zoom)
        size = self._image.size() * (self.zoom / ratio)
        for bar, length, room in (
            (self.horizontalScrollBar(), size.width(), view.width()),
            (self.verticalScrollBar(), size.height(), view.height()),
        ):
            bar.setRange(0, max(0, length - room))
            bar.setPageStep(room)
            bar.setSingleStep(self.fontMetrics().height() * 2)
        moved = place * (self.zoom / before) - around
        self.horizontalScrollBar().setValue(moved.x())
        self.verticalScrollBar().setValue(moved.y())
        smooth = Qt.TransformationMode.SmoothTransformation
        self._shown = self._image.scaled(size * ratio, mode=smooth) if self.zoom < 1 else self._image
        self.viewport().update()
        self.zoomed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part in view."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().mid())
        size = self._image.size() * (self.zoom / self.devicePixelRatioF())
        painter.drawImage(QRect(-self._offset(), size), self._shown)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self.zoom_to(self.zoom if self.fit is Fit.NOTHING else self.fit)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move over the picture."""
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms around the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.zoom * STEP ** (event.angleDelta().y() / WHEEL_NOTCH), event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        self._held_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it along while it is held."""
        if self._held_at is not None and event.buttons():
            way = event.position().toPoint() - self._held_at
            self._held_at = event.position().toPoint()
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - way.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - way.y())

    def _offset(self) -> QPoint:
        """The view's corner on the picture as shown; negative where a small picture stands in the middle."""
        size, view = self._image.size() * (self.zoom / self.devicePixelRatioF()), self.viewport().size()
        left = (
            -((view.width() - size.width()) // 2) if size.width() < view.width() else self.horizontalScrollBar().value()
        )
        top = (
            -((view.height() - size.height()) // 2)
            if size.height() < view.height()
            else self.verticalScrollBar().value()
        )
        return QPoint(left, top)
