"""The timeline of a case, listed or drawn, with the chosen event beside it."""

from functools import partial

from db.queries.timeline import Filter
from db.types import Kind
from desktop.operations import Touched
from desktop.operations.events import move_event
from desktop.operations.trash import trash_record
from desktop.ui.building import Stages
from desktop.ui.case_window.tab import Tab
from desktop.ui.dialogs.editors.draft import EventDraft
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.dialogs.editors.several import bind_several
from desktop.ui.records.steps import copy_rows, tell_moved, tell_trashed
from desktop.ui.refresh import concerns
from desktop.ui.tabs.timeline.event_pane import EventPane
from desktop.ui.tabs.timeline.quick_entry import QuickEntry
from desktop.ui.tabs.timeline.ways import EventWays
from desktop.ui.timeline.export import export_pdf, export_svg
from desktop.ui.widgets.layout import column, row
from desktop.ui.widgets.splitter import RememberedSplitter

SHOWN = frozenset((
    Kind.EVENT, Kind.PARTICIPATION, Kind.EVENT_LINK, Kind.CITATION, Kind.DOCUMENT, Kind.PERSON, Kind.ORGANISATION,
    Kind.TASK, Kind.NOTE,
    Kind.PLACE, Kind.INJURY, Kind.VIEW, Kind.DEADLINE, Kind.RULE, Kind.CALENDAR_DAY, Kind.CONFLICT,
))  # fmt: skip
QUICK = "quick"
WISHES = {  # another tab may send the user here with
    "unsourced": Filter(is_unsourced=True),
    "disputed": Filter(standings=("disputed-by-us", "disputed-by-them")),
}


class TimelineTab(Tab):
    """Quick entry, filter and list at the left, the event at the right."""

    def build(self) -> Stages:
        """The line above, the ways of showing the events below it, the chosen event beside them."""
        desk, case_id = self.desk, self.case_id
        layout = column(self, gap=2)
        above = row(gap=2)
        layout.addLayout(above)
        self._quick, self._ways = QuickEntry(desk, case_id), EventWays(desk, case_id)
        above.addWidget(self._quick, 1)
        above.addWidget(self._ways.switch)
        halves = RememberedSplitter("timeline", desk.settings, self._ways, shares=(13, 7))
        layout.addWidget(halves, 1)
        yield
        yield from self._ways.build()
        self._list = self._ways.list
        self._pane = EventPane(desk, case_id, self._trash)
        halves.put(self._pane)
        yield
        self._quick.drafted.connect(self._record)
        self._list.new_asked.connect(self._quick.ask)
        self._ways.selected.connect(self._select)
        self._ways.opened.connect(partial(_open, self))
        self._list.counted.connect(self.counted)
        self._pane.record_asked.connect(self._follow)
        self._bind()
        self._select(self._ways.selected_ids())  # the list may have been read meanwhile

    def refresh(self, touched: Touched) -> None:
        """Read list and event again when something they show changed."""
        if concerns(touched, SHOWN, self.case_id):
            self._ways.reload(touched)
            self._pane.refresh()

    def enter(self) -> None:
        """Start with the events."""
        self._ways.enter()
        self.situate(len(self._ways.selected_ids()))

    def show_record(self, kind: Kind, record: str) -> None:
        """Show an event."""
        self._ways.seek(record)
        self._pane.show_id(record)

    def begin(self, wish: str) -> None:
        """Show the events without a source, or those that are disputed; or type a new one."""
        if wish == QUICK:
            self._quick.setFocus()
        elif wish in WISHES:
            self._list.bar.want(WISHES[wish])

    def count_words(self) -> str:
        """How many events are shown."""
        return self._list.count_words()

    def _bind(self) -> None:
        actions = self.desk.actions
        actions.bind("list.add", self, self._quick.ask)
        actions.bind("list.edit", self, self._pane.edit)
        actions.bind("list.open", self, self._pane.edit)
        bind_several(self.desk, self, Kind.EVENT, self.case_id, self._ways.selected_ids)
        actions.bind("list.delete", self, self._trash)
        actions.bind("list.copy", self._list.table, partial(copy_rows, self.desk, self._list.table))
        actions.bind("list.find", self, self._list.bar.search.setFocus)
        actions.bind("event.link", self, self._pane.link)
        actions.bind("event.cite", self, self._pane.cite)
        actions.bind("event.earlier", self, partial(_move, self, self._ways, -1))
        actions.bind("event.later", self, partial(_move, self, self._ways, 1))
        actions.bind("timeline.switch", self, self._ways.switch_over)
        actions.bind("timeline.export-pdf", self, partial(self._ways.export, export_pdf))
        actions.bind("timeline.export-svg", self, partial(self._ways.export, export_svg))

    def _select(self, ids: list[str]) -> None:
        self.situate(len(ids))
        if ids:
            self._pane.show_id(ids[0])

    def _record(self, draft: EventDraft) -> None:
        Editors(self.desk, self.window()).open_event(self.case_id, draft=draft, then=self._saved)

    def _saved(self, event_id: str) -> None:
        self._quick.clear()
        self.show_record(Kind.EVENT, event_id)

    def _trash(self) -> None:
        for event in self._ways.selected_ids():
            verb = work(trash_record, self.desk.vault, Kind.EVENT, event, case_id=self.case_id)
            self.desk.perform(self, verb, partial(tell_trashed, self.desk))

    def _follow(self, kind: Kind, record: str) -> None:
        if kind is Kind.EVENT:
            self.show_record(kind, record)
        else:
            self.record_asked.emit(kind, record)


def _open(tab: TimelineTab, event_id: str) -> None:
    Editors(tab.desk, tab.window()).open_event(tab.case_id, event_id)


def _move(tab: TimelineTab, ways: EventWays, step: int) -> None:
    for event in ways.selected_ids()[:1]:
        tab.desk.perform(tab, work(move_event, tab.desk.vault, event, step), partial(tell_moved, tab.desk))
