"""Many records take the same change in one step; what one of them cannot take, none takes."""

import pytest

from db.queries.records import live
from db.rows import CaseRow, EventRow, PersonRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.errors import InputFaults
from desktop.logic import when
from desktop.operations.bulk import edit_several, read_several
from desktop.operations.cases import save_case
from desktop.operations.events import save_event
from desktop.operations.history import undo_last
from desktop.operations.members import save_member

ALMATY = "Asia/Almaty"


@pytest.fixture
def case(vault: Vault) -> str:
    """A case with nothing in it."""
    return save_case(vault, CaseRow("", "KZ-1", "Case")).result


@pytest.fixture
def events(vault: Vault, case: str) -> list[str]:
    """Three complaints, one of which ended on a day."""
    rows = [EventRow("", case, "complaint", title=f"Complaint {number}", tags=(str(number),)) for number in range(2)]
    rows.append(EventRow("", case, "complaint", until=when.parse("2022-01-09", ALMATY)))
    return [save_event(vault, row, []).result for row in rows]


def kept(vault: Vault) -> list[EventRow]:
    """The events as they stand."""
    with vault.read() as session:
        return live(session, EventRow)


def test_all_take_the_value_tags_are_added_and_one_undo_takes_it_back(
    vault: Vault, case: str, events: list[str]
) -> None:
    before = kept(vault)
    done = edit_several(vault, Kind.EVENT, events, {"standing": "alleged", "tags": ("batch",)}, case_id=case)
    assert done.result == 3
    assert [row.standing for row in kept(vault)] == ["alleged"] * 3
    assert [row.tags for row in kept(vault)] == [("0", "batch"), ("1", "batch"), ("batch",)]
    undo_last(vault)
    assert kept(vault) == before


def test_what_one_cannot_take_none_takes_and_the_fault_says_which(vault: Vault, case: str, events: list[str]) -> None:
    before = kept(vault)
    with pytest.raises(InputFaults) as refusal:
        edit_several(vault, Kind.EVENT, events, {"when": when.parse("2023", ALMATY)}, case_id=case)
    assert [(fault.place, fault.what.partition(":")[0]) for fault in refusal.value.faults] == [
        ("until", "Record 3 of those chosen")
    ]
    assert kept(vault) == before


def test_those_that_have_it_already_are_not_touched(vault: Vault, case: str, events: list[str]) -> None:
    edit_several(vault, Kind.EVENT, events[:1], {"standing": "alleged"}, case_id=case)
    assert edit_several(vault, Kind.EVENT, events, {"standing": "alleged"}, case_id=case).result == 2


def test_what_they_share_is_known_and_what_differs(vault: Vault, events: list[str]) -> None:
    with vault.read() as session:
        several = read_several(session, Kind.EVENT, events)
    assert (several.shared("kind"), several.differs("kind")) == ("complaint", False)
    assert (several.shared("title"), several.differs("title")) == (None, True)


def test_persons_stay_where_their_names_sort_them(vault: Vault) -> None:
    persons = [save_member(vault, PersonRow("", (Name(name),))).result for name in ("Ярослав", "Әлия")]
    edit_several(vault, Kind.PERSON, persons, {"protected": "initials"})
    with vault.read() as session:
        assert {row.protected for row in live(session, PersonRow)} == {"initials"}
        keys = session.connection().exec_driver_sql("SELECT sort_key FROM person WHERE sort_key <> ''").all()
    assert len(keys) == 2
