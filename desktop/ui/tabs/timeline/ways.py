"""Two ways of showing the events of a case, as a list and drawn in time, with one filter and one selection."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtWidgets import QWidget

from db.queries.timeline import Filter
from desktop.i18n import N_
from desktop.operations import Touched
from desktop.ui.building import Stages
from desktop.ui.desk import Desk
from desktop.ui.tabs.timeline.event_list import EventList
from desktop.ui.timeline.view import TimelineView
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.segments import Segments

REMEMBERED, DRAWN = "timeline-way", b"drawn"


class EventWays(QWidget):
    """``selected`` carries the ids of the selection, ``opened`` one id; ``is_drawn`` says which way is shown."""

    selected = Signal(list)
    opened = Signal(str)

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__()
        self._desk, self._case_id, self._settings = desk, case_id, desk.settings
        self.list = EventList(desk, case_id)
        self._drawing: TimelineView | None = None  # made when it is first looked at
        self.is_drawn = False
        self.switch = Segments(N_("Way of showing"), ((N_("List"), "list"), (N_("Timeline"), "chart-gantt")))
        column(self).addWidget(self.list)

    @property
    def drawing(self) -> TimelineView:
        """The events drawn in time."""
        if self._drawing is None:
            made = self._drawing = TimelineView(self._desk, self._case_id)
            self.list.ways.addWidget(made)
            made.want(self.list.bar.wanted)
            self.list.bar.narrowed.connect(made.want)
            made.chosen.connect(self._choose)
            made.opened.connect(self.opened)
        return self._drawing

    def build(self) -> Stages:
        """The list; the drawing too where it was looked at last."""
        yield from self.list.build()
        self.list.bar.left.connect(self.enter)
        self.list.selected.connect(self._select_rows)
        self.list.opened.connect(self.opened)
        self.switch.chosen.connect(self._show_as)
        self.switch.setCurrentIndex(int(self._settings.shape(REMEMBERED) == QByteArray(DRAWN)))

    def reload(self, touched: Touched) -> None:
        """Read again what is shown."""
        self.list.reload(touched)
        if self._drawing is not None:
            self._drawing.reload()

    def switch_over(self) -> None:
        """Show the events the other way."""
        self.switch.setCurrentIndex(1 - self.switch.currentIndex())
        self.enter()

    def selected_ids(self) -> list[str]:
        """What is selected, as it is shown now."""
        return self.drawing.chosen_ids() if self.is_drawn else self.list.table.selected_ids()

    def enter(self) -> None:
        """Put the keyboard where the events are."""
        (self.drawing if self.is_drawn else self.list.table).setFocus()

    def seek(self, event_id: str) -> None:
        """Select an event; what hides it is taken off the filter."""
        if not self.is_drawn:
            self.list.seek(event_id)
            return
        self.drawing.stand_on(event_id)
        if not self.drawing.chosen_ids() and self.list.bar.wanted != Filter():
            self.list.bar.clear()

    def export(self, write: Callable[[Desk, TimelineView], object]) -> None:
        """Draw the events if they are not, and write the view to a file."""
        self.switch.setCurrentIndex(1)
        self.drawing.call_when_read(partial(write, self._desk, self.drawing))

    def _show_as(self, way: int) -> None:
        """Draw the events, or list them; what is chosen stays chosen, and the way is remembered."""
        chosen = self.selected_ids()
        self.is_drawn = way == 1
        self.list.ways.setCurrentWidget(self.drawing if self.is_drawn else self.list.table)
        self._settings.keep_shape(REMEMBERED, QByteArray(DRAWN if self.is_drawn else b""))
        if self.is_drawn:
            self.drawing.stand_on(chosen[0] if chosen else "")
        elif chosen and chosen[0] not in self.list.table.selected_ids():
            self.list.seek(chosen[0])

    def _choose(self, event_id: str) -> None:
        self.selected.emit([event_id])

    def _select_rows(self, ids: list[str]) -> None:
        """The list speaks for itself; behind the drawing it only says what is chosen where nothing is yet."""
        if not self.is_drawn:
            self.selected.emit(ids)
        elif ids and not self.drawing.chosen_ids():
            self.drawing.stand_on(ids[0])
            self.selected.emit(ids[:1])
