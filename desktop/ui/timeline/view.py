"""The events of a case drawn in time: read when first shown, narrowed as the list is, read again when they change."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.queries.timeline import Filter, Stroke
from db.rows import PersonRow, PlaceRow
from desktop.i18n import N_, _, ngettext
from desktop.ui import labels
from desktop.ui.desk import Desk
from desktop.ui.language import speech
from desktop.ui.timeline.both_sources import open_sources
from desktop.ui.timeline.drawing import Drawing
from desktop.ui.timeline.feeding import Read, read_marks
from desktop.ui.timeline.reading import Batch, Reader, Setting
from desktop.ui.timeline.wording import name_lanes
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.layout import column

MOST_MARKED = 10_000  # events of a case whose clocks and conflicts are drawn


class TimelineView(QWidget):
    """``chosen`` and ``opened`` carry the id of an event."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__()
        self.drawing = Drawing()
        self.canvas = self.drawing.canvas
        self.setting: Setting | None = None
        self.persons: dict[str, PersonRow] = {}  # of the events, by id
        self._places: dict[str, PlaceRow] = {}
        self._wanted = Filter()
        self._desk, self._case_id = desk, case_id
        self._reader = Reader(desk, case_id, self)
        self._kept: list[Stroke] | None = None  # what came so far, while an older drawing is still shown
        self._is_fresh, self._undated, self._sought = False, 0, ""
        self._is_whole = False
        self._then: Callable[[], object] = _nothing
        self._pages = QStackedWidget()
        empty = EmptyState(
            "clock", N_("No event has a date"), N_("The events are in the list. Give one a time to see it here.")
        )
        for page in (self.drawing, empty):
            self._pages.addWidget(page)
        column(self).addWidget(self._pages)
        self.setFocusProxy(self.canvas)
        self._connect()

    def want(self, wanted: Filter) -> None:
        """Draw only these events."""
        self._wanted = wanted
        self.reload()

    def reload(self) -> None:
        """Read again: now if it can be seen, else when it is shown."""
        self._is_fresh = self.isVisible()
        self._is_whole = False
        if self._is_fresh:
            self._kept = [] if len(self.canvas.board.events) else None
            self._reader.read(self._wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is to be drawn, unless it is here."""
        super().showEvent(event)
        if not self._is_fresh:
            self.reload()

    def stand_on(self, event: str) -> None:
        """Choose an event without telling so; as soon as it is read if it is not."""
        self._sought = "" if self.canvas.board.events.place_of(event) is not None else event
        self.canvas.stand_on(event)

    def call_when_read(self, then: Callable[[], object]) -> None:
        """Call back when all is drawn: now if it is."""
        if self._is_fresh and self._is_whole:
            then()
        else:
            self._then = then

    def chosen_ids(self) -> list[str]:
        """The id of the event that is chosen, if any."""
        board = self.canvas.board
        return [board.events.ids[board.focus]] if board.focus is not None else []

    def _connect(self) -> None:
        self._reader.began.connect(self._begin)
        self._reader.came.connect(self._take)
        self._reader.ended.connect(self._end)
        self.canvas.chosen.connect(self.chosen)
        self.canvas.opened.connect(self.opened)
        self.canvas.confronted.connect(partial(open_sources, self._desk, self))
        self.drawing.grouped.connect(self._name)
        speech().changed.connect(self._name)
        speech().changed.connect(self._mark)

    def _begin(self, setting: Setting) -> None:
        self.setting = setting
        self.canvas.board.zone = setting.zone()
        self.canvas.board.today = int(self._desk.vault.clock().timestamp())
        self._name()

    def _take(self, batch: Batch) -> None:
        self.persons |= {row.id: row for row in batch.persons}
        self._places |= {row.id: row for row in batch.places}
        if self._kept is None:
            name_lanes(self.canvas.board, self.persons.values(), self._places.values())
            self.canvas.take(batch.strokes)
        else:
            self._kept.extend(batch.strokes)

    def _end(self, undated: int) -> None:
        if self._kept is not None:
            self.canvas.renew(self._kept)
            self._kept = None
        self._undated = undated
        self._pages.setCurrentIndex(0 if len(self.canvas.board.events) else 1)
        self._name()
        if self._sought:
            self.stand_on(self._sought)
            self._sought = ""
        self._is_whole, then, self._then = True, self._then, _nothing
        self._mark()
        then()

    def _mark(self) -> None:
        """Read clocks and conflicts, where there are not too many events to look for them while somebody waits."""
        if 0 < len(self.canvas.board.events) <= MOST_MARKED:
            as_of = int(self._desk.vault.clock().timestamp())
            desk = self._desk
            query = partial(read_marks, self._case_id, as_of, reckonings=desk.reckonings, conflicts=desk.conflicts)
            desk.read(self, query, self._show_marks)

    def _show_marks(self, read: Read) -> None:
        self.canvas.board.mark(read.clocks, read.clashes)
        self.canvas.update()

    def _name(self) -> None:
        """Say everything in the language of the window."""
        name_lanes(self.canvas.board, self.persons.values(), self._places.values())
        self.drawing.remark.setText(remark(self._undated, is_marked=len(self.canvas.board.events) <= MOST_MARKED))
        self.canvas.rearrange()


def remark(undated: int, *, is_marked: bool) -> str:
    """What the drawing leaves out, in words."""
    text = ngettext(
        "{count} event without a date is only in the list",
        "{count} events without a date are only in the list",
        undated,
    ).format(count=undated)
    unmarked = "" if is_marked else _("Too many events to draw clocks and conflicts")
    return labels.joined([text if undated else "", unmarked])


def _nothing() -> None:
    """Nobody waits."""
