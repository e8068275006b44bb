"""Today: what presses over all cases, in one list; Enter opens the case there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget

from db.types import Kind
from desktop.i18n import N_, _, ngettext
from desktop.operations import Touched
from desktop.ui import labels, markup, times
from desktop.ui.deadlines import lines
from desktop.ui.deadlines.calendar import CalendarExport
from desktop.ui.deadlines.model import STATUS
from desktop.ui.desk import Desk
from desktop.ui.language import Texts
from desktop.ui.markup import Markup
from desktop.ui.models.columns import Column
from desktop.ui.records.steps import copy_rows
from desktop.ui.screen import Screen
from desktop.ui.today.finishing import finish
from desktop.ui.today.groups import NAMES, Agenda, Entry, Group
from desktop.ui.today.halves import TodayHalves
from desktop.ui.today.model import AgendaModel
from desktop.ui.today.reading import Outlook
from desktop.ui.widgets.button import button
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout import column, row, said
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.table import Table

MINUTE = 60_000  # milliseconds
_TASK_MARK = ("clipboard-list", "muted")


class TodayPlace(Screen):
    """One list over all cases, and beside it how much there is of each and what comes by type."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._outlook = Outlook(desk, self)
        self._agenda = Agenda()
        self._model = AgendaModel(_columns(), _identify, _mark, self)
        self._table: Table[Entry] = Table("today", N_("What presses"), self._model, desk.settings)
        self._group: Choice[str] = Choice(N_("Show"), ["", *Group], _group_words)
        self._sheet = Sheet(N_("At a glance"))
        self._export = CalendarExport(desk, self)
        self._pages = QStackedWidget()
        self._texts = Texts(self)
        self._done = button(self._texts, N_("Mark as d&one…"), self._finish, icon="check")
        self._build()
        self._outlook.changed.connect(self._show)
        self._group.chosen.connect(self._sift)
        self._sheet.followed.connect(self._follow)
        self._table.opened.connect(self._open)
        self._table.selected.connect(self._situate)
        minute = QTimer(self, interval=MINUTE)
        minute.timeout.connect(self._look)
        minute.start()
        desk.refresh.touched.connect(self._reread)
        desk.actions.bind("list.open", self._table, self._open_selected)
        desk.actions.bind("list.edit", self._table, self._finish)
        desk.actions.bind("list.copy", self._table, partial(copy_rows, desk, self._table))

    def enter(self) -> None:
        """Start in the list, as things stand now."""
        self._table.setFocus()
        self._outlook.read()
        self._situate(self._table.selected_ids())

    def count_words(self) -> str:
        """How many entries are listed."""
        count = self._model.count()
        return ngettext("{count} entry", "{count} entries", count).format(count=count)

    def _build(self) -> None:
        texts = self._texts
        head, tools = row(gap=4), FlowLayout()
        head.addWidget(said(texts, N_("Today"), "title"), alignment=Qt.AlignmentFlag.AlignTop)
        export = button(texts, N_("E&xport as calendar…"), self._export.ask, icon="calendar-clock")
        for tool in (self._group, self._done, export):
            tools.addWidget(tool)
        head.addLayout(tools, 1)
        hint = N_(
            "Deadlines and tasks of all cases show here by themselves: what is due, breached, unproven or coming."
        )
        self._pages.addWidget(EmptyState("circle-check", N_("Nothing presses"), hint))
        halves = TodayHalves("today", self._desk.settings, self._table, self._sheet, shares=(3, 1))
        self._pages.addWidget(halves)
        layout = column(self, margin=4, gap=3)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def _reread(self, touched: Touched) -> None:
        self._outlook.forget(touched)
        if self.isVisible():
            self._outlook.read()

    def _look(self) -> None:
        """The time has moved on: something may be due by now."""
        if self.isVisible():
            self._outlook.read()

    def _show(self, agenda: Agenda) -> None:
        self._agenda = agenda
        self._pages.setCurrentIndex(int(bool(agenda.entries)))
        self._sheet.show_text(partial(_glance, agenda), is_same=True)
        self._sift()

    def _sift(self, _group: object = None) -> None:
        wanted, entries = self._group.value(), self._agenda.entries
        self._model.show_all([entry for entry in entries if entry.group == wanted] if wanted else entries)
        self.counted.emit(self.count_words())

    def _follow(self, _verb: str, group: str) -> None:
        """Show one group only."""
        self._group.choose(group)
        self._sift()
        self._table.setFocus()

    def _open(self, name: str) -> None:
        place = self._model.place_of(name)
        if place is None:
            return
        entry = self._model.row(place)
        if entry.line:
            self.record_chosen.emit(entry.case.id, Kind.DEADLINE, entry.line.id)
        else:
            self.record_chosen.emit(entry.case.id, Kind.CASE, entry.case.id)

    def _open_selected(self) -> None:
        for name in self._table.selected_ids()[:1]:
            self._open(name)

    def _finish(self) -> None:
        for place in map(self._model.place_of, self._table.selected_ids()[:1]):
            if place is not None:
                finish(self._desk, self, self._model.row(place))

    def _situate(self, ids: list[str]) -> None:
        self._done.setEnabled(len(ids) == 1)
        actions = self._desk.actions
        if self.isVisible():
            actions.situate(replace(actions.situation, selected=len(ids)))


