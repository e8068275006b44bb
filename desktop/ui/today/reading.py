"""Reading what presses a case at a time, so that nothing else in the vault's lane waits long, and keeping it."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from db.errors import RecordMissing
from db.queries import cases
from db.queries.cases import CaseLine
from db.queries.remarks import open_tasks
from db.rows import Key, Page
from db.types import Kind
from db.vault import Session
from desktop.operations import Touched
from desktop.operations.paging import every
from desktop.operations.reckonings import Reckonings
from desktop.ui.deadlines.lines import lines_of
from desktop.ui.desk import Desk
from desktop.ui.refresh import concerns
from desktop.ui.today.groups import Entry, entries_of, ranked

PRESSING = frozenset(Kind) - {Kind.BRIEF, Kind.NOTE, Kind.VIEW, Kind.CONSENT, Kind.ISSUE, Kind.ISSUE_FACT}
FRESH = 300  # seconds after which the clocks have moved on so far that all is reckoned anew


class Outlook(QObject):
    """Keeps what presses by case; ``grown`` is told after each case that was read, ``settled`` when all were."""

    grown = Signal()
    settled = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: dict[str, list[Entry]] = {}
        self._waiting: list[str] = []
        self._read_at: int | None = None
        self._is_reading = False

    def forget(self, touched: Touched) -> None:
        """Something changed: of one case, or of all."""
        if not concerns(touched, PRESSING):
            return
        if touched.case_id is None:
            self._read_at = None
        else:
            self._kept.pop(touched.case_id, None)
            if self._is_reading:
                self._waiting.append(touched.case_id)  # what is on its way may be from before the change

    def read(self) -> None:
        """Read the cases that are not kept, or all when the time has moved on."""
        if self._is_reading:
            return
        now = self._now()
        if self._read_at is None or now - self._read_at > FRESH:
            self._kept, self._read_at = {}, now
        self._is_reading = True
        self._desk.read(self, _case_ids, self._begin, self._fail)

    def entries(self) -> list[Entry]:
        """What presses, the most first."""
        return ranked(entry for kept in self._kept.values() for entry in kept)

    def _now(self) -> int:
        return int(self._desk.vault.clock().timestamp())

    def _begin(self, ids: list[str]) -> None:
        self._kept = {case: kept for case, kept in self._kept.items() if case in ids}
        self._waiting = [case for case in ids if case not in self._kept]
        self._go_on()

    def _go_on(self) -> None:
        if not self._waiting:
            self._is_reading = False
            self.settled.emit()
            if self._read_at is None:
                self.read()
            return
        case = self._waiting.pop(0)
        query = partial(_entries, self._desk.reckonings, case, self._now())
        self._desk.read(self, query, partial(self._keep, case), self._miss)

    def _keep(self, case: str, entries: list[Entry]) -> None:
        self._kept[case] = entries
        self.grown.emit()
        self._go_on()

    def _miss(self, error: Exception) -> None:
        """A case that is gone meanwhile presses no more; any other error is told, and the rest goes on."""
        if not isinstance(error, RecordMissing):
            self._desk.report.tell(error)
        self._go_on()

    def _fail(self, error: Exception) -> None:
        self._is_reading = False
        self._desk.report.tell(error)


def _case_ids(session: Session) -> list[str]:
    return [line.case.id for line in every(partial(_page, session))]


def _page(session: Session, key: Key | None) -> Page[CaseLine]:
    return cases.page(session, after=key)


def _entries(reckonings: Reckonings, case: str, now: int, session: Session) -> list[Entry]:
    found = reckonings.glance(session, case, now)
    return entries_of(found.case, lines_of(found), open_tasks(session, case))
