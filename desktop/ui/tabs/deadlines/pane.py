"""One deadline beside its list: the whole count to read, and below it what can be written down about it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from db.types import Kind
from desktop.i18n import N_
from desktop.logic.clocks.deadline import Status
from desktop.operations.deadlines import reopen_deadline
from desktop.ui import markup, theme
from desktop.ui.deadlines.telling import OTHER, DeadlineView, compose
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.deadline import (
    DeadlineEditor,
    DoneEditor,
    OtherDueEditor,
    RestorationEditor,
    WaiverEditor,
)
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.language import Texts
from desktop.ui.markup import Markup
from desktop.ui.widgets.button import button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.sheet import Sheet

_LAPSED = frozenset({Status.MISSED, Status.UNPROVEN, Status.RESTORATION_ASKED, Status.REFUSED, Status.RESTORED})


class DeadlinePane(QWidget):
    """``record_asked`` carries the kind and id of a record a link leads to, ``other_asked`` another line of the list.

    ``decided`` is told after something was written down.
    """

    record_asked = Signal(object, str)
    other_asked = Signal(str)
    decided = Signal()

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__()
        self._desk, self._case_id = desk, case_id
        self._view: DeadlineView | None = None
        self._texts = Texts(self)
        self._sheet = Sheet(N_("The deadline"))
        layout = column(self, gap=2)
        layout.setContentsMargins(theme.unit() * 2, 0, 0, 0)
        layout.addWidget(self._sheet, 1)
        self._steps = FlowLayout()
        layout.addLayout(self._steps)
        self._done = self._offer(N_("Mark as d&one…"), self.mark_done, "check")
        self._waive = self._offer(N_("&Waive…"), partial(self._edit, WaiverEditor), "x")
        self._restore = self._offer(N_("Ask &restoration…"), partial(self._edit, RestorationEditor), "rotate-cw")
        self._other = self._offer(N_("Other d&ue time…"), partial(self._edit, OtherDueEditor), "calendar-clock")
        self._reopen = self._offer(N_("Take what we wrote &back"), self._take_back, "undo-2")
        self._sheet.followed.connect(self._follow)
        self.show_view(None)

    def show_view(self, view: DeadlineView | None) -> None:
        """Show this deadline, or none."""
        is_same = view is not None and self._view is not None and view.line.id == self._view.line.id
        self._view = view
        self._sheet.show_text(partial(compose, view) if view else _nothing, is_same=is_same)
        for step in (self._done, self._waive, self._other):
            step.setEnabled(view is not None)
        is_lapsed = view is not None and view.line.is_ours and view.line.deadline.status in _LAPSED
        self._restore.setVisible(is_lapsed)
        self._reopen.setVisible(view is not None and view.decision is not None)

    def mark_done(self) -> None:
        """Ask when, by what channel and with what proof it was done."""
        self._edit(DoneEditor)

    def _offer(self, text: str, act: Callable[[], object], icon: str) -> QPushButton:
        made = button(self._texts, text, act, icon=icon)
        self._steps.addWidget(made)
        return made

    def _edit(self, editor: DeadlineEditor) -> None:
        if self._view is None:
            return
        made = editor(self._desk, self._view.found, self._view.line.deadline, self.window())
        made.saved.connect(self._tell)
        made.open()

    def _tell(self, _record: str) -> None:
        self.decided.emit()

    def _take_back(self) -> None:
        row = self._view.decision if self._view else None
        if row is not None:
            verb = work(reopen_deadline, self._desk.vault, self._case_id, row.id)
            self._desk.perform(self, verb, self._tell_back)

    def _tell_back(self, _nothing: None) -> None:
        self.decided.emit()

    def _follow(self, verb: str, target: str) -> None:
        if verb == OTHER:
            self.other_asked.emit(target)
        else:
            self.record_asked.emit(Kind(verb), target)


def _nothing() -> Markup:
    return markup.NOTHING
