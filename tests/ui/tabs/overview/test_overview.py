"""The overview: what the case is about at a glance, each part leading to its list; first steps in an empty case."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from db.queries import members
from db.rows import CaseRow, EventLinkRow, PersonRow
from db.types import Kind
from db.vault import Vault
from desktop.operations import Touched
from desktop.operations.cases import save_case
from desktop.operations.events import link_events
from desktop.ui.open_vault import OpenVault
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import Chip
from tests.ui.casework import Facts, Room
from tests.ui.hands import Hands


@pytest.fixture
def empty(opened: OpenVault, hands: Hands, vault: Vault) -> Room:
    """A case with nothing in it."""
    case = save_case(vault, CaseRow(id="", ref="KZ-1", title="The call at night")).result
    return Room(opened, hands, vault, case)


def card(room: Room, title: str) -> Card:
    """One of the cards."""
    return next(one for one in room.window.findChildren(Card) if one.body.accessibleName() == title)


def text(room: Room, title: str) -> str:
    """What a card says, as rich text."""
    return card(room, title).body.text()


def follow(room: Room, title: str, link: int) -> None:
    """Go to a link of a card with the keyboard and press Enter."""
    body = card(room, title).body
    body.setFocus(Qt.FocusReason.TabFocusReason)
    for _step in range(link + 1):
        QTest.keyClick(body, Qt.Key.Key_Tab)
    QTest.keyClick(body, Qt.Key.Key_Return)
    room.idle()


def shown(room: Room) -> str:
    """The tab in view."""
    bar = next(one for one in room.window.findChildren(QTabBar) if one.accessibleName() == "Tabs of the case")
    return bar.tabText(bar.currentIndex())


def test_a_case_is_told_at_a_glance(room: Room) -> None:
    assert "Кратко." in text(room, "Summary")
    assert "Accused" in text(room, "Parties")
    assert "Kalas Nurpeisov" in text(room, "Parties")
    assert "art. 272, part 2" in text(room, "Charges")
    for words in ("KZ-2022-01", "Kazakhstan", "Trial at first instance"):
        assert words in text(room, "The case")
    assert "1 event without a source" in text(room, "Sources")


def test_each_count_leads_to_its_list(room: Room) -> None:
    follow(room, "On file", 1)
    assert shown(room) == "People"


def test_the_events_without_a_source_are_one_key_away(room: Room) -> None:
    follow(room, "Sources", 0)

    assert shown(room) == "Timeline"
    assert room.column("Events", 2) == ["Complaint of torture"]
    assert [one.text for one in room.window.findChildren(Chip) if one.isVisible()] == []


def test_a_party_leads_to_the_person_and_to_its_editor(room: Room) -> None:
    follow(room, "Parties", 1)
    editor = room.editor()

    assert room.hands.field(editor, "Who").text() == "Kalas Nurpeisov"
    assert room.hands.field(editor, "Role").text() == "Accused"


def test_an_empty_case_offers_the_first_steps_until_it_has_people_and_events(empty: Room) -> None:
    assert empty.hands.can_press(empty.window, "1. Add the person")
    assert empty.hands.can_press(empty.window, "3. Add documents")


def test_the_call_at_night(empty: Room, vault: Vault, tmp_path: Path) -> None:
    empty.hands.click(empty.window, "1. Add the person")
    empty.editor()
    empty.hands.type("Айгерим Тлеужан")
    empty.save()
    empty.hands.click(empty.window, "2. Record the detention")
    editor = empty.editor()
    assert empty.hands.field(editor, "Who").text() == "Айгерим Тлеужан"
    assert empty.hands.field(editor, "Role").text() == "Detainee"
    empty.hands.field(editor, "When").setFocus()
    empty.hands.type("сегодня")
    empty.press("Ctrl+Return")
    assert empty.hands.can_read(editor, "Not understood.")
    empty.hands.press("Ctrl+A")
    empty.hands.type("5 января 2022 около 20:00")
    empty.save()

    assert shown(empty) == "Timeline"
    assert "around 20:00" in empty.sheet().toPlainText()
    with vault.read() as session:
        assert len(members.page(session, PersonRow, case_id=empty.case).rows) == 1
    empty.press("Alt+1")
    assert not empty.hands.can_press(empty.window, "1. Add the person")


def test_the_text_of_a_record_is_never_read_as_markup(opened: OpenVault, hands: Hands, vault: Vault) -> None:
    row = CaseRow(id="", ref="KZ-1", title="t", summary='<img src="file:///etc/passwd"><b>bold</b> & co')
    room = Room(opened, hands, vault, save_case(vault, row).result)

    assert "&lt;img src=&quot;file:///etc/passwd&quot;&gt;" in text(room, "Summary")


def test_charges_and_parties_are_added_from_their_cards(room: Room, facts: Facts) -> None:
    room.hands.click(room.window, "Add a charge…")
    editor = room.editor()
    room.press("Ctrl+Return")
    assert room.hands.can_read(editor, "This field is needed.")
    room.hands.field(editor, "Against").setFocus()
    room.pick("serik")
    room.hands.field(editor, "Article").setFocus()
    room.hands.type("376")
    room.save()

    assert "art. 376" in text(room, "Charges")


def test_open_contradictions_stand_first_and_lead_to_their_tab(room: Room, facts: Facts) -> None:
    assert not card(room, "Contradictions").isVisible()
    link_events(room.vault, EventLinkRow(id="", from_id=facts.protest, to_id=facts.detention, kind="contradicts"), "")
    room.desk.refresh.announce(Touched(frozenset({Kind.EVENT_LINK}), facts.case))
    room.hands.wait(card(room, "Contradictions").isVisible)
    room.idle()

    assert "1 open contradiction" in text(room, "Contradictions")
    assert "Detained at the airport" in text(room, "Contradictions")
    follow(room, "Contradictions", 0)
    assert shown(room) == "Contradictions"
