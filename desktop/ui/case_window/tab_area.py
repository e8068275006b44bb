"""The tabs of a case over one another: each made when it is first looked at, changed with keys and mouse."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from desktop.i18n import N_
from desktop.ui import icons, theme
from desktop.ui.case_window.tab import Tab
from desktop.ui.case_window.tables import TabPlan
from desktop.ui.desk import Desk
from desktop.ui.language import Texts
from desktop.ui.widgets.layout import column


class TabArea(QWidget):
    """``made`` carries each tab when it is made; ``counted`` what the tab in view counts."""

    made = Signal(object)
    counted = Signal(str)

    def __init__(self, desk: Desk, case_id: str, plans: Sequence[TabPlan]) -> None:
        super().__init__()
        self._desk, self._case_id, self._plans = desk, case_id, plans
        self._tabs: dict[str, Tab] = {}
        self._bar, self._stack = QTabBar(), QStackedWidget()
        self._build()
        self._bar.currentChanged.connect(self._choose)
        theme.worn().changed.connect(self._measure)
        self._measure()

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
        """The tab in view."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Tab) else None

    def current_id(self) -> str:
        """Which tab is in view."""
        return self._plans[self._bar.currentIndex()].id

    def show_tab(self, is_meant: Callable[[TabPlan], bool]) -> Tab | None:
        """Look at the first tab that is meant; nothing where there is none."""
        place = next((place for place, plan in enumerate(self._plans) if is_meant(plan)), None)
        if place is None:
            return None
        self._bar.setCurrentIndex(place)
        return self._tab(place)

    def tabs(self) -> Sequence[Tab]:
        """Those that were made."""
        return list(self._tabs.values())

    def _build(self) -> None:
        texts = Texts(self)
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self._bar.setUsesScrollButtons(True)
        self._bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        texts.put(self._bar.setAccessibleName, N_("Tabs of the case"))
        for place, plan in enumerate(self._plans):
            self._bar.addTab("")
            texts.put(partial(self._bar.setTabText, place), plan.title)
            icons.keep(self._bar, partial(self._bar.setTabIcon, place), plan.icon)
        layout = column(self, gap=2)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)

    def _choose(self, place: int) -> None:
        tab = self._tab(place)
        self._stack.setCurrentWidget(tab)
        actions = self._desk.actions
        actions.situate(replace(actions.situation, selected=0))
        tab.enter()
        self.counted.emit(tab.count_words())

    def _tab(self, place: int) -> Tab:
        plan = self._plans[place]
        if plan.id not in self._tabs:
            tab = self._tabs[plan.id] = plan.make(self._desk, self._case_id)
            tab.counted.connect(partial(self._tell_count, tab))
            self._stack.addWidget(tab)
            self.made.emit(tab)
        return self._tabs[plan.id]

    def _tell_count(self, tab: Tab, words: str) -> None:
        if tab is self._stack.currentWidget():
            self.counted.emit(words)

    def _measure(self) -> None:
        side = theme.unit() * 4
        self._bar.setIconSize(QSize(side, side))
