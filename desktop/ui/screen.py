"""What stands in the middle of the window: a list of the vault, or a case."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.types import Kind


class Screen(QWidget):
    """A place of the window: it asks for cases to be opened and tells how much it shows."""

    case_chosen = Signal(str)  # the id of a case to open
    record_chosen = Signal(str, object, str)  # a case, and the kind and id of a record in it
    named = Signal(str)  # the reference of the case it is about, when it is known or changed
    back_asked = Signal()  # from a case to where it was opened
    counted = Signal(str)  # how many rows are shown, in words; empty for none

    def enter(self) -> None:
        """It is shown now; put the keyboard where one starts."""
        self.setFocus()

    def show_record(self, kind: Kind, record: str) -> None:
        """Bring one record of the case into view."""

    def count_words(self) -> str:
        """How many rows are shown, in words."""
        return ""

    def case_name(self) -> str:
        """The reference of the case it is about, for the status bar; empty for none."""
        return ""
