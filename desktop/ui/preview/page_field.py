"""Which page is in view, and a way to go to another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop.i18n import N_, _
from desktop.ui.language import Texts
from desktop.ui.widgets.layout import label, row


class PageField(QWidget):
    """A number "of N"; ``wanted`` carries the page typed, from 1. A styled spin box would hide its number."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = Texts(self)
        self._count, self._page = 1, 1
        self._field = QLineEdit()
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field.returnPressed.connect(self._go)
        self._field.editingFinished.connect(self._put_back)
        self._of: QLabel = label("hint", wraps=False)
        self._texts.put(self._field.setAccessibleName, N_("Page"))
        self._texts.put(self._field.setToolTip, N_("Go to a page (Ctrl+G)"))
        self._texts.put(self._of.setText, self._sentence)
        layout = row(self, gap=1)
        layout.addWidget(self._field)
        layout.addWidget(self._of)
        self.setFocusProxy(self._field)

    def show_pages(self, count: int) -> None:
        """Offer so many pages."""
        self._count = max(1, count)
        self._field.setValidator(QIntValidator(0, 10 ** (len(str(self._count)) + 1) - 1, self._field))
        self._field.setFixedWidth(self._field.fontMetrics().horizontalAdvance("9" * (len(str(self._count)) + 4)))
        self._of.setText(self._sentence())

    def show_page(self, page: int) -> None:
        """Tell the page in view, from 1."""
        self._page = page
        self._field.setText(str(page))

    def take_keyboard(self) -> None:
        """Let the user type a page."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _go(self) -> None:
        page = min(max(int(self._field.text()), 1), self._count)
        self.show_page(page)
        self.wanted.emit(page)

    def _put_back(self) -> None:
        """Nothing was asked for with Enter: show where one is."""
        self._field.setText(str(self._page))

    def _sentence(self) -> str:
        return _("of {count}").format(count=self._count)
