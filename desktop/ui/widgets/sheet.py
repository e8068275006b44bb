"""A record to read: text that can be selected and searched by eye, with links that Tab walks through."""

from PySide6.QtCore import QByteArray, QMimeData, QUrl, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop.ui import markup, theme
from desktop.ui.clipboard import SECRET_HINTS
from desktop.ui.language import Texts
from desktop.ui.markup import Compose, Markup


class Sheet(QTextBrowser):
    """Shows what ``compose`` says, again in every language and look; ``followed`` carries a link's verb and target."""

    followed = Signal(str, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compose: Compose = _nothing
        self.setObjectName("sheet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(theme.unit() * 4)
        self.anchorClicked.connect(self._follow)
        texts = Texts(self)
        texts.put(self.setAccessibleName, name)
        texts.put(self._speak, name)
        theme.worn().changed.connect(self.tell)

    def show_text(self, compose: Compose, *, is_same: bool = False) -> None:
        """Show another record from its top, or the same one where the reader was."""
        self._compose = compose
        self.tell()
        if not is_same:
            self.verticalScrollBar().setValue(0)

    def tell(self) -> None:
        """Say it again, where the reader was."""
        place = self.verticalScrollBar().value()
        self.document().setDefaultStyleSheet(markup.style())
        self.document().setDocumentMargin(theme.unit() * 4)
        self.setHtml(self._compose())
        self.verticalScrollBar().setValue(place)

    def loadResource(self, kind: int, name: QUrl | str, /) -> str:
        """Nothing is ever loaded from outside: a sheet is text."""
        return ""

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied is marked so that clipboard histories stay away."""
        chosen = self.textCursor().selection()
        content = QMimeData()  # Qt's own makes its formats up when asked and would not name ours
        content.setText(chosen.toPlainText())
        content.setHtml(chosen.toHtml())
        for hint in SECRET_HINTS:
            content.setData(hint, QByteArray(b"secret"))
        return content

    def _speak(self, _name: str) -> None:
        self.tell()

    def _follow(self, url: QUrl) -> None:
        verb, _colon, target = url.toString().partition(":")
        self.followed.emit(verb, target)


def _nothing() -> Markup:
    return markup.NOTHING
