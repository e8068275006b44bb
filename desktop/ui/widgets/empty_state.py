"""What stands where nothing is yet: what goes here, the first step, and a place to drop files."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui import icons, theme
from desktop.ui.language import Texts
from desktop.ui.widgets.button import button
from desktop.ui.widgets.layout import column, label, restyle


class EmptyState(QWidget):
    """Says what goes here and offers the first step; with ``takes_files`` files can be dropped on it."""

    asked = Signal()
    dropped = Signal(list)

    def __init__(
        self,
        icon: str,
        title: str,
        hint: str,
        *,
        step: str = "",
        takes_files: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(takes_files)
        self.setProperty("drop", takes_files)
        self._icon, self._title, self._hint, self._step = icon, title, hint, step
        self._picture: QLabel | None = None  # made with the rest when it is first shown: most lists are not empty
        texts = Texts(self)
        texts.put(self.setAccessibleName, title)
        texts.put(self.setAccessibleDescription, hint)

    def showEvent(self, event: QShowEvent) -> None:
        """Say what goes here."""
        if self._picture is None:
            self._build()
            for part in self.findChildren(QWidget):
                part.show()  # at once: what joins a visible area is shown a turn later otherwise
        super().showEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up when files come over it."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()
            restyle(self, "over", True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go dark again."""
        restyle(self, "over", False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        restyle(self, "over", False)
        event.acceptProposedAction()
        self.dropped.emit(files_of(event.mimeData()))

    def _build(self) -> None:
        texts = Texts(self)
        layout = column(self, margin=6, gap=3)
        layout.addStretch(2)
        self._picture = _centred(layout, QLabel())
        texts.put(_centred(layout, label("heading")).setText, self._title)
        texts.put(_centred(layout, label("hint")).setText, self._hint)
        if self._step:
            step = button(texts, self._step, self.asked.emit, role="primary")
            layout.addWidget(step, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        theme.worn().changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        if self._picture is None:
            return
        side = theme.unit() * 10
        self._picture.setPixmap(icons.pixmap(self._icon, side, theme.colours().edge, self.devicePixelRatioF()))


def files_of(dropped: QMimeData) -> list[Path]:
    """The files and folders of this machine among what is dragged or pasted."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


def _centred(layout: QVBoxLayout, part: QLabel) -> QLabel:
    part.setAlignment(Qt.AlignmentFlag.AlignCenter)
    layout.addWidget(part)
    return part
