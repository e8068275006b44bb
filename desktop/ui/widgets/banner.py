"""A line over a screen that tells something without stopping anyone: an error, a warning, something done."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop.i18n import N_
from desktop.ui.language import Texts
from desktop.ui.widgets.button import tool
from desktop.ui.widgets.layout import label, restyle, row


class Tone(StrEnum):
    """How grave it is; also said in words, never by colour alone."""

    NOTE = "note"
    GOOD = "good"
    WARNING = "warning"
    DANGER = "danger"


class Banner(QFrame):
    """Hidden until it has something to say; stays until closed or replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._texts = Texts(self)
        self._text = label()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._step = QPushButton()
        self._act: Callable[[], object] | None = None
        self._step.clicked.connect(self._take_step)
        layout = row(self, margin=1)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._step)
        layout.addWidget(tool(self._texts, N_("Close this message"), self.hide, icon="x"))
        self.hide()

    def tell(self, tone: Tone, text: str, *, step: str = "", act: Callable[[], object] | None = None) -> None:
        """Show ``text`` (already in the user's language) with a button for the next step when there is one."""
        restyle(self, "tone", tone.value)
        restyle(self._text, "tone", tone.value)
        self._text.setText(text)
        self.setAccessibleName(text)
        self._step.setText(step)
        self._step.setVisible(bool(step))
        self._act = act
        self.show()

    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def _take_step(self) -> None:
        self.hide()
        if self._act:
            self._act()
