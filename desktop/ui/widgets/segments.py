"""A few views of which one is shown: buttons side by side, walked through with the arrow keys."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar

from desktop.ui import icons
from desktop.ui.language import Texts


class Segments(QTabBar):
    """``chosen`` carries the place of a view; ``views`` are their titles (``N_``) and icons."""

    chosen = Signal(int)

    def __init__(self, name: str, views: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        texts = Texts(self)
        texts.put(self.setAccessibleName, name)
        self.setExpanding(False)
        self.setDrawBase(False)
        for place, (title, icon) in enumerate(views):
            self.addTab("")
            texts.put(partial(self.setTabText, place), title)
            icons.keep(self, partial(self.setTabIcon, place), icon)
        self.currentChanged.connect(self.chosen)
