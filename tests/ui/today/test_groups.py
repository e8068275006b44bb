"""What presses comes in an order: groups first, then what is past from the newest and what comes from the soonest."""

from db.rows import CaseRow, TaskRow
from desktop.logic import when
from desktop.ui.today.groups import Entry, Group, counted, entries_of, ranked

CASE = CaseRow(id="case", ref="KZ-1", title="Airport")
ZONE = "Asia/Almaty"


def entry(group: Group, due: int | None) -> Entry:
    """Something that falls due then."""
    return Entry(group, CASE, due)


def test_breaches_come_from_the_newest_and_what_comes_from_the_soonest() -> None:
    past = [entry(Group.BREACHED, 1), entry(Group.BREACHED, 3)]
    ahead = [entry(Group.COMING, 9), entry(Group.COMING, 7), entry(Group.COMING, None)]

    found = [(one.group, one.due) for one in ranked([*ahead, *past])]

    assert found == [
        (Group.BREACHED, 3), (Group.BREACHED, 1), (Group.COMING, 7), (Group.COMING, 9), (Group.COMING, None),
    ]  # fmt: skip


def test_ours_come_before_theirs_and_tasks_last() -> None:
    found = ranked(entry(group, 5) for group in reversed(Group))

    assert [one.group for one in found] == list(Group)


def test_a_task_falls_due_at_the_end_of_its_day() -> None:
    day = when.parse("2026-03-02", ZONE)
    (found,) = entries_of(CASE, [], [TaskRow(id="task", case_id="case", title="Call", due=day)])

    assert (found.group, found.due) == (Group.TASK, day.latest)


def test_empty_groups_are_not_counted() -> None:
    found = counted([entry(Group.DUE, 1), entry(Group.TASK, None), entry(Group.DUE, 2)])

    assert list(found) == [(Group.DUE, 2), (Group.TASK, 1)]
