"""What cannot both be true in a vault: found from its records, decided about, told in words."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from db.queries.cases import find
from db.queries.records import fetch
from db.rows import EventRow, ParticipationRow, PersonRow, PlaceRow
from db.types import Name
from db.vault import Vault
from desktop import i18n
from desktop.errors import InputFaults
from desktop.i18n import Language
from desktop.logic import when
from desktop.operations.case_export import export_case
from desktop.operations.conflicts import (
    ACCEPTED,
    DISMISSED,
    EXPLAINED,
    OPEN,
    Finding,
    decide_conflicts,
    explain_conflict,
    find_conflicts,
)
from desktop.operations.events import save_event
from desktop.operations.exchange import import_case
from desktop.operations.history import undo_last
from desktop.operations.members import save_member
from tests.builders import new_vault

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
ZONE = "Asia/Almaty"


@pytest.fixture
def record(vault: Vault, case_id: str) -> Callable[[str, str, str, str], str]:
    """Writes an event of one man into the case: its kind, when, until and where."""
    man = save_member(vault, PersonRow(id="", names=(Name("Askar"),)), case_id=case_id).result

    def write(kind: str, begun: str, over: str, where: str) -> str:
        place = save_member(vault, PlaceRow(id="", names=(Name(where),)), case_id=case_id).result
        times = {"when": when.parse(begun, ZONE), "until": when.parse(over, ZONE) if over else None}
        row = EventRow(id="", case_id=case_id, kind=kind, place_id=place, **times)  # type: ignore[arg-type]
        part = ParticipationRow(id="", event_id="", role="accused", person_id=man)
        return save_event(vault, row, [part]).result

    return write


Record = Callable[[str, str, str, str], str]
Times = tuple[str, str, str]


def findings(vault: Vault, case_id: str) -> list[Finding]:
    """Every conflict of the case."""
    with vault.read() as session:
        return list(find_conflicts(session, case_id).findings)


@pytest.fixture
def alibi(vault: Vault, case_id: str, record: Record) -> str:
    """A case with one conflict; the id of the alleged act."""
    record("hospital-stay", "2022-01-04", "2022-01-09", "Hospital")
    return record("alleged-offence", "2022-01-05", "", "Airport")


def test_the_records_alone_show_that_he_lay_in_a_ward(vault: Vault, case_id: str, alibi: str) -> None:
    (finding,) = findings(vault, case_id)

    assert (finding.conflict.family, finding.conflict.certainty, finding.status) == ("presence", "certain", OPEN)
    assert alibi in finding.conflict.events


def test_what_was_decided_stands_until_the_facts_change(vault: Vault, case_id: str, alibi: str) -> None:
    decide_conflicts(vault, case_id, findings(vault, case_id), EXPLAINED, " He was driven there and back. ")
    (explained,) = findings(vault, case_id)
    with vault.read() as session:
        act = fetch(session, EventRow, alibi)
        parts = [ParticipationRow(id="", event_id="", role="accused", person_id=explained.conflict.persons[0])]
    save_event(vault, replace(act, title="Threat with a rifle"), parts)
    (retitled,) = findings(vault, case_id)
    save_event(vault, replace(act, when=when.parse("2022-01-06", ZONE)), parts)
    (moved,) = findings(vault, case_id)

    assert (explained.status, explained.decision and explained.decision.reason) == (
        EXPLAINED,
        "He was driven there and back.",
    )
    assert (retitled.status, moved.status) == (EXPLAINED, OPEN)


def test_a_decision_is_changed_taken_back_and_undone(vault: Vault, case_id: str, alibi: str) -> None:
    decide_conflicts(vault, case_id, findings(vault, case_id), ACCEPTED)
    decide_conflicts(vault, case_id, findings(vault, case_id), DISMISSED, "A clerk's slip.")
    assert [finding.status for finding in findings(vault, case_id)] == [DISMISSED]

    decide_conflicts(vault, case_id, findings(vault, case_id), OPEN)
    assert [finding.status for finding in findings(vault, case_id)] == [OPEN]

    undo_last(vault)
    assert [finding.status for finding in findings(vault, case_id)] == [DISMISSED]


def test_taking_back_what_was_not_decided_changes_nothing(vault: Vault, case_id: str, alibi: str) -> None:
    decide_conflicts(vault, case_id, findings(vault, case_id), OPEN)

    assert [finding.status for finding in findings(vault, case_id)] == [OPEN]


@pytest.mark.parametrize("decision", [EXPLAINED, DISMISSED])
def test_nothing_is_explained_or_dismissed_without_a_reason(
    vault: Vault, case_id: str, alibi: str, decision: str
) -> None:
    with pytest.raises(InputFaults) as refused:
        decide_conflicts(vault, case_id, findings(vault, case_id), decision, "  ")

    assert [fault.place for fault in refused.value.faults] == ["reason"]


def test_what_was_decided_leaves_and_comes_back_with_the_case(
    vault: Vault, case_id: str, alibi: str, tmp_path: Path
) -> None:
    decide_conflicts(vault, case_id, findings(vault, case_id), DISMISSED, "A clerk's slip.")
    file = export_case(vault, case_id, tmp_path / "out").result / "case.json"
    (tmp_path / "other").mkdir()
    other = new_vault(tmp_path / "other")
    import_case(other, file)

    with other.read() as session:
        (finding,) = find_conflicts(session, find(session, "KZ-2023-07").id).findings
    other.close()

    assert finding.status == DISMISSED


def test_an_open_stay_and_a_margin_of_travel_are_candidates_too(vault: Vault, case_id: str, record: Record) -> None:
    record("detention", "2022-01-05T20:00", "", "IVS")
    record("alleged-offence", "2022-03-05", "", "Airport")

    (finding,) = findings(vault, case_id)

    assert (finding.conflict.family, finding.conflict.certainty) == ("presence", "possible")


@pytest.mark.parametrize(
    ("first", "second", "certainty"),
    [
        (("interrogation", "2022-01-06T10:00", "2022-01-06T12:00"), ("line-up", "2022-01-06T11:00", ""), "certain"),
        (("hospital-stay", "2022-01-04", "2022-01-09"), ("hearing", "2022-01-06", "2022-02-06"), None),
        (("hospital-stay", "2022-01-04/2022-01-09", ""), ("hearing", "2022-01-06", ""), "certain"),
        (("custody", "2022-01-04", ""), ("imprisonment", "2022-03-01", "2022-09-01"), None),
        (("custody", "2022-01-04", "2022-03-04"), ("house-arrest", "2022-02-01", "2022-05-01"), "certain"),
    ],
)
def test_whatever_can_overlap_is_a_candidate(
    vault: Vault, case_id: str, record: Record, first: Times, second: Times, certainty: str | None
) -> None:
    record(*first, "Here")
    record(*second, "There")

    assert [finding.conflict.certainty for finding in findings(vault, case_id)] == ([certainty] if certainty else [])


# What a reader of the two published reports would name, told by the titles of the records it is between.
AIRPORT = [
    ("accounts", "Walkie-talkie said to be seized by force", "Video: the walkie-talkie is handed over"),
    ("accounts", "Walkie-talkie said to be seized by force", "Airport personnel deny violence"),
    ("accounts", "Claim: sentences of five to eight years", "Aigerim Tleuzhan: four years in prison"),
    (
        "accounts",
        "Authorities deny that the men were from the Emergencies Ministry",
        "Uniformed men take goods from a shop in the airport",
    ),
    ("source-against-record", "Prosecution: violent attacks on airport staff, and looting", ""),
    ("source-against-record", "Claim: 236 of 329 cases closed as of July 2023", ""),
]
ZHANAOZEN = [
    ("accounts", "Authorities call the allegations unfounded",
     "Detainees stripped, beaten, kicked and doused with cold water"),
    ("accounts", "Roza Tuletaeva: pulled by the hair, nearly suffocated, humiliated",
     "Authorities call the allegations unfounded"),
    ("source-against-record", "Bazarbai Kenzhebaev says he was tortured", ""),
    ("source-against-record", "Threat to harm Roza Tuletaeva's daughter", ""),
    ("source-against-record", "Government promises to end torture and to investigate the shootings in full", ""),
    ("source-against-record", "Claim: seventeen months since the violence", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sample", "ref", "expected"),
    [("almaty-airport", "KZ-2022-ALMATY-AIRPORT", AIRPORT), ("zhanaozen", "KZ-2011-ZHANAOZEN", ZHANAOZEN)],
)
def test_a_sample_shows_the_contradictions_a_reader_would_name_and_no_other(
    vault: Vault, sample: str, ref: str, expected: list[tuple[str, str, str]]
) -> None:
    import_case(vault, SAMPLES / sample / "case.json")
    with vault.read() as session:
        found = find_conflicts(session, find(session, ref).id)

    titles = {row.id: row.title or "" for row in found.file.events}
    named = {(one.conflict.rule, frozenset(titles[event] for event in one.conflict.events)) for one in found.findings}
    assert named == {(rule, frozenset(filter(None, pair))) for rule, *pair in expected}
    assert len(found.open()) == len(expected)
    assert all(one.conflict.sources for one in found.findings)


@pytest.mark.parametrize("language", list(Language))
def test_a_conflict_is_told_in_the_language_of_the_interface(
    vault: Vault, case_id: str, alibi: str, language: Language
) -> None:
    with vault.read() as session:
        found = find_conflicts(session, case_id)
    i18n.use(language)
    try:
        sentences = explain_conflict(found.file, found.findings[0].conflict)
    finally:
        i18n.use(Language.ENGLISH)

    kind = {"en": "Hospital stay", "ru": "больниц", "kk": "аурухана"}[language.value]
    assert kind.lower() in sentences[0].lower()
