"""Today: what presses over all cases, sorted by how much, kept until something changes, opened with Enter."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QTableView, QWidget

from db.queries.records import live
from db.rows import CaseRow, DeadlineRow, EventRow, ParticipationRow, PersonRow, TaskRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.i18n import Language
from desktop.logic import when
from desktop.operations.cases import save_case
from desktop.operations.events import save_event
from desktop.operations.members import save_member
from desktop.operations.records import save_record
from desktop.ui.case_window.case_window import CaseWindow
from desktop.ui.dialogs.editors.deadline import DoneEditor
from desktop.ui.language import speech
from desktop.ui.open_vault import OpenVault
from desktop.ui.tabs.deadlines.tab import DeadlinesTab
from desktop.ui.today.place import TodayPlace
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.rich_label import RichLabel
from desktop.ui.widgets.sheet import Sheet
from tests.builders import TestClock
from tests.ui.hands import Hands

ZONE = "Asia/Almaty"


def write_case(vault: Vault, ref: str, *events: tuple[str, str]) -> str:
    """A case about one man to whom these events happened."""
    case = save_case(vault, CaseRow(id="", ref=ref, title=ref, language="ru")).result
    man = save_member(vault, PersonRow(id="", names=(Name("Askar"),)), case_id=case).result
    for kind, begun in events:
        role = "detainee" if kind.startswith("detention") else "accused"
        part = ParticipationRow(id="", event_id="", role=role, person_id=man)
        save_event(vault, EventRow(id="", case_id=case, kind=kind, when=when.parse(begun, ZONE)), [part])
    return case


@pytest.fixture
def breached(vault: Vault) -> str:
    """The record of detention was drawn up seven hours late; an appeal is due today; something is to be done."""
    case = write_case(
        vault, "KZ-A", ("detention", "2026-02-05T22:40"), ("detention-protocol", "2026-02-06T05:40"),
        ("custody-order", "2026-02-27"),
    )  # fmt: skip
    save_record(vault, TaskRow(id="", case_id=case, title="Call the family", status="open"))
    return case


@pytest.fixture
def running(vault: Vault) -> str:
    """A man was detained yesterday."""
    return write_case(vault, "KZ-B", ("detention", "2026-03-01T10:00"))


def go(opened: OpenVault, hands: Hands) -> TodayPlace:
    """Go to Today with the keyboard, and wait until everything is reckoned."""
    hands.press("Ctrl+8", opened.window)
    place = opened.window.findChildren(TodayPlace)[0]
    settle(opened, hands)
    return place


def settle(opened: OpenVault, hands: Hands) -> None:
    """Wait until nothing is under way."""
    hands.wait(lambda: not opened.window.desk.tasks.running())


def rows(place: TodayPlace) -> list[list[str]]:
    """What the list says: why, when, what, whom, in which case, by what rule."""
    model = place.findChildren(QTableView)[0].model()
    return [[model.index(row, column).data() for column in (1, 0, 2, 3, 4, 5)] for row in range(model.rowCount())]


def test_where_nothing_presses_it_says_so(opened: OpenVault, hands: Hands) -> None:
    assert go(opened, hands).findChildren(EmptyState)[0].isVisible()


def test_ours_come_first_then_breaches_the_unproven_what_comes_and_tasks(
    breached: str, running: str, opened: OpenVault, hands: Hands
) -> None:
    found = rows(go(opened, hands))
    groups = list(dict.fromkeys(cells[0] for cells in found))

    assert groups == [
        "Ours, due soon", "Breached by them", "Unproven: ask", "In the next 30 days", "Tasks",
    ]  # fmt: skip
    assert {cells[4] for cells in found} == {"KZ-A", "KZ-B"}
    assert found[0][1:4] == ["02.03.2026", "Appeal against an order of the investigating judge", "Askar"]
    assert found[-1][2] == "Call the family"


def test_enter_opens_the_case_at_the_deadline(breached: str, opened: OpenVault, hands: Hands) -> None:
    place = go(opened, hands)
    table = place.findChildren(QTableView)[0]
    table.setFocus()
    hands.press("PgUp", table)
    hands.press("Return", table)
    settle(opened, hands)

    tab = opened.window.findChildren(DeadlinesTab)[0]
    assert tab.isVisible()
    assert "Appeal against an order" in tab.findChildren(Sheet)[0].toPlainText()


def test_one_group_is_shown_alone(breached: str, opened: OpenVault, hands: Hands) -> None:
    place = go(opened, hands)
    place.findChildren(Sheet)[0].followed.emit("group", "breached")

    assert {cells[0] for cells in rows(place)} == {"Breached by them"}
    assert place.findChildren(QComboBox)[0].currentText() == "Breached by them"


def test_what_comes_is_counted_by_type(running: str, opened: OpenVault, hands: Hands) -> None:
    glance = go(opened, hands).findChildren(Sheet)[0].toPlainText()

    assert "Court order to the place of detention (48 hours) · 1, due 03.03.2026 10:00" in glance


def test_only_the_case_that_changed_is_reckoned_again(
    breached: str, running: str, vault: Vault, opened: OpenVault, hands: Hands
) -> None:
    place = go(opened, hands)
    before = len(rows(place))
    done = partial(save_record, vault, TaskRow(id="", case_id=running, title="Ask for the protocol", status="open"))
    opened.window.desk.perform(place, lambda _job: done())
    hands.wait(lambda: len(rows(place)) == before + 1)
    settle(opened, hands)


def test_a_case_that_nobody_touched_is_not_reckoned_again(
    breached: str, running: str, vault: Vault, opened: OpenVault, hands: Hands
) -> None:
    place, desk = go(opened, hands), opened.window.desk
    before = desk.reckonings.made
    task = TaskRow(id="", case_id=running, title="Ask for the protocol", status="open")
    desk.perform(place, lambda _job: save_record(vault, task))
    settle(opened, hands)
    opened.window.screens.show_place("cases")
    go(opened, hands)

    assert desk.reckonings.made == before + 1


def test_what_lapsed_meanwhile_is_told_though_nothing_changed(
    running: str, vault: Vault, opened: OpenVault, hands: Hands
) -> None:
    place = go(opened, hands)
    vault.clock = TestClock(vault.clock() + timedelta(days=2))
    opened.window.screens.show_place("cases")
    go(opened, hands)

    (order,) = [cells for cells in rows(place) if cells[2] == "Court order to the place of detention (48 hours)"]
    assert order[0] == "Unproven: ask"


def _modal() -> QWidget:
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def stand(place: TodayPlace, hands: Hands, key: str) -> QTableView:
    """Go to the first or the last line with the keyboard."""
    table = place.findChildren(QTableView)[0]
    table.setFocus()
    hands.press(key, table)
    return table


def test_a_deadline_is_marked_as_done_where_it_is_listed(
    breached: str, vault: Vault, opened: OpenVault, hands: Hands
) -> None:
    place = go(opened, hands)
    hands.press("F2", stand(place, hands, "PgUp"))
    hands.wait(lambda: isinstance(QApplication.activeModalWidget(), DoneEditor))
    hands.field(_modal(), "Handed over").setFocus()
    hands.type("01.03.2026 16:00")
    hands.press("Ctrl+Return")
    hands.wait(lambda: all(cells[0] != "Ours, due soon" for cells in rows(place)))
    settle(opened, hands)

    with vault.read() as session:
        (kept,) = live(session, DeadlineRow)
    assert (kept.rule, kept.status) == ("KZ-A01", "met")


def test_a_task_is_ticked_where_it_is_listed(breached: str, opened: OpenVault, hands: Hands) -> None:
    place = go(opened, hands)
    stand(place, hands, "PgDown")
    hands.click(opened.window, "Mark as done…")
    hands.wait(lambda: all(cells[0] != "Tasks" for cells in rows(place)))
    settle(opened, hands)


def test_the_head_of_a_case_counts_the_hours_in_custody_and_names_the_next_clock(
    running: str, opened: OpenVault, hands: Hands
) -> None:
    opened.window.screens.open_record(running, Kind.CASE, running)
    settle(opened, hands)
    head = opened.window.findChildren(CaseWindow)[0].findChildren(RichLabel)[0]

    assert head.isVisible()
    assert "In custody: Askar" in head.text()
    assert "23 h 0 min" in head.text()
    assert "48 hours end 03.03.2026 10:00" in head.text()
    assert "next: " in head.text()

    head.linkActivated.emit(head.text().split('href="')[1].split('"')[0])
    settle(opened, hands)
    assert opened.window.findChildren(DeadlinesTab)[0].isVisible()


def test_the_head_of_a_quiet_case_says_nothing(vault: Vault, opened: OpenVault, hands: Hands) -> None:
    case = write_case(vault, "KZ-C")
    opened.window.screens.open_record(case, Kind.CASE, case)
    settle(opened, hands)

    assert not opened.window.findChildren(CaseWindow)[0].findChildren(RichLabel)[0].isVisible()


@pytest.mark.parametrize("language", list(Language))
def test_everything_is_told_in_every_language(
    breached: str, opened: OpenVault, hands: Hands, language: Language
) -> None:
    place = go(opened, hands)
    speech().switch(language)

    assert place.findChildren(QTableView)[0].accessibleName()
    assert all(cells[0] and cells[2] and cells[4] for cells in rows(place))
