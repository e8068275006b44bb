"""Persons, organisations and places: named, or described while unidentified; on file in a case; in a role."""

from dataclasses import replace

import pytest

from db.queries import members
from db.queries.records import fetch
from db.rows import ChargeRow, OrganisationRow, PartyRow, PersonRow, PlaceRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.errors import InputFaults
from desktop.operations.members import enroll_member, release_member, remove_party, save_charge, save_member, save_party

AIGERIM = PersonRow(id="", names=(Name("Айгерім Тілеужан", "kk"), Name("Aigerim Tleuzhan", "en", "transliteration")))


def names_on_file(vault: Vault, case_id: str | None = None, text: str = "") -> list[str]:
    """The first names of the persons listed."""
    with vault.read() as session:
        found = members.page(session, PersonRow, case_id=case_id, text=text).rows
    return [row.names[0].text if row.names else row.description or "" for row in found]


def test_a_person_saved_in_a_case_is_on_file_there(vault: Vault, case_id: str) -> None:
    save_member(vault, AIGERIM, case_id=case_id)
    save_member(vault, replace(AIGERIM, names=(Name("Elsewhere"),)))
    assert names_on_file(vault, case_id) == ["Айгерім Тілеужан"]


def test_a_person_is_found_by_any_spelling(vault: Vault) -> None:
    save_member(vault, AIGERIM)
    assert names_on_file(vault, text="tleuzhan") == ["Айгерім Тілеужан"]


def test_an_unidentified_person_needs_a_description_and_no_name(vault: Vault) -> None:
    save_member(vault, PersonRow(id="", description="officer in mask no. 2"))
    assert names_on_file(vault) == ["officer in mask no. 2"]
    with pytest.raises(InputFaults) as refused:
        save_member(vault, PersonRow(id=""))
    assert [fault.place for fault in refused.value.faults] == ["names"]


@pytest.mark.parametrize("row", [OrganisationRow(id=""), PlaceRow(id=""), PlaceRow(id="", names=(Name(" "),))])
def test_an_organisation_or_place_without_a_name_is_refused(vault: Vault, row: OrganisationRow | PlaceRow) -> None:
    with pytest.raises(InputFaults):
        save_member(vault, row)


def test_persons_are_listed_by_the_kazakh_alphabet(vault: Vault) -> None:
    for name in ("Өмірбек", "Олжас", "Әлия", "Азат", "Бота"):
        save_member(vault, PersonRow(id="", names=(Name(name, "kk"),)))
    assert names_on_file(vault) == ["Азат", "Әлия", "Бота", "Олжас", "Өмірбек"]


def test_pages_of_a_list_join_without_gap_or_repeat(vault: Vault) -> None:
    for number in range(7):
        save_member(vault, PersonRow(id="", names=(Name(f"Person {number}"),)))
    seen: list[str] = []
    with vault.read() as session:
        page = members.page(session, PersonRow, limit=3)
        seen += [row.id for row in page.rows]
        while page.next_key:
            page = members.page(session, PersonRow, after=page.next_key, limit=3)
            seen += [row.id for row in page.rows]
    assert len(seen) == len(set(seen)) == 7


def test_someone_known_already_is_put_on_file_once_and_can_be_released(vault: Vault, case_id: str) -> None:
    person = save_member(vault, AIGERIM).result
    enroll_member(vault, case_id, Kind.PERSON, person)
    enroll_member(vault, case_id, Kind.PERSON, person)
    assert len(names_on_file(vault, case_id)) == 1
    release_member(vault, case_id, Kind.PERSON, person)
    assert names_on_file(vault, case_id) == []
    assert names_on_file(vault) == ["Айгерім Тілеужан"]


def test_a_party_is_exactly_one_person_or_organisation(vault: Vault, case_id: str) -> None:
    person = save_member(vault, AIGERIM).result
    court = save_member(vault, OrganisationRow(id="", names=(Name("Court"),))).result
    party = PartyRow(id="", case_id=case_id, role="accused", person_id=person)
    saved = save_party(vault, party).result
    for wrong in (replace(party, organisation_id=court), replace(party, person_id=None), replace(party, role="hero")):
        with pytest.raises(InputFaults):
            save_party(vault, wrong)
    with vault.read() as session:
        assert [row.id for row in members.parties(session, case_id)] == [saved]
        standing = fetch(session, PartyRow, saved)
    remove_party(vault, standing)
    with vault.read() as session:
        assert members.parties(session, case_id) == []


def test_a_charge_needs_a_person_and_an_article(vault: Vault, case_id: str) -> None:
    person = save_member(vault, AIGERIM).result
    save_charge(vault, ChargeRow(id="", case_id=case_id, person_id=person, article="272"))
    with pytest.raises(InputFaults) as refused:
        save_charge(vault, ChargeRow(id="", case_id=case_id, person_id="", article=" "))
    assert {fault.place for fault in refused.value.faults} == {"person", "article"}
    with vault.read() as session:
        assert [charge.article for charge in members.charges(session, case_id, person)] == ["272"]
