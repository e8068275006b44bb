"""Reading the events of a case for the drawing: all in one read in the vault's lane, handed on batch by batch."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from db.queries import members, timeline
from db.queries.records import fetch
from db.queries.timeline import Filter, Stroke
from db.rows import CaseRow, Key, Page, PersonRow, PlaceRow
from db.types import Protection
from db.vault import Session, Vault
from desktop.operations.paging import every
from desktop.ui import times
from desktop.ui.desk import Desk
from desktop.ui.tasks import Job, Lane, Task

MEMBERS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands beside the events: the case, its zone, and who and what the lanes are called after."""

    case: CaseRow
    persons: Sequence[PersonRow]
    places: Sequence[PlaceRow]
    protected: Sequence[PersonRow]  # everyone of the case who may not be named outside the vault

    def zone(self) -> str:
        """The zone whose calendar the axis follows."""
        return times.zone_of(self.case.jurisdiction)


class Reader(QObject):
    """``began`` carries the setting, ``came`` each batch in turn; ``ended`` how many events have no date at all."""

    began = Signal(object)
    came = Signal(list)
    ended = Signal(int)

    def __init__(self, desk: Desk, case_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._case_id = desk, case_id
        self._task: Task | None = None
        self._waiting: deque[list[Stroke]] = deque()

    def read(self, wanted: Filter) -> None:
        """Read from the beginning; what was on its way is forgotten."""
        if self._task is not None:
            self._task.cancel()
        waiting = self._waiting = deque[list[Stroke]]()
        self._desk.read(self, partial(_setting, self._case_id), self.began.emit)
        self._task = self._desk.tasks.run(
            Lane.VAULT,
            partial(_read, self._desk.vault, self._case_id, wanted, waiting),
            owner=self,
            done=partial(self._end, waiting),
            failed=self._desk.report.tell,
            progressed=partial(self._pass_on, waiting),
        )

    def _pass_on(self, waiting: deque[list[Stroke]], _done: int, _total: int) -> None:
        while waiting and waiting is self._waiting:
            self.came.emit(waiting.popleft())

    def _end(self, waiting: deque[list[Stroke]], undated: int) -> None:
        if waiting is self._waiting:
            self._pass_on(waiting, 0, 0)
            self._task = None
            self.ended.emit(undated)


def _read(vault: Vault, case_id: str, wanted: Filter, waiting: deque[list[Stroke]], job: Job) -> int:
    """How many of the events have no date, after all the others were handed over."""
    dated = 0
    with vault.read() as session:
        for batch in timeline.strokes(session, case_id, wanted=wanted):
            if job.is_cancelled():
                return 0  # nobody waits for the answer
            waiting.append(batch)
            dated += len(batch)
            job.progress(dated, 0)
        return timeline.count(session, case_id, wanted) - dated


def _setting(case_id: str, session: Session) -> Setting:
    persons, places = timeline.drawn_members(session, case_id)
    known = [*persons, *every(partial(_members, session, case_id))]
    protected = {row.id: row for row in known if row.protected != Protection.NONE}
    return Setting(fetch(session, CaseRow, case_id), persons, places, [*protected.values()])


def _members(session: Session, case_id: str, after: Key | None) -> Page[PersonRow]:
    return members.page(session, PersonRow, case_id=case_id, after=after, limit=MEMBERS_AT_ONCE)
