"""The history: newest first, each change told with what stood before; erased values say that they are gone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QTableView

from db.queries.records import fetch
from db.rows import CaseRow, EventRow, ParticipationRow, PersonRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.operations.cases import save_case
from desktop.operations.events import save_event
from desktop.operations.history import undo_last
from desktop.operations.members import save_member
from desktop.operations.trash import purge_records, trash_record
from desktop.ui.desk import Desk
from desktop.ui.tabs.history.tab import HistoryTab
from desktop.ui.widgets.sheet import Sheet
from tests.ui.desk_work import show_tab
from tests.ui.hands import Hands


@pytest.fixture
def tab(desk: Desk, case: str, hands: Hands) -> Iterator[HistoryTab]:
    """The history of the case, on the screen."""
    made = HistoryTab(desk, case)
    show_tab(made, hands)
    yield made
    hands.wait(lambda: not desk.tasks.running())


def shown(tab: HistoryTab, column: int) -> list[str]:
    """What a column of the list says, from the top."""
    table = tab.findChild(QTableView)
    assert table
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def told(tab: HistoryTab) -> str:
    """What the sheet beside the list says."""
    sheet = tab.findChild(Sheet)
    assert sheet
    return sheet.toPlainText()


def choose_newest(tab: HistoryTab, hands: Hands, count: int) -> None:
    """Go to the top of the list once it has so many lines."""
    hands.wait(lambda: len(shown(tab, 1)) == count)
    tab.enter()
    hands.press("PgUp")


def retitle(vault: Vault, case: str, title: str) -> None:
    """Correct the title of the case."""
    with vault.read() as session:
        row = fetch(session, CaseRow, case)
    save_case(vault, replace(row, title=title))


def test_changes_are_listed_newest_first_and_undo_names_what_it_reverses(
    tab: HistoryTab, vault: Vault, case: str, hands: Hands, desk: Desk
) -> None:
    retitle(vault, case, "Almaty airport")
    desk.refresh.announce(undo_last(vault).touched)
    hands.wait(lambda: shown(tab, 1) == ["Undo: Edit case (no. 2)", "Edit case", "Add case"])
    assert tab.count_words() == "3 changes"


def test_the_change_chosen_is_told_with_what_stood_before(
    tab: HistoryTab, vault: Vault, case: str, hands: Hands, desk: Desk
) -> None:
    retitle(vault, case, "Almaty airport")
    desk.refresh.announce(undo_last(vault).touched)
    choose_newest(tab, hands, 3)
    hands.wait(lambda: "Almaty airport → Airport" in told(tab))


def test_records_are_called_by_their_names(tab: HistoryTab, vault: Vault, case: str, hands: Hands, desk: Desk) -> None:
    person = save_member(vault, PersonRow(id="", names=(Name("Қалас", "kk"),)), case_id=case).result
    part = ParticipationRow(id="", event_id="", person_id=person, role="detainee")
    event = EventRow(id="", case_id=case, kind="detention", title="Taken at home")
    desk.refresh.announce(save_event(vault, event, [part]).touched)
    choose_newest(tab, hands, 3)
    hands.wait(lambda: "Taken at home" in told(tab))
    assert "Қалас" in told(tab)


def test_what_was_deleted_for_good_is_told_as_gone(
    tab: HistoryTab, vault: Vault, case: str, hands: Hands, desk: Desk
) -> None:
    event = save_event(vault, EventRow(id="", case_id=case, kind="detention", title="Secret"), []).result
    trash_record(vault, Kind.EVENT, event, case_id=case)
    desk.refresh.announce(purge_records(vault, [(Kind.EVENT, event)]).touched)
    hands.wait(lambda: len(shown(tab, 1)) >= 1)
    hands.wait(lambda: "Secret" not in told(tab))


def test_terms_are_told_in_words(tab: HistoryTab, vault: Vault, case: str, hands: Hands, desk: Desk) -> None:
    event = EventRow(id="", case_id=case, kind="ill-treatment", title="Beaten", standing="disputed-by-them")
    desk.refresh.announce(save_event(vault, event, []).touched)
    choose_newest(tab, hands, 2)
    hands.wait(lambda: "Disputed by the other side" in told(tab))
    assert "disputed-by-them" not in told(tab)
