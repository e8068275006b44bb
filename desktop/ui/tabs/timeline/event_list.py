"""The list of events: narrowed by its filter, read as one scrolls, sorted by time or any column."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.queries import timeline
from db.queries.timeline import Filter, TimelineLine
from db.vault import Session
from desktop.i18n import N_, ngettext
from desktop.operations import Touched
from desktop.ui.building import Stages
from desktop.ui.desk import Desk
from desktop.ui.tabs.timeline.filter_bar import FilterBar
from desktop.ui.tabs.timeline.lines import TimelineModel
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.table import Table


class EventList(QWidget):
    """``selected`` carries the ids of the selection, ``opened`` one id, ``counted`` how many there are, in words."""

    selected = Signal(list)
    opened = Signal(str)
    counted = Signal(str)
    new_asked = Signal()

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__()
        self._desk, self._case_id = desk, case_id
        self._counts = (0, 0)
        self._sought = ""
        self.bar = FilterBar(desk, case_id)
        self._model = TimelineModel(desk.vault, desk.tasks, case_id, self)
        self.ways = QStackedWidget()  # of showing what there is: this list, and what others put beside it
        self._pages = QStackedWidget()
        layout = column(self, gap=2)
        layout.addWidget(self.bar)
        layout.addWidget(self._pages, 1)

    def build(self) -> Stages:
        """The filter, then the list and what stands in its place while it is empty."""
        yield from self.bar.build()
        self._pages.addWidget(self.ways)
        self.table: Table[TimelineLine] = Table("timeline", N_("Events"), self._model, self._desk.settings)
        self.ways.addWidget(self.table)
        self._add_empty()
        self.bar.narrowed.connect(self._narrow)
        self.table.selected.connect(self.selected)
        self.table.opened.connect(self.opened)
        self._model.loaded.connect(self._settle)
        self._model.failed.connect(self._desk.report.tell)
        self._count()
        yield

    def reload(self, touched: Touched) -> None:
        """Read again what is shown."""
        self.bar.refresh(touched)
        self._model.reload()
        self._count()

    def seek(self, event_id: str) -> None:
        """Select an event, reading on until it is there; what hides it is taken off the filter."""
        self._sought = event_id
        if self._model.place_of(event_id) is None and self.bar.wanted != Filter():
            self.bar.clear()
        else:
            self._settle()

    def count_words(self) -> str:
        """How many events are shown, and of how many."""
        shown, whole = self._counts
        if shown == whole:
            return ngettext("{count} event", "{count} events", whole).format(count=whole)
        return ngettext("{shown} of {count} event", "{shown} of {count} events", whole).format(shown=shown, count=whole)

    def _add_empty(self) -> None:
        empty = EmptyState(
            "clock",
            N_("No events yet"),
            N_("Everything that happened goes here: detention, hearing, petition, answer. Type one in the line above."),
            step=N_("Record the first event…"),
        )
        empty.asked.connect(self.new_asked)
        none = EmptyState(
            "filter", N_("No event matches"), N_("The filter leaves nothing over."), step=N_("Clear filters")
        )
        none.asked.connect(self.bar.clear)
        for page in (empty, none):
            self._pages.addWidget(page)

    def _narrow(self, wanted: Filter) -> None:
        self._model.narrow(wanted)
        self._count()

    def _count(self) -> None:
        self._desk.read(self, partial(_counts, self._case_id, self.bar.wanted), self._show_counts)

    def _show_counts(self, counts: tuple[int, int]) -> None:
        self._counts = counts
        self.counted.emit(self.count_words())

    def _settle(self) -> None:
        """After a read: show the list or why it is empty, go on looking for the event that is sought."""
        is_empty = self._model.rowCount() == 0
        self._pages.setCurrentIndex(0 if not is_empty else 2 if self.bar.wanted != Filter() else 1)
        if self._sought:
            self._seek_on()
        elif not is_empty and not self.table.selected_ids():
            self.table.select([self._model.id_at(0)])

    def _seek_on(self) -> None:
        if self._model.place_of(self._sought) is not None:
            self.table.select([self._sought])
            self._sought = ""
        elif self._model.canFetchMore():
            self._model.fetchMore()


def _counts(case_id: str, wanted: Filter, session: Session) -> tuple[int, int]:
    whole = timeline.count(session, case_id)
    return (whole if wanted == Filter() else timeline.count(session, case_id, wanted)), whole
