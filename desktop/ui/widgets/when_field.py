"""A date as people write it, and at once how it was understood."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.i18n import N_
from desktop.ui.language import Texts, speech
from desktop.ui.widgets.layout import column, label, restyle

PAUSE_MILLISECONDS = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text was understood, or why it was not; ``words`` are in the user's language."""

    words: str
    is_error: bool = False


class WhenField(QWidget):
    """A line to type a date in; below it, while typing, what the program takes it for."""

    changed = Signal()

    def __init__(self, name: str, understand: Callable[[str], Reading], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._understand = understand
        self._reading = Reading("")
        texts = Texts(self)
        self._entry = QLineEdit()
        texts.put(self._entry.setAccessibleName, name)
        texts.put(self._entry.setPlaceholderText, N_("for example 5 January 2022, about 20:00"))
        self._words = label("hint")
        layout = column(self, gap=0)
        layout.addWidget(self._entry)
        layout.addWidget(self._words)
        self.setFocusProxy(self._entry)
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self._read)
        self._entry.textEdited.connect(self._pause.start)
        self._entry.editingFinished.connect(self._read)
        speech().changed.connect(self._read)

    def text(self) -> str:
        """What was typed."""
        return self._entry.text().strip()

    def set_text(self, text: str) -> None:
        """Show a date as it would be typed."""
        self._entry.setText(text)
        self._read()

    def is_valid(self) -> bool:
        """Whether the text is understood; an empty field is, as no date."""
        self._pause.stop()
        self._read()
        return not self._reading.is_error

    def words(self) -> str:
        """How the text is understood, as shown."""
        return self._reading.words

    def _read(self) -> None:
        text = self.text()
        self._reading = self._understand(text) if text else Reading("")
        self._words.setText(self._reading.words)
        self._entry.setAccessibleDescription(self._reading.words)
        restyle(self._words, "level", "danger" if self._reading.is_error else "hint")
        self.changed.emit()
