"""What nobody in that state can do or undergo."""

import pytest

from db.rows import ChargeRow
from tests.logic.conflicts.cases import at, case, event, linked, person, told

AFTER_DEATH = [("after-death", "certain")]


@pytest.mark.parametrize("kind", ["interrogation", "complaint", "hearing", "confession", "protest"])
def test_the_dead_do_not_act(kind: str) -> None:
    assert told(case(event("death", "2022-01-05"), event(kind, "2022-01-09"))) == AFTER_DEATH
    assert told(case(event("death", "2022-01-05"), event(kind, "2022-01-05"))) == []


@pytest.mark.parametrize("kind", ["autopsy", "forensic-examination", "transfer", "verdict", "investigation-opened"])
def test_others_go_on_acting(kind: str) -> None:
    assert told(case(event("death", "2022-01-05"), event(kind, "2022-01-09"))) == []


def test_the_day_of_death_may_stand_with_the_person_alone() -> None:
    dead = person("Askar", deceased=at("2022-01-05"))

    assert told(case(dead, event("interrogation", "2022-01-09"))) == AFTER_DEATH
    assert told(case(dead, event("interrogation", "2022-01-04"))) == []
    assert told(case(dead, event("interrogation"))) == []


def test_a_stay_does_not_go_on_after_death() -> None:
    assert told(case(event("death", "2022-01-05"), event("custody", "2022-01-01 2022-03-01"))) == AFTER_DEATH
    assert told(case(event("death", "2022-01-05"), event("custody", "2022-01-01 2022-01-05"))) == []
    assert told(case(event("death"), event("custody", "2022-01-01 2022-03-01"))) == []
    assert told(case(event("death", "2022-01-05/.."), event("custody", "2022-01-01 2022-03-01"))) == []


def test_a_doctor_who_noted_the_death_lives_on() -> None:
    file = case(event("death", "2022-01-05"), event("interrogation", "2022-01-09"), roles={"death": "doctor"})

    assert told(file) == []


def test_an_act_that_is_part_of_the_account_of_a_death_is_not_held_against_it() -> None:
    file = case(
        event("death", "2022-01-05"), event("interrogation", "2022-01-09"), linked("interrogation", "part-of", "death")
    )

    assert told(file) == []


def test_nobody_acts_before_birth_or_is_born_after_death() -> None:
    assert told(case(person("Askar", born=at("2005")), event("interrogation", "2004-03-01"))) == [
        ("before-birth", "certain")
    ]
    assert told(case(person("Askar", born=at("2005")), event("interrogation", "2022-03-01"))) == []
    assert told(case(person("Askar", born=at("2005"), deceased=at("2001")))) == [("born-after-death", "certain")]


def test_somebody_who_is_not_on_file_has_no_dates() -> None:
    assert told(case(person("Another"), event("interrogation", "2004-03-01"))) == []


def test_custody_does_not_go_on_after_release() -> None:
    custody = event("custody", "2022-01-01 2022-03-01")

    assert told(case(custody, event("release", "2022-01-20"))) == [("released-but-held", "certain")]
    assert told(case(custody, event("release", "2022-03-01"))) == []
    assert told(case(event("custody", "2022-01-01"), event("release", "2022-01-20"))) == []
    assert told(case(custody, event("release", "2022-01-20"), role="investigator")) == []
    assert told(case(custody, event("release"))) == []
    assert told(case(event("custody"), event("release", "2022-01-20"))) == []


def test_a_charge_after_acquittal_may_be_of_the_same_deed() -> None:
    roles = {"verdict": "acquitted"}

    assert told(case(event("verdict", "2022-01-05"), event("charge", "2022-02-05"), roles=roles)) == [
        ("charged-after-acquittal", "possible")
    ]
    assert told(case(event("verdict", "2022-01-05"), event("charge", "2022-01-02"), roles=roles)) == []
    assert told(case(event("verdict", "2022-01-05"), event("charge"), roles=roles)) == []


def charge(name: str, **known: object) -> ChargeRow:
    return ChargeRow(**{"id": name, "case_id": "c", "person_id": "Askar", "article": "272", **known})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        (charge("b", from_=at("2022-02-01")), [("charged-after-acquittal", "certain")]),
        (charge("b", from_=at("2021-12-01")), []),
        (charge("b"), []),
        (charge("b", from_=at("2022-02-01"), article="174"), []),
        (charge("b", from_=at("2022-02-01"), part="2"), []),
        (charge("b", from_=at("2022-02-01"), person_id="Another"), []),
    ],
)
def test_nobody_is_charged_again_with_what_they_were_acquitted_of(
    again: ChargeRow, expected: list[tuple[str, str]]
) -> None:
    acquitted = charge("a", from_=at("2021-06-01"), to=at("2022-01-05"), outcome="acquitted")

    assert told(case(charges=[acquitted, again])) == expected
