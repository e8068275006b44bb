"""The overview of a case: what it is about, who is in it, how far it is, how well its facts are sourced."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from db.errors import RecordMissing
from db.types import Kind
from desktop.i18n import N_
from desktop.operations import Touched
from desktop.ui.building import Stages
from desktop.ui.case_window.tab import Tab
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.inputs.form import FormScroll
from desktop.ui.markup import Markup
from desktop.ui.records import remarks
from desktop.ui.records.figures import ADD_FIGURE, follow_figure
from desktop.ui.records.figures import VERBS as FIGURE_VERBS
from desktop.ui.records.member_view import CHARGE, PARTY
from desktop.ui.records.remark_steps import About, follow_remark
from desktop.ui.tabs.overview import telling
from desktop.ui.tabs.overview.contradictions import ContradictionsCard
from desktop.ui.tabs.overview.first_steps import FirstSteps
from desktop.ui.tabs.overview.reading import Overview, read_overview
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.layout import column, row

LEFT = 5  # cards in the first column
CARDS: dict[Callable[[Overview], Markup], str] = {
    telling.summary: N_("Summary"),
    telling.parties: N_("Parties"),
    telling.charges: N_("Charges"),
    telling.tasks: N_("To do"),
    telling.notes: N_("Notes"),
    telling.circumstances: N_("The case"),
    telling.on_file: N_("On file"),
    telling.sources: N_("Sources"),
    telling.figures: N_("Published figures"),
}
NARROW = 110  # letters; below it the two columns stand under one another


class OverviewTab(Tab):
    """Cards in two columns, or in one where the window is narrow."""

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__(desk, case_id)
        self._cards: dict[Callable[[Overview], Markup], Card] = {}
        self._columns = row(gap=3)
        self._is_standing = False

    def build(self) -> Stages:
        """What comes first in a case, then card after card."""
        content = QWidget()
        column(self).addWidget(FormScroll(content))
        whole = column(content, gap=3)
        self._steps = FirstSteps(self.desk, self.case_id)
        self._steps.record_made.connect(self.record_asked)
        self._steps.tab_asked.connect(self.tab_asked)
        self._steps.hide()
        whole.addWidget(self._steps)
        yield
        self._contradictions = ContradictionsCard(self.desk, self.case_id)
        self._contradictions.all_asked.connect(partial(self.tab_asked.emit, "conflicts", ""))
        whole.addWidget(self._contradictions)
        whole.addLayout(self._columns)
        whole.addStretch(1)
        yield
        yield from self._add_cards()
        self._offer_steps()
        self._is_standing = True
        self._read()
        if self.isVisible():
            self._contradictions.look()

    def refresh(self, touched: Touched) -> None:
        """Anything of the case may have changed what is told here."""
        self._read()
        self._contradictions.refresh(touched)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell the contradictions as the facts stand now."""
        super().showEvent(event)
        if self._is_standing:
            self._contradictions.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        is_narrow = self.width() < self.fontMetrics().averageCharWidth() * NARROW
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)

    def _add_cards(self) -> Stages:
        left, right = column(gap=3), column(gap=3)
        self._columns.addLayout(left, 3)
        self._columns.addLayout(right, 2)
        for place, (tell, title) in enumerate(CARDS.items()):
            self._cards[tell] = card = Card(title)
            card.followed.connect(self._follow)
            (left if place < LEFT else right).addWidget(card)
            yield
        left.addStretch(1)
        right.addStretch(1)

    def _offer_steps(self) -> None:
        self._cards[telling.summary].offer(N_("E&dit…"), partial(_edit, self), icon="pencil")
        self._cards[telling.parties].offer(N_("Add a p&arty…"), partial(_add_party, self), icon="plus")
        self._cards[telling.charges].offer(N_("Add a cha&rge…"), partial(_add_charge, self), icon="plus")
        self._cards[telling.circumstances].offer(N_("Ed&it…"), partial(_edit, self), icon="pencil")
        self._cards[telling.tasks].offer(N_("Add a tas&k…"), partial(self._remark, remarks.ADD_TASK), icon="plus")
        self._cards[telling.notes].offer(N_("&Write a note…"), partial(self._remark, remarks.ADD_NOTE), icon="plus")
        self._cards[telling.figures].offer(N_("Add a fig&ure…"), partial(self._figure, ADD_FIGURE), icon="plus")

    def _follow(self, verb: str, target: str) -> None:
        if verb == PARTY:
            self._editors().open_party(self.case_id, target)
        elif verb == CHARGE:
            self._editors().open_charge(self.case_id, target)
        elif verb in remarks.VERBS:
            self._remark(verb, target)
        elif verb in FIGURE_VERBS:
            self._figure(verb, target)
        elif verb in (telling.UNSOURCED, telling.DISPUTED):
            self.tab_asked.emit("timeline", verb)
        elif verb == telling.SHOW:
            self.record_asked.emit(Kind(target), "")
        else:
            self.record_asked.emit(Kind(verb), target)

    def _remark(self, verb: str, target: str = "") -> None:
        follow_remark(self.desk, self, About(self.case_id), verb, target)

    def _figure(self, verb: str, target: str = "") -> None:
        follow_figure(self.desk, self, self.case_id, verb, target)

    def _editors(self) -> Editors:
        return Editors(self.desk, self.window())

    def _read(self) -> None:
        self.desk.read(self, partial(read_overview, self.case_id), self._show, self._miss)

    def _show(self, seen: Overview) -> None:
        for tell, card in self._cards.items():
            card.say(partial(tell, seen))
        self._steps.setVisible(not seen.line.events or not seen.line.persons)

    def _miss(self, error: Exception) -> None:
        """The case is gone; its window closes by itself."""
        if not isinstance(error, RecordMissing):
            self.desk.report.tell(error)


def _edit(tab: OverviewTab) -> None:
    Editors(tab.desk, tab.window()).open_case(tab.case_id)


def _add_party(tab: OverviewTab) -> None:
    Editors(tab.desk, tab.window()).open_party(tab.case_id)


def _add_charge(tab: OverviewTab) -> None:
    Editors(tab.desk, tab.window()).open_charge(tab.case_id)
