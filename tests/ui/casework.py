"""A small case in a real vault, and someone who works on it in the real window."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from db.queries.records import fetch
from db.queries.timeline import TimelineLine, line
from db.rows import (
    CaseRow,
    ChargeRow,
    CitationRow,
    DocumentRow,
    EventLinkRow,
    EventRow,
    OrganisationRow,
    ParticipationRow,
    PartyRow,
    PersonRow,
    PlaceRow,
)
from db.types import Name
from db.vault import Vault
from desktop.logic import when
from desktop.operations.cases import save_case
from desktop.operations.citations import save_citation
from desktop.operations.documents import save_document
from desktop.operations.events import link_events, save_event
from desktop.operations.members import save_charge, save_member, save_party
from desktop.ui.dialogs.editors.editor import Editor
from desktop.ui.inputs.suggestions import Suggestions
from desktop.ui.open_vault import OpenVault
from desktop.ui.widgets.sheet import Sheet
from tests.ui.hands import Hands

ALMATY = "Asia/Almaty"
QUOTE = "находился в палате с 5 по 9 января"


@dataclass(frozen=True, slots=True)
class Facts:
    """The ids of what the case holds."""

    case: str
    kalas: str
    doctor: str
    police: str
    airport: str
    protest: str
    detention: str
    complaint: str
    letter: str
    link: str


def write_facts(vault: Vault) -> Facts:
    """A protest, a detention at the airport with a source, and an undated complaint about it without one."""
    case = save_case(vault, CaseRow(id="", ref="KZ-2022-01", title="Аэропорт", stage="trial", summary="Кратко.")).result
    kalas = save_member(
        vault, PersonRow(id="", names=(Name("Калас Нурпеисов", "ru"), Name("Kalas Nurpeisov", "en")))
    ).result
    doctor = save_member(vault, PersonRow(id="", names=(Name("Dr Aigul Serik", "en"),), occupation="doctor")).result
    police = save_member(vault, OrganisationRow(id="", names=(Name("Almaty police", "en"),), kind="police")).result
    airport = save_member(vault, PlaceRow(id="", names=(Name("Airport", "en"), Name("Аэропорт", "ru")))).result
    protest = write_event(vault, case, "protest", "2022-01-04", "Mass protest")
    detention = save_event(
        vault,
        EventRow(
            id="", case_id=case, kind="detention", when=when.parse("2022-01-05T20:00", ALMATY), place_id=airport,
            title="Detained at the airport", standing="alleged", fields={"warrant_shown": False},
        ),
        [
            ParticipationRow(id="", event_id="", person_id=kalas, role="detainee"),
            ParticipationRow(id="", event_id="", organisation_id=police, role="perpetrator", certainty="probable"),
        ],
    ).result  # fmt: skip
    complaint = write_event(vault, case, "complaint", "", "Complaint of torture", doctor)
    letter = save_document(vault, DocumentRow(id="", case_id=case, title="Hospital letter", kind="letter")).result
    for event in (protest, detention):
        row = CitationRow(id="", document_id=letter, target_kind="event", target_id=event, page="2", quote=QUOTE)
        save_citation(vault, row, case)
    link = link_events(vault, EventLinkRow(id="", from_id=complaint, to_id=detention, kind="caused-by"), case).result
    save_party(vault, PartyRow(id="", case_id=case, role="accused", person_id=kalas))
    save_charge(vault, ChargeRow(id="", case_id=case, person_id=kalas, article="272", part="2"))
    return Facts(case, kalas, doctor, police, airport, protest, detention, complaint, letter, link)


def write_event(vault: Vault, case: str, kind: str, edtf: str, title: str, person: str = "") -> str:
    """One more event."""
    moment = when.parse(edtf, ALMATY) if edtf else None
    parts = [ParticipationRow(id="", event_id="", person_id=person, role="complainant")] if person else []
    return save_event(vault, EventRow(id="", case_id=case, kind=kind, when=moment, title=title), parts).result


class Room:
    """The window, open at a case."""

    def __init__(self, opened: OpenVault, hands: Hands, vault: Vault, case: str) -> None:
        self.hands, self.vault, self.case = hands, vault, case
        self.window = opened.window
        self.desk = opened.window.desk
        self.window.resize(1300, 800)
        self.window.screens.open_case(case)
        self.idle()

    def idle(self) -> None:
        """Wait until nothing is read or written any more."""
        QApplication.sendPostedEvents()
        self.hands.wait(lambda: not self.desk.tasks.running())

    def front(self) -> None:
        """Give the window the keyboard back: offscreen there is no window manager to do so."""
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            self.hands.wait(QApplication.activeWindow)

    def press(self, keys: str) -> None:
        """Press keys and wait for what they do."""
        self.front()
        self.hands.press(keys)
        self.idle()

    def table(self, name: str) -> QTableView:
        """A list that can be seen, by what a screen reader calls it."""
        tables = self.window.findChildren(QTableView)
        return next(one for one in tables if one.isVisible() and one.accessibleName() == name)

    def column(self, name: str, column: int) -> list[str]:
        """What a column of a list says, from the top."""
        model = self.table(name).model()
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]

    def stand_on(self, name: str, row: int) -> None:
        """Go to a row of a list with the keyboard."""
        self.front()
        self.table(name).setFocus()
        self.hands.press("Ctrl+Home")
        for _step in range(row):
            self.hands.press("Down")
        self.idle()

    def sheet(self) -> Sheet:
        """The record beside the list."""
        return next(one for one in self.window.findChildren(Sheet) if one.isVisible())

    def follow(self, words: str) -> None:
        """Click a link of the record beside the list."""
        sheet = self.sheet()
        cursor = sheet.document().find(words)
        while not cursor.isNull() and not cursor.charFormat().isAnchor():
            cursor = sheet.document().find(words, cursor)
        assert not cursor.isNull(), words
        place = QTextCursor(sheet.document())
        place.setPosition(cursor.selectionStart() + 1)
        sheet.setTextCursor(place)
        sheet.ensureCursorVisible()
        at = sheet.cursorRect(place).center() + QPoint(2, 0)
        QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=at)
        self.idle()

    def editor(self) -> Editor:
        """The editor that is open over the window, when it has the keyboard."""
        self.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), Editor))
        self.idle()
        found = QApplication.activeModalWidget()
        assert isinstance(found, Editor)
        self.hands.wait(found.isActiveWindow)
        return found

    def pick(self, text: str) -> None:
        """Type into a picker and take the first record it finds."""
        self.hands.press("Ctrl+A")
        self.hands.type(text)
        lists = self.editor().findChildren(Suggestions)
        self.hands.wait(lambda: any(one.is_open() for one in lists))
        self.press("Return")

    def save(self) -> None:
        """Save with the keyboard, and see the editor close."""
        editor = self.editor()
        self.hands.press("Ctrl+Return")
        self.hands.wait_gone(editor)
        self.idle()

    def event(self, event: str) -> TimelineLine:
        """An event as it stands in the vault."""
        with self.vault.read() as session:
            found = line(session, event)
        assert found
        return found

    def person(self, person: str) -> PersonRow:
        """A person as the vault knows them."""
        with self.vault.read() as session:
            return fetch(session, PersonRow, person)


def unnamed(window: QWidget) -> list[str]:
    """The fields and lists that can be seen and have no name for a screen reader."""
    kinds = ("QLineEdit", "QComboBox", "QPlainTextEdit", "QTextBrowser", "QTableView", "QToolButton", "QTabBar")
    seen = [one for one in window.findChildren(QWidget) if one.isVisible() and any(map(one.inherits, kinds))]
    ours = [one for one in seen if not one.objectName().startswith("qt_") and one.focusPolicy()]
    return [
        f"{type(one).__name__} in {type(one.parentWidget()).__name__}"
        for one in ours
        if not (one.accessibleName() or one.property("text"))
    ]
