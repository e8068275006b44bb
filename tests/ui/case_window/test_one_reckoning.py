"""Whatever shows the clocks of an open case, one change is reckoned once."""

from functools import partial

import pytest

from db.rows import CaseRow, EventRow, ParticipationRow, PersonRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.logic import when
from desktop.operations.cases import save_case
from desktop.operations.events import save_event
from desktop.operations.history import undo_last
from desktop.operations.members import save_member
from desktop.ui.case_window.case_window import CaseWindow
from desktop.ui.open_vault import OpenVault
from desktop.ui.tabs.deadlines.tab import DeadlinesTab
from desktop.ui.widgets.rich_label import RichLabel
from tests.ui.hands import Hands

ZONE = "Asia/Almaty"


@pytest.fixture
def man(vault: Vault) -> tuple[str, str]:
    """A case and the man it is about."""
    case = save_case(vault, CaseRow(id="", ref="KZ-B", title="KZ-B", language="ru")).result
    return case, save_member(vault, PersonRow(id="", names=(Name("Askar"),)), case_id=case).result


def settle(opened: OpenVault, hands: Hands) -> None:
    hands.wait(lambda: not opened.window.desk.tasks.running())


def test_one_change_is_reckoned_once_for_the_head_and_the_tab_and_its_undo_once_more(
    man: tuple[str, str], vault: Vault, opened: OpenVault, hands: Hands
) -> None:
    case, person = man
    desk = opened.window.desk
    opened.window.screens.open_record(case, Kind.DEADLINE, "")
    settle(opened, hands)
    before = desk.reckonings.made

    event = EventRow(id="", case_id=case, kind="detention", when=when.parse("2026-03-01T10:00", ZONE))
    held = [ParticipationRow(id="", event_id="", role="detainee", person_id=person)]
    desk.perform(opened.window, lambda _job: save_event(vault, event, held))
    settle(opened, hands)
    window = opened.window.findChildren(CaseWindow)[0]
    assert "In custody: Askar" in window.findChildren(RichLabel)[0].text()
    assert window.findChildren(DeadlinesTab)[0].count_words() != "0 deadlines"
    assert desk.reckonings.made == before + 1

    desk.perform(opened.window, lambda _job: partial(undo_last, vault)())
    settle(opened, hands)
    assert window.findChildren(DeadlinesTab)[0].count_words() == "0 deadlines"
    assert desk.reckonings.made == before + 2
