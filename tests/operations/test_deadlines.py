"""Deadlines of a case in a vault: computed from the facts, decided by us, outliving exports."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.queries.cases import find
from db.types import Kind
from db.vault import Vault
from desktop.documents.blocks import Paragraph
from desktop.errors import InputFaults, UserError
from desktop.logic.clocks import Deadline, Status, key_of
from desktop.logic.when import parse
from desktop.operations.briefs import Wanted, compose_brief
from desktop.operations.case_export import export_case
from desktop.operations.deadlines import (
    CaseClocks,
    DeadlineDecision,
    custody_zone,
    deadlines_of,
    decide_deadline,
    decision_of,
    every_deadline,
    orphaned_decisions,
    reopen_deadline,
)
from desktop.operations.exchange import import_case
from desktop.operations.history import undo_last
from desktop.operations.rules import sign_rule, switch_rule
from desktop.operations.trash import trash_record
from tests.builders import new_vault
from tests.case_files import a_case, write_case

ALMATY = "Asia/Almaty"
NOW = "2026-06-20"
ORDER = {
    "id": "e1", "kind": "custody-order", "when": "2026-06-01", "participants": [{"person": "p1", "role": "accused"}],
}  # fmt: skip
HANDED = DeadlineDecision(met=parse("2026-06-04T18:00", ALMATY), channel="detention-administration")


@pytest.fixture
def case(vault: Vault, tmp_path: Path) -> str:
    """A case with an order for custody of the first of June."""
    return imported(vault, tmp_path / "in", events=[ORDER], links=[])


def imported(vault: Vault, folder: Path, **parts: Any) -> str:
    return import_case(vault, write_case(folder, a_case(**parts))).result.case_id


def found(vault: Vault, case: str, now: int | str = NOW) -> CaseClocks:
    with vault.read() as session:
        return deadlines_of(session, case, now)


def appeal(vault: Vault, case: str) -> Deadline:
    """The clock of the appeal against the order."""
    (one,) = [one for one in found(vault, case).clocks.deadlines if key_of(one.rule) == "KZ-A01"]
    return one


def test_a_deadline_has_its_calendar_its_source_and_its_trace(vault: Vault, case: str) -> None:
    told = found(vault, case).explain(appeal(vault, case), "ru")
    assert any("Letter" in line for line in told)
    assert any("KZ-A01" in line for line in told)


def test_handing_over_in_time_is_written_down_and_meets_the_deadline(vault: Vault, case: str) -> None:
    assert appeal(vault, case).status is Status.UNPROVEN
    record = decide_deadline(vault, case, appeal(vault, case), HANDED).result
    one = appeal(vault, case)
    assert (one.status, one.decision) == (Status.MET, record)
    with vault.read() as session:
        row = decision_of(session, one)
    assert row is not None
    assert (row.channel, row.version, row.anchor) == ("detention-administration", "1", "announced")


def test_what_was_written_down_is_written_over_and_taken_back(vault: Vault, case: str) -> None:
    first = decide_deadline(vault, case, appeal(vault, case), HANDED).result
    second = decide_deadline(vault, case, appeal(vault, case), DeadlineDecision(status=Status.WAIVED)).result
    assert first == second
    assert appeal(vault, case).status is Status.WAIVED
    undo_last(vault)
    assert appeal(vault, case).status is Status.MET
    reopen_deadline(vault, case, first)
    one = appeal(vault, case)
    assert (one.status, one.decision) == (Status.UNPROVEN, None)
    with vault.read() as session:
        assert decision_of(session, one) is None


def test_another_due_needs_its_reason(vault: Vault, case: str) -> None:
    due = parse("2026-06-30", ALMATY)
    with pytest.raises(InputFaults) as refused:
        decide_deadline(vault, case, appeal(vault, case), DeadlineDecision(due=due, reason=" "))
    assert [fault.place for fault in refused.value.faults] == ["reason"]
    decide_deadline(vault, case, appeal(vault, case), DeadlineDecision(due=due, reason="the court's letter"))
    assert appeal(vault, case).status is Status.OPEN


def test_a_breach_is_worked_out_and_never_set(vault: Vault, case: str) -> None:
    with pytest.raises(InputFaults) as refused:
        decide_deadline(vault, case, appeal(vault, case), DeadlineDecision(status=Status.BREACHED))
    assert [fault.place for fault in refused.value.faults] == ["status"]


def test_what_was_written_down_travels_with_the_case(vault: Vault, case: str, tmp_path: Path) -> None:
    decide_deadline(vault, case, appeal(vault, case), HANDED)
    export_case(vault, case, tmp_path / "out")
    (tmp_path / "other").mkdir()
    other = new_vault(tmp_path / "other")
    copy = import_case(other, tmp_path / "out").result.case_id
    assert appeal(other, copy).status is Status.MET
    other.close()


def test_a_decision_whose_clock_runs_no_more_is_kept_and_told(vault: Vault, case: str) -> None:
    record = decide_deadline(vault, case, appeal(vault, case), HANDED).result
    assert orphaned_decisions(found(vault, case)) == ()
    switch_rule(vault, ("KZ-A01", "", 1), is_on=False)
    assert [row.id for row in orphaned_decisions(found(vault, case))] == [record]


def test_a_rule_somebody_signed_is_verified_here_too(vault: Vault, case: str) -> None:
    assert not appeal(vault, case).is_verified
    sign_rule(vault, ("KZ-A01", "", 1), "A. Lawyer", date(2026, 6, 1))
    assert appeal(vault, case).is_verified


def test_an_event_in_the_trash_starts_nothing(vault: Vault, case: str) -> None:
    event = appeal(vault, case).event
    trash_record(vault, Kind.EVENT, event, case_id=case)
    assert found(vault, case).clocks.deadlines == ()


def test_a_day_is_over_and_a_moment_is_a_moment_at_the_place_of_custody(vault: Vault, tmp_path: Path) -> None:
    place = {"id": "l1", "names": [{"text": "SIZO"}], "kind": "sizo", "zone": "Asia/Yekaterinburg"}
    stay = {**ORDER, "kind": "custody", "place": "l1"}
    case = imported(vault, tmp_path / "in", places=[place], events=[stay], links=[])
    one = found(vault, case, "2026-06-20T10:00")
    assert custody_zone(one.facts) == "Asia/Yekaterinburg"
    assert found(vault, case, "2026-06-20").as_of - one.as_of == 14 * 3600 - 1
    assert found(vault, case, one.as_of).clocks == one.clocks


def test_where_nobody_is_held_the_clock_of_the_case_counts(vault: Vault, case: str) -> None:
    assert custody_zone(found(vault, case).facts) == ALMATY


@pytest.mark.parametrize("text", ["someday", "2026-06-20/.."])
def test_a_moment_that_is_none_is_refused(vault: Vault, case: str, text: str) -> None:
    with pytest.raises(UserError):
        found(vault, case, text)


def test_every_case_of_a_vault_is_gone_through(vault: Vault, case: str, tmp_path: Path) -> None:
    imported(vault, tmp_path / "two", case={"ref": "KZ-2", "title": "t"}, events=[ORDER], links=[])
    with vault.read() as session:
        assert sorted(one.case.ref for one in every_deadline(session, NOW)) == ["KZ-1", "KZ-2"]
        assert find(session, "KZ-2").ref == "KZ-2"


def test_a_statement_tells_the_breaches_and_how_each_was_counted(vault: Vault, tmp_path: Path) -> None:
    taken = {
        "id": "e1", "kind": "detention", "when": "2025-03-05T22:40", "fields": {"protocol_at": "2025-03-09"},
        "participants": [{"person": "p1", "role": "detainee"}],
    }  # fmt: skip
    case = imported(vault, tmp_path / "in", events=[taken], links=[])
    blocks = compose_brief(vault, case, Wanted("statement", "ru")).brief.blocks
    (told,) = [one for one in blocks if isinstance(one, Paragraph) and "KZ-D02" in str(one.content)]
    assert "Айгерим: Протокол задержания." in str(told.content)
    assert told.number is not None
    chronology = compose_brief(vault, case, Wanted("chronology", "ru")).brief.blocks
    assert not [one for one in chronology if "KZ-D02" in str(one)]
