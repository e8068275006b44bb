"""Files on their way into a case: chosen, dropped or pasted, asked about once, taken in away from the window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from db.errors import Cancelled
from desktop.errors import UserError
from desktop.i18n import _, ngettext
from desktop.operations import Done
from desktop.operations.documents import Intake, add_documents
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.document import open_document
from desktop.ui.dialogs.editors.intake import IntakeDialog
from desktop.ui.dialogs.places import ask_files, ask_folder
from desktop.ui.tasks import Job
from desktop.ui.widgets.empty_state import files_of


class Stopped(Exception):
    """The user stopped the intake; nothing was kept."""


class Taking(QObject):
    """Takes files into a case; ``taken`` carries the ids of the documents they became."""

    taken = Signal(list)

    def __init__(self, desk: Desk, case_id: str, tab: QWidget) -> None:
        super().__init__(tab)
        self._desk, self._case_id, self._tab = desk, case_id, tab

    def ask(self) -> None:
        """Ask for files."""
        ask_files(self._tab, _("Choose files to add"), self.offer, Path.home())

    def ask_folder(self) -> None:
        """Ask for a folder whose files come in, with those of the folders in it."""
        ask_folder(self._tab, _("Choose a folder whose files to add"), self.offer, Path.home())

    def ask_source(self) -> None:
        """Enter a source that has no file."""
        open_document(self._desk, self._tab.window(), self._case_id, then=self._tell_source)

    def paste(self) -> None:
        """Take the files that lie on the clipboard."""
        content = QGuiApplication.clipboard().mimeData()
        files = files_of(content) if content else []
        if files:
            self.offer(files)
        else:
            nothing = _("No files lie on the clipboard.")
            self._desk.report.tell(UserError(nothing, _("Copy files where they are kept, then paste them here.")))

    def offer(self, paths: list[Path]) -> None:
        """Ask once what these are, then take them in."""
        if paths:
            dialog = IntakeDialog(paths, self._tab.window())
            dialog.decided.connect(partial(self._take, paths))
            dialog.open()

    def _take(self, paths: list[Path], intake: Intake) -> None:
        verb = partial(_take_in, self._desk, self._case_id, paths, intake)
        self._desk.perform(self, verb, self._tell, title=_("Adding files"), failed=self._fail)

    def _tell(self, documents: list[str]) -> None:
        count = len(documents)
        text = ngettext("{count} document was added.", "{count} documents were added.", count)
        self._desk.report.confirm(text.format(count=count) if count else _("There were no files in it."))
        self.taken.emit(documents)

    def _tell_source(self, document: str) -> None:
        self.taken.emit([document])

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Stopped):
            self._desk.report.confirm(_("Stopped. None of these files was kept."))
        else:
            self._desk.report.tell(error)


def _take_in(desk: Desk, case_id: str, paths: list[Path], intake: Intake, job: Job) -> Done[list[str]]:
    try:
        return add_documents(
            desk.vault, case_id, paths, intake=intake, progress=job.progress, is_cancelled=job.is_cancelled
        )
    except Cancelled:
        raise Stopped from None
