"""What every window is made of that turns a grid into records: the grid, what is wrong with it, check and save."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from desktop.documents.sheets.columns import Column
from desktop.documents.sheets.lines import Table
from desktop.documents.sheets.mapping import ColumnMap
from desktop.errors import InputFaults
from desktop.i18n import N_, _, ngettext
from desktop.messages import explain
from desktop.operations import Done
from desktop.operations.table_import import CellFault, TableReport, check_table, import_table
from desktop.ui.desk import Desk
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.grid.fault_list import FaultList
from desktop.ui.dialogs.grid.model import GridModel
from desktop.ui.dialogs.grid.view import GridView
from desktop.ui.dialogs.grid.words import Offer
from desktop.ui.tasks import Job, Lane
from desktop.ui.widgets.banner import Banner, Tone


class SheetDialog(Dialog):
    """``imported`` carries the report when every line became a record, just before the window closes."""

    imported = Signal(object)

    def __init__(self, title: str, desk: Desk, case_id: str, parent: QWidget | None, *, label: str) -> None:
        super().__init__(title, parent, letters=120)
        self.desk, self.case_id = desk, case_id
        self.addAction(desk.actions.qt("vault.lock"))  # a modal window cuts off the main window's keys
        self.banner, self.faults = Banner(), FaultList()
        self.model = GridModel(self)
        self.view = GridView(N_("Table"), self.model, desk.clipboard, self._words)
        self.creates = QCheckBox()
        self.texts.put(self.creates.setText, N_("&Make persons, organisations and places that are not on file yet"))
        self._label, self._busy = label, False
        self._offer = Offer(desk, case_id, self)
        self.faults.chosen.connect(self._go)

    def compose(self) -> tuple[Table, ColumnMap] | None:
        """The table as it stands, and what its columns mean; None after telling what is missing."""
        raise NotImplementedError

    def column(self, place: int) -> Column | None:
        """What a column means."""
        raise NotImplementedError

    def where(self, fault: CellFault) -> str:
        """The place of a fault in words."""
        return fault.place

    def look(self) -> None:
        """Say what would be imported, and what is wrong."""
        self.view.setFocus()  # what is half typed in a cell is in it from now on
        composed = None if self._busy else self.compose()
        if composed:
            self._busy = True
            work = partial(_check, self.desk, self.case_id, composed, self.creates.isChecked())
            self.desk.tasks.run(
                Lane.VAULT, work, owner=self, done=self._show, failed=self._refuse, title=_("Checking a table")
            )

    def bring_in(self) -> None:
        """Make the records, or show what is wrong."""
        self.view.setFocus()  # what is half typed in a cell is in it from now on
        composed = None if self._busy else self.compose()
        if composed:
            self._busy = True
            work = partial(_import, self.desk, self.case_id, composed, self.creates.isChecked(), self._label)
            self.desk.perform(self, work, self._finish, title=_("Importing a table"), failed=self._refuse)

    def reject(self) -> None:
        """Close, after asking when something would be lost."""
        if not self.model.is_edited or not self.model.cells.has_text():
            super().reject()
            return
        lost = _("What you typed in this window is not saved.")
        Confirm(N_("Discard your changes?"), lost, N_("&Discard changes"), self.leave, parent=self).open()

    def leave(self) -> None:
        """Close; what was typed is not wanted."""
        QDialog.reject(self)

    def _words(self, place: int) -> Sequence[str]:
        column = self.column(place)
        return self._offer.words(column) if column else ()

    def _show(self, report: TableReport) -> None:
        self._busy = False
        rows = self.model.cells.rows()
        marks: Mapping[tuple[int, int], str] = {
            (row, fault.column): fault.what
            for fault in report.faults
            if (row := rows.get(fault.row)) is not None and fault.column is not None
        }
        self.model.mark(marks)
        self.faults.show_faults(report.faults, report.remarks, partial(_told, self.where))
        count = len(report.faults)
        if count:
            said = ngettext("{count} fault. Nothing was imported.", "{count} faults. Nothing was imported.", count)
            self.banner.tell(Tone.WARNING, said.format(count=count))
            self.faults.setFocus()
        else:
            total = sum(report.counts.values())
            said = ngettext("No faults: {count} record can be made.", "No faults: {count} records can be made.", total)
            self.banner.tell(Tone.GOOD, said.format(count=total))

    def _go(self, fault: CellFault) -> None:
        row = self.model.cells.rows().get(fault.row)
        if row is not None:
            self.view.go(row, fault.column or 0)

    def _finish(self, report: TableReport) -> None:
        self._busy = self.model.is_edited = False
        total = sum(report.counts.values())
        said = ngettext("{count} record is made.", "{count} records are made.", total)
        self.desk.report.confirm(said.format(count=total))
        self.imported.emit(report)
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, InputFaults):
            self.look()
            return
        told = explain(error)
        self.banner.tell(Tone.DANGER, f"{told.what}\n{told.remedy}".strip())


def _told(where: Callable[[CellFault], str], fault: CellFault) -> str:
    place = where(fault)
    return f"{place}: {fault.what}" if place else fault.what


def _check(desk: Desk, case_id: str, composed: tuple[Table, ColumnMap], creates: bool, _job: Job) -> TableReport:
    return check_table(desk.vault, case_id, *composed, creates=creates)


def _import(
    desk: Desk, case_id: str, composed: tuple[Table, ColumnMap], creates: bool, label: str, _job: Job
) -> Done[TableReport]:
    return import_table(desk.vault, case_id, *composed, creates=creates, label=label)
