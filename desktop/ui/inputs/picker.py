"""The input for a record that is somewhere in the vault: found by any spelling while one types, or made in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from db.types import Kind
from db.vault import Session
from desktop.i18n import _
from desktop.ui import icons, theme
from desktop.ui.desk import Desk
from desktop.ui.inputs.input import Input, Unclear
from desktop.ui.inputs.suggestions import Candidate, Suggestions
from desktop.ui.labels import KIND_ICONS
from desktop.ui.language import Texts

__all__ = ["Candidate", "Finder", "Picked", "RecordPicker", "Search"]

PAUSE_MILLISECONDS = 120
Search = Callable[[str, Session], Sequence[Candidate]]
Picked = Callable[[Candidate], object]


@dataclass(frozen=True, slots=True)
class Finder:
    """Where candidates come from, and what can be made where none fits.

    ``make`` opens the editor for a new record of a kind with the text that was typed, and gives the record back.
    """

    search: Search
    kinds: Sequence[Kind] = ()
    make: Callable[[Kind, str, Picked], object] | None = field(default=None)


class RecordPicker(Input):
    """One record; what is typed looks for it, Down shows what is near at hand, Enter takes the first."""

    picked = Signal(object)

    def __init__(self, desk: Desk, finder: Finder, hint: str) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self._desk, self._finder = desk, finder
        self._chosen: Candidate | None = None
        self._asked = ""
        Texts(self).put(self.line.setPlaceholderText, hint)
        self._symbol = QAction(self.line)
        self.line.addAction(self._symbol, QLineEdit.ActionPosition.LeadingPosition)
        self._suggestions = Suggestions(self.line)
        self._suggestions.taken.connect(self._choose)
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self._look)
        self.line.textEdited.connect(self._forget)
        self.line.returnPressed.connect(self._take_first)
        self.line.installEventFilter(self)
        theme.worn().changed.connect(self._paint)
        self._paint()

    def value(self) -> Candidate | None:
        """The record chosen. Raises ``Unclear`` while there is only text."""
        if self._chosen is None and self.line.text().strip():
            raise Unclear(_("Choose from the list, or create it there."))
        return self._chosen

    def fill(self, value: Any) -> None:
        """Show a record."""
        self._chosen = value
        self.line.setText(value.title if value else "")
        self.line.setCursorPosition(0)
        self._paint()

    def raw(self) -> object:
        """The record's id, else what was typed."""
        return self._chosen.id if self._chosen else self.line.text().strip()

    def type_in(self, text: str) -> None:
        """Have a text looked for as if it had been typed."""
        self.line.setText(text)
        self._forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down opens the list even where nothing was typed."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() != Qt.Key.Key_Down or self._suggestions.is_open():
            return False
        self._look()
        return True

    def _look(self) -> None:
        self._pause.stop()
        self._asked = self.line.text().strip()
        self._desk.read(self, partial(self._finder.search, self._asked), partial(self._offer, self._asked))

    def _forget(self) -> None:
        self._chosen = None
        self._paint()
        self.changed.emit()
        self._pause.start()

    def _offer(self, asked: str, found: Sequence[Candidate]) -> None:
        if asked == self.line.text().strip() and self.line.hasFocus():
            can_make = asked and self._finder.make
            made = [Candidate(kind, "", asked) for kind in self._finder.kinds] if can_make else []
            self._suggestions.offer([*found, *made])

    def _take_first(self) -> None:
        if self._chosen is None and self._asked and self._asked == self.line.text().strip():
            self._suggestions.take_first()

    def _choose(self, candidate: Candidate) -> None:
        if not candidate.id and self._finder.make:
            self._finder.make(candidate.kind, candidate.title, self._choose)
            return
        self.fill(candidate)
        self.changed.emit()
        self.picked.emit(candidate)

    def _paint(self) -> None:
        self._symbol.setIcon(icons.icon(KIND_ICONS[self._chosen.kind] if self._chosen else "search"))
