"""What a person does with the preview: looks, presses keys, moves the mouse; no slot is called for them."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.documents.render.reader import Content
from desktop.ui.preview.document_preview import DocumentPreview
from desktop.ui.preview.loading import Load
from desktop.ui.preview.pdf_view import PdfView

PATIENCE = 10_000  # milliseconds; two slow cores and a reader to start


class Hands:
    """Drives one preview."""

    def __init__(self, qtbot: QtBot, preview: DocumentPreview) -> None:
        self.qtbot, self.preview = qtbot, preview

    @property
    def view(self) -> PdfView:
        """The pages."""
        return self.preview.stack.pdf.view

    def open_pdf(self, content: Content | Load) -> None:
        """Show a PDF and wait until its first page can be read."""
        self.show("application/pdf", content, self.preview.stack.pdf)
        self.wait_for_text(0)

    def show(self, media_type: str, content: Content | Load, pane: QWidget, *, size: int | None = None) -> None:
        """Show a document and wait for the pane that should come forward."""
        self.preview.show_document("Іс", media_type, content, size=size)
        self.wait_for(pane)

    def wait_for(self, pane: QWidget) -> None:
        """Wait until a pane is in front."""
        self.qtbot.waitUntil(lambda: self.preview.stack.currentWidget() is pane, timeout=PATIENCE)

    def wait_for_text(self, page: int) -> None:
        """Wait until the text of a page is there."""
        self.qtbot.waitUntil(lambda: self.view.texts.find(page) is not None, timeout=PATIENCE)

    def point(self, page: int, words: str, *, at_end: bool = False) -> QPoint:
        """Where words stand on the screen: the middle of their first letter's left half, or of their last's right."""
        text = self.view.texts.find(page)
        assert text
        index = text.text.index(words) + (len(words) - 1 if at_end else 0)
        box = text.box(index)
        left, top, _width, _height = self.view.stack.rectangle(page)
        x = box.left + (box.right - box.left) * (0.9 if at_end else 0.1)
        scale = self.view.stack.scale
        across, down = self.view.horizontalScrollBar().value(), self.view.verticalScrollBar().value()
        return QPoint(round(left + x * scale - across), round(top + (box.top + box.bottom) / 2 * scale - down))

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Choose from one point to another with the mouse."""
        surface = self.view.viewport()
        QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(surface, (start + end) / 2)
        QTest.mouseMove(surface, end)
        QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=end)

    def press(self, keys: str) -> None:
        """Press a combination of keys in whatever has the keyboard."""
        QTest.keySequence(self._focus(), QKeySequence(keys))

    def type(self, text: str) -> None:
        """Type letters of any script."""
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._focus(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))

    def turn_wheel(self, notches: int) -> None:
        """Turn the wheel with Ctrl held, in the middle of the pages."""
        surface = self.view.viewport()
        middle = QPointF(surface.rect().center())
        event = QWheelEvent(
            middle,
            surface.mapToGlobal(middle),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(surface, event)

    def field(self) -> QLineEdit:
        """The line that has the keyboard."""
        focus = self._focus()
        assert isinstance(focus, QLineEdit)
        return focus

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.preview
