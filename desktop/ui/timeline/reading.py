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
    """What stands beside the events: the case, and everyone of it who may not be named outside the vault."""

    case: CaseRow
    protected: Sequence[PersonRow]

    def zone(self) -> str:
        """The zone whose calendar the axis follows."""
        return times.zone_of(self.case.jurisdiction)


@dataclass(frozen=True, slots=True)
class Batch:
    """Some events, and the persons and places of theirs that no batch before had."""

    strokes: Sequence[Stroke]
    persons: Sequence[PersonRow]
    places: Sequence[PlaceRow]


class Reader(QObject):
    """``began`` carries the setting, ``came`` each batch in turn; ``ended`` how many events have no date at all."""

    began = Signal(object)
    came = Signal(object)
    ended = Signal(int)

    def __init__(self, desk: Desk, case_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._case_id = desk, case_id
        self._task: Task | None = None
        self._waiting: deque[Batch] = deque()

    def read(self, wanted: Filter) -> None:
        """Read from the beginning; what was on its way is forgotten."""
        if self._task is not None:
            self._task.cancel()
        waiting = self._waiting = deque[Batch]()
        self._desk.read(self, partial(_setting, self._case_id), self.began.emit)
        self._task = self._desk.tasks.run(
            Lane.VAULT,
            partial(_read, self._desk.vault, self._case_id, wanted, waiting),
            owner=self,
            done=partial(self._end, waiting),
            failed=self._desk.report.tell,
            progressed=partial(self._pass_on, waiting),
        )

    def _pass_on(self, waiting: deque[Batch], _done: int, _total: int) -> None:
        """One batch at a time, so that the window is listened to in between."""
        if waiting and waiting is self._waiting:
            self.came.emit(waiting.popleft())

    def _end(self, waiting: deque[Batch], undated: int) -> None:
        if waiting is self._waiting:
            while waiting:
                self.came.emit(waiting.popleft())
            self._task = None
            self.ended.emit(undated)


def _read(vault: Vault, case_id: str, wanted: Filter, waiting: deque[Batch], job: Job) -> int:
    """How many of the events have no date, after all the others were handed over."""
    dated = 0
    persons, places = set[str](), set[str]()
    with vault.read() as session:
        for strokes in timeline.strokes(session, case_id, wanted=wanted):
            if job.is_cancelled():
                return 0  # nobody waits for the answer
            acting = {person for stroke in strokes for person in stroke.person_ids} - persons
            sites = {stroke.place_id for stroke in strokes if stroke.place_id} - places
            waiting.append(Batch(strokes, *timeline.drawn_members(session, acting, sites)))
            persons |= acting
            places |= sites
            dated += len(strokes)
            job.progress(dated, 0)
        return timeline.count(session, case_id, wanted) - dated


def _setting(case_id: str, session: Session) -> Setting:
    on_file = every(partial(_members, session, case_id))
    protected = [row for row in on_file if row.protected != Protection.NONE]
    return Setting(fetch(session, CaseRow, case_id), protected)


def _members(session: Session, case_id: str, after: Key | None) -> Page[PersonRow]:
    return members.page(session, PersonRow, case_id=case_id, after=after, limit=MEMBERS_AT_ONCE)
