"""The proof of what we did about a deadline is taken in with it: one step, all of it or nothing."""

from pathlib import Path

import pytest

from db.queries.case_files import case_file
from db.types import Kind
from db.vault import Vault
from desktop.errors import InputFaults, UserError
from desktop.logic.clocks import Deadline, Status, key_of
from desktop.logic.when import parse
from desktop.operations.deadlines import CaseClocks, DeadlineDecision, deadlines_of
from desktop.operations.documents import read_document
from desktop.operations.exchange import import_case
from desktop.operations.history import undo_last
from desktop.operations.proofs import decide_with_proof
from tests.case_files import a_case, write_case

HANDED = DeadlineDecision(met=parse("2026-06-04T18:00", "Asia/Almaty"), channel="post")
ORDER = {
    "id": "e1", "kind": "custody-order", "when": "2026-06-01", "participants": [{"person": "p1", "role": "accused"}],
}  # fmt: skip


@pytest.fixture
def case(vault: Vault, tmp_path: Path) -> str:
    """A case with an order that can be appealed."""
    return import_case(vault, write_case(tmp_path / "in", a_case(events=[ORDER], links=[]))).result.case_id


@pytest.fixture
def receipt(tmp_path: Path) -> Path:
    """A file that proves it."""
    file = tmp_path / "receipt.txt"
    file.write_text("received on 4 June", "utf-8")
    return file


def clocks(vault: Vault, case: str) -> CaseClocks:
    with vault.read() as session:
        return deadlines_of(session, case, "2026-06-20")


def appeal(vault: Vault, case: str) -> Deadline:
    return next(one for one in clocks(vault, case).clocks.deadlines if key_of(one.rule) == "KZ-A01")


def test_the_file_becomes_a_document_that_proves_the_deadline(vault: Vault, case: str, receipt: Path) -> None:
    done = decide_with_proof(vault, case, appeal(vault, case), HANDED, receipt)
    (row,) = clocks(vault, case).file.deadlines
    assert done.touched.kinds == {Kind.DEADLINE, Kind.DOCUMENT}
    assert (appeal(vault, case).status, row.id) == (Status.MET, done.result)
    assert row.document_id
    assert read_document(vault, row.document_id).result == b"received on 4 June"


def test_one_undo_takes_both_back(vault: Vault, case: str, receipt: Path) -> None:
    with vault.read() as session:
        before = case_file(session, case)
    decide_with_proof(vault, case, appeal(vault, case), HANDED, receipt)
    undo_last(vault)
    with vault.read() as session:
        after = case_file(session, case)
    assert (after.documents, after.deadlines) == (before.documents, [])


def test_nothing_is_kept_of_a_file_that_cannot_be_read_or_a_decision_without_its_reason(
    vault: Vault, case: str, receipt: Path
) -> None:
    one = appeal(vault, case)
    stored = sorted((vault.folder / "blobs").rglob("*"))
    with pytest.raises(UserError):
        decide_with_proof(vault, case, one, HANDED, receipt.with_name("gone.pdf"))
    with pytest.raises(InputFaults):
        decide_with_proof(vault, case, one, DeadlineDecision(due=HANDED.met), receipt)
    assert clocks(vault, case).file.deadlines == []
    assert sorted((vault.folder / "blobs").rglob("*")) == stored
