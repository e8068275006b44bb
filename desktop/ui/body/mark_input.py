"""The input for a place on a body chart: shows it in words; the chart beside the form sets it."""

from typing import Any

from PySide6.QtCore import Signal

from desktop.i18n import N_, _
from desktop.logic.body import spot_at
from desktop.ui import labels
from desktop.ui.body.words import told_spot
from desktop.ui.inputs.input import Input
from desktop.ui.language import Texts
from desktop.ui.widgets.button import button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout import label
from resources.body import charts

Place = tuple[str | None, float | None, float | None]  # chart, then x and y from 0 to 1
NOWHERE: Place = (None, None, None)


class MarkInput(Input):
    """``moved`` is told whenever the place is another, also when it is filled in."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._place: Place = NOWHERE
        self._texts = Texts(self)
        self._words = label(wraps=False)
        self._off = button(self._texts, N_("Take the mark off the chart"), self._take_off, role="link")
        flow = FlowLayout(self)
        flow.addWidget(self._words)
        flow.addWidget(self._off)
        self.setFocusProxy(self._off)
        self._texts.put(self._words.setText, self._told)
        self._off.hide()

    def value(self) -> Place:
        """Chart, x and y; all nothing where there is no mark."""
        return self._place

    def fill(self, value: Any) -> None:
        """Show a place."""
        chart, x, y = value or NOWHERE
        is_whole = chart in charts() and x is not None and y is not None
        self._place = (chart, x, y) if is_whole else (chart, None, None)
        self._off.setVisible(is_whole)
        self._texts.speak()
        self.moved.emit()

    def place(self, chart: str, x: float, y: float) -> None:
        """Put the mark somewhere else."""
        self.fill((chart, round(x, 4), round(y, 4)))
        self.changed.emit()

    def _take_off(self) -> None:
        self.fill(NOWHERE)
        self.changed.emit()

    def _told(self) -> str:
        chart, x, y = self._place
        if chart is None or x is None or y is None:
            return _("none yet")
        return labels.joined([labels.term("body-charts", chart), told_spot(spot_at(charts()[chart], x, y))])
