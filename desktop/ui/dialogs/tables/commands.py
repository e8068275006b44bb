"""What can be done with tables in a case: bring one in, write one, enter several events as one."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.ui.desk import Desk
from desktop.ui.dialogs.grid.event_grid import EventGrid
from desktop.ui.dialogs.places import ask_files
from desktop.ui.dialogs.tables.export_dialog import TableExportDialog
from desktop.ui.dialogs.tables.import_dialog import TableImportDialog


class TableCommands(QObject):
    """Binds the actions of tables to the screen of a case."""

    def __init__(self, desk: Desk, case_id: str, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk, self._case_id, self._screen = desk, case_id, screen
        for action, slot in {
            "table.import": self._ask_file,
            "table.export": self._export,
            "event.several": self._enter,
        }.items():
            desk.actions.bind(action, screen, slot)

    def _ask_file(self) -> None:
        kinds = (_("Tables (*.xlsx *.csv *.tsv *.txt)"), _("All files (*)"))
        ask_files(self._screen, _("Choose a table"), self._import, Path.home(), kinds)

    def _import(self, files: list[Path]) -> None:
        TableImportDialog(self._desk, self._case_id, files[0], self._screen.window()).open()

    def _export(self) -> None:
        TableExportDialog(self._desk, self._case_id, self._screen.window()).open()

    def _enter(self) -> None:
        EventGrid(self._desk, self._case_id, self._screen.window()).open()