def _columns() -> tuple[Column[Entry], ...]:
    return (
        Column("due", N_("Due"), _due, 17, order=_due_rank),
        Column(STATUS, N_("Why"), _why, 19, order=_rank),
        Column("title", N_("Title"), _title, 30),
        Column("person", N_("Person"), _person, 12),
        Column("case", N_("Case"), _case, 10),
        Column("verified", N_("Rule"), _verified, 11),
        Column("certainty", N_("Certainty"), _certainty, 10, is_spare=True),
    )


def _identify(entry: Entry) -> str:
    return entry.id


def _mark(entry: Entry) -> tuple[str, str]:
    return lines.mark(entry.line) if entry.line else _TASK_MARK


def _why(entry: Entry) -> str:
    return _(NAMES[entry.group])


def _rank(entry: Entry) -> tuple[int, bool, int]:
    return entry.rank


def _due(entry: Entry) -> str:
    if entry.line:
        return lines.due(entry.line)
    return times.told_short(entry.task.due) if entry.task else ""


def _due_rank(entry: Entry) -> tuple[bool, int]:
    return entry.due is None, entry.due or 0


def _title(entry: Entry) -> str:
    if entry.line:
        return lines.title(entry.line)
    return entry.task.title if entry.task else ""


def _person(entry: Entry) -> str:
    if entry.line:
        return lines.person(entry.line)
    return (entry.task.assignee or "") if entry.task else ""


def _case(entry: Entry) -> str:
    return entry.case.ref


def _verified(entry: Entry) -> str:
    return lines.verified(entry.line) if entry.line else ""


def _certainty(entry: Entry) -> str:
    return lines.certainty(entry.line) if entry.line else ""


def _group_words(group: str) -> str:
    return _(NAMES[Group(group)]) if group else _("Everything")


def _glance(agenda: Agenda) -> Markup:
    """How much there is of each group, and what comes, by type with the first of it."""
    told = ((group, labels.joined((_(NAMES[group]), str(count)))) for group, count in agenda.counts)
    groups = [markup.link("group", group, words) for group, words in told]
    coming = markup.points(_coming(agenda.coming))
    heading = markup.heading(_("Coming, by type")) if coming else markup.NOTHING
    return Markup(markup.heading(_("At a glance")) + markup.points(groups) + heading + coming)


def _coming(by_rule: Sequence[Sequence[Entry]]) -> Iterator[Markup]:
    """Rules of one name, one for each gravity or decider, are one type."""
    by_type: dict[str, list[Entry]] = defaultdict(list)
    for entries in by_rule:
        by_type[_title(entries[0])].extend(entries)
    for title, found in by_type.items():
        first = min(found, key=_due_rank)
        told = ngettext("{count}, due {day}", "{count}, the first due {day}", len(found))
        day = lines.due(first.line) if first.line else ""
        yield markup.joined([markup.plain(title), markup.quiet(told.format(count=len(found), day=day))])
