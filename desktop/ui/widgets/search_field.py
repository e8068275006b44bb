"""A field that filters while one types, and says so only when the typing pauses."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui import icons
from desktop.ui.language import Texts

PAUSE_MILLISECONDS = 150


class SearchField(QLineEdit):
    """``searched`` carries the text when typing pauses, or at once on Enter; Esc empties, Down goes to the list."""

    searched = Signal(str)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts = Texts(self)
        texts.put(self.setPlaceholderText, name)
        texts.put(self.setAccessibleName, name)
        self.setClearButtonEnabled(True)
        picture = QAction(self)
        icons.keep(picture, picture.setIcon, "search", "muted")
        self.addAction(picture, QLineEdit.ActionPosition.LeadingPosition)
        self._told = ""
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._pause.start)
        self.returnPressed.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Down, before the line edit sees them."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self._tell()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self._pause.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.searched.emit(self._told)
