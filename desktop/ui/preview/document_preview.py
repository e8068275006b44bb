"""The preview of a document: pages, a picture, a text, or calm words where there is nothing to show."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QMetaMethod, Signal
from PySide6.QtWidgets import QWidget

from desktop.documents.extract.kinds import IMAGES, PDF, TEXTS
from desktop.documents.render.reader import Content
from desktop.i18n import _
from desktop.ui.clipboard import Clipboard
from desktop.ui.preview.choice import Copy
from desktop.ui.preview.facts import file_facts
from desktop.ui.preview.fault_words import is_worth_retrying, words_for
from desktop.ui.preview.loading import Load, ReaderShelf, Shown, Weighed, open_pdf, open_picture, read_text, weigh
from desktop.ui.preview.notice_pane import Notice
from desktop.ui.preview.preview_stack import PreviewStack
from desktop.ui.preview.work import Run, own_lane
from desktop.ui.tasks import Job, Task
from desktop.ui.widgets.layout import column

Result = TypeVar("Result")


class DocumentPreview(QWidget):
    """Shows one document at a time from its bytes; nothing of it is ever written to the disk.

    ``text_selected`` tells chosen text and its page (of a plain text: its paragraph), from 1. Making an event of a
    quotation is offered while somebody listens to ``quotation_wanted``, which tells page or paragraph and the text.
    """

    text_selected = Signal(str, int)
    quotation_wanted = Signal(int, str)
    export_wanted = Signal()

    def __init__(self, run: Run | None = None, copy: Copy | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own = own_lane()
        self._run: Run = run or own
        self._shown: Shown | None = None
        self._task: Task | None = None
        self._readers = ReaderShelf()
        self.destroyed.connect(self._readers.close)
        self.stack = PreviewStack(own, copy or Clipboard(self).copy, self.is_heard)
        self.stack.text_selected.connect(self.text_selected)
        self.stack.quotation_wanted.connect(self.quotation_wanted)
        self.stack.failed.connect(self._fail)
        self.stack.notice.retried.connect(self._begin)
        self.stack.notice.export_wanted.connect(self.export_wanted)
        self.setFocusProxy(self.stack)
        column(self, gap=0).addWidget(self.stack)
        self.clear()

    def show_document(
        self, title: str, media_type: str, source: Content | Load, *, size: int | None = None, sha256: str | None = None
    ) -> None:
        """Show a document; ``source`` is its bytes, or a function that gives them, called away from the window."""
        load = source if callable(source) else partial(_give, source)
        self._shown = Shown(title, media_type, load, size, sha256)
        self.setAccessibleName(title)
        self._begin()

    def clear(self) -> None:
        """Show nothing, and keep nothing of what was shown."""
        self._stop()
        self._shown = None
        self.setAccessibleName("")
        self.stack.show_notice(_nothing)

    def open_search(self) -> None:
        """Let the user look for words in what is shown."""
        if pane := self.stack.searchable():
            pane.find_bar.open_bar()

    def locator(self) -> str:
        """What the numbers of the signals count: ``page`` or ``paragraph``."""
        return "paragraph" if self.stack.searchable() is self.stack.text else "page"

    def is_heard(self) -> bool:
        """Whether anybody would make an event of a quotation."""
        return self.isSignalConnected(QMetaMethod.fromSignal(self.quotation_wanted))

    def _begin(self) -> None:
        """Load what is to be shown, from its beginning."""
        self._stop()
        shown = self._shown
        if shown is None:
            return
        self.stack.show_waiting()
        if shown.media_type == PDF:
            self._load(shown, partial(open_pdf, shown, self._readers.renew()), self.stack.show_pdf)
        elif shown.media_type in IMAGES:
            self._load(shown, partial(open_picture, shown, self._readers.renew()), self.stack.show_picture)
        elif shown.media_type in TEXTS:
            self._load(shown, partial(read_text, shown), self.stack.show_text)
        else:
            self._load(shown, partial(weigh, shown), partial(self._show_facts, shown))

    def _load(self, shown: Shown, work: Callable[[Job], Result], show: Callable[[Result], object]) -> None:
        self._task = self._run(
            work,
            owner=self,
            done=partial(self._hear, shown, show),
            failed=partial(self._hear, shown, self._fail),
            progressed=partial(self._advance, shown),
        )

    def _hear(self, shown: Shown, tell: Callable[[Result], object], result: Result) -> None:
        """Take an answer, unless another document was chosen meanwhile."""
        if shown is self._shown:
            tell(result)

    def _advance(self, shown: Shown, done: int, total: int) -> None:
        if shown is self._shown:
            self.stack.waiting.tell(done, total)

    def _stop(self) -> None:
        """Forget what is on its way and what is shown."""
        if self._task:
            self._task.cancel()
            self._task = None
        self._readers.close()
        self.stack.empty()

    def _fail(self, error: Exception) -> None:
        self._stop()
        if self._shown:
            self.stack.show_notice(partial(_failure, self._shown, error))

    def _show_facts(self, shown: Shown, weighed: Weighed) -> None:
        self.stack.show_notice(partial(_facts, shown, weighed))


def _give(content: Content) -> Content:
    return content


def _nothing() -> Notice:
    return Notice("file-text", _("No document chosen"), _("Choose a document to see it here."))


def _failure(shown: Shown, error: Exception) -> Notice:
    heading, hint = words_for(error)
    facts = file_facts(shown.media_type, shown.size, shown.sha256)
    return Notice("triangle-alert", heading, hint, facts, can_retry=is_worth_retrying(error), can_export=True)


def _facts(shown: Shown, weighed: Weighed) -> Notice:
    heading, hint = _("No preview for this kind of document"), _("Export a copy to open it in another program.")
    facts = file_facts(shown.media_type, weighed.size, weighed.sha256)
    return Notice("file-text", heading, hint, facts, can_export=True)
