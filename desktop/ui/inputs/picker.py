"""The input for a record that is somewhere in the vault: found by any spelling while one types, or made in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from db.types import Kind
from db.vault import Session
from desktop.i18n import _
from desktop.ui import icons
from desktop.ui.desk import Desk
from desktop.ui.inputs.input import Input, Unclear
from desktop.ui.labels import KIND_ICONS
from desktop.ui.language import Texts

PAUSE_MILLISECONDS = 120
CANDIDATE = Qt.ItemDataRole.UserRole
WORDS = Qt.ItemDataRole.UserRole + 1
MAKE: dict[Kind, Callable[[str], str]] = {}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be meant: its title, and what tells it from others of the same title."""

    kind: Kind
    id: str
    title: str
    detail: str = ""


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
    """One record; what is typed looks for it, Down shows what is near at hand."""

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
        self._completer = self._complete_from(QStandardItemModel(self))
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self.look)
        self.line.textEdited.connect(self._forget)
        self.line.installEventFilter(self)
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

    def look(self) -> None:
        """Look for what stands there."""
        self._pause.stop()
        self._asked = self.line.text().strip()
        self._desk.read(self, partial(self._finder.search, self._asked), partial(self._offer, self._asked))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down opens the list even where nothing was typed."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() != Qt.Key.Key_Down or self._popup.isVisible():
            return False
        self.look()
        return True

    def _complete_from(self, model: QStandardItemModel) -> QCompleter:
        self._model = model
        made = QCompleter(model, self)
        made.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        made.setCompletionRole(WORDS)
        made.setMaxVisibleItems(12)
        made.setWidget(self.line)
        chosen: Any = made.activated  # the stubs know one of its two overloads
        chosen[QModelIndex].connect(self._choose)
        self._popup: Any = made.popup()
        return made

    def _forget(self) -> None:
        self._chosen = None
        self._paint()
        self.changed.emit()
        self._pause.start()

    def _offer(self, asked: str, found: Sequence[Candidate]) -> None:
        if asked != self.line.text().strip() or not self.line.hasFocus():
            return
        self._model.clear()
        for candidate in found:
            self._append(
                candidate, f"{candidate.title}  —  {candidate.detail}" if candidate.detail else candidate.title
            )
        if asked and self._finder.make:
            for kind in self._finder.kinds:
                self._append(Candidate(kind, "", asked), MAKE[kind](asked), icon="plus")
        if self._model.rowCount():
            self._completer.complete()
        else:
            self._popup.hide()

    def _append(self, candidate: Candidate, words: str, icon: str = "") -> None:
        entry = QStandardItem(icons.icon(icon or KIND_ICONS[candidate.kind]), words)
        entry.setData(candidate, CANDIDATE)
        entry.setData(candidate.title, WORDS)
        self._model.appendRow(entry)

    def _choose(self, index: QModelIndex) -> None:
        candidate = index.data(CANDIDATE)
        if candidate.id:
            self._take(candidate)
        elif self._finder.make:
            self._finder.make(candidate.kind, candidate.title, self._take)

    def _take(self, candidate: Candidate) -> None:
        self.fill(candidate)
        self.changed.emit()
        self.picked.emit(candidate)

    def _paint(self) -> None:
        icon = KIND_ICONS[self._chosen.kind] if self._chosen else "search"
        self._symbol.setIcon(icons.icon(icon))


def _person(text: str) -> str:
    return _("Create the person “{name}”…").format(name=text)


def _organisation(text: str) -> str:
    return _("Create the organisation “{name}”…").format(name=text)


def _place(text: str) -> str:
    return _("Create the place “{name}”…").format(name=text)


MAKE.update({Kind.PERSON: _person, Kind.ORGANISATION: _organisation, Kind.PLACE: _place})
