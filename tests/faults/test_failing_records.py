"""While a merge of persons, a table and a bulk edit are written the disk fails: each of them is whole or was not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.queries.case_files import case_file
from db.queries.cases import find
from db.rows import CaseRow, EventRow, ParticipationRow, PersonRow
from db.types import Name
from db.vault import Vault
from desktop.operations.cases import save_case
from desktop.operations.events import save_event
from desktop.operations.members import save_member
from desktop.operations.table_export import export_table
from tests.faults.disk import Fault, Outcome, Road, check, check_every_step, road_in
from tests.faults.road import BEFORE, CORRECTED, NEW, REF

FEW = (1, 12, 22, 30, 38, 44, 50, 56)


def prepare(vault: Vault) -> None:
    """A case of events with one of two persons who are the same, and its list beside the vault to be brought back."""
    case = save_case(vault, CaseRow("", REF, "Group")).result
    people = [save_member(vault, PersonRow("", (Name(name),)), case_id=case).result for name in ("Abai", "Abay")]
    for number in range(BEFORE):
        part = ParticipationRow("", "", "victim", people[number % 2])
        save_event(vault, EventRow("", case, "other", title=f"Old {number}", text="x" * 400), [part])
    path = vault.folder.parent / "list.csv"
    export_table(vault, case, "events", path, ["id", "kind", "title", "text"])
    lines = path.read_text("utf-8-sig").replace("Old ", CORRECTED).splitlines()
    lines += [f",other,{NEW}{number},{'y' * 400}" for number in range(BEFORE)]
    path.write_text("\n".join(lines), encoding="utf-8")


def holds(vault: Vault, outcome: Outcome) -> None:
    """Each step is there as a whole, or nothing of it; what was acknowledged is."""
    said = outcome.said
    with vault.read() as session:
        file = case_file(session, find(session, REF).id)
    people = {one.person_id for one in file.participations}
    assert len(people) == len(file.persons) == (1 if "merged" in said else len(people))
    new = [event for event in file.events if (event.title or "").startswith(NEW)]
    corrected = [event for event in file.events if (event.title or "").startswith(CORRECTED)]
    assert len(new) == len(corrected)
    assert len(new) in ({BEFORE} if "imported" in said else {0, BEFORE})
    alleged = [event for event in file.events if event.standing == "alleged"]
    assert len(alleged) in ({2 * BEFORE} if "edited" in said else {0, 2 * BEFORE})


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Road]:
    """One road for all the tests."""
    with road_in(tmp_path_factory.mktemp("records").resolve(), "records", prepare) as opened:
        yield opened


def test_without_a_fault_all_three_are_written(road: Road) -> None:
    outcome = road.walk(0, Fault.NOTHING)
    assert check(outcome, Fault.NOTHING, holds) == "finished"
    assert {"merged", "imported", "edited", "closed"} <= outcome.said.keys()
    assert int(outcome.said["steps"]) > FEW[-1]  # else the last of the few would test nothing


@pytest.mark.parametrize("fault", [Fault.BROKEN, Fault.FULL, Fault.KILLED])
@pytest.mark.parametrize("step", FEW)
def test_a_fault_on_the_way_leaves_no_half(road: Road, step: int, fault: Fault) -> None:
    assert check(road.walk(step, fault), fault, holds)


@pytest.mark.faults
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("fault", [Fault.BROKEN, Fault.FULL, Fault.KILLED])
def test_no_fault_anywhere_leaves_a_half(tmp_path: Path, fault: Fault) -> None:
    with road_in(tmp_path.resolve(), "records", prepare) as road:
        assert check_every_step(road, fault, holds) == []
