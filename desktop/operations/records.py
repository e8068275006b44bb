"""The smaller records of a case, from relations to notes: one way to write them all."""

from typing import Any

from db.queries.records import KINDS
from db.rows import (
    ConsentRow,
    IndicatorRow,
    InjuryRow,
    IssueFactRow,
    IssueRow,
    NoteRow,
    RelationRow,
    TaskRow,
)
from db.types import Kind
from db.vault import Vault
from desktop.operations import Done, Touched
from desktop.operations.checks import check_tree
from desktop.operations.record_checks import check_record
from desktop.operations.texts import cleaned_row

CaseRecord = RelationRow | InjuryRow | IssueRow | ConsentRow | IndicatorRow | TaskRow | NoteRow
_NAMED = (
    ("person_id", Kind.PERSON), ("other_person_id", Kind.PERSON), ("organisation_id", Kind.ORGANISATION),
    ("other_organisation_id", Kind.ORGANISATION),
)  # fmt: skip


def save_record(vault: Vault, row: CaseRecord) -> Done[str]:
    """Write one of these records (new when its ``id`` is empty) and put on file whom it names; returns its id.

    Raises ``InputFaults``, and ``RecordMissing`` when what it names is not there.
    """
    row = cleaned_row(row)
    check_record(row)
    kind = KINDS[type(row)]
    with vault.change(f"{'edit' if row.id else 'add'}-{kind.value}") as change:
        _require_there(change, row)
        record = change.put(row)
        if kind is Kind.ISSUE:
            check_tree(change, kind, record, "parent_id")
        for column, named in _NAMED:
            change.enroll(row.case_id, named, [getattr(row, column, None) or ""])
    return Done(record, Touched(frozenset({kind, Kind.MEMBERSHIP}), row.case_id))


def set_issue_fact(vault: Vault, row: IssueFactRow, case_id: str) -> Done[str]:
    """Say what a record does to an issue; returns the id. What was said of the same two before is replaced."""
    row = cleaned_row(row)
    check_record(row)
    with vault.change("edit-issue-fact" if row.id else "add-issue-fact") as change:
        change.record(Kind.ISSUE, row.issue_id)
        _require_there(change, row)
        fact = change.put(row)
    return Done(fact, Touched(frozenset({Kind.ISSUE_FACT}), case_id))


def remove_issue_fact(vault: Vault, fact: str, case_id: str) -> Done[None]:
    """Take back what was said of a record and an issue."""
    with vault.change("remove-issue-fact") as change:
        change.remove(Kind.ISSUE_FACT, fact)
    return Done(None, Touched(frozenset({Kind.ISSUE_FACT}), case_id))


def _require_there(change: Any, row: Any) -> None:
    target = getattr(row, "target_id", None)
    if target:
        change.record(Kind(row.target_kind), target)
