"""The list under a picker: records that may be meant, and what can be made where none fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from db.types import Kind
from desktop.i18n import _
from desktop.ui import icons
from desktop.ui.labels import KIND_ICONS

CANDIDATE = Qt.ItemDataRole.UserRole
WORDS = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be meant: its title, and what tells it from others of the same title.

    One without an id is still to be made, and called ``title``.
    """

    kind: Kind
    id: str
    title: str
    detail: str = ""


class Suggestions(QCompleter):
    """``taken`` carries the candidate the user chose."""

    taken = Signal(object)

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._candidates = QStandardItemModel(self)
        self.setModel(self._candidates)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompletionRole(WORDS)
        self.setMaxVisibleItems(12)
        self.setWidget(line)
        chosen: Any = self.activated  # the stubs know one of its two overloads
        chosen[QModelIndex].connect(self._take)
        self._list: Any = self.popup()

    def offer(self, candidates: Sequence[Candidate]) -> None:
        """Show these, or nothing."""
        self._candidates.clear()
        for candidate in candidates:
            self._append(candidate)
        if candidates:
            self.complete()
        else:
            self._list.hide()

    def is_open(self) -> bool:
        """Whether the list can be seen."""
        return bool(self._list.isVisible())

    def take_first(self) -> None:
        """Choose what stands first, if anything does."""
        self._list.hide()
        if self._candidates.rowCount():
            self._take(self._candidates.index(0, 0))

    def _append(self, candidate: Candidate) -> None:
        words = f"{candidate.title}  —  {candidate.detail}" if candidate.detail else candidate.title
        words = words if candidate.id else _making(candidate)
        entry = QStandardItem(icons.icon(KIND_ICONS[candidate.kind] if candidate.id else "plus"), words)
        entry.setData(candidate, CANDIDATE)
        entry.setData(candidate.title, WORDS)
        self._candidates.appendRow(entry)

    def _take(self, index: QModelIndex) -> None:
        self.taken.emit(index.data(CANDIDATE))


def _making(candidate: Candidate) -> str:
    text = {
        Kind.PERSON: _("Create the person “{name}”…"),
        Kind.ORGANISATION: _("Create the organisation “{name}”…"),
        Kind.PLACE: _("Create the place “{name}”…"),
    }[candidate.kind]
    return text.format(name=candidate.title)
