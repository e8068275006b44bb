"""The trash: what lies there comes back, and goes for good only after a question that says what that means."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from db.queries.case_files import case_file
from db.rows import CaseRow, EventRow
from db.types import Kind
from db.vault import Vault
from desktop.operations.cases import save_case
from desktop.operations.events import save_event
from desktop.operations.trash import trash_record
from desktop.ui.desk import Desk
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings
from desktop.ui.tasks import Tasks
from desktop.ui.trash_list.trash_list import TrashList
from tests.ui.hands import Hands


@pytest.fixture
def case(vault: Vault) -> str:
    """A case with one event in the trash."""
    case = save_case(vault, CaseRow(id="", ref="KZ-1", title="Airport")).result
    event = save_event(vault, EventRow(id="", case_id=case, kind="detention", title="Taken at home"), []).result
    trash_record(vault, Kind.EVENT, event, case_id=case)
    return case


@pytest.fixture
def desk(vault: Vault, settings: Settings, tasks: Tasks) -> Iterator[Desk]:
    """What a screen is given to work with."""
    window = MainWindow(vault, settings, tasks, (), None)
    yield window.desk
    window.deleteLater()


@pytest.fixture
def trash(desk: Desk, case: str, hands: Hands) -> TrashList:
    """The trash on the screen, its one line chosen with the keyboard."""
    made = TrashList(desk)
    made.resize(900, 500)
    hands.open(made)
    hands.wait(lambda: made.count_words() == "1 record")
    made.enter()
    hands.press("Home")
    return made


def titles(vault: Vault, case: str) -> list[str | None]:
    """The events of the case that are not in the trash."""
    with vault.read() as session:
        return [event.title for event in case_file(session, case).events]


def question() -> Confirm | None:
    """The question on the screen, if one is asked."""
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, Confirm) and one.isVisible()), None)


def test_restore_brings_the_record_back(trash: TrashList, hands: Hands, vault: Vault, case: str) -> None:
    hands.click(trash, "Restore")
    hands.wait(lambda: titles(vault, case) == ["Taken at home"])
    hands.wait(lambda: trash.count_words() == "0 records")
    assert hands.can_read(trash, "The trash is empty")


def test_deleting_for_good_asks_and_cancel_keeps(trash: TrashList, hands: Hands) -> None:
    hands.click(trash, "Delete for good…")
    hands.wait(question)
    asked = question()
    assert asked
    assert hands.can_read(asked, "This cannot be undone")
    hands.click(asked, "Cancel")
    hands.wait(lambda: question() is None)
    assert trash.count_words() == "1 record"


def test_deleting_for_good_destroys_and_nothing_can_undo_it(
    trash: TrashList, hands: Hands, vault: Vault, case: str
) -> None:
    hands.click(trash, "Delete for good…")
    hands.wait(question)
    asked = question()
    assert asked
    hands.click(asked, "Delete for good")
    hands.wait(lambda: trash.count_words() == "0 records")
    with vault.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM event").scalar_one() == 0
    assert titles(vault, case) == []
