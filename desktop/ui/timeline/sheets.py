"""The view on paper: the same stretch of time, all its lanes, as many sheets as they need."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPaintDevice, QPainter

from desktop.i18n import _
from desktop.logic import when
from desktop.logic.when.zones import local_clock
from desktop.ui import labels, theme, times
from desktop.ui.timeline.board import Board
from desktop.ui.timeline.canvas import paint_scene
from desktop.ui.timeline.furniture import LEFT, RIGHT
from desktop.ui.timeline.ink import Ink
from desktop.ui.timeline.lanes import Lane, shares
from desktop.ui.timeline.legend import LINES, Legend
from desktop.ui.timeline.measures import Measures
from desktop.ui.timeline.outgoing import Outgoing
from desktop.ui.timeline.page import Typesetter
from desktop.ui.timeline.scale import Scale
from desktop.ui.timeline.scene import Scene
from desktop.ui.timeline.stack import tops_of
from desktop.ui.timeline.ticks import axis

FACE_POINTS = 8.0
HEAD_LINES, FOOT_LINES = 2.0, LINES * 1.2 + 0.6  # above and below the drawing


class Sheets:
    """``width`` and ``height`` are those of one sheet within its margins, in pixels of the device."""

    def __init__(self, board: Board, outgoing: Outgoing, device: QPaintDevice, width: float, height: float) -> None:
        font = QFont(theme.FAMILY)
        font.setPointSizeF(FACE_POINTS)
        self.measures = Measures(font, device)
        self._board, self._outgoing = board, outgoing
        self._width, self._room = width, width - self.measures.names
        self._scale = Scale(board.scale.start, board.scale.pace * board.width / self._room)
        self._lanes = board.stack.within(board.scale.start, board.scale.moment(board.width))
        self._height = height - self._furniture()

    def whole_height(self) -> float:
        """How tall one sheet with everything would be."""
        rows = [lane.rows() for lane in self._lanes]
        return tops_of(rows, self.measures)[-1] + self._furniture()

    def scenes(self) -> Iterator[Scene]:
        """The drawing of each sheet; a single one uses all of its height."""
        sheets = self._split()
        for lanes in sheets:
            least = sum(lane.rows() for lane in lanes)
            spare = self._height - tops_of([lane.rows() for lane in lanes], self.measures)[-1]
            rows = shares(lanes, least + (max(int(spare / self.measures.row), 0) if len(sheets) == 1 else 0))
            yield self._scene(lanes, rows)

    def paint(self, painter: QPainter, scene: Scene, number: int, count: int) -> None:
        """One sheet: what it shows above, the drawing, what the marks mean below."""
        measures, ink = self.measures, Ink(theme.LIGHT)
        painter.setFont(measures.font)
        head = QRectF(0, 0, self._width, measures.line * HEAD_LINES)
        painter.setPen(ink.colour("text"))
        painter.drawText(head, LEFT, labels.joined([self._outgoing.reference(), self._period()]))
        painter.setPen(ink.colour("muted"))
        painter.drawText(head, RIGHT, _("Sheet {number} of {count}").format(number=number, count=count))
        painter.translate(0, head.height())
        paint_scene(painter, scene, ink)
        painter.translate(0, measures.axis + scene.height)
        Legend(painter, scene, ink, self._width).paint(self._board.zone, self._board.today)
        painter.translate(0, -measures.axis - scene.height - head.height())

    def _furniture(self) -> float:
        return self.measures.axis + self.measures.line * (HEAD_LINES + FOOT_LINES)

    def _split(self) -> list[list[Lane]]:
        """The lanes of each sheet: as many as find room, and never none."""
        sheets: list[list[Lane]] = [[]]
        left = self._height
        for lane in self._lanes:
            tall = self.measures.lane(lane.rows())
            if tall > left and sheets[-1]:
                sheets.append([])
                left = self._height
            sheets[-1].append(lane)
            left -= tall
        return sheets

    def _scene(self, lanes: Sequence[Lane], rows: Sequence[int]) -> Scene:
        board, tops = self._board, tops_of(rows, self.measures)
        label = partial(self._outgoing.title, board.events)
        everything = range(len(lanes))
        page = Typesetter(board.events, self.measures, label).page(lanes, rows, everything, self._scale, self._room)
        return Scene(
            board.events, self.measures, lanes, rows, tops, self._scale, self._room, tops[-1], page,
            axis(self._scale, self._room, self.measures.letter, board.zone), self._outgoing.lane,
            partial(board.stack.keys_of, board.events), board.marked(lanes),
        )  # fmt: skip

    def _period(self) -> str:
        first, last = (local_clock(int(self._scale.moment(x)), self._board.zone) for x in (0, self._room))
        return times.told(when.parse(f"{first:%Y-%m-%d}/{last:%Y-%m-%d}", self._board.zone))
