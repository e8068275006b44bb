"""A document somebody sent the user to is open at the page they were sent for."""

from pathlib import Path

import pytest

from db.types import Kind
from db.vault import Vault
from desktop.operations import Touched
from desktop.ui.tabs.documents.document_pane import DocumentPane
from desktop.ui.tabs.documents.tab import SHOWN, DocumentsTab
from tests.documents.papers import PROTOCOL, letter
from tests.ui.hands import Hands
from tests.ui.tabs.documents.looks import take_in


@pytest.fixture
def papers(vault: Vault, case: str, tmp_path: Path, tab: DocumentsTab) -> tuple[str, str]:
    """Two PDFs of four pages."""
    paths = [tmp_path / name for name in ("first.pdf", "second.pdf")]
    for path, mark in zip(paths, "12", strict=True):
        path.write_bytes(letter(*[[*PROTOCOL, mark]] * 4))
    first, second = take_in(vault, case, *paths)
    tab.refresh(Touched(SHOWN, case))
    return first, second


def page(pane: DocumentPane) -> int:
    """The page in view, from 1; 0 while there is none."""
    stack = pane.preview.stack
    return stack.pdf.view.page + 1 if stack.currentWidget() is stack.pdf else 0


def test_it_opens_at_the_page_and_turns_to_another(
    papers: tuple[str, str], tab: DocumentsTab, pane: DocumentPane, hands: Hands
) -> None:
    tab.begin(f"page 3/{papers[0]}")
    hands.wait(lambda: (pane.record, page(pane)) == (papers[0], 3))

    tab.begin(f"page 2/{papers[0]}")
    hands.wait(lambda: page(pane) == 2)


def test_the_page_of_one_document_is_none_of_another(
    papers: tuple[str, str], tab: DocumentsTab, pane: DocumentPane, hands: Hands
) -> None:
    tab.begin(f"page 3/{papers[0]}")
    hands.wait(lambda: page(pane) == 3)

    tab.show_record(Kind.DOCUMENT, papers[1])
    hands.wait(lambda: (pane.record, page(pane)) == (papers[1], 1))
    tab.begin(f"page 900/{papers[0]}")
    hands.wait(lambda: (pane.record, page(pane)) == (papers[0], 4))
