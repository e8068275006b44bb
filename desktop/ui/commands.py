"""What the window itself can do, whatever it shows: undo and redo, go anywhere, help, full screen."""

from dataclasses import replace
from functools import partial
from importlib.metadata import version

from PySide6.QtCore import QObject

from db.queries import history
from db.queries.history import Undoable
from db.types import Kind
from desktop.i18n import _
from desktop.operations import Done, Touched
from desktop.operations.change_names import change_name
from desktop.operations.history import redo_last, undo_last
from desktop.ui import discretion
from desktop.ui.desk import Desk
from desktop.ui.dialogs.about import AboutDialog
from desktop.ui.dialogs.cheat_sheet import CheatSheet
from desktop.ui.dialogs.palette import Palette, Search
from desktop.ui.dialogs.terms.vocabulary_desk import VocabularyDesk
from desktop.ui.help.pages import LIMITS
from desktop.ui.help.window import fitting_page, open_manual
from desktop.ui.language import speech
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import Job


class Commands(QObject):
    """Binds the actions that need no screen."""

    def __init__(self, window: MainWindow, search: Search) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._search = search
        self._undoable = Undoable(None, None)
        for action, slot in {
            "edit.undo": self._undo,
            "edit.redo": self._redo,
            "go.palette": self._go_anywhere,
            "window.quit": window.close,
            "view.full": self._toggle_full_screen,
            "view.names": self._toggle_names,
            "help.manual": self._show_manual,
            "help.keys": self._show_keys,
            "help.limits": self._show_limits,
            "help.about": self._show_about,
        }.items():
            self._desk.actions.bind(action, window, slot)
        self._desk.refresh.touched.connect(self._look_back)
        speech().changed.connect(self._name_steps)
        VocabularyDesk(self._desk, window)
        self._look_back()

    def _undo(self) -> None:
        self._desk.perform(self, partial(_undo, self._desk))

    def _redo(self) -> None:
        self._desk.perform(self, partial(_redo, self._desk))

    def _look_back(self, _touched: Touched | None = None) -> None:
        self._desk.read(self, history.undoable, self._take_steps)

    def _take_steps(self, undoable: Undoable) -> None:
        self._undoable = undoable
        self._name_steps()

    def _name_steps(self) -> None:
        actions = self._desk.actions
        undo, redo = change_name(self._undoable.undo), change_name(self._undoable.redo)
        actions.situate(replace(actions.situation, undo_name=undo, redo_name=redo))

    def _go_anywhere(self) -> None:
        Palette(self._desk.actions, self._search, self._window).open()

    def _show_keys(self) -> None:
        CheatSheet(self._desk.actions, self._window).open()

    def _show_manual(self) -> None:
        open_manual(self._desk.settings, self._desk.actions, self._window, fitting_page(self._window.screens))

    def _show_limits(self) -> None:
        open_manual(self._desk.settings, self._desk.actions, self._window, LIMITS)

    def _show_about(self) -> None:
        AboutDialog(version("sandyq"), self._window).open()

    def _toggle_names(self) -> None:
        discretion.hide(is_on=not discretion.is_hiding())
        self._desk.refresh.announce(Touched(frozenset(Kind)))
        if discretion.is_hiding():
            words = _("Names are hidden on the screen. Texts, and what is exported, stay as they are.")
            self._desk.report.confirm(words, step=_("Show names"), act=self._toggle_names)
        else:
            self._desk.report.confirm(_("Names are shown again."))

    def _toggle_full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()


def _undo(desk: Desk, _job: Job) -> Done[str]:
    return undo_last(desk.vault)


def _redo(desk: Desk, _job: Job) -> Done[str]:
    return redo_last(desk.vault)
