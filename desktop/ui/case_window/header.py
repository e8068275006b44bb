"""The head of a case: its title, and below it its reference, its stage and how much is on file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from db.queries.cases import CaseLine
from desktop.i18n import N_, ngettext
from desktop.ui import labels
from desktop.ui.language import Texts
from desktop.ui.widgets.button import tool
from desktop.ui.widgets.layout import column, label, row


class CaseHeader(QWidget):
    """Says which case this is; asks to go back to where it was opened, or to edit it."""

    back_asked = Signal()
    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line: CaseLine | None = None
        self._texts = Texts(self)
        self._title, self._below = label("title"), label("hint")
        for part in (self._title, self._below):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = row(self, gap=2)
        back = tool(self._texts, N_("Back to where the case was opened"), self.back_asked.emit, icon="arrow-left")
        layout.addWidget(back, alignment=Qt.AlignmentFlag.AlignTop)
        words = column(gap=0)
        words.addWidget(self._title)
        words.addWidget(self._below)
        layout.addLayout(words, 1)
        edit = tool(self._texts, N_("Edit the case"), self.edit_asked.emit, icon="pencil")
        layout.addWidget(edit, alignment=Qt.AlignmentFlag.AlignTop)
        self._texts.put(self._title.setText, self._called)
        self._texts.put(self._below.setText, self._told)

    def show_case(self, line: CaseLine) -> None:
        """Show this case."""
        self._line = line
        self._texts.speak()

    def _called(self) -> str:
        return self._line.case.title if self._line else ""

    def _told(self) -> str:
        line = self._line
        if line is None:
            return ""
        stage = labels.term("stages", line.case.stage)
        return labels.joined([line.case.ref, stage, *counted(line)])


def counted(line: CaseLine) -> list[str]:
    """How many events, documents and persons are on file."""
    return [
        ngettext("{count} event", "{count} events", line.events).format(count=line.events),
        ngettext("{count} document", "{count} documents", line.documents).format(count=line.documents),
        ngettext("{count} person", "{count} persons", line.persons).format(count=line.persons),
    ]
