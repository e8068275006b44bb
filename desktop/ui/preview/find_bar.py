"""The line under a document in which words are looked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.i18n import N_
from desktop.ui.language import Texts
from desktop.ui.widgets.button import tool
from desktop.ui.widgets.layout import label, row
from desktop.ui.widgets.search_field import SearchField


class FindBar(QWidget):
    """Hidden until asked for; ``searched`` carries the words, ``stepped`` 1 or -1."""

    searched = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts = Texts(self)
        self._field = SearchField(N_("Find in this document"))
        self._field.searched.connect(self.searched)
        self._field.left.connect(self.step_on)
        self._count: QLabel = label("hint", wraps=False)
        layout = row(self, margin=1, gap=1)
        layout.addWidget(self._field, 1)
        layout.addWidget(self._count)
        layout.addWidget(tool(texts, N_("Previous place (Shift+F3)"), self.step_back, icon="chevron-up"))
        layout.addWidget(tool(texts, N_("Next place (F3)"), self.step_on, icon="chevron-down"))
        layout.addWidget(tool(texts, N_("Close the search (Esc)"), self.close_bar, icon="x"))
        self.hide()

    def open_bar(self) -> None:
        """Come up and take the keyboard."""
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def close_bar(self) -> None:
        """Go away, and forget what was looked for."""
        self._field.clear()
        self.searched.emit("")
        self.hide()
        self.closed.emit()

    def tell(self, text: str) -> None:
        """Say how many places were found."""
        self._count.setText(text)
        self._field.setAccessibleDescription(text)

    def field_text(self) -> tuple[str, str]:
        """What is looked for, and what was said of it."""
        return self._field.text(), self._count.text()

    def step_on(self) -> None:
        """Ask for the next place."""
        self.stepped.emit(1)

    def step_back(self) -> None:
        """Ask for the place before."""
        self.stepped.emit(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
