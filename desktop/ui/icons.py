"""The Lucide icons of ``resources/icons`` in the colours of the look, sharp on any screen."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.ui import theme
from resources import resource

STEPS = (4, 6, 8, 12)  # sizes an icon is drawn in, in quarters of a line: 1, 1.5, 2 and 3 lines


def icon(name: str, colour: str | None = None) -> QIcon:
    """The icon ``name`` in ``colour`` (of the look's text when not given), greyed when disabled."""
    worn = theme.colours()
    return _icon(name, colour or worn.text, worn.edge, theme.unit())


def pixmap(name: str, side: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """The icon as a square picture of ``side`` points on a screen of ``ratio`` pixels to a point."""
    drawing = _source(name).replace("currentColor", colour).encode()
    picture = QPixmap(QSize(side, side) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing)).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def keep(widget: QObject, setter: Callable[[QIcon], object], name: str, role: str = "text") -> None:
    """Set an icon now and again whenever the look changes; ``role`` is a field of ``Colours``."""
    _Kept(widget, setter, name, role)


class _Kept(QObject):
    """An icon of a widget; a child of it, so that it ends with it."""

    def __init__(self, widget: QObject, setter: Callable[[QIcon], object], name: str, role: str) -> None:
        super().__init__(widget)
        self._setter, self._name, self._role = setter, name, role
        theme.worn().changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        self._setter(icon(self._name, getattr(theme.colours(), self._role)))


@cache
def _icon(name: str, colour: str, faded: str, unit: int) -> QIcon:
    made = QIcon()
    for side in {unit * step for step in STEPS}:
        made.addPixmap(pixmap(name, side, colour))
        made.addPixmap(pixmap(name, side, faded), QIcon.Mode.Disabled)
    return made


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
