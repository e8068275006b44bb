"""Handing out a copy of a document's file: warned about once, written away from the window, put on its log."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db.rows import DocumentRow
from desktop.errors import UserError
from desktop.i18n import N_, _
from desktop.operations import Done
from desktop.operations.documents import export_document
from desktop.ui.desk import Desk
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.places import ask_new_file
from desktop.ui.tasks import Job


class Copying(QObject):
    """Asks where to, and writes the copy; ``copied`` is told when it is there and on the log."""

    copied = Signal()

    def __init__(self, desk: Desk, pane: QWidget) -> None:
        super().__init__(pane)
        self._desk, self._pane = desk, pane

    def ask(self, row: DocumentRow) -> None:
        """Say what a copy means, then ask where to write it."""
        if not row.blob:
            missing = _("No file is stored for this document.")
            self._desk.report.tell(UserError(missing, _("There is nothing to copy; its address is beside it.")))
            return
        plain = _("The copy is not encrypted: whoever finds it can read it. That it was made is put on the log.")
        choose = partial(self._choose, row)
        Confirm(N_("Export a plain copy?"), plain, N_("&Choose where…"), choose, parent=self._pane.window()).open()

    def _choose(self, row: DocumentRow) -> None:
        name = Path(row.file_name or row.title).name
        write = partial(self._write, row)
        ask_new_file(self._pane, _("Export a copy"), write, Path.home() / name, Path(name).suffix.removeprefix("."))

    def _write(self, row: DocumentRow, targets: list[Path]) -> None:
        verb = partial(_export, self._desk, row.id, targets[0])
        self._desk.perform(self, verb, self._tell, title=_("Exporting a copy"))

    def _tell(self, _target: Path) -> None:
        self._desk.report.confirm(_("The copy is written, and that it was made is on the log."))
        self.copied.emit()


def _export(desk: Desk, document: str, target: Path, job: Job) -> Done[Path]:
    return export_document(desk.vault, document, target, is_cancelled=job.is_cancelled)
