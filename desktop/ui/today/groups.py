"""What presses, the most first: ours, what they breached, what is unproven, what comes, what is to be done."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from db.rows import CaseRow, TaskRow
from desktop.i18n import N_
from desktop.logic.clocks.deadline import Status
from desktop.ui.deadlines.lines import DeadlineLine

AHEAD = 30 * 24 * 3600  # seconds one looks ahead


class Group(StrEnum):
    """Why something is on the list, the most pressing first."""

    DUE = "due"
    OVERDUE = "overdue"
    BREACHED = "breached"
    UNPROVEN = "unproven"
    COMING = "coming"
    TASK = "task"


NAMES: Mapping[Group, str] = {
    Group.DUE: N_("Ours, due soon"),
    Group.OVERDUE: N_("Ours, overdue"),
    Group.BREACHED: N_("Breached by them"),
    Group.UNPROVEN: N_("Unproven: ask"),
    Group.COMING: N_("In the next 30 days"),
    Group.TASK: N_("Tasks"),
}
_NEWEST_FIRST = frozenset({Group.OVERDUE, Group.BREACHED, Group.UNPROVEN})


@dataclass(frozen=True, slots=True)
class Entry:
    """A deadline or a task of a case, and when it falls due (Unix seconds)."""

    group: Group
    case: CaseRow
    due: int | None
    line: DeadlineLine | None = None
    task: TaskRow | None = None

    @property
    def id(self) -> str:
        """What tells it from every other."""
        record = self.line.id if self.line else self.task.id if self.task else ""
        return f"{self.case.id}|{record}"

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Its place: by group; what is past from the newest, what comes from the soonest."""
        due = self.due or 0
        return list(Group).index(self.group), self.due is None, -due if self.group in _NEWEST_FIRST else due


def entries_of(case: CaseRow, lines: Iterable[DeadlineLine], tasks: Iterable[TaskRow]) -> list[Entry]:
    """What of a case presses."""
    found = [Entry(group, case, _moment(line), line=line) for line in lines if (group := _group(line)) is not None]
    return found + [Entry(Group.TASK, case, task.due.latest if task.due else None, task=task) for task in tasks]


def ranked(entries: Iterable[Entry]) -> list[Entry]:
    """The most pressing first."""
    return sorted(entries, key=_rank)


def counted(entries: Sequence[Entry]) -> Iterator[tuple[Group, int]]:
    """How many of each group there are; groups without any are left out."""
    for group in Group:
        count = sum(entry.group is group for entry in entries)
        if count:
            yield group, count


def _rank(entry: Entry) -> tuple[int, bool, int]:
    return entry.rank


def _moment(line: DeadlineLine) -> int | None:
    span = line.deadline.due
    if span is None:
        return None
    return span.earliest if span.earliest is not None else span.latest


def _group(line: DeadlineLine) -> Group | None:
    status = line.deadline.status
    if status is Status.OPEN:
        return _open_group(line)
    if line.is_ours:
        pressing = {
            Status.MISSED: Group.OVERDUE,
            Status.UNPROVEN: Group.OVERDUE,
            Status.BREACHED: Group.OVERDUE,
            Status.RESTORATION_ASKED: Group.DUE,
        }
        return pressing.get(status)
    return {Status.BREACHED: Group.BREACHED, Status.UNPROVEN: Group.UNPROVEN}.get(status)


def _open_group(line: DeadlineLine) -> Group | None:
    if line.is_ours and line.is_due:
        return Group.DUE
    due = line.deadline.cautious
    return Group.COMING if due is not None and due <= line.as_of + AHEAD else None
