"""The drawing as a widget: paints what can be seen, and tells what is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from db.queries.timeline import Stroke
from desktop.i18n import N_
from desktop.ui import theme
from desktop.ui.language import Texts, speech
from desktop.ui.timeline.announcing import announce
from desktop.ui.timeline.board import Board
from desktop.ui.timeline.events import Events
from desktop.ui.timeline.furniture import paint_axis, paint_ground, paint_names, paint_today
from desktop.ui.timeline.ink import Ink
from desktop.ui.timeline.lanes import Grouping
from desktop.ui.timeline.measures import Measures
from desktop.ui.timeline.overlay import paint_clashes, paint_clocks
from desktop.ui.timeline.painting import paint_events, paint_focus
from desktop.ui.timeline.picture import Picture
from desktop.ui.timeline.scene import Scene
from desktop.ui.timeline.wording import titled, told

LEAST_LINES, USUAL_LINES = 8, 24  # how tall it is at least, and best


class Canvas(QWidget):
    """``chosen`` and ``opened`` carry an event's id, ``confronted`` a clash; ``moved``: another part is in view."""

    chosen = Signal(str)
    opened = Signal(str)
    confronted = Signal(object)
    moved = Signal()

    def __init__(self, zone: str) -> None:
        super().__init__()
        self.board = Board(Measures(self.font()), zone, titled)
        self._more = QTimer(self, interval=0)
        self._more.timeout.connect(self._settle)
        self._picture = Picture(self, self.board, (paint_lanes, paint_axis, paint_names))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        Texts(self).put(self.setAccessibleName, N_("Drawing of the events in time"))
        speech().changed.connect(self.rearrange)
        theme.worn().changed.connect(self.rearrange)

    def renew(self, strokes: Sequence[Stroke]) -> None:
        """Show these events instead of those before; what was chosen stays chosen if it is among them."""
        board = self.board
        chosen = board.events.ids[board.focus] if board.focus is not None else ""
        board.events, board.focus = Events(), None
        self.take(strokes)
        board.focus = board.events.place_of(chosen)
        self.group(board.stack.grouping)

    def take(self, strokes: Sequence[Stroke]) -> None:
        """More events, later than those before."""
        self.board.events.extend(strokes)
        self._settle()

    def group(self, grouping: Grouping) -> None:
        """Other lanes."""
        self.board.group(grouping)
        self._settle()

    def rearrange(self) -> None:
        """Lay out and paint anew: a name, the language or the look changed."""
        self.board.measures = Measures(self.font())
        self.board.resize(*_room(self))
        self.board.arrange()
        self._show()

    def stand_on(self, event: str) -> None:
        """Mark an event as chosen and bring it into view, without telling so."""
        place = self.board.events.place_of(event)
        self.board.focus = place
        if place is not None:
            self.board.reveal(place)
            announce(self, ". ".join(told(self.board, place)))
        self._show()

    def choose(self, place: int | None) -> None:
        """Choose the event at a place, bring it into view and tell so."""
        if place is not None:
            self.stand_on(self.board.events.ids[place])
            self.chosen.emit(self.board.events.ids[place])

    def open(self) -> None:
        """Ask for the chosen event to be opened."""
        if self.board.focus is not None:
            self.opened.emit(self.board.events.ids[self.board.focus])

    def zoom(self, factor: float, x: float | None = None) -> None:
        """``factor`` times as close round a place of the lanes' area; round the chosen event or the middle if none."""
        board = self.board
        if x is None:
            x = board.width / 2
            if board.focus is not None and 0 <= board.scale.x(board.events.reach(board.focus)[0]) <= board.width:
                x = board.scale.x(board.events.reach(board.focus)[0])
        board.look(board.scale.zoomed(factor, x))
        self._show()

    def pan(self, right: float, down: float = 0.0) -> None:
        """So many pixels later, and so many further down the lanes."""
        if right:
            self.board.look(self.board.scale.panned(round(right)))
        self.board.scroll_to(self.board.scroll + down)
        self._show()

    def fit(self) -> None:
        """Show all of time there is."""
        self.board.fit()
        self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what can be seen."""
        painter, ink = QPainter(self), Ink(theme.colours())
        self._picture.paint(painter, ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(ink.pen("accent" if self.hasFocus() else "line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lanes' area is what names and axis leave over."""
        super().resizeEvent(event)
        self.board.resize(*_room(self))
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Every length grows with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.rearrange()

    def sizeHint(self) -> QSize:
        """As tall as a page of a list."""
        return QSize(round(self.board.measures.names * 4), round(self.board.measures.line * USUAL_LINES))

    def minimumSizeHint(self) -> QSize:
        """Tall enough for the axis and two lanes."""
        return QSize(round(self.board.measures.names * 1.6), round(self.board.measures.line * LEAST_LINES))

    def _settle(self) -> None:
        """Put events into lanes, as many at once as nobody notices."""
        if self.board.stack.take(self.board.events):
            self._more.start()
        else:
            self._more.stop()
        self.board.arrange()
        self._show()

    def _show(self) -> None:
        self.update()
        self.moved.emit()


def _room(canvas: Canvas) -> tuple[float, float]:
    """How wide and tall the lanes' area is: what names and axis leave over."""
    measures = canvas.board.measures
    return canvas.width() - measures.names, canvas.height() - measures.axis


def paint_lanes(painter: QPainter, scene: Scene, ink: Ink) -> None:
    """The events in their lanes, over the ground and under what is marked."""
    paint_ground(painter, scene, ink)
    paint_today(painter, scene, ink)
    paint_clocks(painter, scene, ink)
    paint_events(painter, scene, ink)
    paint_clashes(painter, scene, ink)
    paint_focus(painter, scene, ink)


def paint_scene(painter: QPainter, scene: Scene, ink: Ink) -> None:
    """Names at the left, the calendar on top, the events in their lanes."""
    measures = scene.measures
    painter.setFont(measures.font)
    painter.save()
    painter.translate(measures.names, measures.axis)
    painter.setClipRect(scene.whole())
    paint_lanes(painter, scene, ink)
    painter.restore()
    painter.save()
    painter.translate(measures.names, 0)
    painter.setClipRect(QRectF(0, 0, scene.width, measures.axis))
    paint_axis(painter, scene, ink)
    painter.restore()
    painter.save()
    painter.translate(0, measures.axis)
    painter.setClipRect(QRectF(0, 0, measures.names, scene.height))
    paint_names(painter, scene, ink)
    painter.restore()
    painter.fillRect(QRectF(0, 0, measures.names, measures.axis), ink.colour("window"))
