"""The road of a proof: from a passage chosen in a document to an element that is no longer empty."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from db.queries import issues
from db.types import Bearing
from db.vault import Vault
from desktop.operations.documents import add_documents
from desktop.operations.issues import add_ready_issues
from desktop.ui.inputs.suggestions import Suggestions
from desktop.ui.preview.document_preview import DocumentPreview
from desktop.ui.preview.text_pane import TextPane
from desktop.ui.tabs.documents.quoting import EventChoice
from desktop.ui.tabs.issues.tab import IssuesTab
from tests.ui.casework import Facts, Room

WORDS = "He was beaten until he signed."


@pytest.fixture
def statement(tmp_path: Path, vault: Vault, facts: Facts) -> str:
    """A statement in the case, and the elements of torture to be proved."""
    path = tmp_path / "statement.txt"
    path.write_text(WORDS, encoding="utf-8")
    add_ready_issues(vault, facts.case, ["cat-1"], [facts.kalas], "en")
    return add_documents(vault, facts.case, [path]).result[0]


def choose_all_words(room: Room) -> None:
    """Choose everything in the statement."""
    room.press("Alt+4")
    room.stand_on("Documents", 1)
    preview = next(one for one in room.window.findChildren(DocumentPreview) if one.isVisible())
    room.hands.wait(lambda: isinstance(preview.stack.searchable(), TextPane))
    pane = preview.stack.searchable()
    assert isinstance(pane, TextPane)
    room.hands.press("Ctrl+A", pane.view)


@pytest.mark.usefixtures("statement")
@pytest.mark.qt_log_ignore("does not support", extend=True)  # the offscreen platform, of any popup
def test_a_quoted_passage_fills_an_element(room: Room, vault: Vault, facts: Facts) -> None:
    choose_all_words(room)
    room.hands.click(room.window, "Cite for an event…")
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), EventChoice))
    choice = QApplication.activeModalWidget()
    assert isinstance(choice, EventChoice)
    room.hands.wait(choice.isActiveWindow)
    room.hands.type("a purpose")
    lists = choice.findChildren(Suggestions)
    room.hands.wait(lambda: any(one.is_open() for one in lists))
    room.idle()
    room.press("Return")
    editor = room.editor()
    assert editor.form.input("quote").raw() == WORDS
    room.save()

    room.press("Alt+5")
    tab = room.window.findChildren(IssuesTab)[0]
    room.hands.wait(lambda: tab.count_words() == "6 issues · 4 without evidence")
    with vault.read() as session:
        proved = [one.issue.element for one in issues.tree_of(session, facts.case) if one.count(Bearing.SUPPORTS)]
    assert proved == ["cat-1-purpose"]
