"""People, organisations and places: three lists, one shown at a time, with the chosen record beside them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.types import Kind
from desktop.operations import Touched
from desktop.ui.building import Stages
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.dialogs.editors.several import bind_several
from desktop.ui.records.member_head import MemberHead
from desktop.ui.records.member_lines import KINDS
from desktop.ui.records.member_list import MemberList
from desktop.ui.records.member_pane import MemberPane
from desktop.ui.records.steps import copy_rows
from desktop.ui.records.twins import Twins
from desktop.ui.refresh import concerns
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.splitter import RememberedSplitter

SHOWN = frozenset(Kind) - {Kind.BRIEF}


class MemberBrowser(QWidget):
    """In a case, or (``case_id`` empty) in the whole vault.

    ``record_asked`` carries the kind and id of another record of this case, ``elsewhere_asked`` a case before them;
    ``situated`` how many rows are selected.
    """

    record_asked = Signal(object, str)
    elsewhere_asked = Signal(str, object, str)
    counted = Signal(str)
    situated = Signal(int)

    def __init__(self, desk: Desk, case_id: str = "") -> None:
        super().__init__()
        self._desk, self._case_id = desk, case_id
        self._lists: list[MemberList] = []

    def build(self) -> Stages:
        """The head, one list after the other, the record beside them."""
        desk, case_id = self._desk, self._case_id
        self._head = MemberHead(is_in_case=bool(case_id))
        layout = column(self, gap=2)
        layout.addWidget(self._head)
        stack = QStackedWidget()
        halves = RememberedSplitter(f"people-{'case' if case_id else 'vault'}", desk.settings, stack, shares=(1, 1))
        layout.addWidget(halves, 1)
        yield
        for kind in KINDS:
            self._lists.append(MemberList(desk, kind, case_id, self.add))
            stack.addWidget(self._lists[-1])
            yield
        self._pane = MemberPane(desk, case_id)
        halves.put(self._pane)
        yield
        self._twins = Twins(desk, case_id, self, self.current, self.show_record)
        self._head.chosen.connect(stack.setCurrentIndex)
        self._connect()

    def current(self) -> MemberList:
        """The list that is shown."""
        return self._lists[KINDS.index(self._head.kind())]

    def take_focus(self) -> None:
        """Start in the list."""
        self.current().table.setFocus()
        self._select(self.current(), self.current().table.selected_ids())

    def show_record(self, kind: Kind, record: str) -> None:
        """Show one of them."""
        self._head.segments.setCurrentIndex(KINDS.index(kind))
        self._head.search.clear()
        self._pane.kind = kind
        self._pane.show_id(record)
        self.current().seek(record)

    def refresh(self, touched: Touched) -> None:
        """Read lists and record again when something they show changed."""
        if concerns(touched, SHOWN):
            for made in self._lists:
                made.reload()
            self._pane.refresh()

    def add(self, kind: Kind | None = None) -> None:
        """Write down a new one of the kind that is shown, or of ``kind``."""
        kind = kind or self.current().kind
        editors = Editors(self._desk, self.window())
        editors.open_member(kind, self._case_id or None, then=partial(self.show_record, kind))

    def enroll(self) -> None:
        """Put somebody the vault knows already on file in the case."""
        kind, editors = self.current().kind, Editors(self._desk, self.window())
        editors.open_enrolment(self._case_id, kind, then=partial(self.show_record, kind))

    def _connect(self) -> None:
        for made in self._lists:
            made.selected.connect(partial(self._select, made))
            made.opened.connect(self._pane.edit)
            made.counted.connect(partial(self._tell_count, made))
        self._head.chosen.connect(self._choose)
        self._head.add_asked.connect(self.add)
        self._head.enroll_asked.connect(self.enroll)
        self._head.search.searched.connect(partial(_look, self))
        self._head.search.left.connect(self.take_focus)
        self._pane.record_asked.connect(self._lead)
        self._pane.merge_asked.connect(self._twins.merge)
        actions = self._desk.actions
        actions.bind("list.add", self, self.add)
        actions.bind("list.edit", self, self._pane.edit)
        actions.bind("list.open", self, self._pane.edit)
        actions.bind("list.delete", self, self._pane.trash)
        actions.bind("list.find", self, self._head.search.setFocus)
        for made in self._lists:
            actions.bind("list.copy", made.table, partial(copy_rows, self._desk, made.table))
            if made.kind is Kind.PERSON:
                bind_several(self._desk, made.table, made.kind, self._case_id, made.table.selected_ids)

    def _choose(self, _place: int) -> None:
        _look(self, self._head.search.text())
        self._select(self.current(), self.current().table.selected_ids())
        self._tell_count(self.current())

    def _select(self, made: MemberList, ids: list[str]) -> None:
        if made is self.current():
            self._pane.kind = made.kind
            self._pane.show_id(ids[0] if ids else "")
            self.situated.emit(len(ids))

    def _lead(self, kind: Kind, record: str) -> None:
        case = record if kind is Kind.CASE else self._pane.case_of(record)
        if kind in KINDS:
            self.show_record(kind, record)
        elif case == self._case_id:
            self.record_asked.emit(kind, record)
        else:
            self.elsewhere_asked.emit(case, kind, record)

    def _tell_count(self, made: MemberList) -> None:
        if made is self.current():
            self.counted.emit(made.count_words())


def _look(browser: MemberBrowser, text: str) -> None:
    browser.current().search(text)
