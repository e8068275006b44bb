"""Showing a document in the preview only when the choice rests on it, so that its log tells who looked, not who passed.

The file is read in the vault's lane, and each reading is one opening on the document's log; drawing it is the
preview's own work, so that a slow page holds up nothing else.
"""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from db.rows import DocumentRow
from desktop.documents.extract.kinds import IMAGES, PDF, TEXTS
from desktop.i18n import _
from desktop.operations.documents import read_document
from desktop.ui.desk import Desk
from desktop.ui.preview.document_preview import DocumentPreview
from desktop.ui.preview.facts import file_facts
from desktop.ui.preview.fault_words import is_worth_retrying, words_for
from desktop.ui.preview.notice_pane import Notice
from desktop.ui.tasks import Job, Lane, Task

REST_MILLISECONDS = 400
UNKNOWN = "application/octet-stream"


class Resting(QObject):
    """Opens in ``preview`` what was chosen and stayed chosen; ``opened`` is told when its file was read."""

    opened = Signal()

    def __init__(self, desk: Desk, preview: DocumentPreview) -> None:
        super().__init__(preview)
        self._desk, self._preview = desk, preview
        self._shown: str | None = None  # the id of the document in the preview
        self._next: DocumentRow | None = None
        self._unread: DocumentRow | None = None
        self._page: tuple[str, int] | None = None  # the page somebody asked for, and of which document
        self._task: Task | None = None
        self._pause = QTimer(self, interval=REST_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self.open_now)
        preview.stack.notice.retried.connect(self._try_again)

    def leave(self) -> None:
        """Show nothing."""
        self._stop()
        self._preview.clear()

    def turn_to(self, document: str, page: int) -> None:
        """Show a page of a document, from 1: at once, or as soon as it is chosen and its file is there."""
        self._page = document, page
        if document == self._shown:
            self._preview.stack.pdf.turn_to(page)

    def choose(self, row: DocumentRow) -> None:
        """Show a document soon, unless another is chosen before."""
        if row.id == self._shown or (self._next and self._next.id == row.id):
            return
        if self._page and self._page[0] != row.id:
            self._page = None
        self.leave()
        self._preview.stack.show_waiting()
        self._next = row
        self._pause.start()

    def open_now(self) -> None:
        """Open what is chosen, if it can be seen and the choice rested on it."""
        row = self._next
        if row is None or self._pause.isActive() or not self._preview.isVisible():
            return
        self._shown, self._next = row.id, None
        media_type = row.media_type or UNKNOWN
        if not row.blob:
            self._preview.stack.show_notice(partial(_without_file, row))
        elif media_type == PDF or media_type in IMAGES | TEXTS:
            self._read(row)
        else:
            self._preview.show_document(row.title, media_type, b"", size=row.size, sha256=row.sha256)

    def _read(self, row: DocumentRow) -> None:
        self._unread = None
        self._task = self._desk.tasks.run(
            Lane.VAULT,
            partial(_read, self._desk, row.id),
            owner=self,
            done=partial(self._show, row),
            failed=partial(self._fail, row),
        )

    def _show(self, row: DocumentRow, content: bytes) -> None:
        if self._shown == row.id:
            media_type = row.media_type or UNKNOWN
            self._preview.show_document(row.title, media_type, content, size=row.size, sha256=row.sha256)
            if self._page:
                self._preview.stack.pdf.turn_to(self._page[1])
        self.opened.emit()

    def _fail(self, row: DocumentRow, error: Exception) -> None:
        if self._shown == row.id:
            self._unread = row
            self._preview.stack.show_notice(partial(_failure, row, error))

    def _try_again(self) -> None:
        if self._unread:
            self._preview.stack.show_waiting()
            self._read(self._unread)

    def _stop(self) -> None:
        self._pause.stop()
        self._shown, self._next, self._unread = None, None, None
        if self._task:
            self._task.cancel()
            self._task = None


def _read(desk: Desk, document: str, _job: Job) -> bytes:
    return read_document(desk.vault, document).result


def _without_file(row: DocumentRow) -> Notice:
    hint = _("It is known by its address: {address}").format(address=row.address) if row.address else ""
    return Notice("link" if row.address else "file-text", _("No file is stored for this document"), hint)


def _failure(row: DocumentRow, error: Exception) -> Notice:
    heading, hint = words_for(error)
    facts = file_facts(row.media_type or UNKNOWN, row.size, row.sha256)
    return Notice("triangle-alert", heading, hint, facts, can_retry=is_worth_retrying(error))
