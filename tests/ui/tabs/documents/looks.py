"""What tests of documents look at and do with them."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QListView, QTableView, QWidget

from db.queries import documents, history
from db.rows import DocumentRow
from db.vault import Vault
from desktop.operations.documents import add_documents
from desktop.ui.tabs.documents.tab import DocumentsTab
from desktop.ui.widgets.table import Table
from tests.ui.hands import Hands

Files = dict[str, Path]


def table_of(tab: QWidget) -> Table[documents.DocumentLine]:
    """The list."""
    shown: Any = tab.findChild(QTableView)
    assert isinstance(shown, Table)
    return shown  # pyright: ignore[reportUnknownVariableType] - Qt does not tell rows of what


def rows_of(vault: Vault, case: str) -> list[DocumentRow]:
    """What is on record."""
    with vault.read() as session:
        return [line.document for line in documents.page(session, case_id=case).rows]


def log_of(vault: Vault, document: str) -> list[str]:
    """The labels of a document's log, newest first."""
    with vault.read() as session:
        return [line.label for line in history.page(session, record_id=document).rows]


def take_in(vault: Vault, case: str, *files: Path) -> list[str]:
    """Put files in the case without the window."""
    return add_documents(vault, case, files).result


def show(hands: Hands, tab: DocumentsTab, *texts: str) -> None:
    """Wait until the list shows these titles."""
    table = table_of(tab)
    hands.wait(lambda: table.model().rowCount() == len(texts))
    assert [table.model().index(row, 1).data() for row in range(len(texts))] == list(texts)


def dialog(hands: Hands, kind: type[QWidget]) -> QWidget:
    """The window of a kind that opens."""
    hands.wait(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert found
    return found


def popup() -> QWidget | None:
    """The list of suggestions that is open."""
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, QListView) and one.isVisible()), None)


def drop(target: QWidget, *paths: Path) -> bool:
    """Drop files on a widget; whether it took them."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    args = content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, *args)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, *args))
    return enter.isAccepted()
