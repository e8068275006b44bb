"""Showing a document in the preview only when the choice rests on it, so that its log tells who looked, not who passed.

The file is read in the vault's lane; each reading is one opening on the document's log.
"""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from db.rows import DocumentRow
from desktop.i18n import _
from desktop.operations.documents import read_document
from desktop.ui.desk import Desk
from desktop.ui.preview.document_preview import DocumentPreview
from desktop.ui.preview.notice_pane import Notice

REST_MILLISECONDS = 400


class Resting(QObject):
    """Opens in ``preview`` what was chosen and stayed chosen; ``opened`` is told when that was asked for."""

    opened = Signal()

    def __init__(self, desk: Desk, preview: DocumentPreview) -> None:
        super().__init__(preview)
        self._desk, self._preview = desk, preview
        self._shown: str | None = None  # the id of the document in the preview
        self._next: DocumentRow | None = None
        self._pause = QTimer(self, interval=REST_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self.open_now)

    def leave(self) -> None:
        """Show nothing."""
        self._pause.stop()
        self._shown, self._next = None, None
        self._preview.clear()

    def choose(self, row: DocumentRow) -> None:
        """Show a document soon, unless another is chosen before."""
        if row.id == self._shown:
            self._pause.stop()
            self._next = None
            return
        if self._next and self._next.id == row.id:
            return
        self._preview.clear()
        self._preview.stack.show_waiting()
        self._shown, self._next = None, row
        self._pause.start()

    def open_now(self) -> None:
        """Open what is chosen, if it can be seen."""
        row = self._next
        if row is None or not self._preview.isVisible():
            return
        self._pause.stop()
        self._shown, self._next = row.id, None
        if not row.blob:
            self._preview.stack.show_notice(partial(_without_file, row))
            return
        self._preview.show_document(
            row.title,
            row.media_type or "application/octet-stream",
            partial(_load, self._desk, row.id),
            size=row.size,
            sha256=row.sha256,
        )
        self.opened.emit()


def _load(desk: Desk, document: str) -> bytes:
    return read_document(desk.vault, document).result


def _without_file(row: DocumentRow) -> Notice:
    hint = _("It is known by its address: {address}").format(address=row.address) if row.address else ""
    return Notice("link" if row.address else "file-text", _("No file is stored for this document"), hint)
