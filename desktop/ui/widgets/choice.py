"""A drop-down list whose entries are values of the program and words of the user."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.i18n import N_, Language
from desktop.ui.language import Texts, speech

Value = TypeVar("Value")


class Choice(QComboBox, Generic[Value]):
    """One of ``values``, each shown as ``words`` puts it; ``chosen`` is told when the user picks one."""

    chosen = Signal(object)

    def __init__(
        self, name: str, values: Sequence[Value], words: Callable[[Value], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = list(values)
        self._words = words
        Texts(self).put(self.setAccessibleName, name)
        self.addItems([words(value) for value in values])
        self.activated.connect(self._tell)
        speech().changed.connect(self._retranslate)

    def value(self) -> Value:
        """What is chosen now."""
        return self._values[max(self.currentIndex(), 0)]

    def choose(self, value: Value) -> None:
        """Show ``value`` as chosen, without telling anyone."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def offer(self, value: Value) -> None:
        """Offer one more value and choose it."""
        if value not in self._values:
            self._values.append(value)
            self.addItem(self._words(value))
        self.choose(value)

    def is_empty(self) -> bool:
        """Whether there is nothing to choose from."""
        return not self._values

    def _tell(self) -> None:
        self.chosen.emit(self.value())

    def _retranslate(self) -> None:
        for place, value in enumerate(self._values):
            self.setItemText(place, self._words(value))


def language_choice(parent: QWidget | None = None) -> Choice[Language]:
    """The languages of the program, each by its own name."""
    return Choice(N_("Language"), list(Language), _own_name, parent)


def _own_name(language: Language) -> str:
    return language.own_name
