"""A case: one header over its tabs."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer

from db.errors import RecordMissing
from db.queries import cases
from db.queries.cases import CaseLine
from db.types import Kind
from db.vault import Session
from desktop.operations import Touched
from desktop.ui import theme
from desktop.ui.case_window.commands import CaseCommands
from desktop.ui.case_window.header import CaseHeader
from desktop.ui.case_window.standing import Standing, read_standing
from desktop.ui.case_window.tab import Tab
from desktop.ui.case_window.tab_area import TabArea
from desktop.ui.case_window.tables import TABS, TabPlan
from desktop.ui.desk import Desk
from desktop.ui.refresh import concerns
from desktop.ui.screen import Screen
from desktop.ui.widgets.layout import column

HEADED = frozenset({Kind.CASE, Kind.EVENT, Kind.DOCUMENT, Kind.MEMBERSHIP, Kind.DEADLINE, Kind.PERSON}) | {
    Kind.PARTICIPATION,
    Kind.RULE,
    Kind.CALENDAR_DAY,
}
MINUTE = 60_000  # milliseconds


class CaseWindow(Screen):
    """Shows one case through the tabs of ``plans``."""

    def __init__(self, desk: Desk, case_id: str, plans: Sequence[TabPlan] = TABS) -> None:
        super().__init__()
        self._desk, self._case_id = desk, case_id
        self._ref = ""
        self._header = CaseHeader()
        self._area = TabArea(desk, case_id, plans)
        layout = column(self, gap=2)
        unit = theme.unit()
        layout.setContentsMargins(unit * 4, unit * 3, unit * 4, unit * 2)
        layout.addWidget(self._header)
        layout.addWidget(self._area, 1)
        self._area.made.connect(self._adopt)
        self._area.counted.connect(self.counted)
        self._header.back_asked.connect(self.back_asked)
        self._header.deadline_asked.connect(partial(self.show_record, Kind.DEADLINE))
        minute = QTimer(self, interval=MINUTE)
        minute.timeout.connect(self._header.tell_time)
        minute.start()
        desk.refresh.touched.connect(self._refresh)
        self._commands = CaseCommands(desk, case_id, self)
        self._commands.made.connect(self.show_record)
        self._header.edit_asked.connect(self._commands.edit_case)
        self._bind(plans)
        self._read()

    def enter(self) -> None:
        """Go on where the case was left."""
        self._area.enter()

    def show_record(self, kind: Kind, record: str) -> None:
        """Show a record in the first tab that shows its kind; an empty one means the tab alone."""
        self._area.show_tab(partial(_shows, kind), partial(_show_record, kind, record))

    def count_words(self) -> str:
        """What the tab in view counts."""
        tab = self._area.current()
        return tab.count_words() if tab else ""

    def case_name(self) -> str:
        """The reference of the case."""
        return self._ref

    def _bind(self, plans: Sequence[TabPlan]) -> None:
        actions = self._desk.actions
        actions.bind("event.quick", self, partial(self._send, "timeline", "quick"))
        actions.bind("tab.next", self, partial(self._area.step, 1))
        actions.bind("tab.previous", self, partial(self._area.step, -1))
        for place, plan in enumerate(plans):
            actions.bind(plan.action, self, partial(self._area.go, place))

    def _adopt(self, tab: Tab) -> None:
        tab.record_asked.connect(self.show_record)
        tab.elsewhere_asked.connect(self.record_chosen)
        tab.tab_asked.connect(self._send)

    def _send(self, tab_id: str, wish: str) -> None:
        self._area.show_tab(partial(_is_called, tab_id), partial(_begin, wish))

    def _refresh(self, touched: Touched) -> None:
        if concerns(touched, HEADED, self._case_id):
            self._read()
        if touched.case_id in (None, self._case_id):
            self._area.refresh(touched)

    def _read(self) -> None:
        self._desk.read(self, partial(_line, self._case_id), self._show, self._miss)
        now = int(self._desk.vault.clock().timestamp())
        standing = partial(read_standing, self._desk.reckonings, self._case_id, now)
        self._desk.read(self, standing, self._stand, partial(_overlook, self._desk))

    def _stand(self, standing: Standing) -> None:
        self._header.show_standing(standing, self._desk.vault.clock)

    def _show(self, line: CaseLine) -> None:
        if line.case.trashed_at is not None:
            self.back_asked.emit()
            return
        self._ref = line.case.ref
        self.named.emit(self._ref)
        self._header.show_case(line)

    def _miss(self, error: Exception) -> None:
        """Go back when the case is gone, because its making was undone."""
        if isinstance(error, RecordMissing):
            self.back_asked.emit()
        else:
            self._desk.report.tell(error)


def _overlook(desk: Desk, error: Exception) -> None:
    """That the case is gone is told where its head is read."""
    if not isinstance(error, RecordMissing):
        desk.report.tell(error)


def _show_record(kind: Kind, record: str, tab: Tab) -> None:
    if record:
        tab.show_record(kind, record)


def _begin(wish: str, tab: Tab) -> None:
    tab.begin(wish)


def _shows(kind: Kind, plan: TabPlan) -> bool:
    return kind in plan.shows


def _is_called(tab_id: str, plan: TabPlan) -> bool:
    return plan.id == tab_id


def _line(case_id: str, session: Session) -> CaseLine:
    return cases.line(session, case_id)
