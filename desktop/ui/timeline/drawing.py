"""The canvas with what moves it: the choice of lanes, zoom buttons, the scroll bar, and all of time in a strip."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from desktop.i18n import N_
from desktop.ui.language import Texts
from desktop.ui.timeline.canvas import Canvas
from desktop.ui.timeline.gestures import Gestures
from desktop.ui.timeline.keys import ZOOM
from desktop.ui.timeline.lanes import Grouping
from desktop.ui.timeline.overview import Overview
from desktop.ui.times import FALLBACK_ZONE
from desktop.ui.widgets.button import tool
from desktop.ui.widgets.layout import column, label, row
from desktop.ui.widgets.segments import Segments

LEAST_LINES = 12.0  # of text: in less height there is no strip of all time
GROUPINGS = (Grouping.PERSON, Grouping.PLACE, Grouping.KIND)


class Drawing(QWidget):
    """``grouped`` tells that the lanes are others now."""

    grouped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.canvas = Canvas(FALLBACK_ZONE)
        self.remark = label("hint", wraps=False)
        self.overview = Overview(self.canvas.board)
        self._grouping = Segments(
            N_("Lanes"), ((N_("By person"), "users"), (N_("By place"), "map-pin"), (N_("By kind"), "tag"))
        )
        self._bar = QScrollBar(Qt.Orientation.Vertical)
        self._build()
        Gestures(self.canvas)
        self._grouping.chosen.connect(self._group)
        self._bar.valueChanged.connect(self._scroll)
        self.canvas.moved.connect(self._follow)
        self.overview.moved.connect(self.canvas.update)
        self.setFocusProxy(self.canvas)

    def _build(self) -> None:
        texts = Texts(self)
        above = row(gap=1)
        above.addWidget(self._grouping)
        above.addStretch(1)
        above.addWidget(self.remark)
        for name, icon, pressed in (
            (N_("Farther"), "zoom-out", self._go_farther),
            (N_("Nearer"), "zoom-in", self._go_nearer),
            (N_("Show all of time"), "maximize", self.canvas.fit),
        ):
            above.addWidget(tool(texts, name, pressed, icon=icon))
        texts.put(self._bar.setAccessibleName, N_("Further lanes"))
        beside = row(gap=0)
        beside.addWidget(self.canvas, 1)
        beside.addWidget(self._bar)
        layout = column(self, gap=1)
        layout.addLayout(above)
        layout.addLayout(beside, 1)
        layout.addWidget(self.overview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the lanes have it all."""
        super().resizeEvent(event)
        self.overview.setVisible(event.size().height() >= self.canvas.board.measures.line * LEAST_LINES)

    def _group(self, place: int) -> None:
        self.canvas.group(GROUPINGS[place])
        self.grouped.emit()

    def _go_nearer(self) -> None:
        self.canvas.zoom(ZOOM)

    def _go_farther(self) -> None:
        self.canvas.zoom(1 / ZOOM)

    def _scroll(self, down: int) -> None:
        self.canvas.board.scroll_to(down)
        self.canvas.update()

    def _follow(self) -> None:
        """The scroll bar and the strip show what the canvas shows."""
        board = self.canvas.board
        deepest = round(max(board.stack.tall() - board.height, 0))
        self._bar.blockSignals(True)
        self._bar.setRange(0, deepest)
        self._bar.setPageStep(round(board.height))
        self._bar.setSingleStep(round(board.measures.row))
        self._bar.setValue(round(board.scroll))
        self._bar.setVisible(deepest > 0)
        self._bar.blockSignals(False)
        self.overview.update()
