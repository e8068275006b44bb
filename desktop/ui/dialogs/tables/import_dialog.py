"""A table on its way into a case: what each column means, what is wrong in which cell, then all of it or nothing."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from db.rows import ViewRow
from desktop.documents.sheets.columns import Column
from desktop.documents.sheets.lines import Line, Table
from desktop.documents.sheets.mapping import ColumnMap, applied, kept
from desktop.documents.sheets.opening import read_table
from desktop.i18n import N_, _, ngettext
from desktop.operations.table_import import CellFault, TableReport
from desktop.ui.desk import Desk
from desktop.ui.dialogs.grid.cells import GridCells
from desktop.ui.dialogs.grid.sheet_dialog import SheetDialog
from desktop.ui.dialogs.tables.kept_maps import KeptMaps
from desktop.ui.dialogs.tables.meaning_bar import MeaningBar
from desktop.ui.dialogs.tables.report_words import finished, no_faults, told_changes
from desktop.ui.dialogs.tables.source_bar import SourceBar
from desktop.ui.tasks import Job, Lane
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.layout import label

_LINES = 12  # seen at once


class TableImportDialog(SheetDialog):
    """Reads the file, shows it with what its columns mean, and imports it."""

    def __init__(self, desk: Desk, case_id: str, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(N_("Import a table"), desk, case_id, parent, label="import-table")
        self._file, self._table = file, Table("csv", Line(1, ()), ())
        self._source, self._meanings, self._maps = SourceBar(), MeaningBar(), KeptMaps(desk, self)
        self._count = label("hint")
        for part in (self.banner, self._source, self._meanings, self._count):
            self.add(part)
        self.add(self.view, grows=True)
        for part in (self.faults, self.creates):
            self.add(part)
        self.view.setMinimumHeight(self.view.verticalHeader().defaultSectionSize() * _LINES)
        self.verb(N_("Cancel"), self.reject)
        self.verb(N_("&Keep this map…"), self._ask_title)
        self.verb(N_("C&heck"), self.look)
        self.verb(N_("&Import"), self.bring_in, role="primary")
        self._connect()
        self._read("", "")

    def compose(self) -> tuple[Table, ColumnMap] | None:
        """The table as it was read and corrected, and its map."""
        chosen, cells = self._meanings.map(), self.model.cells
        if not chosen.columns:
            self.banner.tell(Tone.WARNING, _("Say of at least one column what it means."))
            return None
        lines = (Line(cells.number_of(row), tuple(line)) for row, line in enumerate(cells.lines) if any(line))
        return Table(self._table.form, self._table.titles, tuple(lines), self._table.sheet), chosen

    def column(self, place: int) -> Column | None:
        """What a column means."""
        return self._meanings.column(place)

    def where(self, fault: CellFault) -> str:
        """The cell as a spreadsheet calls it, and the title of its column."""
        return fault.place if fault.column is None else f"{fault.place}, {self._meanings.title(fault.column)}"

    def _show(self, report: TableReport) -> None:
        super()._show(report)
        if not report.faults and (report.changed or report.unchanged):
            self.banner.tell(Tone.GOOD, no_faults(report))
            told = [*told_changes(report, self._meanings.map().entity), *report.remarks]
            self.faults.show_faults((), told, _worded)

    def _connect(self) -> None:
        self._source.entity_chosen.connect(self._take_entity)
        self._source.source_chosen.connect(self._read)
        self._source.map_chosen.connect(self._take_map)
        self._source.map_dropped.connect(self._maps.drop)
        self._maps.offered.connect(self._source.show_maps)
        told = _("The map is kept for tables with the same titles.")
        self._maps.kept.connect(partial(self.banner.tell, Tone.GOOD, told))
        self._meanings.changed.connect(self._rename)
        self.imported.connect(partial(_confirm, self.desk))
        self.view.selectionModel().currentChanged.connect(self._follow)

    def _read(self, sheet: str, encoding: str) -> None:
        work, take = partial(_table, self._file, sheet, encoding), partial(self._take_table, encoding)
        self.desk.tasks.run(
            Lane.FILES, work, owner=self, done=take, failed=partial(_give_up, self), title=_("Reading a table")
        )

    def _take_table(self, encoding: str, read: tuple[Table, GridCells]) -> None:
        table, cells = read
        self._table = table
        self._source.show_source(table, encoding)
        self.model.show([""] * cells.width, cells)
        told = ngettext("{count} line below the titles.", "{count} lines below the titles.", len(table.lines))
        self._count.setText(told.format(count=len(table.lines)))
        self._take_entity(self._source.entity.value())
        self.view.go(0, 0)
        self.view.setFocus()

    def _take_entity(self, entity: str) -> None:
        self._meanings.guess(entity, self._table.titles)
        self._maps.read(entity)

    def _take_map(self, view: ViewRow | None) -> None:
        if view is None:
            self._meanings.guess(self._meanings.map().entity, self._table.titles)
            return
        chosen, misfits = applied(dict(view.body), self._table.titles)
        if chosen.entity:
            self._meanings.take(chosen)
        if misfits:
            self.banner.tell(Tone.WARNING, "\n".join(misfit.what for misfit in misfits))

    def _rename(self) -> None:
        self.model.rename([self._meanings.header(place) for place in range(self.model.columnCount())])

    def _follow(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._meanings.follow(index.column())

    def _ask_title(self) -> None:
        composed = self.compose()
        if composed:
            self._maps.ask(kept(composed[1], self._table.titles))


def _table(file: Path, sheet: str, encoding: str, _job: Job) -> tuple[Table, GridCells]:
    table = read_table(file, sheet=sheet, encoding=encoding)
    width = max([len(table.titles.cells), *(len(line.cells) for line in table.lines)])
    return table, GridCells(width, (line.cells for line in table.lines), [line.number for line in table.lines])


def _give_up(dialog: TableImportDialog, error: Exception) -> None:
    dialog.desk.report.tell(error)
    dialog.reject()


def _confirm(desk: Desk, report: TableReport) -> None:
    if report.changed or report.unchanged or report.remarks:
        desk.report.confirm(finished(report))


def _worded(change: CellFault) -> str:
    return f"{change.place}: {change.what}"
