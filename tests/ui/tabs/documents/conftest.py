"""A case with its documents tab on the screen of a real vault, and files to bring in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.rows import CaseRow
from db.vault import Vault
from desktop.operations.cases import save_case
from desktop.ui.desk import Desk
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings
from desktop.ui.tabs.documents.document_pane import DocumentPane
from desktop.ui.tabs.documents.tab import DocumentsTab
from desktop.ui.tasks import Tasks
from tests.documents.papers import PROTOCOL, letter, photograph
from tests.ui.desk_work import show_tab
from tests.ui.hands import Hands


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """A PDF of two pages, a photograph and a text of two paragraphs, outside the vault."""
    contents = {"protocol.pdf": letter(PROTOCOL, PROTOCOL), "photo.jpg": photograph(), "note.txt": b"First.\n\nSecond."}
    made = {name: tmp_path / "inbox" / name for name in contents}
    (tmp_path / "inbox").mkdir()
    for name, path in made.items():
        path.write_bytes(contents[name])
    return made


@pytest.fixture
def case(vault: Vault) -> str:
    """An empty case."""
    return save_case(vault, CaseRow(id="", ref="KZ-1", title="Airport")).result


@pytest.fixture
def desk(vault: Vault, settings: Settings, tasks: Tasks) -> Iterator[Desk]:
    """What a screen is given to work with; its window stays unseen."""
    window = MainWindow(vault, settings, tasks, (), None)
    yield window.desk
    window.deleteLater()


@pytest.fixture
def tab(desk: Desk, case: str, hands: Hands) -> Iterator[DocumentsTab]:
    """The documents of the case, on the screen; at the end everything under way is waited for."""
    made = DocumentsTab(desk, case)
    show_tab(made, hands)
    yield made
    hands.wait(lambda: not desk.tasks.running())


@pytest.fixture
def pane(tab: DocumentsTab) -> Iterator[DocumentPane]:
    """The document beside the list."""
    shown = tab.findChild(DocumentPane)
    assert shown
    yield shown
    shown.preview.clear()
