"""What a tab of a case is: built part by part, told what changed, asked to show a record.

A new tab is a class like this and one line in ``case_window/tables.py``; tabs do not know one another.
"""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.types import Kind
from desktop.operations import Touched
from desktop.ui.building import Stages
from desktop.ui.desk import Desk


class Tab(QWidget):
    """One view of a case."""

    record_asked = Signal(object, str)  # kind and id of a record to be shown, in whatever tab shows such records
    elsewhere_asked = Signal(str, object, str)  # another case, and the kind and id of a record in it
    tab_asked = Signal(str, str)  # the id of another tab, and what is wanted there (see its ``begin``)
    counted = Signal(str)  # how many rows are shown, in words

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__()
        self.desk = desk
        self.case_id = case_id

    def build(self) -> Stages:
        """Build it part by part; it stands, and hears of anything, when this ends."""
        yield from ()

    def refresh(self, touched: Touched) -> None:
        """Something of this case, or of everything, changed: read again what it concerns."""
        raise NotImplementedError

    def enter(self) -> None:
        """It is shown now; put the keyboard where one starts."""
        self.setFocus()

    def show_record(self, kind: Kind, record: str) -> None:
        """Bring a record into view."""

    def situate(self, selected: int) -> None:
        """Tell the actions how many rows are selected here."""
        actions = self.desk.actions
        if self.isVisible():
            actions.situate(replace(actions.situation, selected=selected))

    def begin(self, wish: str) -> None:
        """Begin what another tab sent the user here for; each tab knows its own wishes."""

    def count_words(self) -> str:
        """How many rows are shown, in words; empty where nothing is counted."""
        return ""
