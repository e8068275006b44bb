"""The saved views of a timeline: a menu of filters kept under a name, each with what it finds now."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from db.queries.event_filter import Filter
from db.rows import ViewRow
from db.vault import Session
from desktop.i18n import N_, _
from desktop.operations.views import TIMELINE, CountedView, body_of, count_views, filter_of, remove_view, save_view
from desktop.ui import icons
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.inputs.texts import TextInput
from desktop.ui.language import Texts, speech


class ViewEditor(Editor):
    """Gives the filter of now a name."""

    def __init__(self, desk: Desk, case_id: str, wanted: Filter, parent: QWidget) -> None:
        super().__init__(N_("Keep this view"), desk, parent, letters=48)
        self._case_id, self._wanted = case_id, wanted
        self.form.put("title", N_("&Name of the view"), TextInput(), is_wide=True)
        self.settle()
        self.form.input("title").setFocus()

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Keep it."""
        row = ViewRow("", TIMELINE, values["title"] or "", self._case_id, body_of(self._wanted))
        return work(save_view, self.desk.vault, row)


class ViewMenu(QToolButton):
    """``chosen`` carries the filter of the view that was picked."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__()
        self.wanted = Filter()
        self._desk, self._case_id = desk, case_id
        self._views: Sequence[CountedView] = ()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        Texts(self).put(self.setText, N_("Views"))
        icons.keep_on(self, "filter", is_beside_text=True)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)
        speech().changed.connect(self._fill)
        self.read()

    def read(self) -> None:
        """Count again what the views find."""
        self._desk.read(self, partial(_counted, self._case_id), self._take)

    def _take(self, views: Sequence[CountedView]) -> None:
        self._views = views
        self._fill()

    def _fill(self) -> None:
        self._menu.clear()
        for view in self._views:
            words = f"{view.row.title}\t{view.count}".replace("&", "&&")
            self._entry(words, partial(self._choose, view.row))
        if not self._views:
            self._entry(_("No view is kept yet"), None)
        self._menu.addSeparator()
        keep = self._entry(_("Keep this view…"), self._keep)
        keep.setEnabled(self.wanted != Filter())
        if self._views:
            forget = self._menu.addMenu(_("Forget a view"))
            for view in self._views:
                forget.addAction(view.row.title.replace("&", "&&")).triggered.connect(partial(self._forget, view.row))

    def _entry(self, words: str, act: Any) -> QAction:
        made = self._menu.addAction(words)
        if act:
            made.triggered.connect(act)
        else:
            made.setEnabled(False)
        return made

    def _choose(self, row: ViewRow) -> None:
        self.chosen.emit(filter_of(row.body))

    def _keep(self) -> None:
        ViewEditor(self._desk, self._case_id, self.wanted, self.window()).open()

    def _forget(self, row: ViewRow) -> None:
        self._desk.perform(self, work(remove_view, self._desk.vault, row.id, row.case_id))


def _counted(case_id: str, session: Session) -> Sequence[CountedView]:
    return count_views(session, case_id)
