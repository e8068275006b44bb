"""What a decision about a conflict hangs on: the facts concerned, and nothing else."""

from dataclasses import replace

from db.case_file import CaseFile
from db.types import Name
from tests.logic.conflicts.cases import at, case, cited, conflicts, document, event, place

WARD = event("hospital-stay", "2022-01-04 2022-01-09", "ward")
ACT = event("alleged-offence", "2022-01-05", "airport")
FILE = case(place("ward", "hospital"), place("airport", "airport"), WARD, ACT)


def mark(file: CaseFile) -> str:
    """The fingerprint of the only conflict in a case."""
    (found,) = conflicts(file)
    return found.fingerprint


def with_act(**changed: object) -> CaseFile:
    """The case with its alleged act changed."""
    return replace(FILE, events=[WARD, replace(ACT, **changed)])  # type: ignore[arg-type]


def test_a_title_a_standing_and_a_new_source_change_nothing() -> None:
    sourced = replace(FILE, documents=[document("d")], citations=[cited("d", "hospital-stay")])

    assert mark(with_act(title="Threat with a rifle", standing="disputed-by-us")) == mark(FILE)
    assert mark(sourced) == mark(FILE)


def test_a_time_and_a_place_change_it() -> None:
    renamed = replace(FILE, places=[*FILE.places[:1], replace(FILE.places[1], names=(Name("Another airport"),))])

    assert mark(with_act(when=at("2022-01-06"))) != mark(FILE)
    assert mark(renamed) != mark(FILE)


def test_ids_are_no_facts() -> None:
    file = with_act(id="e9")
    parts = [replace(one, event_id="e9") if one.event_id == ACT.id else one for one in file.participations]

    assert mark(replace(file, participations=parts)) == mark(FILE)
