"""Bringing in a case from a file, from the menu or by dropping the file on the list."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db.types import Kind
from desktop.documents.exchange.faults import UnknownTerms
from desktop.i18n import _, ngettext
from desktop.operations import Done
from desktop.operations.case_import import Imported, import_case
from desktop.ui.desk import Desk
from desktop.ui.dialogs.places import ask_files
from desktop.ui.dialogs.terms.unknown_terms import UnknownTermsDialog
from desktop.ui.tasks import Job


class CaseImport(QObject):
    """Asks for a case file and imports it in the vault's lane; ``imported`` carries the id of the case."""

    imported = Signal(str)

    def __init__(self, desk: Desk, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen

    def ask(self) -> None:
        """Ask for the file."""
        kinds = (_("Case files (*.json)"), _("All files (*)"))
        ask_files(self._screen, _("Choose a case file"), self.take, Path.home(), kinds)

    def take(self, files: list[Path]) -> None:
        """Import these, one after the other."""
        for file in files:
            self._import(file, adds_terms=False)

    def _import(self, file: Path, *, adds_terms: bool) -> None:
        work = partial(_import, self._desk, file, adds_terms)
        failed = partial(self._refuse, file)
        self._desk.perform(self, work, self._tell, title=_("Importing a case"), failed=failed)

    def _refuse(self, file: Path, error: Exception) -> None:
        """Where only terms are unknown, offer to add them; anything else is told as it is."""
        if isinstance(error, UnknownTerms):
            add = partial(self._import, file, adds_terms=True)
            UnknownTermsDialog(error, self._desk.clipboard, add, self._screen.window()).open()
        else:
            self._desk.report.tell(error)

    def _tell(self, imported: Imported) -> None:
        events = imported.counts.get(Kind.EVENT, 0)
        text = ngettext(
            "The case is imported, with {count} event.", "The case is imported, with {count} events.", events
        )
        self._desk.report.confirm(text.format(count=events))
        self.imported.emit(imported.case_id)


def _import(desk: Desk, file: Path, adds_terms: bool, job: Job) -> Done[Imported]:
    return import_case(desk.vault, file, adds_terms=adds_terms, progress=job.progress, is_cancelled=job.is_cancelled)
