"""The names of the tabs of a case, each with its icon."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar

from desktop.i18n import N_
from desktop.ui import icons, theme
from desktop.ui.case_window.tables import TabPlan
from desktop.ui.language import Texts


class CaseTabBar(QTabBar):
    """One tab for each of ``plans``."""

    def __init__(self, plans: Sequence[TabPlan]) -> None:
        super().__init__()
        texts = Texts(self)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        texts.put(self.setAccessibleName, N_("Tabs of the case"))
        for place, plan in enumerate(plans):
            self.addTab("")
            texts.put(partial(self.setTabText, place), plan.title)
            icons.keep(self, partial(self.setTabIcon, place), plan.icon)
        theme.worn().changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        side = theme.unit() * 4
        self.setIconSize(QSize(side, side))
