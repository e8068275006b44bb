"""Files come into a case: dropped, pasted, chosen; all of them or none."""

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from db.vault import Vault
from desktop.ui.actions import Situation
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.intake import IntakeDialog
from desktop.ui.tabs.documents.tab import DocumentsTab
from tests.ui.hands import Hands
from tests.ui.tabs.documents.looks import Files, dialog, drop, rows_of, show


def test_dropped_files_are_asked_about_once_and_come_in(
    tab: DocumentsTab, hands: Hands, vault: Vault, case: str, files: Files
) -> None:
    assert drop(tab, files["protocol.pdf"], files["photo.jpg"])
    asked = dialog(hands, IntakeDialog)
    hands.field(asked, "Received from").setText("Police of Almaty")
    hands.click(asked, "Add")
    show(hands, tab, "protocol", "photo")
    assert [row.received_from for row in rows_of(vault, case)] == ["Police of Almaty"] * 2


def test_a_dropped_folder_stands_for_the_files_in_it(tab: DocumentsTab, hands: Hands, files: Files) -> None:
    drop(tab, files["note.txt"].parent)
    hands.click(dialog(hands, IntakeDialog), "Add")
    show(hands, tab, "note", "photo", "protocol")


def test_text_that_is_dropped_is_no_file(tab: DocumentsTab) -> None:
    assert not drop(tab)


def test_a_file_that_is_gone_is_named_and_nothing_comes_in(
    tab: DocumentsTab, hands: Hands, desk: Desk, vault: Vault, case: str, files: Files
) -> None:
    missing = files["note.txt"].with_name("gone.txt")
    drop(tab, files["note.txt"], missing)
    hands.click(dialog(hands, IntakeDialog), "Add")
    window = desk.report.parent()
    assert isinstance(window, QWidget)
    hands.wait(lambda: not desk.tasks.running())
    assert any("gone.txt" in one.text() for one in window.findChildren(QLabel))
    assert rows_of(vault, case) == []


def test_files_on_the_clipboard_are_pasted(tab: DocumentsTab, hands: Hands, desk: Desk, files: Files) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(files["note.txt"]))])
    QGuiApplication.clipboard().setMimeData(content)
    desk.actions.situate(Situation(has_case=True))
    desk.actions.perform("document.paste")
    hands.click(dialog(hands, IntakeDialog), "Add")
    show(hands, tab, "note")
