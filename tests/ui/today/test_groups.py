"""What presses comes in an order: groups first, then what is past from the newest and what comes from the soonest."""

from dataclasses import replace

from db.rows import CaseRow, TaskRow
from desktop.logic import when
from desktop.logic.clocks import Span, clocks_of
from desktop.logic.clocks.deadline import Status
from desktop.logic.clocks.rule import Side
from desktop.ui.deadlines.lines import SOON, DeadlineLine
from desktop.ui.today.groups import AHEAD, Entry, Group, agenda_of, counted, entries_of, good_until, ranked
from tests.clock_stories import case, event, moment, rule

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


def test_what_presses_in_several_cases_is_brought_together_by_rank() -> None:
    parts = [[entry(Group.DUE, 2), entry(Group.TASK, None)], [entry(Group.DUE, 1), entry(Group.BREACHED, 9)]]

    found = agenda_of(parts)

    assert list(found.entries) == ranked(one for part in parts for one in part)
    assert found.counts == ((Group.DUE, 2), (Group.BREACHED, 1), (Group.TASK, 1))


def line(due: int) -> DeadlineLine:
    """A three-hour limit of theirs that ends then."""
    held = event("detention", "2026-03-05T22:40")
    (found,) = clocks_of(case(held), [rule(3)], {}, moment("2026-03-05T23:00")).deadlines
    return DeadlineLine(replace(found, due=Span(due, due)), CASE, None, as_of=0)


def group_of_ours(due: Span) -> Group:
    """Where a deadline of ours that nothing shows met is listed."""
    made = line(0)
    ours = replace(made.deadline, due=due, status=Status.UNPROVEN, rule=replace(made.deadline.rule, side=Side.OURS))
    (found,) = entries_of(CASE, [replace(made, deadline=ours)], [])
    return found.group


def test_a_check_without_a_time_is_never_overdue() -> None:
    assert group_of_ours(Span(60, 60)) is Group.OVERDUE
    assert group_of_ours(Span(None, None)) is Group.UNPROVEN


def test_a_case_is_looked_at_again_when_its_next_deadline_presses_lapses_or_comes_into_view() -> None:
    due, now = 10 * AHEAD, 1000
    assert good_until([line(now + 60)], now) == now + 61
    assert good_until([line(now + SOON + 5)], now) == now + 5
    assert good_until([line(now + AHEAD + 7)], now) == now + 7
    assert good_until([line(due), line(now - 60)], now) == now + 3600
