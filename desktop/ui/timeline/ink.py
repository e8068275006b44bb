"""The colours the drawing uses, from the look; what a standing looks like."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from desktop.ui.labels import STANDING_MARKS
from desktop.ui.theme import Colours

HOLLOW = frozenset({"alleged", "prospective", "unsure"})  # said by one side, to come, or not sure: not filled
UNMARKED = "accent"  # the colour of an event nobody spoke about
PALE = 0.16  # how much of its colour a stay's ground has
FAINT = 0.55  # how much the hatching of uncertain time has


def colour_of(standing: str) -> str:
    """The role in the look an event of this standing is drawn in."""
    return STANDING_MARKS[standing][1] if standing in STANDING_MARKS else UNMARKED


@dataclass(frozen=True)
class Ink:
    """Pens and brushes of one look."""

    colours: Colours

    def colour(self, role: str, share: float = 1.0) -> QColor:
        """A colour of the look; ``share`` from 0 (not to be seen) to 1."""
        return _colour(getattr(self.colours, role), share)

    def pen(self, role: str, width: float = 1.0, share: float = 1.0) -> QPen:
        """A pen of that colour."""
        return QPen(self.colour(role, share), width)

    def round_pen(self, role: str, width: float) -> QPen:
        """A pen that makes a round dot of a point."""
        return QPen(self.colour(role), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)

    def hatch(self, role: str) -> QBrush:
        """Slanted lines of that colour: time that is not sure."""
        return QBrush(self.colour(role, FAINT), Qt.BrushStyle.BDiagPattern)

    def pale(self, role: str) -> QColor:
        """That colour mixed into the ground, not seen through: what lies under a bar stays hidden."""
        return _mixed(getattr(self.colours, role), self.colours.base, PALE)


@cache
def _colour(code: str, share: float) -> QColor:
    made = QColor(code)
    made.setAlphaF(share)
    return made


@cache
def _mixed(code: str, ground: str, share: float) -> QColor:
    over, under = QColor(code), QColor(ground)
    parts = zip((over.red(), over.green(), over.blue()), (under.red(), under.green(), under.blue()), strict=True)
    return QColor(*(round(one * share + other * (1 - share)) for one, other in parts))
