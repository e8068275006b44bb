"""A record to read: text that can be selected and searched by eye, with links that Tab walks through."""

from PySide6.QtCore import QByteArray, QMimeData, QUrl, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from desktop.ui import markup, theme
from desktop.ui.clipboard import SECRET_HINTS
from desktop.ui.language import Texts
from desktop.ui.markup import Compose, Markup

MARGIN, NARROW_MARGIN = 4, 2  # units around the text


class Sheet(QTextBrowser):
    """Shows what ``compose`` says, again in every language and look; ``followed`` carries a link's verb and target."""

    followed = Signal(str, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compose: Compose = _nothing
        self._said, self._is_narrow = markup.NOTHING, False
        self.setObjectName("sheet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(theme.unit() * MARGIN)
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
        self._said = self._compose()
        self._is_narrow = self._is_too_narrow()
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the names of facts would break within words, facts stand below them."""
        super().resizeEvent(event)
        if self._is_narrow is not self._is_too_narrow():
            self._is_narrow = not self._is_narrow
            self._write()

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

    def _write(self) -> None:
        place, margin = self.verticalScrollBar().value(), theme.unit() * (NARROW_MARGIN if self._is_narrow else MARGIN)
        self.document().setDefaultStyleSheet(markup.style(is_narrow=self._is_narrow))
        self.document().setDocumentMargin(margin)
        self.setHtml(markup.stacked(self._said) if self._is_narrow else self._said)
        self.verticalScrollBar().setValue(place)

    def _is_too_narrow(self) -> bool:
        width = self.viewport().width() - 2 * theme.unit() * MARGIN
        room = width * markup.NAME_SHARE // 100 - 2 * theme.unit()
        return room < QFontMetrics(self.font()).horizontalAdvance(markup.longest_name(self._said))

    def _speak(self, _name: str) -> None:
        self.tell()

    def _follow(self, url: QUrl) -> None:
        verb, _colon, target = url.toString().partition(":")
        self.followed.emit(verb, target)


def _nothing() -> Markup:
    return markup.NOTHING
