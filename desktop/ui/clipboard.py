"""What is copied out of the vault is taken off the clipboard again: after a while, and at once when the vault locks."""

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

SECRET_SECONDS = 10
SECRET_HINTS = ("x-kde-passwordManagerHint", "ExcludeClipboardContentFromMonitorProcessing")


class Clipboard(QObject):
    """Copies with a mark for clipboard histories to stay away, and clears what is ours."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.clear)

    def copy(self, text: str, html: str = "") -> None:
        """Copy text of the case; it stays until something else is copied or the vault locks."""
        content = QMimeData()
        content.setText(text)
        if html:
            content.setHtml(html)
        for hint in SECRET_HINTS:
            content.setData(hint, QByteArray(b"secret"))
        QGuiApplication.clipboard().setMimeData(content)
        self._timer.stop()

    def copy_secret(self, text: str) -> None:
        """Copy a key or passphrase; it is gone after ten seconds."""
        self.copy(text)
        self._timer.start(SECRET_SECONDS * 1000)

    def clear(self) -> None:
        """Empty the clipboard if what lies there came from us."""
        clipboard = QGuiApplication.clipboard()
        content = clipboard.mimeData()  # nothing at all, where nothing was ever copied
        if clipboard.ownsClipboard() or (content and content.hasFormat(SECRET_HINTS[0])):
            clipboard.clear()
