"""A field for a passphrase: hidden, can be shown, and where a new one is chosen it says how strong it is."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from desktop.i18n import N_, _
from desktop.ui import icons
from desktop.ui.language import Texts, speech
from desktop.ui.widgets.layout import column, label, named, restyle

PAUSE_MILLISECONDS = 150
LEVELS = 4


@dataclass(frozen=True, slots=True)
class Strength:
    """How a passphrase was judged: ``level`` 0 to 4, whether it may be used, and one sentence for the user."""

    level: int
    is_enough: bool
    words: str


class PassphraseField(QLineEdit):
    """Hidden text with an eye to show it; kept out of input-method dictionaries."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts = Texts(self)
        texts.put(self.setAccessibleName, name)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        texts.put(self._eye.setText, N_("Show the passphrase"))
        icons.keep(self._eye, self._eye.setIcon, "eye", "muted")
        self._show(False)

    def reveal(self) -> None:
        """Show the text, for a phrase that was just generated and must be written down."""
        self._eye.setChecked(True)

    def _show(self, is_shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)


class NewPassphrase(QWidget):
    """Two fields, the phrase and once more, with the strength of the first told in words and as a bar."""

    changed = Signal()

    def __init__(self, judge: Callable[[str], Strength], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judge = judge
        self._strength = Strength(0, is_enough=False, words="")
        self.first = PassphraseField(N_("New passphrase"))
        self.second = PassphraseField(N_("The same once more"))
        self._bar = _thin_bar(self.fontMetrics().height() // 3)
        self._words = label("hint")
        texts = Texts(self)
        texts.put(self._bar.setAccessibleName, N_("Strength"))
        layout = column(self, gap=1)
        layout.addWidget(named(texts, N_("New &passphrase"), self.first))
        layout.addWidget(self.first)
        layout.addWidget(self._bar)
        layout.addWidget(self._words)
        layout.addWidget(named(texts, N_("The &same once more"), self.second))
        layout.addWidget(self.second)
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self.weigh)
        self.first.textChanged.connect(self._wait)
        self.second.textChanged.connect(self._wait)
        speech().changed.connect(self.weigh)
        self.setFocusProxy(self.first)

    def passphrase(self) -> str:
        """What was typed in the first field."""
        return self.first.text()

    def is_complete(self) -> bool:
        """Whether it is strong enough and both fields agree."""
        return self._strength.is_enough and self.first.text() == self.second.text() and not self._pause.isActive()

    def fill(self, phrase: str) -> None:
        """Put a generated phrase into the first field, readable; the second is left to type it once."""
        self.first.setText(phrase)
        self.first.reveal()
        self.second.setFocus()

    def weigh(self) -> None:
        """Judge what stands in the fields now."""
        self._pause.stop()
        text = self.first.text()
        self._strength = self._judge(text) if text else Strength(0, is_enough=False, words="")
        self._bar.setValue(self._strength.level)
        differs = bool(self.second.text()) and self.second.text() != text
        self._words.setText(_("The two fields differ.") if differs else self._strength.words)
        restyle(self._words, "level", "good" if self._strength.is_enough and not differs else "warning")
        self.changed.emit()

    def _wait(self) -> None:
        self._pause.start()
        self.changed.emit()


def _thin_bar(height: int) -> QProgressBar:
    made = QProgressBar()
    made.setRange(0, LEVELS)
    made.setTextVisible(False)
    made.setMaximumHeight(height)
    return made
