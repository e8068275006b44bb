"""A layout for forms: parts in two columns of one width where there is room, in one where there is not."""

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.ui import theme

NARROWEST = 34  # letters a column has at least


class PairLayout(QLayout):
    """Parts in the order they were put; a wide part has its line alone, a hidden one takes no room."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._wide: set[QWidget] = set()
        unit = theme.unit()
        self.setContentsMargins(QMargins(unit, unit, unit, unit) * margin)
        self.setSpacing(unit * 3)

    def put(self, part: QWidget, *, is_wide: bool) -> None:
        """Add a part."""
        if is_wide:
            self._wide.add(part)
        self.addWidget(part)

    def addItem(self, item: QLayoutItem, /) -> None:
        """Qt hands over a part."""
        self._items.append(item)

    def count(self) -> int:
        """How many parts there are."""
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride] - Qt takes null past the end
        """One part, or nothing past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride] - Qt takes null past the end
        """Give a part back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """How high the lines are together."""
        return self._place(QRect(0, 0, width, 0), moves=False)

    def sizeHint(self) -> QSize:
        """Two of its widest parts beside each other."""
        least = self.minimumSize()
        return QSize(least.width() * 2, self.heightForWidth(least.width() * 2))

    def minimumSize(self) -> QSize:
        """Its widest part."""
        margins = self.contentsMargins()
        widest = max((item.minimumSize().width() for item in self._items if not item.isEmpty()), default=0)
        return QSize(widest + margins.left() + margins.right(), margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect, /) -> None:
        """Place the parts."""
        super().setGeometry(rect)
        self._place(rect, moves=True)

    def expandingDirections(self) -> Qt.Orientation:
        """It fills the width it gets."""
        return Qt.Orientation.Horizontal

    def _place(self, rect: QRect, *, moves: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.y()
        for line in self._lines(inner.width()):
            width = (
                inner.width()
                if len(line) == 1 and self._is_alone(line[0], inner.width())
                else self._half(inner.width())
            )
            height = max(_height(item, width) for item in line)
            for place, item in enumerate(line):
                if moves:
                    item.setGeometry(QRect(inner.x() + place * (width + self.spacing()), y, width, height))
            y += height + self.spacing()
        return y - self.spacing() - rect.y() + self.contentsMargins().bottom()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """What stands beside each other."""
        lines: list[list[QLayoutItem]] = []
        for item in (item for item in self._items if not item.isEmpty()):
            before = lines[-1] if lines else []
            fits = len(before) == 1 and not self._is_alone(before[0], width) and not self._is_alone(item, width)
            if fits:
                before.append(item)
            else:
                lines.append([item])
        return lines

    def _half(self, width: int) -> int:
        return (width - self.spacing()) // 2

    def _is_alone(self, item: QLayoutItem, width: int) -> bool:
        """Whether a part has its line alone: because it is wide, or half the width is too little for it."""
        part = item.widget()
        if part is None or part in self._wide:
            return True
        letters = part.fontMetrics().averageCharWidth() * NARROWEST
        return self._half(width) < max(item.minimumSize().width(), letters)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
