"""Writing open deadlines to a calendar file: warned about first, because the file leaves the vault in clear."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.i18n import N_, _
from desktop.operations import Done
from desktop.operations.deadline_export import export_deadlines
from desktop.operations.deadlines import deadlines_of, every_deadline
from desktop.ui.desk import Desk
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.places import ask_new_file
from desktop.ui.tasks import Job

FILE_NAME, SUFFIX = "calendar.ics", "ics"  # neutral, as its titles are


class CalendarExport(QObject):
    """Asks where to, and writes what is open in one case, or with no case in all."""

    def __init__(self, desk: Desk, pane: QWidget, case_id: str = "") -> None:
        super().__init__(pane)
        self._desk, self._pane, self._case_id = desk, pane, case_id

    def ask(self) -> None:
        """Say what such a file means, then ask where to write it."""
        told = _(
            "The file leaves the vault in clear and other programs will show it. Its titles name no case, no person "
            "and no law; its times can be read by anyone. That it was made is put on the log."
        )
        Confirm(
            N_("Export deadlines as a calendar?"), told, N_("&Choose where…"), self._choose,
            parent=self._pane.window(),
        ).open()  # fmt: skip

    def _choose(self) -> None:
        ask_new_file(self._pane, _("Export as calendar"), self._write, Path.home() / FILE_NAME, SUFFIX)

    def _write(self, targets: list[Path]) -> None:
        now = int(self._desk.vault.clock().timestamp())
        verb = partial(_export, self._desk, self._case_id, targets[0], now)
        self._desk.perform(self, verb, self._tell, title=_("Exporting a calendar"))

    def _tell(self, _target: Path) -> None:
        self._desk.report.confirm(_("The calendar is written, and that it was made is on the log."))


def _export(desk: Desk, case_id: str, target: Path, now: int, _job: Job) -> Done[Path]:
    with desk.vault.read() as session:
        found = [deadlines_of(session, case_id, now)] if case_id else list(every_deadline(session, now))
    return export_deadlines(desk.vault, found, target, as_of=now)
