"""The trash: everything deleted, newest first; it comes back by Restore and goes for good only when told to."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QStackedWidget

from db.queries import trash
from db.queries.trash import TrashLine
from db.types import Kind
from db.vault import Session
from desktop.i18n import N_, _, ngettext
from desktop.operations import Touched
from desktop.operations.trash import purge_records, restore_record
from desktop.ui import labels, times
from desktop.ui.desk import Desk
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.language import Texts
from desktop.ui.models.columns import Column
from desktop.ui.models.rows import RowModel
from desktop.ui.records.steps import copy_rows
from desktop.ui.screen import Screen
from desktop.ui.widgets.button import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.layout import column, row, said
from desktop.ui.widgets.table import Table


class TrashList(Screen):
    """Every record in the trash of the vault."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = Texts(self)
        self._model: RowModel[TrashLine] = RowModel(columns(), _id, self)
        self._table: Table[TrashLine] = Table("trash", N_("Trash"), self._model, desk.settings)
        self._pages = QStackedWidget()
        self._build()
        self._table.selected.connect(self._situate)
        self._table.opened.connect(self._restore)
        desk.refresh.touched.connect(self._reread)
        desk.actions.bind("list.copy", self._table, partial(copy_rows, desk, self._table))
        desk.actions.bind("trash.restore", self._table, self._restore)
        desk.actions.bind("trash.purge", self._table, self._ask_purge)
        self._read()

    def enter(self) -> None:
        """Start in the list."""
        self._table.setFocus()
        self._situate(self._table.selected_ids())

    def count_words(self) -> str:
        """How many records lie here."""
        count = self._model.rowCount()
        return ngettext("{count} record", "{count} records", count).format(count=count)

    def _build(self) -> None:
        head = row(gap=2)
        head.addWidget(said(self._texts, N_("Trash"), "title"))
        head.addStretch(1)
        head.addWidget(button(self._texts, N_("&Restore"), self._restore, role="primary", icon="undo-2"))
        head.addWidget(button(self._texts, N_("Delete for &good…"), self._ask_purge, icon="trash-2"))
        empty = EmptyState(
            "trash-2", N_("The trash is empty"), N_("What you delete lies here until you delete it for good.")
        )
        for page in (self._table, empty):
            self._pages.addWidget(page)
        layout = column(self, margin=4, gap=3)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def _read(self) -> None:
        self._desk.read(self, _lines, self._show)

    def _reread(self, touched: Touched) -> None:
        if touched.kinds:
            self._read()

    def _show(self, lines: Sequence[TrashLine]) -> None:
        self._model.show(lines)
        self._pages.setCurrentIndex(0 if lines else 1)
        self.counted.emit(self.count_words())

    def _situate(self, ids: list[str]) -> None:
        actions = self._desk.actions
        if self.isVisible():
            actions.situate(replace(actions.situation, selected=len(ids)))

    def _chosen(self) -> list[tuple[Kind, str]]:
        places = [self._model.place_of(record) for record in self._table.selected_ids()]
        lines = [self._model.row(place) for place in places if place is not None]
        return [(line.kind, line.row.id) for line in lines]

    def _restore(self, _record: object = None) -> None:
        for kind, record in self._chosen():
            self._desk.perform(self, work(restore_record, self._desk.vault, kind, record))

    def _ask_purge(self) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        what = ngettext(
            "{count} record and everything that belongs to it will be destroyed: its values in the journal, its place "
            "in the search and its stored files. This cannot be undone. Older backups and other laptops keep theirs.",
            "{count} records and everything that belongs to them will be destroyed: their values in the journal, their "
            "place in the search and their stored files. This cannot be undone. Older backups and other laptops keep "
            "theirs.",
            len(chosen),
        ).format(count=len(chosen))
        act = partial(self._purge, chosen)
        Confirm(N_("Delete for good?"), what, N_("&Delete for good"), act, is_grave=True, parent=self.window()).open()

    def _purge(self, chosen: list[tuple[Kind, str]]) -> None:
        self._desk.perform(self, work(purge_records, self._desk.vault, chosen), self._tell_purged)

    def _tell_purged(self, count: int) -> None:
        text = ngettext("{count} record is deleted for good.", "{count} records are deleted for good.", count)
        self._desk.report.confirm(text.format(count=count))


def columns() -> tuple[Column[TrashLine], ...]:
    """What it is, what it is called, and when it was deleted."""
    return (
        Column("kind", N_("Kind"), _kind, 16),
        Column("name", N_("Name"), _name, 48),
        Column("at", N_("Deleted"), _at, 18, order=_moment),
    )


def _lines(session: Session) -> list[TrashLine]:
    return trash.lines(session)


def _id(line: TrashLine) -> str:
    return line.row.id


def _kind(line: TrashLine) -> str:
    return labels.kind_name(line.kind)


def _name(line: TrashLine) -> str:
    if line.kind in {Kind.PERSON, Kind.ORGANISATION, Kind.PLACE}:
        return labels.member(line.row)
    if line.kind is Kind.EVENT:
        return labels.event(line.row)
    if line.kind is Kind.CASE:
        return labels.joined([line.row.ref, line.row.title])
    called = [getattr(line.row, part, None) for part in ("title", "article", "text")]
    return next((words for words in called if words), _("Without a name"))


def _at(line: TrashLine) -> str:
    return times.moment(line.trashed_at)


def _moment(line: TrashLine) -> int:
    return line.trashed_at
