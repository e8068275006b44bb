"""The stays that may overlap at all are paired by SQL; the others never leave the database."""

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.base import new_id
from db.models import Event, Participation
from db.queries.conflicts import FOR_EVER, Asked, Pair, meeting_stays
from db.queries.records import fetch
from db.queries.timeline import participations_of
from db.rows import CaseRow, EventRow, ParticipationRow, PersonRow
from db.types import Kind, Name, When
from db.vault import Vault
from desktop.logic.conflicts import Stay, candidate_pairs
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
        return {event for pair in self.pairs(persons=persons, case=case, margin=margin) for event in pair[1:]}

    def pairs(self, *, persons: list[str] | None = None, case: str = "", margin: int = 0) -> list[Pair]:
        """The stays that may overlap, in pairs."""
        asked = Asked(ASKED.proving, ASKED.lasting, ASKED.resting, ASKED.present, margin)
        with self.vault.read() as session:
            return list(meeting_stays(session, case or self.case, asked, persons))


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


def test_vague_acts_are_held_against_what_lasts_and_not_against_one_another(cases: Cases) -> None:
    year = 365 * 86_400
    vague = [cases.event("hearing", 0, year), cases.event("hearing", 0, year)]
    inside, before = cases.event("custody", 5000, 6000), cases.event("custody", -50, 50)

    assert {frozenset(pair[1:]) for pair in cases.pairs()} == {
        frozenset({act, stay}) for act in vague for stay in (inside, before)
    }


def test_each_pair_comes_once_also_of_somebody_with_two_roles(cases: Cases) -> None:
    one, other = cases.event("custody", 10, 20), cases.event("hearing", 10, 10)
    with cases.vault.read() as session:
        row, known = fetch(session, EventRow, other), participations_of(session, other)
    second = ParticipationRow(id="", event_id=other, role="present", person_id=cases.askar)
    save_event(cases.vault, row, [*known, second])

    assert cases.pairs() == [(cases.askar, *sorted((one, other)))]


def test_ids_of_another_form_come_back_as_they_are(cases: Cases) -> None:
    ids = ["EVENT-1", str(uuid4()).upper()]
    time = {"when_edtf": "1970", "when_zone": "UTC", "when_earliest": 1, "when_latest": 9}
    known: dict[str, Any] = {"case_id": cases.case, "kind": "custody", "fields": {}, "tags": [], **time}
    rows = [{"id": one, **known} for one in ids]
    parts = [{"id": new_id(), "event_id": one, "person_id": cases.askar, "role": "accused"} for one in ids]
    with cases.vault.change("import-case") as change:
        change.insert_all(Event, rows)
        change.insert_all(Participation, parts)

    assert cases.pairs() == [(cases.askar, *sorted(ids))]


Drawn = tuple[str, str, int, int | None, bool]
UNIT = 20_000  # seconds: four of them fit into a day, five do not
drawn_stays = st.tuples(
    st.sampled_from(["custody", "hearing", "hospital-stay", "other"]), st.sampled_from(["accused", "present"]),
    st.integers(0, 30), st.none() | st.integers(0, 40), st.booleans(),
)  # fmt: skip


@given(st.lists(drawn_stays, max_size=10), st.integers(0, UNIT))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sql_pairs_what_pairing_in_memory_pairs(cases: Cases, drawn: list[Drawn], margin: int) -> None:
    case = cases.new_case(f"case {uuid4()}")
    stays: set[Stay] = set()
    with cases.vault.change("add-event") as change:
        for kind, role, start, length, is_bolat in drawn:
            until = _at((start + length) * UNIT) if length is not None else None
            event = change.put(EventRow(id="", case_id=case, kind=kind, when=_at(start * UNIT), until=until))
            person = cases.bolat if is_bolat else cases.askar
            change.put(ParticipationRow(id="", event_id=event, role=role, person_id=person))
            if kind in ASKED.proving or role in ASKED.present:
                lasts = kind != "hearing"
                end = (start + (length or 0)) * UNIT + margin
                is_brief = end - margin - start * UNIT <= 90_000
                end = FOR_EVER if kind == "custody" and until is None else end
                stays.add(Stay(person, start * UNIT, end, event, lasts, is_brief))

    found = cases.pairs(case=case, margin=margin)

    assert sorted((who, *sorted(pair)) for who, *pair in candidate_pairs(stays)) == sorted(found)


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
