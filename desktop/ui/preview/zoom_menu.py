"""The button that tells how large a document is shown, and offers other sizes."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton

from desktop.i18n import N_, _
from desktop.ui.language import Texts
from desktop.ui.preview.zoom import Fit

PERCENTS = (50, 75, 100, 125, 150, 200, 400)


class ZoomMenu(QToolButton):
    """Shows a percentage; its menu holds what fits and the usual sizes."""

    def __init__(self, choose: Callable[[float | Fit], object], fits: Sequence[tuple[str, Fit]]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._texts = Texts(self)
        self._percent = 100
        self._menu = menu = QMenu(self)
        for text, fit in fits:
            action = menu.addAction("")
            self._texts.put(action.setText, text)
            action.triggered.connect(partial(_call, choose, fit))
        menu.addSeparator()
        for percent in PERCENTS:
            action = menu.addAction("")
            self._texts.put(action.setText, partial(_percent, percent))
            action.triggered.connect(partial(_call, choose, percent / 100))
        self.clicked.connect(self._open)
        self._texts.put(self.setToolTip, N_("Size on the screen"))
        self._texts.put(self.setText, self._text)
        self._texts.put(self.setAccessibleName, self._name)

    def tell(self, zoom: float) -> None:
        """Show how large the document is now."""
        self._percent = round(zoom * 100)
        self.setText(self._text())
        self.setAccessibleName(self._name())

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _text(self) -> str:
        return f"{_percent(self._percent)} ▾"

    def _name(self) -> str:
        return _("Size on the screen: {percent} %").format(percent=self._percent)


def _percent(percent: int) -> str:
    return _("{percent} %").format(percent=percent)


def _call(choose: Callable[[float | Fit], object], zoom: float | Fit, *_checked: bool) -> None:
    choose(zoom)
