"""The head of a case: its title, and below it its reference, its stage and how much is on file."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from db.queries.cases import CaseLine
from desktop.i18n import N_, ngettext
from desktop.ui import labels
from desktop.ui.case_window.standing import Standing, compose
from desktop.ui.language import Texts
from desktop.ui.markup import Markup
from desktop.ui.widgets.button import tool
from desktop.ui.widgets.layout import column, label, row
from desktop.ui.widgets.rich_label import RichLabel


class CaseHeader(QWidget):
    """Says which case this is; asks to go back to where it was opened, or to edit it.

    ``deadline_asked`` carries the id of the line of the next deadline.
    """

    back_asked = Signal()
    edit_asked = Signal()
    deadline_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._line: CaseLine | None = None
        self._texts = Texts(self)
        self._title, self._below, self._standing = label("title"), label("hint"), RichLabel()
        self._standing.followed.connect(self._follow)
        self._standing.hide()
        for part in (self._title, self._below):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = row(self, gap=2)
        back = tool(self._texts, N_("Back to where the case was opened"), self.back_asked.emit, icon="arrow-left")
        layout.addWidget(back, alignment=Qt.AlignmentFlag.AlignTop)
        words = column(gap=0)
        words.addWidget(self._title)
        words.addWidget(self._below)
        words.addWidget(self._standing)
        layout.addLayout(words, 1)
        edit = tool(self._texts, N_("Edit the case"), self.edit_asked.emit, icon="pencil")
        layout.addWidget(edit, alignment=Qt.AlignmentFlag.AlignTop)
        self._texts.put(self._standing.setAccessibleName, N_("Custody and the next deadline"))
        self._texts.put(self._title.setText, self._called)
        self._texts.put(self._below.setText, self._told)

    def show_case(self, line: CaseLine) -> None:
        """Show this case."""
        self._line = line
        self._texts.speak()

    def show_standing(self, standing: Standing, clock: Callable[[], datetime]) -> None:
        """Show who is held and what is due next; nothing where there is neither. ``clock`` tells the time."""
        self._standing.show_text(partial(_stand, standing, clock))
        self._standing.setVisible(bool(self._standing.text()))

    def tell_time(self) -> None:
        """The time has moved on: count the hours anew."""
        self._standing.tell()

    def _follow(self, _verb: str, line: str) -> None:
        self.deadline_asked.emit(line)

    def _called(self) -> str:
        return self._line.case.title if self._line else ""

    def _told(self) -> str:
        line = self._line
        if line is None:
            return ""
        stage = labels.term("stages", line.case.stage)
        return labels.joined([line.case.ref, stage, *counted(line)])


def _stand(standing: Standing, clock: Callable[[], datetime]) -> Markup:
    return compose(standing, int(clock().timestamp()))


def counted(line: CaseLine) -> list[str]:
    """How many events, documents and persons are on file."""
    return [
        ngettext("{count} event", "{count} events", line.events).format(count=line.events),
        ngettext("{count} document", "{count} documents", line.documents).format(count=line.documents),
        ngettext("{count} person", "{count} persons", line.persons).format(count=line.persons),
    ]
