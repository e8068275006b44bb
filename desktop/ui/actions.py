"""The one registry of actions: menus, palette, shortcuts, cheat sheet and help all read ``ACTIONS``.

A screen binds what it can do; an action nobody bound is shown nowhere. When several screens bind the same action, the
one that has the keyboard answers, else the one bound last that can be seen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from desktop.i18n import N_, _
from desktop.ui import icons, theme
from desktop.ui.language import speech


class Context(StrEnum):
    """Where an action means something."""

    GLOBAL = "global"
    CASE = "case"
    LIST = "list"

    def title(self) -> str:
        """The heading over its actions in the cheat sheet."""
        return {"global": _("Everywhere"), "case": _("In a case"), "list": _("In a list")}[self.value]


class Menu(StrEnum):
    """The menus of the menu bar, in their order; the value is the title."""

    FILE = N_("&File")
    EDIT = N_("&Edit")
    GO = N_("&Go")
    CASE = N_("&Case")
    EVENT = N_("Even&t")
    VIEW = N_("&View")
    HELP = N_("&Help")


@dataclass(frozen=True, slots=True)
class Situation:
    """What the window is showing, as far as actions depend on it."""

    has_case: bool = False
    selected: int = 0
    undo_name: str = ""
    redo_name: str = ""


def is_always(_situation: Situation) -> bool:
    """Possible at any time."""
    return True


def is_in_case(situation: Situation) -> bool:
    """Possible while a case is open."""
    return situation.has_case


def has_selection(situation: Situation) -> bool:
    """Possible while something is selected."""
    return situation.selected > 0


def has_several_selected(situation: Situation) -> bool:
    """Possible while more than one row is selected."""
    return situation.selected > 1


def has_one_selected(situation: Situation) -> bool:
    """Possible while exactly one row is selected."""
    return situation.selected == 1


def can_undo(situation: Situation) -> bool:
    """Possible while there is a change to take back."""
    return bool(situation.undo_name)


def can_redo(situation: Situation) -> bool:
    """Possible while there is a change to bring back."""
    return bool(situation.redo_name)


def undo_name(situation: Situation) -> str:
    """The change that would be taken back."""
    return situation.undo_name


def redo_name(situation: Situation) -> str:
    """The change that would be brought back."""
    return situation.redo_name


def no_name(_situation: Situation) -> str:
    """Most actions work on nothing that has a name."""
    return ""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user can ask for; the first of ``keys`` is shown, the others work too.

    ``named`` tells what it would work on; ``starts`` draws a line above it in its menu.
    """

    id: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    context: Context = Context.GLOBAL
    is_enabled: Callable[[Situation], bool] = is_always
    named: Callable[[Situation], str] = no_name
    starts: bool = False

    def label(self, situation: Situation) -> str:
        """Its text in the interface language, with the name of what it would work on."""
        name = self.named(situation)
        return _("{action}: {name}").format(action=_(self.text), name=name) if name else _(self.text)


@dataclass(frozen=True, slots=True)
class _Binding:
    owner: QWidget
    slot: Callable[[], object]


class Actions(QObject):
    """The actions of one window as Qt knows them, bound to the screens that answer."""

    changed = Signal()

    def __init__(self, window: QWidget, table: tuple[Action, ...]) -> None:
        super().__init__(window)
        self.table = table
        self.situation = Situation()
        self._bindings: dict[str, list[_Binding]] = {}
        self._made = {action.id: self._make(action, window) for action in table}
        speech().changed.connect(self._refresh)
        theme.worn().changed.connect(self._paint)
        self._paint()

    def bind(self, action: str, owner: QWidget, slot: Callable[[], object]) -> None:
        """Let ``owner`` answer ``action`` as long as it lives."""
        self._bindings[action] = [*self._living(action), _Binding(owner, slot)]
        self._refresh(action)

    def situate(self, situation: Situation) -> None:
        """Tell what the window shows now."""
        self.situation = situation
        self._refresh()

    def offered(self) -> list[Action]:
        """What somebody answers, in the order of the table."""
        return [action for action in self.table if self._living(action.id)]

    def is_possible(self, action: Action) -> bool:
        """Whether it can be asked for now."""
        return action.is_enabled(self.situation) and bool(self._living(action.id))

    def qt(self, action: str) -> QAction:
        """The action as Qt knows it, for menus and buttons."""
        return self._made[action]

    def perform(self, action: str) -> None:
        """Ask for an action as if its key had been pressed."""
        answering = self._answering(action)
        if answering and self._made[action].isEnabled():
            answering.slot()

    def for_keys(self, keys: QKeySequence) -> str | None:
        """The possible action that has this shortcut."""
        matches = (action.id for action in self.table if any(QKeySequence(key) == keys for key in action.keys))
        return next((action for action in matches if self._made[action].isEnabled()), None)

    def _make(self, action: Action, window: QWidget) -> QAction:
        made = QAction(window)
        made.setShortcuts([QKeySequence(key) for key in action.keys])
        made.setEnabled(False)
        made.setVisible(False)
        made.triggered.connect(partial(self.perform, action.id))
        window.addAction(made)
        return made

    def _living(self, action: str) -> list[_Binding]:
        return [binding for binding in self._bindings.get(action, []) if shiboken6.isValid(binding.owner)]

    def _answering(self, action: str) -> _Binding | None:
        seen = [binding for binding in reversed(self._living(action)) if binding.owner.isVisible()]
        focus = QApplication.focusWidget()
        near = [binding for binding in seen if focus and (binding.owner is focus or binding.owner.isAncestorOf(focus))]
        return next(iter(near or seen), None)

    def _refresh(self, only: str = "") -> None:
        for action in self.table:
            if only in ("", action.id):
                made = self._made[action.id]
                made.setText(action.label(self.situation))
                made.setVisible(bool(self._living(action.id)))
                made.setEnabled(self.is_possible(action))
        self.changed.emit()

    def _paint(self) -> None:
        for action in self.table:
            if action.icon:
                self._made[action.id].setIcon(icons.icon(action.icon))
