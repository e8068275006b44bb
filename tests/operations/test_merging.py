"""Duplicates become one: what named the other names the kept one, nothing said is lost, undo restores all."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.merging import mentions
from db.queries.case_files import case_file
from db.queries.history import undoable
from db.queries.records import fetch
from db.rows import (
    CaseRow,
    CitationRow,
    ConsentRow,
    DocumentRow,
    EventRow,
    NoteRow,
    OrganisationRow,
    ParticipationRow,
    PartyRow,
    PersonRow,
    PlaceRow,
    RelationRow,
    TaskRow,
)
from db.types import Kind, Name
from db.vault import Vault
from desktop.errors import UserError
from desktop.operations.cases import save_case
from desktop.operations.citations import save_citation
from desktop.operations.documents import save_document
from desktop.operations.events import save_event
from desktop.operations.exchange import export_case, import_case
from desktop.operations.history import redo_last, undo_last
from desktop.operations.members import save_member, save_party
from desktop.operations.merging import merge_members, plan_merge
from desktop.operations.records import save_record
from tests.builders import new_vault
from tests.case_files import full_case, write_case


def person(vault: Vault, case: str, *names: str, **known: object) -> str:
    """Somebody on file."""
    row = replace(PersonRow(id="", names=tuple(Name(one) for one in names)), **known)
    return save_member(vault, row, case_id=case).result


def event(vault: Vault, case: str, *parts: tuple[str, str]) -> str:
    """An event with persons in roles."""
    rows = [ParticipationRow(id="", event_id="", person_id=who, role=role) for who, role in parts]
    return save_event(vault, EventRow(id="", case_id=case, kind="other"), rows).result


def the(vault: Vault, record: str) -> PersonRow:
    """A person as the vault knows them."""
    with vault.read() as session:
        return fetch(session, PersonRow, record)


def test_names_are_united_and_the_other_goes_to_the_trash(vault: Vault, case_id: str) -> None:
    kept = person(vault, case_id, "Айгерим Тлеужан", "Айка", phones=("1",), protected="initials")
    lost = person(vault, case_id, "Айка", "Aigerim Tleuzhan", phones=("2", "1"), protected="withheld", sex="female")

    merge_members(vault, Kind.PERSON, kept, lost)

    now = the(vault, kept)
    assert [name.text for name in now.names] == ["Айгерим Тлеужан", "Айка", "Aigerim Tleuzhan"]
    assert (now.phones, now.protected, now.sex) == (("1", "2"), "withheld", "female")
    assert the(vault, lost).trashed_at is not None


def test_a_value_that_gives_way_stands_in_a_note(vault: Vault, case_id: str) -> None:
    kept = person(vault, case_id, "Kalas", occupation="driver", health="asthma")
    lost = person(vault, case_id, "Калас", occupation="journalist", health="diabetes")

    merge_members(vault, Kind.PERSON, kept, lost, taken={"health"})

    assert (the(vault, kept).occupation, the(vault, kept).health) == ("driver", "diabetes")
    with vault.read() as session:
        (note,) = case_file(session, case_id).notes
    assert note.target_id == kept
    assert "journalist" in note.text
    assert "asthma" in note.text


def test_outside_any_case_the_description_keeps_what_gives_way(vault: Vault) -> None:
    kept = save_member(vault, PersonRow(id="", names=(Name("A"),), occupation="driver")).result
    lost = save_member(vault, PersonRow(id="", names=(Name("B"),), occupation="cook")).result
    merge_members(vault, Kind.PERSON, kept, lost)
    assert "cook" in (the(vault, kept).description or "")


def test_everything_that_named_the_one_names_the_other(vault: Vault, case_id: str) -> None:
    kept, lost, third = (person(vault, case_id, name) for name in ("A", "B", "C"))
    beaten = event(vault, case_id, (lost, "victim"), (kept, "detainee"))
    save_party(vault, PartyRow(id="", case_id=case_id, role="accused", person_id=lost))
    for row in (
        RelationRow(id="", case_id=case_id, kind="lawyer", person_id=third, other_person_id=lost),
        ConsentRow(id="", case_id=case_id, person_id=lost, purpose="un"),
        TaskRow(id="", case_id=case_id, title="Call", target_kind="person", target_id=lost),
        NoteRow(id="", case_id=case_id, text="…", target_kind="person", target_id=lost),
    ):
        save_record(vault, row)
    paper = save_document(vault, DocumentRow(id="", case_id=case_id, title="Letter")).result
    save_citation(vault, CitationRow(id="", document_id=paper, target_kind="person", target_id=lost), case_id)
    with vault.change("add-event") as change:
        told = change.put(EventRow(id="", case_id=case_id, kind="other", fields={"own-field": ["x", lost]}))

    merge_members(vault, Kind.PERSON, kept, lost)

    with vault.read() as session:
        assert mentions(session, Kind.PERSON, lost) == []
        file = case_file(session, case_id)
        assert fetch(session, EventRow, told).fields == {"own-field": ["x", kept]}
    assert {one.role for one in file.participations if one.event_id == beaten} == {"victim", "detainee"}
    assert {one.person_id for one in (*file.participations, *file.parties, *file.consents)} == {kept}
    assert [one.other_person_id for one in file.relations] == [kept]
    assert {one.target_id for one in (*file.tasks, *file.notes, *file.citations)} == {kept}


def test_what_would_stand_twice_stands_once(vault: Vault, case_id: str) -> None:
    kept, lost = person(vault, case_id, "A"), person(vault, case_id, "B")
    both = event(vault, case_id, (lost, "victim"), (kept, "victim"))
    with vault.read() as session:
        twin = next(one for one in case_file(session, case_id).participations if one.person_id == lost)
    paper = save_document(vault, DocumentRow(id="", case_id=case_id, title="Letter")).result
    cited = CitationRow(id="", document_id=paper, target_kind="participation", target_id=twin.id)
    save_citation(vault, cited, case_id)
    tie = RelationRow(id="", case_id=case_id, kind="sibling", person_id=kept, other_person_id=lost)
    save_record(vault, tie)

    merge_members(vault, Kind.PERSON, kept, lost)

    with vault.read() as session:
        file = case_file(session, case_id)
    (left,) = [one for one in file.participations if one.event_id == both]
    assert file.citations[0].target_id == left.id
    assert file.relations == []
    assert [one.member_id for one in file.memberships if one.member_kind == "person"] == [kept]


def test_a_place_never_becomes_part_of_itself(vault: Vault, case_id: str) -> None:
    city = save_member(vault, PlaceRow(id="", names=(Name("Almaty"),))).result
    prison = save_member(vault, PlaceRow(id="", names=(Name("SIZO 18"),), parent_id=city)).result
    wing = save_member(vault, PlaceRow(id="", names=(Name("SIZO"),), parent_id=prison)).result
    cell = save_member(vault, PlaceRow(id="", names=(Name("Cell 5"),), parent_id=prison)).result

    merge_members(vault, Kind.PLACE, wing, prison)

    with vault.read() as session:
        assert fetch(session, PlaceRow, wing).parent_id == city
        assert fetch(session, PlaceRow, cell).parent_id == wing


def test_units_of_an_organisation_go_along(vault: Vault, case_id: str) -> None:
    kept = save_member(vault, OrganisationRow(id="", names=(Name("МВД"),))).result
    lost = save_member(vault, OrganisationRow(id="", names=(Name("Ministry"),))).result
    unit = save_member(vault, OrganisationRow(id="", names=(Name("Unit"),), parent_id=lost)).result
    merge_members(vault, Kind.ORGANISATION, kept, lost)
    with vault.read() as session:
        assert fetch(session, OrganisationRow, unit).parent_id == kept


def test_a_record_is_not_merged_with_itself_or_with_the_trash(vault: Vault, case_id: str) -> None:
    kept, lost = person(vault, case_id, "A"), person(vault, case_id, "B")
    with pytest.raises(UserError):
        merge_members(vault, Kind.PERSON, kept, kept)
    merge_members(vault, Kind.PERSON, kept, lost)
    with pytest.raises(UserError):
        merge_members(vault, Kind.PERSON, kept, lost)


def test_the_plan_says_what_differs_and_what_moves(vault: Vault, case_id: str) -> None:
    kept, lost = person(vault, case_id, "A", sex="male"), person(vault, case_id, "B", sex="female", occupation="cook")
    event(vault, case_id, (lost, "victim"))
    with vault.read() as session:
        plan = plan_merge(session, Kind.PERSON, kept, lost)
    assert plan.words == {"sex": ("Male", "Female")}
    assert plan.moving == {Kind.PARTICIPATION: 1, Kind.MEMBERSHIP: 1}


def exported(vault: Vault, case: str, folder: Path) -> bytes:
    """The case file as it would leave now."""
    export_case(vault, case, folder)
    return (folder / "case.json").read_bytes()


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.data())
def test_merge_and_undo_leave_the_case_as_it_was(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("merge")
    vault = new_vault(folder)
    case = import_case(vault, write_case(folder / "in", full_case())).result.case_id
    with vault.read() as session:
        file = case_file(session, case)
    kind, rows = data.draw(
        st.sampled_from(
            [(Kind.PERSON, file.persons), (Kind.ORGANISATION, file.organisations), (Kind.PLACE, file.places)]
        )
    )
    kept, lost = data.draw(st.permutations([row.id for row in rows]).map(lambda ids: ids[:2]))
    taken = data.draw(st.sets(st.sampled_from(["sex", "kind", "parent_id", "description"])))
    before = exported(vault, case, folder / "before")

    merge_members(vault, kind, kept, lost, taken)
    merged = exported(vault, case, folder / "merged")
    with vault.read() as session:
        step = undoable(session).undo
    assert step == f"merge-{kind.value}"
    undo_last(vault)
    assert exported(vault, case, folder / "undone") == before
    redo_last(vault)
    assert exported(vault, case, folder / "redone") == merged
    vault.close()


def test_a_merged_case_leaves_and_comes_back(vault: Vault, tmp_path: Path) -> None:
    case = import_case(vault, write_case(tmp_path / "in", full_case())).result.case_id
    with vault.read() as session:
        one, other = case_file(session, case).persons
    merge_members(vault, Kind.PERSON, one.id, other.id)
    first = exported(vault, case, tmp_path / "first")
    vault_two = new_vault(tmp_path / "two")
    again = import_case(vault_two, tmp_path / "first" / "case.json").result.case_id
    assert exported(vault_two, again, tmp_path / "again") == first
    vault_two.close()


def test_a_case_of_another_matter_follows(vault: Vault, case_id: str) -> None:
    other = save_case(vault, CaseRow(id="", ref="KZ-2", title="Other")).result
    kept, lost = person(vault, case_id, "A"), person(vault, other, "B")
    merge_members(vault, Kind.PERSON, kept, lost)
    with vault.read() as session:
        assert [row.id for row in case_file(session, other).persons] == [kept]
