"""What is known of a document is corrected in its editor; its file is never touched there."""

from collections.abc import Iterator

import pytest

from db.queries.records import fetch
from db.rows import CaseRow, DocumentRow
from db.vault import Vault
from desktop.operations.cases import save_case
from desktop.operations.documents import save_document
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.document import DocumentEditor, DocumentFacts, candidate
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings
from desktop.ui.tasks import Tasks
from tests.ui.hands import Hands


@pytest.fixture
def desk(vault: Vault, settings: Settings, tasks: Tasks, hands: Hands) -> Iterator[Desk]:
    """What an editor is given to work with; its window stays unseen."""
    window = MainWindow(vault, settings, tasks, (), None)
    yield window.desk
    hands.wait(lambda: not tasks.running())
    window.deleteLater()


@pytest.fixture
def row(vault: Vault) -> DocumentRow:
    """A document that has a file (only its name matters here)."""
    case = save_case(vault, CaseRow(id="", ref="KZ-1", title="Airport")).result
    document = save_document(vault, DocumentRow(id="", case_id=case, title="Record", file_name="r.pdf")).result
    return fetch_row(vault, document)


def fetch_row(vault: Vault, document: str) -> DocumentRow:
    """The document as it is on record."""
    with vault.read() as session:
        return fetch(session, DocumentRow, document)


def opened(hands: Hands, desk: Desk, row: DocumentRow) -> DocumentEditor:
    """Its editor, on the screen."""
    editor = DocumentEditor(desk, DocumentFacts(row, "Asia/Almaty"))
    hands.open(editor)
    return editor


def test_what_is_typed_is_saved_and_the_rest_stays(hands: Hands, desk: Desk, row: DocumentRow, vault: Vault) -> None:
    editor = opened(hands, desk, row)
    for part, value in {"exhibit": "12", "author": "A. Investigator", "original": True, "privileged": False}.items():
        editor.form.input(part).fill(value)
    with hands.qtbot.waitSignal(editor.saved):
        hands.press("Ctrl+Return", editor)
    saved = fetch_row(vault, row.id)
    assert (saved.exhibit, saved.author, saved.original, saved.privileged) == ("12", "A. Investigator", True, False)
    assert (saved.title, saved.file_name, saved.kind) == ("Record", "r.pdf", None)


def test_a_document_needs_a_title(hands: Hands, desk: Desk, row: DocumentRow, vault: Vault) -> None:
    editor = opened(hands, desk, row)
    editor.form.input("title").fill("")
    hands.press("Ctrl+Return", editor)
    hands.wait(lambda: hands.can_read(editor, "This field is needed."))
    assert fetch_row(vault, row.id).title == "Record"


def test_a_document_cannot_be_made_from_itself(hands: Hands, desk: Desk, row: DocumentRow, vault: Vault) -> None:
    editor = opened(hands, desk, row)
    editor.form.input("derived_from").fill(candidate(row))
    hands.press("Ctrl+Return", editor)
    hands.wait(lambda: hands.can_read(editor, "A document cannot be made from itself."))
    assert fetch_row(vault, row.id).derived_from_id is None
