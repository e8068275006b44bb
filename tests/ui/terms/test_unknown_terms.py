"""A case file with unknown terms is refused in the window, and imported when the user asks to add them."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from db.queries.settled import terms
from db.vault import Vault
from desktop.ui.case_list.case_import import CaseImport
from desktop.ui.dialogs.fault import FaultDialog
from desktop.ui.dialogs.terms.unknown_terms import UnknownTermsDialog
from resources.vocabularies import event_kinds
from tests.case_files import a_case, write_case
from tests.ui.casework import Room


def raid(**keys: object) -> dict[str, object]:
    """A case with an event of a kind that nobody knows."""
    return a_case(events=[{"id": "e1", "kind": "night-raid", **keys}], links=[], citations=[])


def test_unknown_terms_are_listed_and_added_on_request(room: Room, vault: Vault, tmp_path: Path) -> None:
    importing = CaseImport(room.desk, room.window)
    importing.take([write_case(tmp_path / "in", raid())])
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), UnknownTermsDialog))
    asked = QApplication.activeModalWidget()
    assert asked
    with vault.read() as session:
        assert terms(session) == []
    with room.hands.qtbot.waitSignal(importing.imported, timeout=10_000):
        room.hands.click(asked, "Add unknown terms")
    assert "night-raid" in event_kinds()


def test_where_something_else_is_wrong_nothing_can_be_added(room: Room, tmp_path: Path) -> None:
    CaseImport(room.desk, room.window).take([write_case(tmp_path / "in", raid(place="l9"))])
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), FaultDialog))
    told = QApplication.activeModalWidget()
    assert told
    assert not isinstance(told, UnknownTermsDialog)
    room.hands.click(told, "Close")
