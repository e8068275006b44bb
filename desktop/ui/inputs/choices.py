"""What can be chosen from, and the input for a short list of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QFontMetrics, QWheelEvent
from PySide6.QtWidgets import QComboBox

from desktop.i18n import N_, _
from desktop.ui.inputs.input import Input
from desktop.ui.labels import worded
from desktop.ui.language import speech
from resources.vocabularies import KINDS_OF_EVENT, event_kinds, vocabulary


@dataclass(frozen=True, slots=True)
class Group:
    """Choices under one heading (none for ``""``): values of the record and their words."""

    title: str
    choices: Sequence[tuple[Any, str]]


Choices = Callable[[], Sequence[Group]]


@dataclass(frozen=True, slots=True)
class TermsOf:
    """The terms of a vocabulary, in its order: the shipped ones, then the user's own."""

    vocabulary: str

    def __call__(self) -> list[Group]:
        """The terms as they are now."""
        return [Group("", [(entry.id, worded(entry)) for entry in vocabulary(self.vocabulary).values()])]


def terms_of(name: str) -> TermsOf:
    """The terms of a vocabulary, in its order."""
    return TermsOf(name)


def vocabulary_of(choices: Choices) -> str:
    """The vocabulary that choices are taken from; empty where they are taken from none."""
    if choices is kinds_of_event:
        return KINDS_OF_EVENT
    return choices.vocabulary if isinstance(choices, TermsOf) else ""


def kinds_of_event() -> list[Group]:
    """The kinds of event under their groups."""
    return [
        Group(worded(group), [(kind.id, worded(kind)) for kind in event_kinds().values() if kind.group == group.id])
        for group in vocabulary("event-groups").values()
    ]


def yes_or_no() -> list[Group]:
    """Yes and no."""
    return [Group("", [(True, _("Yes")), (False, _("No"))])]


class QuietCombo(QComboBox):
    """A list that the wheel scrolls past: turning it over a form changes nothing.

    When it drops down it is at least ``letters`` wide.
    """

    def __init__(self, letters: int = 0) -> None:
        super().__init__()
        self._letters = letters

    def showPopup(self) -> None:
        """Drop the list down, wide enough to be read."""
        if self._letters:
            self.view().setMinimumWidth(QFontMetrics(self.font()).averageCharWidth() * self._letters)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class ChoiceInput(Input):
    """One of a few ``choices``, all seen at once; ``blank`` (marked with ``N_``) is offered for none, unless empty."""

    def __init__(self, choices: Choices, blank: str = N_("Not stated")) -> None:
        self.combo = QuietCombo()
        super().__init__(self.combo)
        self._choices, self._blank = choices, blank
        self._values: list[Any] = []
        self._offer(None)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.activated.connect(self.changed)
        speech().changed.connect(self._reword)

    def value(self) -> Any:
        """What is chosen."""
        return self._values[max(self.combo.currentIndex(), 0)]

    def fill(self, value: Any) -> None:
        """Show a choice; one that is not offered is offered from now on."""
        self._offer(value)

    def _offer(self, value: Any) -> None:
        offered: list[tuple[Any, str]] = [(None, _(self._blank))] if self._blank else []
        offered += [choice for group in self._choices() for choice in group.choices]
        if value is not None and not any(value == known for known, _words in offered):
            offered.append((value, str(value)))
        self._values = [known for known, _words in offered]
        self.combo.clear()
        self.combo.addItems([words for _known, words in offered])
        self.combo.setMinimumContentsLength(min(20, max(len(words) for _known, words in offered)))
        self.combo.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def _reword(self) -> None:
        self._offer(self.value())
