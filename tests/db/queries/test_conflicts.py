"""The stays that may overlap at all are found by SQL; the others never leave the database."""

from typing import Any

import pytest

from db.queries.conflicts import FOR_EVER, Asked, overlapping_stays
from db.rows import CaseRow, EventRow, ParticipationRow, PersonRow
from db.types import Kind, Name, When
from db.vault import Vault
from desktop.operations.cases import save_case
from desktop.operations.events import save_event
from desktop.operations.members import save_member
from desktop.operations.trash import trash_record

ASKED = Asked(proving=["custody", "hearing"], lasting=["custody"], resting=["hospital-stay"], present=["present"])


class Cases:
    """A vault with people, and cases of events in plain seconds."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.askar, self.bolat = (
            save_member(vault, PersonRow(id="", names=(Name(name),))).result for name in ("Askar", "Bolat")
        )
        self.case = self.new_case("A")

    def new_case(self, ref: str) -> str:
        return save_case(self.vault, CaseRow(id="", ref=ref, title=ref)).result

    def event(
        self, kind: str, start: int | None, end: int | None, *, person: str = "", role: str = "accused", case: str = ""
    ) -> str:
        """An event from one second to another; without an end it has none on file."""
        times: dict[str, Any] = {
            "when": _at(start) if start is not None else None,
            "until": _at(end) if end is not None else None,
        }
        row = EventRow(id="", case_id=case or self.case, kind=kind, **times)
        part = ParticipationRow(id="", event_id="", role=role, person_id=person or self.askar)
        return save_event(self.vault, row, [part]).result

    def found(self, *, persons: list[str] | None = None, case: str = "", margin: int = 0) -> set[str]:
        """The events of the stays that may overlap."""
        asked = Asked(ASKED.proving, ASKED.lasting, ASKED.resting, ASKED.present, margin)
        with self.vault.read() as session:
            return {stay[3] for stay in overlapping_stays(session, case or self.case, asked, persons)}


def _at(second: int) -> When:
    return When("1970-01-01", "UTC", second, second)


@pytest.fixture
def cases(vault: Vault) -> Cases:
    """An empty case and two people."""
    return Cases(vault)


def test_stays_of_one_person_that_meet_are_found_and_one_apart_is_not(cases: Cases) -> None:
    met = {cases.event("custody", 10, 20), cases.event("hearing", 15, 15)}
    cases.event("hearing", 30, 30)

    assert cases.found() == met


def test_a_stay_within_a_long_one_is_found_behind_a_short_one(cases: Cases) -> None:
    met = {cases.event("custody", 10, 100), cases.event("hearing", 12, 13), cases.event("hearing", 90, 95)}

    assert cases.found() == met


def test_stays_of_two_people_never_meet(cases: Cases) -> None:
    cases.event("custody", 10, 20)
    cases.event("hearing", 15, 15, person=cases.bolat)

    assert cases.found() == set()


def test_a_stay_in_custody_without_an_end_goes_on(cases: Cases) -> None:
    met = {cases.event("custody", 10, None), cases.event("hearing", 900, 900)}

    assert cases.found() == met
    with cases.vault.read() as session:
        assert FOR_EVER in {stay[2] for stay in overlapping_stays(session, cases.case, ASKED)}


def test_a_margin_brings_what_lies_near(cases: Cases) -> None:
    met = {cases.event("hearing", 10, 20), cases.event("hearing", 25, 30)}

    assert cases.found() == set()
    assert cases.found(margin=5) == met


def test_kinds_and_roles_that_prove_nothing_are_left_out(cases: Cases) -> None:
    cases.event("custody", 10, 20)
    seen = cases.event("other", 15, 15, role="present")
    cases.event("other", 16, 16)
    cases.event("hearing", None, None)

    assert seen in cases.found()
    assert len(cases.found()) == 2


def test_what_lies_in_the_trash_is_left_out(cases: Cases) -> None:
    cases.event("custody", 10, 20)
    trash_record(cases.vault, Kind.EVENT, cases.event("hearing", 15, 15), case_id=cases.case)

    assert cases.found() == set()


def test_only_the_persons_touched_are_looked_at_again(cases: Cases) -> None:
    own = {cases.event("custody", 10, 20), cases.event("hearing", 15, 15)}
    cases.event("custody", 10, 20, person=cases.bolat)
    cases.event("hearing", 15, 15, person=cases.bolat)

    assert cases.found(persons=[cases.askar]) == own
    assert len(cases.found()) == 4


def test_a_small_case_in_a_large_vault_shows_its_own_stays_alone(cases: Cases) -> None:
    small = cases.new_case("B")
    own = {cases.event("custody", 10, 20, case=small), cases.event("hearing", 15, 15, case=small)}
    for second in range(20):
        cases.event("custody", second, second + 5)

    assert cases.found(case=small) == own
    assert not cases.found() & own
