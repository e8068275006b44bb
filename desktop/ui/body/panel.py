"""The eight charts, one shown at a time, with what lies under the cross in words below."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.i18n import N_, _
from desktop.ui import labels
from desktop.ui.body.chart import BodyChart
from desktop.ui.body.marks import Mark
from desktop.ui.language import Texts, speech
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout import column, label
from resources.body import charts


class ChartPanel(QWidget):
    """``placed`` carries chart, x and y; ``chosen`` the id of a mark."""

    placed = Signal(str, float, float)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._marks: Mapping[str, Sequence[Mark]] = {}
        self._spot = ""
        self.buttons = {name: QPushButton() for name in charts()}
        self.chart = BodyChart()
        self._words = label("hint")
        self._build()
        self.chart.placed.connect(self._place)
        self.chart.chosen.connect(self.chosen)
        self.chart.pointed.connect(self._point)
        speech().changed.connect(self._title)
        self._title()

    def shown(self) -> str:
        """Which chart is in view."""
        return self.chart.chart.id

    def show_chart(self, chart: str) -> None:
        """Bring a chart into view."""
        if chart in self.buttons:
            self.buttons[chart].setChecked(True)

    def show_marks(self, marks: Mapping[str, Sequence[Mark]]) -> None:
        """Show these marks, by their charts; each chart tells how many it has."""
        self._marks = marks
        self._title()
        self.chart.show_marks(marks.get(self.shown(), ()))

    def _build(self) -> None:
        bar = QWidget()
        Texts(self).put(bar.setAccessibleName, N_("Charts of the body"))
        flow = FlowLayout(bar)
        for name, made in self.buttons.items():
            made.setCheckable(True)
            made.setAutoExclusive(True)  # the arrow keys go from one to the next
            made.setAutoDefault(False)
            made.setChecked(name == self.shown())
            made.toggled.connect(partial(self._turn, name))
            flow.addWidget(made)
        layout = column(self, gap=2)
        layout.addWidget(bar)
        layout.addWidget(self.chart, 1)
        layout.addWidget(self._words)

    def _title(self) -> None:
        for name, made in self.buttons.items():
            count = len([mark for mark in self._marks.get(name, ()) if not mark.is_faint])
            words = labels.term("body-charts", name)
            made.setText(f"{words} ({count})" if count else words)
        self._point(self._spot)

    def _turn(self, name: str, is_shown: bool) -> None:
        if is_shown:
            self.chart.show_chart(name)
            self.chart.show_marks(self._marks.get(name, ()))

    def _place(self, x: float, y: float) -> None:
        self.placed.emit(self.shown(), x, y)

    def _point(self, words: str) -> None:
        self._spot = words
        hint = _("Click on the chart, or move the cross with the arrow keys and press Enter.")
        self._words.setText(f"{words[:1].upper()}{words[1:]}. {hint}" if self.chart.hasFocus() and words else hint)
