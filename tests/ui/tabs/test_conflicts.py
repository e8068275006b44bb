"""Contradictions: found from the records, read with both sources, decided about with a reason, seen anew."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTableView, QWidget

from db.queries.conflicts import decisions
from db.queries.records import fetch
from db.rows import CitationRow, DocumentRow, EventRow, ParticipationRow, PersonRow, PlaceRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.i18n import Language
from desktop.logic import when
from desktop.operations.citations import save_citation
from desktop.operations.documents import save_document
from desktop.operations.events import save_event
from desktop.operations.members import save_member
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.language import speech
from desktop.ui.tabs.conflicts.tab import ConflictsTab
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.sheet import Sheet
from tests.ui.hands import Hands

ZONE = "Asia/Almaty"


class Alibi:
    """A man lies in a ward, by a letter; on that day he is accused of acting at the airport."""

    def __init__(self, vault: Vault, case: str) -> None:
        self.vault, self.case = vault, case
        self.man = save_member(vault, PersonRow(id="", names=(Name("Askar"),)), case_id=case).result
        self.stay = self._event("hospital-stay", "2022-01-04", "2022-01-09", "Hospital")
        self.act = self._event("alleged-offence", "2022-01-05", "", "Airport")
        self.letter = save_document(vault, DocumentRow(id="", case_id=case, title="Letter of the hospital")).result
        cited = CitationRow(
            id="", document_id=self.letter, target_kind="event", target_id=self.stay, page="2", quote="in the ward"
        )
        save_citation(vault, cited, case)

    def _event(self, kind: str, begun: str, over: str, where: str) -> str:
        place = save_member(self.vault, PlaceRow(id="", names=(Name(where),)), case_id=self.case).result
        until = when.parse(over, ZONE) if over else None
        row = EventRow(
            id="", case_id=self.case, kind=kind, when=when.parse(begun, ZONE), until=until, place_id=place
        )  # fmt: skip
        part = ParticipationRow(id="", event_id="", role="accused", person_id=self.man)
        return save_event(self.vault, row, [part]).result

    def moved(self, day: str) -> tuple[EventRow, list[ParticipationRow]]:
        """The alleged act on another day."""
        with self.vault.read() as session:
            row = fetch(session, EventRow, self.act)
        return replace(row, when=when.parse(day, ZONE)), [
            ParticipationRow(id="", event_id="", role="accused", person_id=self.man)
        ]


@pytest.fixture
def alibi(vault: Vault, case: str) -> Alibi:
    """The facts, on file before anybody looks."""
    return Alibi(vault, case)


@pytest.fixture
def tab(desk: Desk, case: str, hands: Hands) -> Iterator[ConflictsTab]:
    """The contradictions of the case, on the screen."""
    made = ConflictsTab(desk, case)
    desk.refresh.touched.connect(made.refresh)
    made.resize(1200, 800)
    hands.open(made)
    made.enter()
    settle(hands, desk)
    yield made
    settle(hands, desk)


def settle(hands: Hands, desk: Desk) -> None:
    """Wait until nothing is under way."""
    hands.wait(lambda: not desk.tasks.running())


def cells(tab: ConflictsTab) -> list[str]:
    """What the first line of the list says."""
    model = tab.findChildren(QTableView)[0].model()
    return [model.index(0, column).data() for column in range(model.columnCount())]


def part(tab: ConflictsTab, kind: type[QWidget]) -> QWidget:
    """The one part of this type."""
    return tab.findChildren(kind)[0]


def reason(tab: ConflictsTab) -> QPlainTextEdit:
    """Where the reason is typed."""
    (field,) = tab.findChildren(QPlainTextEdit)
    return field


def kept(vault: Vault, case: str) -> list[tuple[str, str | None]]:
    """The decisions on record."""
    with vault.read() as session:
        return [(row.decision, row.reason) for row in decisions(session, case)]


def test_a_case_without_contradictions_says_how_they_are_found(tab: ConflictsTab) -> None:
    assert part(tab, EmptyState).isVisible()
    assert tab.count_words() == "0 contradictions"


def test_a_contradiction_shows_both_facts_and_its_source_with_the_page(alibi: Alibi, tab: ConflictsTab) -> None:
    sheet = tab.findChildren(Sheet)[0].toPlainText()

    assert cells(tab) == ["In two places at once", "Certain", "Hospital stay", "Alleged offence", "Open", "1"]
    assert tab.count_words() == "1 contradiction"
    for words in ("nobody is in two places at once", "Letter of the hospital", "p. 2", "in the ward", "Askar"):
        assert words in sheet


def test_a_link_and_the_enter_key_lead_to_the_records(alibi: Alibi, tab: ConflictsTab, hands: Hands) -> None:
    asked: list[tuple[Kind, str]] = []

    def note(kind: Kind, record: str) -> None:
        asked.append((kind, record))

    tab.record_asked.connect(note)
    sheet = tab.findChildren(Sheet)[0]
    sheet.followed.emit("document", alibi.letter)
    table = tab.findChildren(QTableView)[0]
    table.setFocus()
    hands.press("Return", table)

    assert asked == [(Kind.DOCUMENT, alibi.letter), (Kind.EVENT, alibi.stay)]


def test_a_source_is_opened_at_its_page(alibi: Alibi, tab: ConflictsTab) -> None:
    asked: list[tuple[str, str]] = []

    def note(place: str, wish: str) -> None:
        asked.append((place, wish))

    tab.tab_asked.connect(note)
    sheet = tab.findChildren(Sheet)[0]
    (link,) = (one for one in sheet.toHtml().split('"') if one.startswith("passage:"))
    sheet.anchorClicked.emit(QUrl(link))

    assert asked == [("documents", f"page 2/{alibi.letter}")]


def test_it_is_dismissed_with_a_reason_and_taken_back(
    alibi: Alibi, tab: ConflictsTab, hands: Hands, desk: Desk, vault: Vault, case: str
) -> None:
    reason(tab).setFocus()
    hands.type("Описка следователя")
    hands.click(tab, "Dismiss")
    hands.wait(lambda: kept(vault, case) == [("dismissed", "Описка следователя")])
    hands.wait(lambda: cells(tab)[4] == "Dismissed")
    assert reason(tab).toPlainText() == "Описка следователя"

    hands.click(tab, "Take the decision back")
    hands.wait(lambda: kept(vault, case) == [])
    hands.wait(lambda: cells(tab)[4] == "Open")
    settle(hands, desk)


def test_accepting_needs_no_reason_and_explaining_does(
    alibi: Alibi, tab: ConflictsTab, hands: Hands, desk: Desk, vault: Vault, case: str
) -> None:
    hands.click(tab, "Explain")
    hands.wait(lambda: any(one.text() == "Say why." and one.isVisible() for one in tab.findChildren(QLabel)))
    assert reason(tab).hasFocus()
    assert kept(vault, case) == []

    hands.click(tab, "Accept as a contradiction")
    hands.wait(lambda: kept(vault, case) == [("accepted", None)])
    settle(hands, desk)


def test_a_change_of_the_facts_is_seen_at_once_and_opens_it_again(
    alibi: Alibi, tab: ConflictsTab, hands: Hands, desk: Desk, vault: Vault, case: str
) -> None:
    hands.click(tab, "Accept as a contradiction")
    hands.wait(lambda: cells(tab)[4] == "Accepted as a contradiction")
    desk.perform(tab, work(save_event, vault, *alibi.moved("2022-01-06")))
    hands.wait(lambda: cells(tab)[4] == "Open")
    desk.perform(tab, work(save_event, vault, *alibi.moved("2022-02-06")))
    hands.wait(lambda: tab.count_words() == "0 contradictions")
    settle(hands, desk)


def test_what_is_being_typed_stays_when_something_else_changes(
    alibi: Alibi, tab: ConflictsTab, hands: Hands, desk: Desk, vault: Vault, case: str
) -> None:
    reason(tab).setFocus()
    hands.type("Half a rea")
    desk.perform(tab, work(save_member, vault, PersonRow(id="", names=(Name("Bolat"),)), case_id=case))
    settle(hands, desk)

    assert reason(tab).toPlainText() == "Half a rea"


def test_nothing_is_reasoned_while_nobody_looks(
    alibi: Alibi, tab: ConflictsTab, hands: Hands, desk: Desk, vault: Vault
) -> None:
    tab.hide()
    desk.perform(tab, work(save_event, vault, *alibi.moved("2022-02-06")))
    settle(hands, desk)
    assert tab.count_words() == "1 contradiction"

    tab.show()
    tab.enter()
    hands.wait(lambda: tab.count_words() == "0 contradictions")


@pytest.mark.parametrize("language", list(Language))
def test_everything_is_named_for_a_screen_reader_in_every_language(
    alibi: Alibi, tab: ConflictsTab, language: Language
) -> None:
    speech().switch(language)

    assert tab.findChildren(QTableView)[0].accessibleName()
    assert tab.findChildren(Sheet)[0].accessibleName()
    assert all(cells(tab))
