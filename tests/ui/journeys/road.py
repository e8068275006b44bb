"""Someone who writes down a case in the window, from nothing: opens forms, types, saves; and the way out."""

import json
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from db.rows import DocumentRow, OrganisationRow, PersonRow, PlaceRow
from db.types import Name
from db.vault import Vault
from desktop.operations.documents import save_document
from desktop.operations.exchange import export_case, import_case
from desktop.operations.members import save_member
from tests.builders import new_vault
from tests.ui.casework import Room

Window = TypeVar("Window", bound=QDialog)
EVENT_TITLE = 2  # the column of the events' titles


class Writer:
    """At the keyboard of one case."""

    def __init__(self, room: Room) -> None:
        self.room, self.vault, self.case = room, room.vault, room.case

    def known_person(self, name: str, **parts: Any) -> str:
        """Somebody the case knows already, so that a journey is not about typing names."""
        return save_member(self.vault, PersonRow("", (Name(name, "ru"),), **parts), case_id=self.case).result

    def known_place(self, name: str, kind: str) -> str:
        """A place the case knows already."""
        return save_member(self.vault, PlaceRow("", (Name(name, "ru"),), kind), case_id=self.case).result

    def known_body(self, name: str, kind: str) -> str:
        """An organisation the case knows already."""
        return save_member(self.vault, OrganisationRow("", (Name(name, "ru"),), kind), case_id=self.case).result

    def known_source(self, title: str, kind: str = "report") -> str:
        """A document without a file."""
        return save_document(self.vault, DocumentRow("", self.case, title, kind=kind)).result

    def field(self, name: str) -> QWidget:
        """An input of the form in front, by what a screen reader calls it."""
        wanted = (QLineEdit, QPlainTextEdit, QComboBox)
        inputs = [one for one in self.room.editor().findChildren(QWidget) if isinstance(one, wanted)]
        return next(one for one in inputs if one.isVisible() and one.accessibleName() == name)

    def type(self, name: str, text: str) -> None:
        """Type into a field of the form in front; in a list of terms take what is meant."""
        field = self.field(name)
        field.setFocus()
        if isinstance(field, QComboBox) and not field.isEditable():
            self._choose(field, text)
            return
        self.room.hands.press("Ctrl+A")
        self.room.hands.type(text)
        if isinstance(field, QComboBox):
            self.room.hands.press("Return")
        self.room.idle()

    def _choose(self, field: QComboBox, text: str) -> None:
        """Go down a list to what is meant."""
        self.room.hands.press("Home")
        for _step in range(field.count()):
            if field.currentText() == text:
                return
            self.room.hands.press("Down")
        raise AssertionError(text)

    def pick(self, name: str, text: str) -> None:
        """Look for a record in a field, and take the first."""
        self.field(name).setFocus()
        self.room.pick(text)

    def event(self, kind: str, when: str, title: str, *, place: str = "", until: str = "", **fields: str) -> None:
        """Open a new event and fill its circumstances and fields; it stays open for who took part."""
        self.room.press("Ctrl+E")
        self.type("Kind", kind)
        self.type("When", when)
        if until:
            self.type("Until", until)
        if place:
            self.pick("Place", place)
        self.type("Title", title)
        for name, text in fields.items():
            self.type(name.replace("_", " "), text)

    def part(self, who: str, role: str) -> None:
        """Somebody took part in the event in front."""
        self.room.hands.click(self.room.editor(), "Add somebody who took part")
        self.room.idle()
        self.room.pick(who)
        lines = [one for one in self.room.editor().findChildren(QLineEdit) if one.isVisible()]
        [one for one in lines if one.accessibleName() == "Role"][-1].setFocus()
        self.room.hands.type(role)
        self.room.hands.press("Return")
        self.room.idle()

    def save(self) -> None:
        """Save the form in front."""
        self.room.save()

    def stand_on(self, tab: str, name: str, title: str, column: int) -> None:
        """Go to the row of a list that says ``title`` in this column."""
        self.room.press(tab)
        self.room.hands.wait(lambda: title in self.room.column(name, column))
        self.go_to(name, self.room.column(name, column).index(title))

    def go_to(self, name: str, row: int) -> None:
        """Go to a row of a list that fits the window."""
        self.room.table(name).setFocus()
        self.room.press("PgUp")
        for _step in range(row):
            self.room.press("Down")

    def stand_on_event(self, title: str) -> None:
        """Go to an event of the case."""
        self.stand_on("Alt+2", "Events", title, EVENT_TITLE)

    def stand_on_person(self, name: str) -> None:
        """Go to a person of the case."""
        self.stand_on("Alt+3", "Persons", name, 0)

    def cite(self, document: str, page: str, quote: str, **parts: str) -> None:
        """Say where the event in the list stands written; ``parts`` by their names."""
        self.room.press("Ctrl+Shift+D")
        self.pick("Document", document)
        self.type("Page", page)
        self.type("Quotation", quote)
        for name, text in parts.items():
            self.type(name.replace("_", " "), text)
        self.save()


def dialog(room: Room, kind: type[Window]) -> Window:
    """The window that came up over the others."""
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    room.hands.wait(found.isActiveWindow)
    return found


def there_and_back(vault: Vault, case: str, folder: Path) -> dict[str, Any]:
    """Export the case, import it elsewhere, export it again: the same to the byte. Returns what the file says."""
    first = export_case(vault, case, folder / "one").result / "case.json"
    (folder / "elsewhere").mkdir()
    other = new_vault(folder / "elsewhere")
    again = import_case(other, first).result.case_id
    second = export_case(other, again, folder / "two").result / "case.json"
    other.close()
    assert second.read_bytes() == first.read_bytes()
    return json.loads(first.read_text(encoding="utf-8"))
