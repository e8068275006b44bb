"""The clocks of a case in a real window: listed with how they stand, told step by step, decided about, exported."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPlainTextEdit, QTableView
from pytestqt.qtbot import QtBot

from db.queries.records import fetch, live
from db.rows import DeadlineRow, EventRow, ParticipationRow, PersonRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.i18n import Language
from desktop.logic import when
from desktop.operations.events import save_event
from desktop.operations.members import save_member
from desktop.ui.desk import Desk
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.editors.editor import Editor, work
from desktop.ui.language import speech
from desktop.ui.tabs.deadlines.tab import DeadlinesTab
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.sheet import Sheet
from tests.ui.hands import Hands

ZONE = "Asia/Almaty"


class Detention:
    """A man was detained on 2026-02-05 at 22:40; the record of it is dated the next day, seven hours later."""

    def __init__(self, vault: Vault, case: str) -> None:
        self.case = case
        self.man = save_member(vault, PersonRow(id="", names=(Name("Askar"),)), case_id=case).result
        self.held, self.drawn, self.order = (
            save_event(
                vault,
                EventRow(id="", case_id=case, kind=kind, when=when.parse(begun, ZONE)),
                [ParticipationRow(id="", event_id="", role=role, person_id=self.man)],
            ).result
            for kind, begun, role in (
                ("detention", "2026-02-05T22:40", "detainee"),
                ("detention-protocol", "2026-02-06T05:40", "detainee"),
                ("custody-order", "2026-02-27", "accused"),
            )
        )


@pytest.fixture
def facts(vault: Vault, case: str) -> Detention:
    """The facts, on file before anybody looks."""
    return Detention(vault, case)


@pytest.fixture
def tab(desk: Desk, case: str, hands: Hands) -> Iterator[DeadlinesTab]:
    """The deadlines of the case, on the screen."""
    made = DeadlinesTab(desk, case)
    desk.refresh.touched.connect(made.refresh)
    made.resize(1300, 900)
    hands.open(made)
    made.enter()
    settle(hands, desk)
    yield made
    settle(hands, desk)


def settle(hands: Hands, desk: Desk) -> None:
    """Wait until nothing is under way."""
    hands.wait(lambda: not desk.tasks.running())


def table(tab: DeadlinesTab) -> QTableView:
    """The list."""
    return tab.findChildren(QTableView)[0]


def rows(tab: DeadlinesTab) -> list[list[str]]:
    """What the list says."""
    model = table(tab).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def stand_on(tab: DeadlinesTab, title: str, hands: Hands) -> None:
    """Go to the first line whose title says this, with the keyboard."""
    place = next(place for place, cells in enumerate(rows(tab)) if title in cells[2])
    table(tab).setFocus()
    hands.press("PgUp", table(tab))
    for _step in range(table(tab).model().rowCount()):
        if table(tab).currentIndex().row() == place:
            return
        hands.press("Down", table(tab))


def sheet(tab: DeadlinesTab) -> str:
    """What the pane says."""
    return tab.findChildren(Sheet)[0].toPlainText()


def opened_editor(hands: Hands) -> Editor:
    """The editor that opens."""
    hands.wait(lambda: isinstance(QApplication.activeModalWidget(), Editor))
    found = QApplication.activeModalWidget()
    assert isinstance(found, Editor)
    hands.wait(found.isActiveWindow)
    return found


def decisions(vault: Vault) -> list[DeadlineRow]:
    """What is written down about deadlines."""
    with vault.read() as session:
        return live(session, DeadlineRow)


def test_a_case_without_clocks_says_what_starts_them(tab: DeadlinesTab) -> None:
    assert tab.findChildren(EmptyState)[0].isVisible()
    assert tab.count_words() == "0 deadlines"


def test_a_late_record_is_a_breach_with_a_count_a_judge_could_follow(
    facts: Detention, tab: DeadlinesTab, hands: Hands
) -> None:
    stand_on(tab, "Record of detention", hands)
    line = next(cells for cells in rows(tab) if "Record of detention" in cells[2])

    assert line[:6] == ["06.02.2026 01:40", "Breached", line[2], "Askar", "Theirs", "Not verified"]
    for words in ("UPK", "131", "6 February 2026, 01:40", "No lawyer has verified this rule", "2026"):
        assert words in sheet(tab)


def test_silence_is_a_question_and_no_breach(facts: Detention, tab: DeadlinesTab, hands: Hands) -> None:
    stand_on(tab, next(cells[2] for cells in rows(tab) if cells[1] == "Unproven"), hands)

    assert "a question to ask and a document to request" in sheet(tab)


def test_the_filter_shows_theirs_or_what_was_breached(facts: Detention, tab: DeadlinesTab, hands: Hands) -> None:
    sides, standings = tab.findChildren(QComboBox)[:2]
    hands.press("Down", sides)
    assert {cells[4] for cells in rows(tab)} == {"Ours"}
    hands.press("Down", sides)
    hands.press("Down", standings)
    assert {(cells[1], cells[4]) for cells in rows(tab)} == {("Breached", "Theirs")}


def test_enter_and_the_link_lead_to_the_event_that_started_it(
    facts: Detention, tab: DeadlinesTab, hands: Hands
) -> None:
    asked: list[tuple[Kind, str]] = []

    def note(kind: Kind, record: str) -> None:
        asked.append((kind, record))

    tab.record_asked.connect(note)
    stand_on(tab, "Record of detention", hands)
    hands.press("Return", table(tab))
    tab.findChildren(Sheet)[0].followed.emit("event", facts.held)

    assert asked == [(Kind.EVENT, facts.held)] * 2


def test_done_asks_when_and_by_what_channel_and_is_taken_back(
    facts: Detention, tab: DeadlinesTab, hands: Hands, vault: Vault, desk: Desk
) -> None:
    stand_on(tab, "ppeal", hands)
    hands.click(tab, "Mark as done…")
    asked = opened_editor(hands)
    hands.press("Ctrl+Return")
    assert decisions(vault) == []  # nothing without a time

    hands.field(asked, "Handed over").setFocus()
    hands.type("01.03.2026 16:00")
    hands.press("Ctrl+Return")
    hands.wait(lambda: decisions(vault))
    settle(hands, desk)

    assert decisions(vault)[0].status == "met"
    assert "1 March 2026, 16:00" in sheet(tab)
    assert any(cells[1] == "Met" and "ppeal" in cells[2] for cells in rows(tab))

    hands.click(tab, "Take what we wrote back")
    hands.wait(lambda: decisions(vault) == [])
    settle(hands, desk)


def test_another_due_needs_a_reason_and_keeps_both_times(
    facts: Detention, tab: DeadlinesTab, hands: Hands, vault: Vault, desk: Desk
) -> None:
    stand_on(tab, "ppeal", hands)
    hands.click(tab, "Other due time…")
    asked = opened_editor(hands)
    hands.field(asked, "Due").setFocus()
    hands.type("10.03.2026")
    hands.press("Ctrl+Return")
    settle(hands, desk)
    assert decisions(vault) == []

    asked.findChildren(QPlainTextEdit)[0].setFocus()
    hands.type("Announced in absence")
    hands.press("Ctrl+Return")
    hands.wait(lambda: decisions(vault))
    settle(hands, desk)

    assert "Announced in absence" in sheet(tab)
    assert "By law" in sheet(tab)


def test_what_is_exported_is_warned_about_and_names_nobody(
    facts: Detention, tab: DeadlinesTab, hands: Hands, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    hands.click(tab, "Export as calendar…")
    (warning,) = [one for one in tab.window().findChildren(Confirm) if one.isVisible()]
    assert hands.can_read(warning, "leaves the vault in clear")
    hands.click(warning, "Choose where…")
    chooser = tab.findChildren(QFileDialog)[0]
    target = tmp_path / "calendar.ics"
    chooser.filesSelected.emit([str(target)])
    chooser.reject()
    hands.wait(target.exists)
    settle(hands, desk)

    assert b"VCALENDAR" in target.read_bytes()
    assert b"Askar" not in target.read_bytes()


def test_a_changed_fact_is_reckoned_at_once(
    facts: Detention, tab: DeadlinesTab, hands: Hands, desk: Desk, vault: Vault
) -> None:
    with vault.read() as session:
        drawn = fetch(session, EventRow, facts.drawn)
    moved = replace(drawn, when=when.parse("2026-02-06T00:10", ZONE))
    part = ParticipationRow(id="", event_id="", role="detainee", person_id=facts.man)
    desk.perform(tab, work(save_event, vault, moved, [part]))
    hands.wait(lambda: any(cells[1] == "Met" and "Record of detention" in cells[2] for cells in rows(tab)))


@pytest.mark.parametrize("language", list(Language))
def test_everything_is_told_and_named_in_every_language(
    facts: Detention, tab: DeadlinesTab, language: Language
) -> None:
    speech().switch(language)

    assert table(tab).accessibleName()
    assert tab.findChildren(Sheet)[0].accessibleName()
    assert all(cells[0] and cells[1] and cells[2] for cells in rows(tab))
    assert len(sheet(tab)) > 200
