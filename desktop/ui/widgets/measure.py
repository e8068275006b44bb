"""Widths counted in letters, kept when the text grows or shrinks."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import theme


def keep_width(widget: QWidget, letters: int) -> None:
    """Make a widget as wide as so many letters, now and in every text size."""
    widget.setSizePolicy(QSizePolicy.Policy.Fixed, widget.sizePolicy().verticalPolicy())
    _Width(widget, letters)


class _Width(QObject):
    """The width of one widget; a child of it, so that it ends with it."""

    def __init__(self, widget: QWidget, letters: int) -> None:
        super().__init__(widget)
        self._widget, self._letters = widget, letters
        theme.worn().changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self._widget.setFixedWidth(self._widget.fontMetrics().averageCharWidth() * self._letters)
