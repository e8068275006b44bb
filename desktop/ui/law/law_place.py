"""The law the clocks go by: the rules, and the days off they count with."""

from dataclasses import replace

from PySide6.QtWidgets import QStackedWidget

from desktop.i18n import N_
from desktop.ui.desk import Desk
from desktop.ui.language import Texts
from desktop.ui.law.day_list import DayList
from desktop.ui.law.rule_list import RuleList
from desktop.ui.screen import Screen
from desktop.ui.widgets.layout import column, row, said
from desktop.ui.widgets.segments import Segments


class LawPlace(Screen):
    """Rules and days off, one of them shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._views = (RuleList(desk), DayList(desk))
        self._pages = QStackedWidget()
        self._segments = Segments(N_("Law"), [(N_("Rules"), "scale"), (N_("Days off"), "calendar-clock")])
        head = row(gap=2)
        head.addWidget(said(Texts(self), N_("Law"), "title"))
        head.addStretch(1)
        head.addWidget(self._segments)
        layout = column(self, margin=4, gap=3)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)
        for view in self._views:
            self._pages.addWidget(view)
            view.counted.connect(self._tell_count)
            view.situated.connect(self._situate)
        self._segments.chosen.connect(self._turn)

    def enter(self) -> None:
        """Start in the list."""
        self._shown().take_focus()

    def count_words(self) -> str:
        """How many are listed."""
        return self._shown().count_words()

    def _shown(self) -> RuleList | DayList:
        return self._views[self._pages.currentIndex()]

    def _turn(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        self._tell_count("")
        self._shown().take_focus()

    def _tell_count(self, _words: str) -> None:
        self.counted.emit(self.count_words())

    def _situate(self, selected: int) -> None:
        actions = self._desk.actions
        if self.isVisible():
            actions.situate(replace(actions.situation, selected=selected))
