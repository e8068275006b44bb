"""The days off of a year: those of the table, those nobody confirmed, and those a user set."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.rows import CalendarDayRow
from desktop.i18n import N_, _, current, ngettext
from desktop.operations import Touched
from desktop.operations.calendars import (
    TOUCHED,
    CalendarLine,
    calendar_lines,
    calendar_names,
    reviewed_years,
    withdraw_day,
)
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.calendar_day import CalendarDayEditor
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.language import Texts, speech
from desktop.ui.law import words
from desktop.ui.models.columns import Column
from desktop.ui.models.rows import RowModel
from desktop.ui.records.steps import copy_rows
from desktop.ui.refresh import concerns
from desktop.ui.widgets.button import button
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.layout import column, label, row
from desktop.ui.widgets.table import Table
from resources.calendars import GENERATED_YEARS


class DayList(QWidget):
    """The days of one calendar and year; ``counted`` tells how many, ``situated`` how many are selected."""

    counted = Signal(str)
    situated = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._model: RowModel[CalendarLine] = RowModel(columns(), _id, self)
        self._table: Table[CalendarLine] = Table("calendar-days", N_("Days off"), self._model, desk.settings)
        self._where: Choice[str] = Choice(N_("Calendar"), calendar_names(), words.jurisdiction_name)
        self._year: Choice[int] = Choice(N_("Year"), GENERATED_YEARS, str)
        self._year.choose(desk.vault.clock().year)
        self._note = label("hint")
        self._build()
        for choice in (self._where, self._year):
            choice.chosen.connect(self._read)
        self._table.selected.connect(self._choose)
        self._table.opened.connect(self.edit)
        desk.actions.bind("list.copy", self._table, partial(copy_rows, desk, self._table))
        desk.actions.bind("list.add", self, self.add)
        desk.actions.bind("list.edit", self._table, self.edit)
        desk.refresh.touched.connect(self._reread)
        speech().changed.connect(self._read)
        self._read()

    def take_focus(self) -> None:
        """Start in the list."""
        self._table.setFocus()
        self.situated.emit(len(self._table.selected_ids()))

    def count_words(self) -> str:
        """How many days are shown."""
        count = self._model.rowCount()
        return ngettext("{count} day", "{count} days", count).format(count=count)

    def add(self) -> None:
        """Set a day that is not in the list."""
        row_ = CalendarDayRow("", self._where.value(), "", is_working=False)
        CalendarDayEditor(self._desk, row_, self.window()).open()

    def edit(self, _day: str = "") -> None:
        """Say otherwise of the selected day than the table does."""
        line = self._chosen()
        if line:
            there = CalendarDayRow(
                "", self._where.value(), line.day.isoformat(), is_working=line.is_working, title=line.label
            )
            CalendarDayEditor(self._desk, line.own or there, self.window()).open()

    def take_back(self) -> None:
        """Let the table speak again of the selected day."""
        line = self._chosen()
        if line and line.own:
            self._desk.perform(self, work(withdraw_day, self._desk.vault, line.own.id))

    def _build(self) -> None:
        texts = Texts(self)
        self._change = button(texts, N_("Change…"), self.edit, icon="pencil")
        self._back = button(texts, N_("Take back"), self.take_back, icon="rotate-cw")
        head = row()
        for part in (self._where, self._year):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self._change)
        head.addWidget(self._back)
        head.addWidget(button(texts, N_("Set a day…"), self.add, role="primary", icon="plus"))
        layout = column(self)
        layout.addLayout(head)
        layout.addWidget(self._note)
        layout.addWidget(self._table, 1)

    def _read(self, _chosen: object = None) -> None:
        query = partial(calendar_lines, calendar=self._where.value(), year=self._year.value(), language=current().value)
        self._desk.read(self, query, self._show)

    def _reread(self, touched: Touched) -> None:
        if concerns(touched, TOUCHED.kinds):
            self._read()

    def _show(self, lines: Sequence[CalendarLine]) -> None:
        self._model.show(lines)
        self._note.setText(_standing(self._where.value(), self._year.value()))
        self._choose(self._table.selected_ids())
        self.counted.emit(self.count_words())

    def _choose(self, days: Sequence[str]) -> None:
        line = self._chosen()
        self._change.setEnabled(line is not None)
        self._back.setEnabled(line is not None and line.own is not None)
        self.situated.emit(len(days))

    def _chosen(self) -> CalendarLine | None:
        days = self._table.selected_ids()
        place = self._model.place_of(days[0]) if len(days) == 1 else None
        return self._model.row(place) if place is not None else None


def columns() -> tuple[Column[CalendarLine], ...]:
    """The day, what it is, and whose word that is."""
    return (
        Column("day", N_("Day"), _id, 14),
        Column("what", N_("What it is"), _what, 16),
        Column("name", N_("Name"), _name, 40),
        Column("sure", N_("How sure"), _sure, 16),
        Column("of", N_("In place of"), _of, 14),
        Column("source", N_("Source"), _source, 36),
    )


def _standing(calendar: str, year: int) -> str:
    reviewed = reviewed_years(calendar)
    if year in reviewed:
        note = words.said_in(reviewed[year])
        return note or _("This year is reviewed. Governments move days by decree: add what is missing.")
    return _("Nobody reviewed this year. The days come from a public package and may be wrong.")


def _id(line: CalendarLine) -> str:
    return line.day.isoformat()


def _what(line: CalendarLine) -> str:
    return _("Working day") if line.is_working else _("Day off")


def _name(line: CalendarLine) -> str:
    return line.label


def _sure(line: CalendarLine) -> str:
    if line.own:
        return _("Set by you")
    return _("Estimated") if line.is_estimated else _("From the table")


def _of(line: CalendarLine) -> str:
    return line.of.isoformat() if line.of else ""


def _source(line: CalendarLine) -> str:
    return line.source
