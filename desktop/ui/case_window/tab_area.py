"""The tabs of a case over one another: each made when it is first looked at, changed with keys and mouse.

A tab is in view at once and built while the window goes on; nobody asks anything of it before it stands.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.operations import Touched
from desktop.ui.building import Building
from desktop.ui.case_window.tab import Tab
from desktop.ui.case_window.tab_bar import CaseTabBar
from desktop.ui.case_window.tables import TabPlan
from desktop.ui.desk import Desk
from desktop.ui.widgets.layout import column


class TabArea(QWidget):
    """``made`` carries each tab when it is made; ``counted`` what the tab in view counts."""

    made = Signal(object)
    counted = Signal(str)

    def __init__(self, desk: Desk, case_id: str, plans: Sequence[TabPlan]) -> None:
        super().__init__()
        self._desk, self._case_id, self._plans = desk, case_id, plans
        self._tabs: dict[str, Tab] = {}
        self._buildings: dict[Tab, Building] = {}
        self._bar, self._stack = CaseTabBar(plans), QStackedWidget()
        layout = column(self, gap=2)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)
        self._bar.currentChanged.connect(self._choose)

    def go(self, place: int) -> None:
        """Look at a tab."""
        if place == self._bar.currentIndex():
            self._choose(place)
        self._bar.setCurrentIndex(place)

    def step(self, step: int) -> None:
        """Look at the next tab, or the one before."""
        self.go((self._bar.currentIndex() + step) % len(self._plans))

    def enter(self) -> None:
        """Go on in the tab in view."""
        self._choose(self._bar.currentIndex())

    def current(self) -> Tab | None:
        """The tab in view, when it stands."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Tab) and self._buildings[shown].is_standing else None

    def current_id(self) -> str:
        """Which tab is in view."""
        return self._plans[self._bar.currentIndex()].id

    def show_tab(self, is_meant: Callable[[TabPlan], bool], then: Callable[[Tab], object]) -> None:
        """Look at the first tab that is meant, if there is one; ``then`` is called with it when it stands."""
        place = next((place for place, plan in enumerate(self._plans) if is_meant(plan)), None)
        if place is not None:
            self._bar.setCurrentIndex(place)
            tab = self._tab(place)
            self._buildings[tab].call(partial(then, tab))

    def tabs(self) -> Sequence[Tab]:
        """Those that were made."""
        return list(self._tabs.values())

    def refresh(self, touched: Touched) -> None:
        """Let every tab that was made read again what changed."""
        for tab, building in self._buildings.items():
            building.call(partial(tab.refresh, touched))

    def _choose(self, place: int) -> None:
        tab = self._tab(place)
        self._stack.setCurrentWidget(tab)
        actions = self._desk.actions
        actions.situate(replace(actions.situation, selected=0))
        tab.setFocus()  # keys belong to it already
        self._buildings[tab].call(partial(self._enter, tab))

    def _enter(self, tab: Tab) -> None:
        if tab is self._stack.currentWidget():
            tab.enter()
            self.counted.emit(tab.count_words())

    def _tab(self, place: int) -> Tab:
        plan = self._plans[place]
        if plan.id not in self._tabs:
            tab = self._tabs[plan.id] = plan.make(self._desk, self._case_id)
            tab.counted.connect(partial(self._tell_count, tab))
            self._stack.addWidget(tab)
            self._buildings[tab] = self._desk.tasks.build(tab, tab.build())
            self.made.emit(tab)
        return self._tabs[plan.id]

    def _tell_count(self, tab: Tab, words: str) -> None:
        if tab is self._stack.currentWidget():
            self.counted.emit(words)
