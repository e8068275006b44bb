"""What presses, the most first: ours, what they breached, what is unproven, what comes, what is to be done."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from heapq import merge

from db.rows import CaseRow, TaskRow
from desktop.i18n import N_
from desktop.logic.clocks import key_of
from desktop.logic.clocks.deadline import Status
from desktop.ui.deadlines.lines import SOON, DeadlineLine

_HOUR = 3600  # seconds
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
_PLACES = {group: place for place, group in enumerate(Group)}
_NEWEST_FIRST = frozenset({Group.OVERDUE, Group.BREACHED, Group.UNPROVEN})


@dataclass(frozen=True, slots=True)
class Entry:
    """A deadline or a task of a case, and when it falls due (Unix seconds).

    ``id`` tells it from every other; ``rank`` is its place: by group; what is past from the newest, what comes from
    the soonest.
    """

    group: Group
    case: CaseRow
    due: int | None
    line: DeadlineLine | None = None
    task: TaskRow | None = None
    id: str = field(init=False)
    rank: tuple[int, bool, int] = field(init=False)

    def __post_init__(self) -> None:
        """Both are asked for many times over."""
        record = self.line.id if self.line else self.task.id if self.task else ""
        due = self.due or 0
        place = _PLACES[self.group], self.due is None, -due if self.group in _NEWEST_FIRST else due
        object.__setattr__(self, "id", f"{self.case.id}|{record}")
        object.__setattr__(self, "rank", place)


@dataclass(frozen=True, slots=True)
class Agenda:
    """All that presses: the most first, how much of each group, and what comes by the rule it comes of."""

    entries: Sequence[Entry] = ()
    counts: Sequence[tuple[Group, int]] = ()
    coming: Sequence[Sequence[Entry]] = ()


def agenda_of(kept: Iterable[Sequence[Entry]]) -> Agenda:
    """What presses in these cases, each ranked, brought together; slowly, so that the window may go on meanwhile."""
    entries = list(merge(*kept, key=_rank))
    coming: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.line and entry.group in (Group.DUE, Group.COMING):
            coming[key_of(entry.line.deadline.rule)].append(entry)
    return Agenda(entries, tuple(counted(entries)), tuple(coming.values()))


def entries_of(case: CaseRow, lines: Iterable[DeadlineLine], tasks: Iterable[TaskRow]) -> list[Entry]:
    """What of a case presses."""
    found = [Entry(group, case, _moment(line), line=line) for line in lines if (group := _group(line)) is not None]
    return found + [Entry(Group.TASK, case, task.due.latest if task.due else None, task=task) for task in tasks]


def ranked(entries: Iterable[Entry]) -> list[Entry]:
    """The most pressing first."""
    return sorted(entries, key=_rank)


def counted(entries: Sequence[Entry]) -> Iterator[tuple[Group, int]]:
    """How many of each group there are; groups without any are left out."""
    counts = Counter(entry.group for entry in entries)
    return ((group, counts[group]) for group in Group if counts[group])


def _rank(entry: Entry) -> tuple[int, bool, int]:
    return entry.rank


def _moment(line: DeadlineLine) -> int | None:
    span = line.deadline.due
    if span is None:
        return None
    return span.earliest if span.earliest is not None else span.latest


def _group(line: DeadlineLine) -> Group | None:
    """Nothing without a time is overdue: a check of ours that is open is a question to be asked."""
    status = line.deadline.status
    if status is Status.OPEN:
        return _open_group(line)
    if line.is_ours and _moment(line) is not None:
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


def good_until(lines: Iterable[DeadlineLine], now: int) -> int:
    """The next moment (Unix seconds) at which one of these lines stands otherwise; after an hour one looks anyway.

    Nothing tells of clocks that only begin to run, as one does when an answer failed to come: hence the hour.
    """
    ahead = (moment for line in lines for moment in _turns(line) if moment > now)
    return min((*ahead, now + _HOUR))


def _turns(line: DeadlineLine) -> Iterator[int]:
    """The moments at which a deadline comes into view, presses, reminds and lapses."""
    one = line.deadline
    yield from one.reminders
    if one.due and one.due.earliest is not None:
        yield from (one.due.earliest - AHEAD, one.due.earliest - SOON, one.due.earliest + 1)
    if one.due and one.due.latest is not None:
        yield one.due.latest + 1
