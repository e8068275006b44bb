"""The Lucide icons of ``resources/icons`` in the colours of the look, sharp on any screen."""

from collections.abc import Callable
from functools import cache, partial

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from desktop.ui import theme
from resources import resource

STEPS = (4, 6, 8, 12)  # sizes an icon is drawn in, in quarters of a line: 1, 1.5, 2 and 3 lines


def icon(name: str, colour: str | None = None) -> QIcon:
    """The icon ``name`` in ``colour`` (of the look's text when not given), greyed when disabled."""
    worn = theme.colours()
    return _icon(name, colour or worn.text, worn.edge, theme.unit(), 0)


def pixmap(name: str, side: int, colour: str, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """The icon as a square picture of ``side`` points with ``gap`` at its right, at ``ratio`` pixels to a point."""
    drawing = _source(name).replace("currentColor", colour).encode()
    picture = QPixmap(QSize(side + gap, side) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, side * ratio, side * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def keep(widget: QObject, setter: Callable[[QIcon], object], name: str, role: str = "text") -> None:
    """Set an icon now and again whenever the look changes; ``role`` is a field of ``Colours``."""
    _Kept(widget, partial(_set, setter, name, role))


def keep_on(button: QAbstractButton, name: str, role: str = "text", *, is_beside_text: bool = False) -> None:
    """The same for a button: as high as a line of text, and further from a text than the four points Qt leaves."""
    _Kept(button, partial(_dress, button, name, role, 1 if is_beside_text else 0))


class _Kept(QObject):
    """Paints now and whenever the look changes; a child of the widget, so that it ends with it."""

    def __init__(self, widget: QObject, paint: Callable[[], object]) -> None:
        super().__init__(widget)
        self._paint = paint
        theme.worn().changed.connect(self._repaint)
        paint()

    def _repaint(self) -> None:
        self._paint()


def _set(setter: Callable[[QIcon], object], name: str, role: str) -> None:
    setter(icon(name, getattr(theme.colours(), role)))


def _dress(button: QAbstractButton, name: str, role: str, gaps: int) -> None:
    worn, unit = theme.colours(), theme.unit()
    button.setIcon(_icon(name, getattr(worn, role), worn.edge, unit, gaps * unit))
    button.setIconSize(QSize((4 + gaps) * unit, 4 * unit))


@cache
def _icon(name: str, colour: str, faded: str, unit: int, gap: int) -> QIcon:
    made = QIcon()
    for side in {unit * step for step in STEPS} if not gap else {unit * 4}:
        made.addPixmap(pixmap(name, side, colour, gap=gap))
        made.addPixmap(pixmap(name, side, faded, gap=gap), QIcon.Mode.Disabled)
    return made


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
