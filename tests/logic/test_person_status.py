"""Where a person is now and as whom the proceedings see them follows from what is on file."""

from typing import Any

import pytest

from db.case_file import CaseFile
from db.rows import CaseRow, ChargeRow, EventRow, ParticipationRow, PartyRow, PersonRow, PlaceRow
from db.types import When
from desktop.logic import when
from desktop.logic.person_status import procedural_of, status_of

NOW = 1_660_000_000  # August 2022
PLACES = (PlaceRow("ivs", (), "ivs"), PlaceRow("sizo", (), "sizo"), PlaceRow("flat", (), "home"))


def at(text: str) -> When:
    return when.parse(text, "Asia/Almaty")


def event(name: str, kind: str, moment: str, place: str | None = None, **more: Any) -> EventRow:
    return EventRow(name, "c", kind, when=at(moment), place_id=place, **more)


def file_with(*events: EventRow, role: str = "detainee", **parts: Any) -> CaseFile:
    taking = tuple(ParticipationRow(f"r{one.id}", one.id, role, "p") for one in events)
    persons = parts.pop("persons", (PersonRow("p", ()),))
    listed: dict[str, Any] = {"places": PLACES, "events": events, "participations": taking, **parts}
    return CaseFile(CaseRow("c", "r", "t"), persons=persons, **listed)


ARREST = event("a", "detention", "2022-01-05", "ivs")


@pytest.mark.parametrize(
    ("events", "term", "place"),
    [
        ([ARREST], "ivs", "ivs"),
        ([event("a", "detention", "2022-01-05")], "detained", None),
        ([event("a", "detention", "2022-01-05", fields={"acknowledged": False})], "detained-unacknowledged", None),
        ([ARREST, event("t", "transfer", "2022-01-07", "ivs", until_place_id="sizo")], "sizo", "sizo"),
        ([ARREST, event("h", "house-arrest", "2022-03-01", "flat")], "house-arrest", "flat"),
        ([ARREST, event("b", "bail", "2022-03-01")], "bail", None),
        ([ARREST, event("i", "imprisonment", "2022-06-01")], "sentenced", None),
        ([ARREST, event("f", "release", "2022-06-01")], "released", None),
        ([ARREST, event("d", "death", "2022-06-01")], "dead", None),
        ([ARREST, event("e", "extradition", "2022-06-01")], "abroad", None),
        ([event("f", "release", "2022-06-01"), ARREST], "released", None),
    ],
)
def test_the_last_thing_on_file_says_where_somebody_is(events: list[EventRow], term: str, place: str | None) -> None:
    found = status_of(file_with(*events), "p", NOW)
    assert found is not None
    assert (found.term, found.place_id) == (term, place)


def test_nothing_is_told_that_no_record_says() -> None:
    ended = event("a", "detention", "2022-01-05", "ivs", until=at("2022-01-07"))
    planned = event("a", "release", "2022-06-01", standing="prospective")
    assert status_of(file_with(), "p", NOW) is None
    assert status_of(file_with(ended), "p", NOW) is None
    assert status_of(file_with(ARREST, role="investigator"), "p", NOW) is None
    assert status_of(file_with(event("a", "detention", "2023-01-05")), "p", NOW) is None
    still = status_of(file_with(ARREST, planned), "p", NOW)
    assert still is not None
    assert still.term == "ivs"


def test_who_died_is_dead_whatever_the_events_say() -> None:
    found = status_of(file_with(ARREST, persons=(PersonRow("p", (), deceased=at("2022-02-01")),)), "p", NOW)
    assert found is not None
    assert (found.term, found.event_id) == ("dead", "")


def test_procedural_status_changes_with_parts_events_and_charges() -> None:
    asked = event("q", "interrogation", "2022-01-06", fields={"procedural_status": "suspect"})
    file = file_with(
        asked,
        parties=(PartyRow("x", "c", "witness", "p", from_=at("2022-01-05")), PartyRow("y", "c", "client", "p")),
        charges=(ChargeRow("z", "c", "p", "272", from_=at("2022-01-10"), to=at("2022-07-01"), outcome="acquitted"),),
    )
    told = [(one.term, one.since.edtf if one.since else None) for one in procedural_of(file, "p")]
    assert told == [
        ("witness", "2022-01-05"), ("suspect", "2022-01-06"), ("accused", "2022-01-10"), ("acquitted", "2022-07-01"),
    ]  # fmt: skip
    assert procedural_of(file, "q") == []


@pytest.mark.parametrize(
    ("events", "term"),
    [
        ([event("t", "transfer", "2022-01-07", "ivs", until_place_id="sizo")], None),
        ([ARREST, event("t", "transfer", "2022-01-07", "ivs")], "ivs"),
        ([event("d", "death", "2022-01-06"), event("f", "release", "2022-06-01")], "dead"),
    ],
)
def test_a_transfer_of_nobody_held_or_to_nowhere_and_what_follows_a_death_tell_nothing_new(
    events: list[EventRow], term: str | None
) -> None:
    found = status_of(file_with(*events), "p", NOW)
    assert (found.term if found else None) == term
