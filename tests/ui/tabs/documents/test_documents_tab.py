"""Documents are read, quoted and handed out from the tab, as a person does it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from db.queries import documents, timeline
from db.rows import DocumentRow, EventRow
from db.types import Kind
from db.vault import Vault
from desktop.operations import Touched
from desktop.operations.documents import save_document
from desktop.operations.events import save_event
from desktop.operations.trash import trash_record
from desktop.ui.desk import Desk
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.editors.citation import CitationEditor
from desktop.ui.dialogs.editors.event import EventEditor
from desktop.ui.inputs.picker import RecordPicker
from desktop.ui.tabs.documents.document_pane import DocumentPane
from desktop.ui.tabs.documents.quoting import EventChoice
from desktop.ui.tabs.documents.tab import DocumentsTab
from tests.ui.hands import Hands
from tests.ui.tabs.documents.looks import Files, dialog, log_of, popup, table_of, take_in


@pytest.fixture
def pdf(vault: Vault, case: str, files: Files) -> str:
    """A PDF in the case before the tab opens."""
    return take_in(vault, case, files["protocol.pdf"])[0]


@pytest.fixture
def chosen(pdf: str, tab: DocumentsTab, pane: DocumentPane, hands: Hands) -> DocumentPane:
    """The PDF chosen in the list, its first page readable."""
    hands.wait(lambda: table_of(tab).model().rowCount() == 1)
    hands.press("Down", table_of(tab))
    hands.wait(lambda: pane.preview.stack.currentWidget() is pane.preview.stack.pdf)
    hands.wait(lambda: pane.preview.stack.pdf.view.texts.find(0) is not None)
    return pane


def test_a_document_is_opened_once_and_its_log_says_so(
    chosen: DocumentPane, pdf: str, vault: Vault, hands: Hands
) -> None:
    hands.wait(lambda: "Open document" in chosen.sheet.toPlainText())
    assert log_of(vault, pdf) == ["open-document", "add-documents"]


def test_passing_over_a_document_does_not_open_it(
    vault: Vault, case: str, files: Files, tab: DocumentsTab, pane: DocumentPane, hands: Hands
) -> None:
    first, second, _third = take_in(vault, case, files["note.txt"], files["photo.jpg"], files["protocol.pdf"])
    tab.refresh(Touched(frozenset({Kind.DOCUMENT}), case))
    hands.wait(lambda: table_of(tab).model().rowCount() == 3)
    for _step in range(2):
        hands.press("Down", table_of(tab))
    hands.wait(lambda: pane.preview.stack.currentWidget() is pane.preview.stack.image)
    assert log_of(vault, first) == ["add-documents"]
    assert log_of(vault, second) == ["open-document", "add-documents"]


def test_a_quotation_becomes_an_event_with_its_page(
    chosen: DocumentPane, pdf: str, hands: Hands, vault: Vault, case: str
) -> None:
    hands.press("Ctrl+A", chosen.preview.stack.pdf.view)
    hands.click(chosen.preview, "New event from quotation")
    editor = dialog(hands, EventEditor)
    assert isinstance(editor, EventEditor)
    editor.form.input("kind").fill("detention")
    hands.press("Ctrl+Return", editor)

    def cited() -> list[object]:
        with vault.read() as session:
            return list(documents.citations_from(session, pdf))

    hands.wait(cited)
    with vault.read() as session:
        [citation] = documents.citations_from(session, pdf)
        [line] = timeline.page(session, case).rows
    assert (citation.target_id, citation.page) == (line.event.id, "1")
    assert citation.quote
    assert citation.quote == line.event.text


@pytest.mark.qt_log_ignore("does not support", extend=True)  # the offscreen platform, of any popup
def test_a_passage_is_cited_for_an_event_that_is_there(
    chosen: DocumentPane, hands: Hands, vault: Vault, case: str, pdf: str
) -> None:
    event = save_event(vault, EventRow(id="", case_id=case, kind="detention", title="Taken away"), []).result
    hands.press("Ctrl+A", chosen.preview.stack.pdf.view)
    hands.click(chosen, "Cite for an event…")
    choice = dialog(hands, EventChoice)
    assert isinstance(choice, EventChoice)
    picker = choice.form.input("event")
    assert isinstance(picker, RecordPicker)
    hands.wait(picker.line.hasFocus)
    hands.type("Taken")
    hands.wait(popup)
    hands.press("Down", popup())
    hands.press("Return", popup())
    hands.wait(lambda: picker.raw() == event)
    hands.click(choice, "Go on…")
    editor = dialog(hands, CitationEditor)
    hands.press("Ctrl+Return", editor)
    hands.wait(lambda: "Taken away" in chosen.sheet.toPlainText())
    with vault.read() as session:
        [citation] = documents.citations_from(session, pdf)
    assert (citation.target_id, citation.page) == (event, "1")


def test_a_copy_is_written_after_a_warning_and_is_the_same(
    chosen: DocumentPane, hands: Hands, tmp_path: Path, files: Files, vault: Vault, pdf: str
) -> None:
    hands.click(chosen, "Export a copy…")
    hands.click(dialog(hands, Confirm), "Choose where…")
    asked = dialog(hands, QFileDialog)
    assert isinstance(asked, QFileDialog)
    target = tmp_path / "copy.pdf"
    asked.selectFile(str(target))
    asked.accept()
    hands.wait(target.exists)
    hands.wait(lambda: "Export document" in chosen.sheet.toPlainText())
    assert log_of(vault, pdf)[0] == "export-document"
    assert target.read_bytes() == files["protocol.pdf"].read_bytes()


def test_a_document_in_the_trash_leaves_the_list(chosen: DocumentPane, tab: DocumentsTab, hands: Hands) -> None:
    hands.click(chosen, "Move to trash")
    hands.wait(lambda: table_of(tab).model().rowCount() == 0)
    hands.wait(lambda: not chosen.record)


def test_a_document_trashed_elsewhere_is_no_longer_shown(
    chosen: DocumentPane, hands: Hands, desk: Desk, vault: Vault, pdf: str, case: str
) -> None:
    desk.refresh.announce(trash_record(vault, Kind.DOCUMENT, pdf, case_id=case).touched)
    hands.wait(lambda: not chosen.record)


def test_a_source_without_a_file_says_where_it_is(
    vault: Vault, case: str, tab: DocumentsTab, pane: DocumentPane, hands: Hands
) -> None:
    address = "https://example.org/report"
    source = save_document(vault, DocumentRow(id="", case_id=case, title="Report", address=address)).result
    tab.show_record(Kind.DOCUMENT, source)
    hands.wait(lambda: pane.preview.stack.notice.heading() == "No file is stored for this document")
    assert address in pane.sheet.toPlainText()
    assert "href='" + address not in pane.sheet.toHtml()
    assert log_of(vault, source) == ["add-document"]


def test_a_damaged_file_is_told_in_the_preview_and_can_be_tried_again(
    vault: Vault, case: str, files: Files, tab: DocumentsTab, pane: DocumentPane, hands: Hands
) -> None:
    [note] = take_in(vault, case, files["note.txt"])
    [stored] = [path for path in (vault.folder / "blobs").rglob("*") if path.is_file()]
    content = stored.read_bytes()
    stored.write_bytes(content[:-3])
    tab.show_record(Kind.DOCUMENT, note)
    hands.wait(lambda: pane.preview.stack.notice.isVisible() and pane.preview.stack.notice.offers()[0])
    stored.write_bytes(content)
    hands.click(pane.preview, "Try again")
    hands.wait(lambda: pane.preview.stack.currentWidget() is pane.preview.stack.text)
