"""The list of Today and what there is at a glance: side by side, below one another where the window is narrow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent

from desktop.ui.widgets.splitter import RememberedSplitter

_NARROW = 85  # letters
_BELOW = (700, 300)  # how the two share the height


class TodayHalves(RememberedSplitter):
    """Turns by its width in letters."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the list would have no room for its columns."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW * QFontMetrics(self.font()).averageCharWidth()
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if self.orientation() is not wanted:
            self.setOrientation(wanted)
            if is_narrow:
                self.setSizes(_BELOW)
            else:
                self.share(3, 1)
