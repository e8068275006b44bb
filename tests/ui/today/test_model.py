"""The list of Today shows as much as somebody scrolled to."""

from PySide6.QtCore import Qt

from db.rows import CaseRow, TaskRow
from desktop.ui.models.columns import Column
from desktop.ui.models.rows import ROOT
from desktop.ui.today.groups import Entry, Group
from desktop.ui.today.model import STRETCH, AgendaModel

CASE = CaseRow(id="case", ref="KZ-1", title="Airport")


def _due(entry: Entry) -> str:
    return str(entry.due)


def _rank(entry: Entry) -> int:
    return entry.due or 0


def _id(entry: Entry) -> str:
    return entry.id


def _no_mark(_entry: Entry) -> tuple[str, str]:
    return "clock", "muted"


def test_a_long_list_comes_in_stretches_and_is_sorted_whole() -> None:
    entries = [Entry(Group.TASK, CASE, due, task=TaskRow(id=str(due), case_id="", title="")) for due in range(1000)]
    model = AgendaModel((Column("due", "Due", _due, order=_rank),), _id, _no_mark)
    model.show_all(entries)
    assert (model.rowCount(), model.count(), model.canFetchMore(ROOT)) == (STRETCH, 1000, True)

    model.fetchMore(ROOT)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert (model.rowCount(), model.row(0).due) == (2 * STRETCH, 999)
    model.show_all(entries[:3])
    assert ([model.row(place).due for place in range(3)], model.canFetchMore(ROOT)) == ([2, 1, 0], False)
