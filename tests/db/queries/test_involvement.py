"""What somebody has to do with the cases: live records of live cases only, events in time."""

from db.queries.involvement import events_at, involvement, roles_in_case
from db.rows import CaseRow, ChargeRow, EventRow, OrganisationRow, ParticipationRow, PartyRow, PersonRow, PlaceRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.logic import when
from desktop.operations.cases import save_case
from desktop.operations.events import save_event
from desktop.operations.members import save_charge, save_member, save_party
from desktop.operations.trash import trash_record


def event(vault: Vault, case: str, edtf: str, person: str, role: str, place: str | None = None) -> str:
    """An event with one person in it."""
    row = EventRow(id="", case_id=case, kind="other", when=when.parse(edtf, "Asia/Almaty"), place_id=place)
    return save_event(vault, row, [ParticipationRow(id="", event_id="", person_id=person, role=role)]).result


def setting(vault: Vault) -> tuple[str, str, str, str]:
    """Two cases, a person and a place."""
    first = save_case(vault, CaseRow(id="", ref="A", title="a")).result
    second = save_case(vault, CaseRow(id="", ref="B", title="b")).result
    person = save_member(vault, PersonRow(id="", names=(Name("Aigerim"),))).result
    place = save_member(vault, PlaceRow(id="", names=(Name("Airport"),))).result
    return first, second, person, place


def test_events_of_every_case_stand_in_time_with_role_and_reference(vault: Vault) -> None:
    first, second, person, place = setting(vault)
    event(vault, second, "2022-01-06", person, "witness")
    event(vault, first, "2022-01-05", person, "detainee", place)
    with vault.read() as session:
        found = involvement(session, Kind.PERSON, person)
        there = involvement(session, Kind.PLACE, place)

    assert [(part.case_ref, part.role) for part in found.parts] == [("A", "detainee"), ("B", "witness")]
    assert [(part.case_ref, part.role) for part in there.parts] == [("A", "")]
    assert [case.ref for case in found.cases] == ["A", "B"]


def test_what_lies_in_the_trash_is_left_out(vault: Vault) -> None:
    first, second, person, _place = setting(vault)
    gone = event(vault, first, "2022-01-05", person, "detainee")
    event(vault, second, "2022-01-06", person, "witness")
    save_party(vault, PartyRow(id="", case_id=second, role="accused", person_id=person))
    charge = save_charge(vault, ChargeRow(id="", case_id=first, person_id=person, article="272")).result
    trash_record(vault, Kind.EVENT, gone)
    trash_record(vault, Kind.CHARGE, charge)
    trash_record(vault, Kind.CASE, second)
    with vault.read() as session:
        found = involvement(session, Kind.PERSON, person)

    assert (found.parts, found.parties, found.charges) == ([], [], [])
    assert [case.ref for case in found.cases] == ["A"]


def test_roles_come_as_a_party_first_then_from_events_each_once(vault: Vault) -> None:
    first, _second, person, _place = setting(vault)
    court = save_member(vault, OrganisationRow(id="", names=(Name("Court"),))).result
    save_party(vault, PartyRow(id="", case_id=first, role="witness", person_id=person))
    save_party(vault, PartyRow(id="", case_id=first, role="judge", organisation_id=court))
    for role in ("detainee", "witness", "detainee"):
        event(vault, first, "2022-01-05", person, role)
    trash_record(vault, Kind.EVENT, event(vault, first, "2022-01-05", person, "expert"))
    with vault.read() as session:
        assert roles_in_case(session, first) == {person: ("witness", "detainee"), court: ("judge",)}


def test_a_place_counts_what_began_and_what_ended_there(vault: Vault) -> None:
    first, _second, person, place = setting(vault)
    event(vault, first, "2022-01-05", person, "detainee", place)
    row = EventRow(id="", case_id=first, kind="transfer", until_place_id=place)
    save_event(vault, row, [])
    with vault.read() as session:
        assert events_at(session, first) == {place: 2}
