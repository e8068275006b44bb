"""What is shown while a document is on its way: a sheet still empty, and how far the loading is."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.i18n import N_
from desktop.ui import theme
from desktop.ui.language import Texts
from desktop.ui.widgets.layout import column

PATIENCE_MILLISECONDS = 200  # what comes sooner needs no progress bar
STEPS = 1000
SHAPE = 1.414  # of a sheet of A4
LINES = 9


class WaitingPane(QWidget):
    """Progress appears only when the waiting is worth telling."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(theme.unit())
        Texts(self).put(self._bar.setAccessibleName, N_("Opening the document"))
        self._patience = QTimer(self, interval=PATIENCE_MILLISECONDS, singleShot=True)
        self._patience.timeout.connect(self._bar.show)
        layout = column(self, margin=3)
        layout.addWidget(self._bar, alignment=Qt.AlignmentFlag.AlignTop)
        self.tell(0, 0)

    def tell(self, done: int, total: int) -> None:
        """Say how far the loading is; ``total`` 0 when nobody knows."""
        self._bar.setRange(0, STEPS if total else 0)
        self._bar.setValue(min(STEPS, done * STEPS // total) if total else 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin without a progress bar."""
        self._bar.hide()
        self._patience.start()
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint an empty sheet where the page will be."""
        gap = theme.unit() * 3
        width = self.width() - 2 * gap
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().mid())
        painter.fillRect(QRectF(gap, gap, width, width * SHAPE), self.palette().base())
        for line in range(LINES):
            long = 0.8 if line % 3 else 0.55
            painter.fillRect(
                QRectF(gap + width * 0.1, gap + width * (0.12 + line * 0.07), width * long, theme.unit()),
                self.palette().midlight(),
            )
        painter.end()
