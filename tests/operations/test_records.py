"""Relations, injuries, issues, consents, figures, tasks and notes are written, refused, undone and trashed alike."""

from typing import Any

import pytest

from db.errors import RecordMissing
from db.queries.members import membership
from db.queries.records import KINDS, fetch
from db.rows import (
    CaseRow,
    ConsentRow,
    EventRow,
    IndicatorRow,
    InjuryRow,
    IssueFactRow,
    IssueRow,
    NoteRow,
    PersonRow,
    RelationRow,
    TaskRow,
)
from db.types import Kind, Name
from db.vault import Session, Vault
from desktop.errors import InputFaults
from desktop.logic import when
from desktop.operations.cases import save_case
from desktop.operations.change_names import CHANGE_NAMES
from desktop.operations.events import save_event
from desktop.operations.members import save_member
from desktop.operations.records import remove_issue_fact, save_record, set_issue_fact
from desktop.operations.trash import purge_records, restore_record, trash_record

EARLY, LATE = when.parse("2022-01-05", "Asia/Almaty"), when.parse("2022-02", "Asia/Almaty")


@pytest.fixture
def case(vault: Vault) -> str:
    """A case with nothing in it."""
    return save_case(vault, CaseRow("", "KZ-1", "Case")).result


@pytest.fixture
def person(vault: Vault) -> str:
    """Somebody who is on file in no case yet."""
    return save_member(vault, PersonRow("", (Name("Азамат"),))).result


def good(case: str, person: str, other: str) -> list[Any]:
    """One record of each kind that can be kept."""
    return [
        RelationRow("", case, "spouse", person_id=person, other_person_id=other, from_=EARLY, to=LATE),
        InjuryRow("", case, person, chart="hands", region="hand", x=0.2, y=0.9, type="burn", istanbul="typical"),
        IssueRow("", case, "Severe pain", element="cat-1-pain", person_id=person),
        ConsentRow("", case, person, "un", anonymity="initials", given=EARLY, withdrawn=LATE),
        IndicatorRow("", case, "Complaints", value=236, out_of=329, unit="complaints"),
        TaskRow("", case, "Ask for the recording", due=LATE, status="open", target_kind="person", target_id=person),
        NoteRow("", case, "Call back"),
    ]


def test_each_is_kept_and_puts_on_file_whom_it_names(vault: Vault, case: str, person: str) -> None:
    other = save_member(vault, PersonRow("", (Name("Дана"),))).result
    for row in good(case, person, other):
        record = save_record(vault, row).result
        with vault.read() as session:
            kept = _kept(session, row, record)
            assert {**_values(kept), "id": ""} == _values(row)
    with vault.read() as session:
        assert membership(session, case, person)
        assert membership(session, case, other)


def _kept(session: Session, like: Any, record: str) -> Any:
    row_type: type[Any] = like.__class__
    return fetch(session, row_type, record)


def _values(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__slots__}


def test_each_has_a_name_for_its_changes_and_goes_to_the_trash_and_back(vault: Vault, case: str, person: str) -> None:
    other = save_member(vault, PersonRow("", (Name("Дана"),))).result
    for row in good(case, person, other):
        record, kind = save_record(vault, row).result, KINDS[row.__class__]
        assert {f"{verb}-{kind.value}" for verb in ("add", "edit", "trash", "restore")} <= CHANGE_NAMES.keys()
        trash_record(vault, kind, record, case_id=case)
        restore_record(vault, kind, record)
        with vault.read() as session:
            assert _kept(session, row, record).trashed_at is None


@pytest.mark.parametrize(
    ("made", "places"),
    [
        (RelationRow("", "c", ""), {"person", "other", "kind"}),
        (RelationRow("", "c", "spouse", person_id="p", other_person_id="p"), {"other"}),
        (RelationRow("", "c", "spouse", person_id="p", other_person_id="q", from_=LATE, to=EARLY), {"to"}),
        (RelationRow("", "c", "no-such-kind", person_id="p", other_person_id="q"), {"kind"}),
        (InjuryRow("", "c", ""), {"person", "type"}),
        (InjuryRow("", "c", "p", x=0.5, y=0.5, type="burn"), {"chart"}),
        (InjuryRow("", "c", "p", x=0.5, type="burn", chart="front"), {"x"}),
        (InjuryRow("", "c", "p", x=2, y=0.5, type="burn", chart="front"), {"x"}),
        (IssueRow("", "c", " "), {"title"}),
        (ConsentRow("", "c", "", ""), {"person", "purpose"}),
        (ConsentRow("", "c", "p", "un", given=LATE, withdrawn=EARLY), {"withdrawn"}),
        (IndicatorRow("", "c", ""), {"title", "value"}),
        (TaskRow("", "c", "", target_kind="brief", target_id="b"), {"title", "target"}),
        (NoteRow("", "c", ""), {"text"}),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(vault: Vault, made: Any, places: set[str]) -> None:
    with pytest.raises(InputFaults) as refusal:
        save_record(vault, made)
    assert {fault.place for fault in refusal.value.faults} == places


def test_a_note_on_nothing_is_refused_and_nothing_is_kept(vault: Vault, case: str) -> None:
    with pytest.raises(RecordMissing):
        save_record(vault, NoteRow("", case, "…", target_kind="event", target_id="gone"))
    with vault.read() as session:
        assert not session.connection().exec_driver_sql("SELECT count(*) FROM note").scalar_one()


def test_an_issue_is_no_part_of_itself(vault: Vault, case: str) -> None:
    claim = save_record(vault, IssueRow("", case, "Claim")).result
    element = save_record(vault, IssueRow("", case, "Element", parent_id=claim)).result
    with pytest.raises(InputFaults) as refusal:
        save_record(vault, IssueRow(claim, case, "Claim", parent_id=element))
    assert [fault.place for fault in refusal.value.faults] == ["parent_id"]


def test_what_bears_on_an_issue_is_said_and_taken_back(vault: Vault, case: str) -> None:
    issue = save_record(vault, IssueRow("", case, "Claim")).result
    event = save_event(vault, EventRow("", case, "threat"), []).result
    fact = set_issue_fact(vault, IssueFactRow("", issue, "event", event, "contradicts"), case).result
    with vault.read() as session:
        assert fetch(session, IssueFactRow, fact).bearing == "contradicts"
    remove_issue_fact(vault, fact, case)
    with vault.read() as session, pytest.raises(RecordMissing):
        fetch(session, IssueFactRow, fact)


def test_a_brief_bears_on_no_issue(vault: Vault, case: str) -> None:
    issue = save_record(vault, IssueRow("", case, "Claim")).result
    with pytest.raises(InputFaults):
        set_issue_fact(vault, IssueFactRow("", issue, "brief", "b"), case)


def test_purging_a_case_takes_all_of_it(vault: Vault, case: str, person: str) -> None:
    other = save_member(vault, PersonRow("", (Name("Дана"),))).result
    for row in good(case, person, other):
        save_record(vault, row)
    purge_records(vault, [(Kind.CASE, case)])
    with vault.read() as session:
        for table in ("relation", "injury", "issue", "consent", "indicator", "task", "note", "membership"):
            assert not session.connection().exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
