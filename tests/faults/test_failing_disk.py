"""Whatever step of a disk fails, the vault opens again, is sound, holds what was acknowledged; no error is untyped."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.queries.records import fetch, live
from db.rows import CaseRow, DocumentRow
from db.types import BlobId
from db.vault import Vault
from tests.faults.disk import Fault, Outcome, Road, check, check_every_step, road_in
from tests.faults.road import LETTER

FEW = (1, 45, 110, 176, 177, 178, 179, 230)  # from 172 to 180 the document is put on record: committing fails there


def prepare(_vault: Vault) -> None:
    """The road makes everything itself."""


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Road]:
    """One road for all the tests."""
    with road_in(tmp_path_factory.mktemp("faults").resolve(), "documents", prepare) as opened:
        yield opened


def holds(vault: Vault, outcome: Outcome) -> None:
    """What was acknowledged is there."""
    said = outcome.said
    with vault.read() as session:
        if "case" in said:
            assert fetch(session, CaseRow, said["case"]).title in _titles(said)
        if "document" in said:
            blob = fetch(session, DocumentRow, said["document"]).blob
            assert vault.store.read(BlobId(blob or "")) == LETTER
        assert all(row.blob for row in live(session, DocumentRow))
    if "export" in said:
        assert (outcome.folder / "out" / "case.json").stat().st_size > 0
        assert (outcome.folder / "out" / "documents" / "letter.txt").read_bytes() == LETTER


def _titles(said: dict[str, str]) -> set[str]:
    """Titles the case may have: once the second was acknowledged, no other."""
    return {"Second title"} if "title" in said else {"First title", "Second title"}


def test_without_a_fault_the_road_is_finished(road: Road) -> None:
    outcome = road.walk(0, Fault.NOTHING)
    assert check(outcome, Fault.NOTHING, holds) == "finished"
    assert {"case", "document", "title", "export", "closed"} <= outcome.said.keys()
    assert int(outcome.said["steps"]) > FEW[-1]  # else the last of the few would test nothing


@pytest.mark.parametrize("fault", [Fault.BROKEN, Fault.FULL, Fault.KILLED])
@pytest.mark.parametrize("step", FEW)
def test_a_fault_on_the_way_costs_nothing_that_was_acknowledged(road: Road, step: int, fault: Fault) -> None:
    assert check(road.walk(step, fault), fault, holds)


@pytest.mark.faults
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("fault", [Fault.BROKEN, Fault.FULL, Fault.KILLED])
def test_no_fault_anywhere_costs_anything_that_was_acknowledged(tmp_path: Path, fault: Fault) -> None:
    with road_in(tmp_path.resolve(), "documents", prepare) as road:
        assert check_every_step(road, fault, holds) == []
