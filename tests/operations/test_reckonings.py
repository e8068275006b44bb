"""One change is reckoned once, and what is shown after any kind of change is right."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from db.queries import history
from db.rows import CalendarDayRow
from db.types import Kind
from db.vault import Vault
from desktop.logic.clocks import key_of
from desktop.logic.when import parse
from desktop.operations.calendars import set_day
from desktop.operations.deadlines import DeadlineDecision, deadlines_of, decide_deadline
from desktop.operations.exchange import import_case
from desktop.operations.history import undo_last
from desktop.operations.reckonings import MINUTE, Reckonings
from desktop.operations.rules import rule_entries, save_rule, sign_rule, switch_rule
from desktop.operations.trash import trash_record
from tests.case_files import a_case, write_case

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
ALMATY = "Asia/Almaty"
NOW = parse("2026-06-02T12:00", ALMATY).earliest or 0
APPEAL = ("KZ-A01", "", 1)
ORDER = {
    "id": "e1", "kind": "custody-order", "when": "2026-06-01", "participants": [{"person": "p1", "role": "accused"}],
}  # fmt: skip


@pytest.fixture
def case(vault: Vault, tmp_path: Path) -> str:
    """A case with an order for custody of the first of June."""
    return import_case(vault, write_case(tmp_path / "in", a_case(events=[ORDER], links=[]))).result.case_id


def told(kept: Reckonings, vault: Vault, case: str, now: int = NOW) -> list[object]:
    """What is shown: each clock, its due, how it stands, whether its rule is signed."""
    with vault.read() as session:
        found = kept.clocks_of(session, case, now)
    return [
        (key_of(one.rule), one.due, one.status, one.is_verified, one.rule.quantity) for one in found.clocks.deadlines
    ]


def anew(vault: Vault, case: str) -> list[object]:
    return told(Reckonings(), vault, case)


def trash(vault: Vault, case: str) -> None:
    with vault.read() as session:
        (event,) = deadlines_of(session, case, NOW).file.events
    trash_record(vault, Kind.EVENT, event.id)


def lengthen(vault: Vault, _case: str) -> None:
    with vault.read() as session:
        body = next(one.body for one in rule_entries(session) if one.rule.id == "KZ-A01")
    save_rule(vault, {**body, "quantity": 7})


def switch_off(vault: Vault, _case: str) -> None:
    switch_rule(vault, APPEAL, is_on=False)


def sign(vault: Vault, _case: str) -> None:
    sign_rule(vault, APPEAL, "A. Lawyer", date(2026, 6, 1))


def take_off(vault: Vault, _case: str) -> None:
    set_day(vault, CalendarDayRow(id="", calendar="kz", day="2026-06-04", is_working=False, title="", source="decree"))


def hand_over(vault: Vault, case: str) -> None:
    with vault.read() as session:
        found = deadlines_of(session, case, NOW).clocks.deadlines
    appeal = next(one for one in found if one.rule.id == "KZ-A01")
    decide_deadline(vault, case, appeal, DeadlineDecision(met=parse("2026-06-02T10:00", ALMATY), channel="post"))


@pytest.mark.parametrize("change", [trash, lengthen, switch_off, sign, take_off, hand_over])
def test_after_each_kind_of_change_and_after_its_undo_what_is_shown_is_right(
    change: Callable[[Vault, str], None], vault: Vault, case: str
) -> None:
    kept = Reckonings()
    before = told(kept, vault, case)
    change(vault, case)
    after = told(kept, vault, case)
    assert (after, after != before) == (anew(vault, case), True)

    undo_last(vault)
    assert told(kept, vault, case) == before


def test_what_asks_again_is_given_the_same_reckoning(vault: Vault, case: str) -> None:
    kept = Reckonings()
    for now in (NOW, NOW + 1, NOW + MINUTE - 1):
        told(kept, vault, case, now)
    assert kept.made == 1


def test_a_minute_later_or_at_an_earlier_moment_it_is_reckoned_anew(vault: Vault, case: str) -> None:
    kept = Reckonings()
    for now in (NOW, NOW + MINUTE, NOW):
        told(kept, vault, case, now)
    assert kept.made == 3


def test_in_passing_what_is_there_is_taken_and_nothing_is_kept(vault: Vault, case: str) -> None:
    kept = Reckonings()
    with vault.read() as session:
        kept.glance(session, case, NOW)
        found = kept.clocks_of(session, case, NOW)
        assert kept.glance(session, case, NOW) is found
        assert history.head(session)[0] > 0
    assert kept.made == 2


@pytest.mark.parametrize("sample", ["airport", "zhanaozen"])
def test_in_passing_the_clocks_are_those_of_the_whole_file(vault: Vault, sample: str) -> None:
    (file,) = SAMPLES.glob(f"*{sample}*/case.json")
    case = import_case(vault, file).result.case_id
    kept = Reckonings()
    with vault.read() as session:
        passing = kept.glance(session, case, NOW)
        assert passing.clocks == kept.clocks_of(session, case, NOW).clocks
    assert passing.clocks.deadlines


def test_nothing_is_kept_once_the_vault_is_being_closed(vault: Vault, case: str) -> None:
    kept = Reckonings()
    told(kept, vault, case)
    kept.forget()
    told(kept, vault, case)
    told(kept, vault, case)
    assert kept.made == 3
