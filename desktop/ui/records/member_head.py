"""The head of the lists of people: which kind is shown, a name to look for, and how to add one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.types import Kind
from desktop.i18n import N_, _
from desktop.ui.labels import KIND_ICONS
from desktop.ui.language import Texts
from desktop.ui.records.member_lines import KINDS, TITLES
from desktop.ui.widgets.button import button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.measure import keep_width
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.segments import Segments

LETTERS = 30
ADD = {
    Kind.PERSON: N_("Ne&w person…"),
    Kind.ORGANISATION: N_("Ne&w organisation…"),
    Kind.PLACE: N_("Ne&w place…"),
}


class MemberHead(QWidget):
    """``enroll_asked`` is offered only where there is a case to put somebody on file in."""

    chosen = Signal(int)
    add_asked = Signal()
    enroll_asked = Signal()

    def __init__(self, *, is_in_case: bool) -> None:
        super().__init__()
        self.segments = Segments(N_("What is listed"), [(TITLES[kind], KIND_ICONS[kind]) for kind in KINDS])
        self.search = SearchField(N_("Any spelling of a name"))
        keep_width(self.search, LETTERS)
        self._texts = Texts(self)
        layout = FlowLayout(self)
        for part in (self.segments, self.search):
            layout.addWidget(part)
        if is_in_case:
            layout.addWidget(button(self._texts, N_("Someone &known…"), self.enroll_asked.emit, icon="user-plus"))
        layout.addWidget(button(self._texts, self._verb, self.add_asked.emit, role="primary", icon="plus"))
        self.segments.chosen.connect(self._choose)

    def kind(self) -> Kind:
        """The kind that is shown."""
        return KINDS[self.segments.currentIndex()]

    def _choose(self, place: int) -> None:
        self._texts.speak()
        self.chosen.emit(place)

    def _verb(self) -> str:
        return _(ADD[self.kind()])
