"""A record beside its list: what can be done with it, and all of it to read."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.types import Kind
from db.vault import Session
from desktop.ui import markup, theme
from desktop.ui.desk import Desk
from desktop.ui.language import Texts
from desktop.ui.markup import Compose
from desktop.ui.tasks import Task
from desktop.ui.widgets.button import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.sheet import Sheet

View = TypeVar("View")
LEADING = frozenset((Kind.CASE, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.EVENT, Kind.DOCUMENT, Kind.ISSUE))


class RecordPane(QWidget, Generic[View]):
    """Shows one record at a time; ``record_asked`` carries the kind and id of a record a link leads to.

    Kinds of panes say how a record is read, how it is told and what their other links do.
    """

    record_asked = Signal(object, str)

    def __init__(self, desk: Desk, name: str, nothing: EmptyState) -> None:
        super().__init__()
        self.desk = desk
        self.record = ""
        self.texts = Texts(self)
        self.sheet = Sheet(name)
        self.sheet.followed.connect(self._follow)
        self._task: Task | None = None
        self._steps = FlowLayout()
        self._shown = ""
        self._pages = QStackedWidget()
        whole = QWidget()
        layout = column(whole, gap=1)
        layout.addLayout(self._steps)
        layout.addWidget(self.sheet, 1)
        self._pages.addWidget(nothing)
        self._pages.addWidget(whole)
        around = column(self)
        around.setContentsMargins(theme.unit() * 2, 0, 0, 0)
        around.addWidget(self._pages)

    def reader(self, record: str) -> Callable[[Session], View | None]:
        """How a record is read; ``None`` when it is gone."""
        raise NotImplementedError

    def composer(self, view: View) -> Compose:
        """How what was read is told."""
        raise NotImplementedError

    def follow(self, verb: str, target: str) -> None:
        """Take a step that a link in the sheet offers."""

    def offer(self, text: str, act: Callable[[], object], *, icon: str = "") -> None:
        """A button over the sheet."""
        self._steps.addWidget(button(self.texts, text, act, icon=icon))

    def show_id(self, record: str) -> None:
        """Show a record, or nothing."""
        self.record = record
        if not record:
            self._pages.setCurrentIndex(0)
            return
        if self._task:
            self._task.cancel()
        self._task = self.desk.read(self, self.reader(record), self._show)

    def refresh(self) -> None:
        """Read the record again."""
        if self.record:
            self.show_id(self.record)

    def _show(self, view: View | None) -> None:
        if view is None:
            self.record = ""
            self.sheet.show_text(_nothing)
        else:
            self.sheet.show_text(self.composer(view), is_same=self.record == self._shown)
        self._shown = self.record
        self._pages.setCurrentIndex(int(view is not None))

    def _follow(self, verb: str, target: str) -> None:
        if verb in LEADING:
            self.record_asked.emit(Kind(verb), target)
        else:
            self.follow(verb, target)


def _nothing() -> markup.Markup:
    return markup.NOTHING
