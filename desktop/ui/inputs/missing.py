"""A word that is missing from a vocabulary, added from the input where it was looked for.

The window says once who asks for the new term; every input of a vocabulary that can be added to offers it from then on.
"""

from collections.abc import Callable
from functools import partial
from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.i18n import _
from desktop.ui.language import Texts
from desktop.ui.widgets.button import button
from desktop.ui.widgets.layout import column
from resources.vocabularies import names

LONGEST = 40  # letters of what was typed that the offer repeats


class Adder(Protocol):
    """Asks for a new term over a window, and tells its id when it is written down."""

    def ask(self, over: QWidget, vocabulary: str, text: str, then: Callable[[str], object]) -> None:
        """Ask for a term of this vocabulary; ``text`` is its label as it was typed."""
        ...


class _Shared:
    adder: Adder | None = None


def offer_through(adder: Adder) -> None:
    """Let this one ask for new terms from now on, as long as it lives."""
    _Shared.adder = adder


def _adder() -> Adder | None:
    adder = _Shared.adder
    return None if isinstance(adder, QObject) and not shiboken6.isValid(adder) else adder


class MissingTerm(QWidget):
    """Offers to add what was typed where none of ``known`` holds it; ``added`` carries the id of the new term."""

    added = Signal(str)

    def __init__(self, vocabulary: str, known: Callable[[], list[str]]) -> None:
        super().__init__()
        self._vocabulary, self._known = vocabulary, known
        self._typed = ""
        self._button: QPushButton | None = None  # made when it is needed: most fields never need it
        self.hide()

    def look(self, text: str) -> None:
        """Offer the text, or nothing where the vocabulary has it or cannot be added to."""
        self._typed = " ".join(text.split())
        small = self._typed.casefold()
        called = names().get(self._vocabulary)
        is_missing = bool(small) and not any(small in words.casefold() for words in self._known())
        is_offered = is_missing and called is not None and called.is_open and _adder() is not None
        if is_offered:
            self._offer()
        self.setVisible(is_offered)

    def ask(self) -> None:
        """Ask for the new term, unless nothing is offered."""
        adder = _adder()
        if adder is not None and not self.isHidden():
            adder.ask(self.window(), self._vocabulary, self._typed, partial(_tell, self))

    def _offer(self) -> None:
        if self._button is None:
            self._button = button(Texts(self), self._words, self.ask, role="link", icon="plus")
            column(self).addWidget(self._button)
        self._button.setText(self._words())

    def _words(self) -> str:
        text = self._typed if len(self._typed) <= LONGEST else f"{self._typed[:LONGEST]}…"
        return _("Add “{text}” to the vocabulary…").format(text=text.replace("&", "&&"))


def _tell(offer: MissingTerm, term: str) -> None:
    if shiboken6.isValid(offer):
        offer.hide()
        offer.added.emit(term)
