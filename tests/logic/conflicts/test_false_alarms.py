"""What an examiner found from outside: alarms that were none, and contradictions that were passed over."""

from typing import Any

import pytest

from db.rows import ChargeRow
from db.types import Kind
from desktop.logic.conflicts import Certainty, Family
from tests.logic.conflicts.cases import at, case, cited, conflicts, document, event, place, told


def charge(name: str, **known: Any) -> ChargeRow:
    """A charge of one article against the person of these cases."""
    return ChargeRow(id=name, case_id="c", person_id="Askar", article="272", **known)


@pytest.mark.parametrize("kind", ["complaint", "hearing", "public-statement", "verdict"])
def test_a_victim_who_died_may_be_spoken_of(kind: str) -> None:
    assert told(case(event("death", "2022-01-06"), event(kind, "2022-01-12"), role="victim")) == []


def test_a_victim_who_died_cannot_be_interrogated() -> None:
    found = told(case(event("death", "2022-01-06"), event("interrogation", "2022-01-12"), role="victim"))

    assert found == [("after-death", "certain")]


def test_a_new_charge_after_a_verdict_on_an_earlier_one_is_in_order() -> None:
    rows = [event("verdict", "2022-03-12"), event("charge", "2022-05-12")]

    assert told(case(*rows)) == [("before-its-cause", "certain")]
    assert told(case(*rows, charges=[charge("first", from_=at("2022-01-10"))])) == []


def test_a_charge_told_as_an_event_after_the_acquittal_of_that_article_is_a_conflict() -> None:
    acquitted = charge("first", from_=at("2022-01-10"), to=at("2022-03-12"), outcome="acquitted")
    again = event("charge", "2022-05-12", fields={"article": "272"})

    (found,) = conflicts(case(again, charges=[acquitted]))

    assert (found.family, found.rule) == (Family.STATE, "charged-after-acquittal")
    assert [ref.kind for ref in found.records] == [Kind.CHARGE, Kind.EVENT]
    other = event("charge", "2022-05-12", fields={"article": "188"})
    assert conflicts(case(other, charges=[acquitted])) == []


def test_a_charge_told_twice_is_one_conflict() -> None:
    acquitted = charge("first", from_=at("2022-01-10"), to=at("2022-03-12"), outcome="acquitted")
    again = event("charge", "2022-05-12", fields={"article": "272"})

    assert len(conflicts(case(again, charges=[acquitted, charge("again", from_=at("2022-05-12"))]))) == 1


HOSPITAL, SQUARE = place("ward", "hospital"), place("square", "square")


def test_a_hospital_stay_without_an_end_may_go_on_when_somebody_is_said_to_have_acted() -> None:
    stay, act = event("hospital-stay", "2022-01-04", "ward"), event("alleged-offence", "2022-01-07", "square")

    assert told(case(HOSPITAL, SQUARE, stay, act)) == [("two-places", "possible")]


@pytest.mark.parametrize("kind", ["hearing", "custody", "hospital-stay", "interrogation"])
def test_a_hospital_stay_without_an_end_excludes_nothing_else(kind: str) -> None:
    later = event(kind, "2022-03 2022-06", "square", id="later")

    assert told(case(HOSPITAL, SQUARE, event("hospital-stay", "2022-01-04", "ward"), later)) == []


def test_a_threat_at_a_place_may_be_what_somebody_in_bed_did_not_do() -> None:
    stay = event("hospital-stay", "2022-01-04 2022-01-12", "ward")
    threat = event("threat", "2022-01-06", "square")

    assert told(case(HOSPITAL, SQUARE, stay, threat, role="suspect")) == [("two-places", "possible")]
    assert told(case(HOSPITAL, SQUARE, stay, threat, role="victim")) == []
    assert told(case(HOSPITAL, stay, event("threat", "2022-01-06"), role="suspect")) == []


def test_two_outcomes_of_a_charge_exclude_each_other_certainly() -> None:
    told_of = [cited("d", "c", Kind.CHARGE, field="outcome", value=value) for value in ("convicted", "acquitted")]

    assert told(case(document("d"), *told_of, charges=[charge("c")])) == [("claims", "certain")]


def test_a_source_that_denies_what_the_record_says_is_a_conflict() -> None:
    row = event("detention", "2022-01-06", id="e")
    denied = cited("d", "e", field="when", value="2022-01-06", bearing="contradicts")

    (found,) = conflicts(case(row, document("d"), denied))

    assert (found.rule, found.certainty) == ("source-against-record", Certainty.CERTAIN)
    assert conflicts(case(row, document("d"), cited("d", "e", field="when", value="2022-01-06"))) == []
