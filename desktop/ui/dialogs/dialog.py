"""What every window that asks one thing is made of: a title, its content, and buttons that carry verbs."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QWidget

from desktop.ui.language import Texts
from desktop.ui.widgets.button import button
from desktop.ui.widgets.layout import column, row, said


class Dialog(QDialog):
    """A modal window; Esc closes it. Built by its kind, shown with ``open()``, deleted when closed."""

    def __init__(
        self, title: str, parent: QWidget | None = None, *, letters: int = 64, has_heading: bool = True
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.texts = Texts(self)
        self.texts.put(self.setWindowTitle, title)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * letters)
        self._outer = column(self, margin=5, gap=4)
        if has_heading:
            self._outer.addWidget(said(self.texts, title, "heading"))
        self.content = column(gap=3)
        self._outer.addLayout(self.content, 1)
        self._buttons = row(gap=2)
        self._buttons.addStretch(1)
        self._outer.addLayout(self._buttons)

    def add(self, part: QWidget | QLayout, *, grows: bool = False) -> None:
        """Put a part below the others."""
        if isinstance(part, QWidget):
            self.content.addWidget(part, int(grows))
        else:
            self.content.addLayout(part, int(grows))

    def aside(self, part: QWidget) -> None:
        """Put a part at the left of the buttons."""
        self._buttons.insertWidget(0, part)

    def verb(self, text: str, act: Callable[[], object], *, role: str = "", is_default: bool = False) -> QPushButton:
        """Add a button; the default one answers Enter."""
        made = button(self.texts, text, act, role=role, is_default=is_default)
        self._buttons.addWidget(made)
        return made
