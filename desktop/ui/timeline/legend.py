"""What the marks of a drawing on paper mean: only those that are there, and as of when its time limits stand."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.i18n import N_, _
from desktop.ui import labels, times
from desktop.ui.timeline.clock_rows import Runs
from desktop.ui.timeline.furniture import LEFT
from desktop.ui.timeline.ink import Ink
from desktop.ui.timeline.marks import ORDER, Certainty, ClockStatus
from desktop.ui.timeline.overlay import paint_run, paint_triangle
from desktop.ui.timeline.scene import Scene
from desktop.ui.timeline.signs import paint_signs

LINES = 2  # rows of the legend
CLOCK_WORDS = {
    ClockStatus.MET: N_("Time limit kept"),
    ClockStatus.OPEN: N_("Time limit running"),
    ClockStatus.DUE: N_("Time limit ending soon"),
    ClockStatus.UNPROVEN: N_("Nobody can show that the time limit was kept"),
    ClockStatus.BREACHED: N_("Time limit broken"),
}
CLASH_WORDS = {
    Certainty.CERTAIN: N_("Cannot both be true"),
    Certainty.POSSIBLE: N_("Perhaps not both true"),
}
Sign = Callable[[QRectF], object]


class Legend:
    """Stands below the drawing, ``width`` wide."""

    def __init__(self, painter: QPainter, scene: Scene, ink: Ink, width: float) -> None:
        self._painter, self._scene, self._ink, self._width = painter, scene, ink, width

    def paint(self, zone: str, as_of: int | None) -> None:
        """Paint it row by row; the limits stand as of a moment (Unix seconds)."""
        measures = self._scene.measures
        x, y = measures.quarter * 2, measures.quarter
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for sign, words in [*self._entries(), *self._remarks(zone, as_of)]:
            wide = (measures.mark * 2.5 if sign else 0) + measures.width(words)
            if x + wide > self._width and x > measures.quarter * 2:
                x, y = measures.quarter * 2, y + measures.line * 1.2
            if sign:
                sign(QRectF(x, y + (measures.line - measures.mark) / 2, measures.mark * 2, measures.mark))
            room = QRectF(x + (measures.mark * 2.5 if sign else 0), y, measures.width(words) * 1.1, measures.line)
            self._painter.setPen(self._ink.colour("text"))
            self._painter.drawText(room, LEFT, words)
            x += wide + measures.quarter * 5

    def _entries(self) -> Iterator[tuple[Sign, str]]:
        scene = self._scene
        shown = {scene.events.standings[item.found.place] for item in scene.page.items if item.parts is not None}
        for standing in sorted(shown - {""}):
            yield partial(self._standing, standing), labels.term("standings", standing)
        yield self._hatching, _("Some time within")
        running = {clock.status for clock, _lane in scene.marks.clocks}
        for status in ORDER:
            if status in running:
                yield partial(self._clock, status), _(CLOCK_WORDS[status])
        for certainty in Certainty:
            if any(clash.certainty is certainty for clash, _first, _second in scene.marks.clashes):
                yield partial(self._clash, certainty), _(CLASH_WORDS[certainty])

    def _remarks(self, zone: str, as_of: int | None) -> Iterator[tuple[None, str]]:
        clocks = [clock for clock, _lane in self._scene.marks.clocks]
        if clocks and as_of is not None:
            yield None, _("Time limits as of {day}").format(day=times.day(as_of, zone))
        if not all(clock.is_verified for clock in clocks):
            yield None, _("Some of the rules of law behind them are not verified by a lawyer")

    def _standing(self, standing: str, box: QRectF) -> None:
        spot = QPointF(box.right() - box.height() / 2, box.center().y())
        paint_signs(self._painter, self._ink, standing, [spot], box.height())

    def _hatching(self, box: QRectF) -> None:
        self._painter.fillRect(box, self._ink.hatch("accent"))

    def _clock(self, status: ClockStatus, box: QRectF) -> None:
        scale, line = self._scene.scale, box.center().y()
        run = (scale.moment(box.left()), scale.moment(box.right()))
        paint_run(self._painter, self._scene, self._ink, status, line, Runs([run], [], [run[1]]))

    def _clash(self, certainty: Certainty, box: QRectF) -> None:
        side = box.height() * 1.3
        spot = QRectF(box.right() - side, box.center().y() - side / 2, side, side)
        paint_triangle(self._painter, self._ink, certainty, spot, self._scene.measures.quarter * 0.3)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
