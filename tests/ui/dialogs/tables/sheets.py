"""A person at work with tables in the window of a case."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog

from db.queries.case_files import case_file
from db.rows import EventRow
from desktop.ui.dialogs.grid.sheet_dialog import SheetDialog
from tests.ui.casework import Room

Window = TypeVar("Window", bound=QDialog)


def shown(room: Room, kind: type[Window]) -> Window:
    """The dialog that came up over the window."""
    room.hands.wait(lambda: any(one.isVisible() for one in room.window.findChildren(kind)))
    return next(one for one in room.window.findChildren(kind) if one.isVisible())


def choose_file(room: Room, path: Path) -> None:
    """Answer the question for a file."""
    room.hands.wait(lambda: room.window.findChildren(QFileDialog))
    asked = room.window.findChildren(QFileDialog)[0]
    asked.filesSelected.emit([str(path)])
    asked.close()


def stand(dialog: SheetDialog, room: Room, row: int, column: int) -> None:
    """Click a cell of the grid."""
    view = dialog.view
    view.go(row, column)
    place = view.visualRect(view.currentIndex()).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    view.setFocus()


def lay_on_clipboard(text: str) -> None:
    """Copy text somewhere else."""
    content = QMimeData()
    content.setData("text/plain", QByteArray(text.encode()))
    QGuiApplication.clipboard().setMimeData(content)


def events(room: Room) -> list[EventRow]:
    """The events of the case."""
    room.idle()
    with room.vault.read() as session:
        return list(case_file(session, room.case).events)


def faults(dialog: SheetDialog) -> list[str]:
    """What the list of faults says."""
    return [dialog.faults.item(row).text() for row in range(dialog.faults.count())]
