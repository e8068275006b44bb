"""What can be done with issues and cells, and which columns are wanted."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.types import Bearing
from desktop.i18n import N_, _
from desktop.ui.language import Texts
from desktop.ui.tabs.issues.reading import Across
from desktop.ui.tabs.issues.steps import IssueSteps
from desktop.ui.widgets.button import button, tool
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout import column, label
from desktop.ui.widgets.measure import keep_width
from desktop.ui.widgets.search_field import SearchField

ACROSS = {
    Across.ALL: N_("All events and documents"),
    Across.USED: N_("Only what bears on an issue"),
    Across.CHOSEN: N_("Only what bears on the chosen issue"),
}
BEARINGS = {
    Bearing.SUPPORTS: (N_("Supports (S)"), "check"),
    Bearing.CONTRADICTS: (N_("Contradicts (C)"), "x"),
    Bearing.MENTIONS: (N_("Mentions (M)"), "message-square"),
}


class IssuesBar(QWidget):
    """``narrowed`` tells that other columns are wanted."""

    narrowed = Signal()

    def __init__(self, steps: IssueSteps) -> None:
        super().__init__()
        self._texts = Texts(self)
        self.search = SearchField(N_("Find in the titles across"))
        keep_width(self.search, 28)
        self.across = Choice(N_("Columns"), list(Across), _told)
        self._words = label("hint")
        layout = column(self, gap=2)
        layout.addLayout(self._steps(steps))
        layout.addWidget(self._words)
        self.across.chosen.connect(self._narrow)
        self.search.searched.connect(self._narrow)

    def _steps(self, steps: IssueSteps) -> FlowLayout:
        made = FlowLayout()
        texts = self._texts
        made.addWidget(button(texts, N_("Add an issue…"), steps.add, role="primary", icon="plus"))
        made.addWidget(button(texts, N_("Add ready-made issues…"), steps.ready, icon="list"))
        made.addWidget(tool(texts, N_("Edit the issue"), steps.edit, icon="pencil"))
        made.addWidget(tool(texts, N_("Move the issue up"), partial(steps.move, -1), icon="chevron-up"))
        made.addWidget(tool(texts, N_("Move the issue down"), partial(steps.move, 1), icon="chevron-down"))
        made.addWidget(tool(texts, N_("Move the issue to the trash"), steps.trash, icon="trash-2"))
        made.addWidget(self.across)
        made.addWidget(self.search)
        for bearing, (words, icon) in BEARINGS.items():
            made.addWidget(button(texts, words, partial(steps.bear, bearing.value), icon=icon))
        made.addWidget(button(texts, N_("Clear (Del)"), steps.clear, icon="unlink"))
        made.addWidget(button(texts, N_("Open (Enter)"), steps.open_target, icon="arrow-right"))
        return made

    def _narrow(self, _wanted: object) -> None:
        self.narrowed.emit()

    def tell(self, words: str) -> None:
        """Say what the current cell says."""
        self._words.setText(words)
        self._words.setVisible(bool(words))


def _told(across: Across) -> str:
    return _(ACROSS[across])
