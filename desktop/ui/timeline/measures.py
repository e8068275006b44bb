"""Every length of the drawing, from the height of a line of text."""

from functools import cached_property

from PySide6.QtGui import QFont, QFontMetricsF, QPaintDevice

LONGEST_LABEL = 48  # letters of a title that are shown at most
MOST_KEPT = 4000  # label widths that are remembered


class Measures:
    """Lengths in the pixels of a device, for one font."""

    def __init__(self, font: QFont, device: QPaintDevice | None = None) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font, device) if device is not None else QFontMetricsF(font)
        self.line = self.metrics.height()
        self.letter = self.metrics.averageCharWidth()
        self._widths: dict[str, float] = {}

    @cached_property
    def quarter(self) -> float:
        """A quarter of a line: what gaps are made of."""
        return max(2.0, self.line / 4)

    @cached_property
    def mark(self) -> float:
        """How wide a point is, and how near two may come before they are told as one."""
        return self.line * 0.62

    @cached_property
    def row(self) -> float:
        """From one row of a lane to the next."""
        return self.line * 1.4

    @cached_property
    def bar(self) -> float:
        """How tall a stay is."""
        return self.line * 1.15

    @cached_property
    def axis(self) -> int:
        """How tall the axis is: two lines of labels; whole, as what is copied must be."""
        return round(self.line * 2.5)

    @cached_property
    def names(self) -> int:
        """How wide the names of the lanes are; whole as well."""
        return round(self.letter * 21)

    def lane(self, rows: int) -> float:
        """How tall a lane of so many rows is."""
        return rows * self.row + self.quarter * 2

    def width(self, text: str) -> float:
        """How wide a label is."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) >= MOST_KEPT:
                self._widths.clear()
            found = self._widths[text] = self.metrics.horizontalAdvance(text)
        return found


def shortened(text: str) -> str:
    """A title in one line and no longer than a label may be."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LABEL else line[: LONGEST_LABEL - 1].rstrip() + "…"
