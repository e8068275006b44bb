"""Reading what presses a case at a time, so that nothing else in the vault's lane waits long, and keeping it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from db.errors import RecordMissing
from db.queries import cases
from db.queries.remarks import open_tasks
from db.types import Kind
from db.vault import Session
from desktop.operations import Touched
from desktop.operations.reckonings import Reckonings
from desktop.ui.deadlines.lines import lines_of
from desktop.ui.desk import Desk
from desktop.ui.refresh import concerns
from desktop.ui.today.groups import Agenda, Entry, agenda_of, entries_of, good_until, ranked

PRESSING = frozenset(Kind) - {Kind.BRIEF, Kind.NOTE, Kind.VIEW, Kind.CONSENT, Kind.ISSUE, Kind.ISSUE_FACT}
PAUSE = 1000  # milliseconds between two looks at what was read so far


@dataclass(frozen=True, slots=True)
class Pressing:
    """What presses in a case, until when (Unix seconds) that holds if nothing changes."""

    entries: Sequence[Entry]
    until: int


class Outlook(QObject):
    """Keeps what presses by case; ``changed`` carries the agenda: while it is read now and then, and at the end."""

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: dict[str, Pressing] = {}
        self._stale = set[str]()
        self._waiting: list[str] = []
        self._is_reading = self._has_news = False
        self._looked = QElapsedTimer()

    def forget(self, touched: Touched) -> None:
        """Something changed, of one case or of all: what is kept shows until it is read again."""
        if concerns(touched, PRESSING):
            self._stale.update([*self._kept, *self._waiting] if touched.case_id is None else [touched.case_id])

    def read(self) -> None:
        """Read the cases that changed, are new or stand otherwise by now."""
        if not self._is_reading:
            self._is_reading = True
            self._desk.read(self, cases.ids, self._begin, self._fail)

    def _now(self) -> int:
        return int(self._desk.vault.clock().timestamp())

    def _begin(self, ids: list[str]) -> None:
        now, count = self._now(), len(self._kept)
        self._kept = {case: kept for case, kept in self._kept.items() if case in ids}
        self._has_news = self._has_news or len(self._kept) < count
        self._waiting = [case for case in ids if self._is_due(case, now)]
        self._stale.intersection_update(ids)
        self._go_on()

    def _is_due(self, case: str, now: int) -> bool:
        kept = self._kept.get(case)
        return kept is None or case in self._stale or kept.until <= now

    def _go_on(self) -> None:
        if self._waiting:
            case = self._waiting.pop(0)
            self._stale.discard(case)  # what is touched from now on is stale once more
            query = partial(read_case, self._desk.reckonings, case, self._now())
            self._desk.read(self, query, partial(self._keep, case), partial(self._miss, case))
            return
        self._look()
        self._is_reading = False
        if self._stale:
            self.read()

    def _keep(self, case: str, found: Pressing) -> None:
        is_first = not self._kept
        self._kept[case], self._has_news = found, True
        if is_first or self._looked.elapsed() >= PAUSE:
            self._look()
        self._go_on()

    def _look(self) -> None:
        """Bring together what there is, in the lane: of many cases that takes longer than a window may wait."""
        if self._has_news or not self._looked.isValid():
            self._has_news = False
            self._looked.start()
            parts = [kept.entries for kept in self._kept.values()]
            self._desk.read(self, partial(_agenda, parts), self.changed.emit)

    def _miss(self, case: str, error: Exception) -> None:
        """A case that is gone meanwhile presses no more; any other error is told, and the rest goes on."""
        self._has_news = self._kept.pop(case, None) is not None or self._has_news
        if not isinstance(error, RecordMissing):
            self._desk.report.tell(error)
        self._go_on()

    def _fail(self, error: Exception) -> None:
        self._is_reading = False
        self._desk.report.tell(error)


def read_case(reckonings: Reckonings, case: str, now: int, session: Session) -> Pressing:
    """What presses in a case at a moment (Unix seconds)."""
    found = reckonings.glance(session, case, now)
    lines = lines_of(found)
    return Pressing(ranked(entries_of(found.case, lines, open_tasks(session, case))), good_until(lines, now))


def _agenda(parts: Sequence[Sequence[Entry]], _session: Session) -> Agenda:
    return agenda_of(parts)
