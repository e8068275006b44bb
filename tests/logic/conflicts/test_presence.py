"""One person in two places at once."""

from dataclasses import replace

import pytest

from db.types import Kind
from desktop.logic.conflicts import Certainty, Family, Ref
from tests.logic.conflicts.cases import case, conflicts, event, linked, person, place, told

PLACES = (place("ward", "hospital"), place("airport", "airport"), place("ivs", "ivs"), place("sizo", "sizo"))
WARD = event("hospital-stay", "2022-01-04 2022-01-09", "ward")
TWO_PLACES = ("two-places", "certain")


def test_an_alleged_offence_on_a_day_in_hospital_is_certainly_in_conflict() -> None:
    (found,) = conflicts(case(*PLACES, WARD, event("alleged-offence", "2022-01-05", "airport")))

    assert (found.family, found.certainty) == (Family.PRESENCE, Certainty.CERTAIN)
    assert set(found.events) == {"hospital-stay", "alleged-offence"}
    assert found.persons == ("Askar",)


def test_an_alleged_offence_on_the_day_of_admission_is_possibly_in_conflict() -> None:
    assert told(case(*PLACES, WARD, event("alleged-offence", "2022-01-04", "airport"))) == [("two-places", "possible")]


def test_an_alleged_offence_on_the_day_before_admission_is_not_in_conflict() -> None:
    assert told(case(*PLACES, WARD, event("alleged-offence", "2022-01-03", "airport"))) == []


def test_an_alleged_offence_some_time_that_month_contradicts_three_days_in_hospital_not_at_all() -> None:
    assert told(case(*PLACES, WARD, event("alleged-offence", "2022-01", "airport"))) == []


@pytest.mark.parametrize("kind", ["interrogation", "hearing", "line-up", "search", "ill-treatment"])
def test_a_patient_is_not_at_an_act_elsewhere(kind: str) -> None:
    assert told(case(*PLACES, WARD, event(kind, "2022-01-06T10:00", "ivs"))) == [TWO_PLACES]


def test_a_patient_is_taken_to_an_examination() -> None:
    assert told(case(*PLACES, WARD, event("medical-examination", "2022-01-06T10:00", "ivs"))) == []


def test_a_hearing_by_video_puts_nobody_in_the_court() -> None:
    hearing = event("hearing", "2022-01-06T10:00", "ivs", fields={"by_video": True})

    assert told(case(*PLACES, WARD, hearing)) == []


def test_a_prisoner_cannot_have_acted_in_the_street() -> None:
    custody = event("custody", "2022-01-04 2022-03-04", "sizo")

    assert told(case(*PLACES, custody, event("alleged-offence", "2022-02-05", "airport"))) == [TWO_PLACES]


def test_a_prisoner_is_brought_to_court_and_to_hospital() -> None:
    custody = event("custody", "2022-01-04 2022-03-04", "sizo")
    hearing, ward = event("hearing", "2022-02-05", "airport"), event("hospital-stay", "2022-02-07 2022-02-09", "ward")

    assert told(case(*PLACES, custody, hearing, ward)) == []


def test_a_patient_cannot_be_in_a_cell_unless_under_guard() -> None:
    custody = event("custody", "2022-01-06 2022-01-20", "ivs")
    guarded = event("hospital-stay", "2022-01-04 2022-01-09", "ward", fields={"under_guard": True})

    assert told(case(*PLACES, WARD, custody)) == [TWO_PLACES]
    assert told(case(*PLACES, guarded, custody)) == []


def test_arrest_on_the_day_of_the_act_is_what_one_expects() -> None:
    detention = event("detention", "2022-01-05 2022-01-09", "ivs")

    assert told(case(*PLACES, detention, event("alleged-offence", "2022-01-05", "airport"))) == []


def test_an_act_after_an_arrest_without_release_is_possibly_in_conflict() -> None:
    detention = event("detention", "2022-01-05T20:00", "ivs")
    act = event("alleged-offence", "2022-02-10", "airport")

    (found,) = conflicts(case(*PLACES, detention, act))

    assert found.certainty is Certainty.POSSIBLE
    assert "no-end" in {step.code for step in found.steps}
    assert told(case(*PLACES, detention, act, event("release", "2022-01-07"))) == []


def test_only_the_first_act_after_an_open_arrest_is_in_conflict_with_it() -> None:
    acts = [event("alleged-offence", f"2022-0{month}-10", "airport", id=f"act {month}") for month in (2, 3)]

    (found,) = conflicts(case(*PLACES, event("detention", "2022-01-05T20:00", "ivs"), *acts))

    assert set(found.events) == {"detention", "act 2"}


def test_two_places_of_custody_at_once_are_a_conflict_of_state() -> None:
    here, there = (
        event("custody", "2022-01-04 2022-02-04", "ivs"),
        event("imprisonment", "2022-01-20 2022-03-01", "sizo"),
    )

    assert told(case(*PLACES, here, there)) == [("two-custodies", "certain")]


def test_a_transfer_from_one_custody_to_the_next_is_none() -> None:
    here, there = (
        event("custody", "2022-01-04 2022-01-20", "ivs"),
        event("imprisonment", "2022-01-20 2022-03-01", "sizo"),
    )

    assert told(case(*PLACES, here, event("transfer", "2022-01-20", "ivs", until_place_id="sizo"), there)) == []


def test_two_acts_at_once_are_in_conflict_and_two_on_one_day_are_not() -> None:
    hearing = event("hearing", "2022-01-06T10:00 2022-01-06T12:00", "ward")

    assert told(case(*PLACES, hearing, event("interrogation", "2022-01-06T11:00", "ivs"))) == [TWO_PLACES]
    assert told(case(*PLACES, hearing, event("interrogation", "2022-01-06T12:00", "ivs"))) == []
    assert told(case(*PLACES, hearing, event("interrogation", "2022-01-06", "ivs"))) == []


def test_an_investigator_cannot_question_two_people_in_two_places() -> None:
    one, other = (
        event("interrogation", "2022-01-06T10:00 2022-01-06T12:00", where, id=where) for where in ("ivs", "sizo")
    )

    assert told(case(*PLACES, one, other, role="investigator")) == [TWO_PLACES]
    assert told(case(*PLACES, one, other, role="ordered-by")) == []


def test_a_trial_of_months_is_not_everywhere_at_all_its_hours() -> None:
    trial = event("hearing", "2022-01-04 2022-05-04", "ward")

    assert told(case(*PLACES, trial, event("interrogation", "2022-02-06T10:00 2022-02-06T11:00", "ivs"))) == []


def test_somebody_without_a_name_may_be_several_people() -> None:
    file = case(*PLACES, person(""), WARD, event("alleged-offence", "2022-01-05", "airport"), who="nobody")

    assert told(file) == [("two-places", "possible")]


def test_whoever_gave_an_order_was_not_there() -> None:
    file = case(
        *PLACES, WARD, event("alleged-offence", "2022-01-05", "airport"), roles={"alleged-offence": "ordered-by"}
    )

    assert told(file) == []


def test_an_act_of_another_kind_counts_where_somebody_was_present() -> None:
    seen = event("other", "2022-01-05T20:00 2022-01-05T20:20", "airport")

    assert told(case(*PLACES, WARD, seen, roles={"other": "present"})) == [TWO_PLACES]
    assert told(case(*PLACES, WARD, event("other", "2022-01-05T20:00"), roles={"other": "present"})) == []
    assert told(case(*PLACES, WARD, seen, roles={"other": "witness"})) == []


def test_what_lies_ahead_excludes_nothing() -> None:
    hearing = event("hearing", "2022-01-06", "ivs", standing="prospective")

    assert told(case(*PLACES, WARD, hearing)) == []


def test_accounts_of_one_fact_are_not_two_places() -> None:
    act = event("alleged-offence", "2022-01-05", "airport")

    assert told(case(*PLACES, WARD, act, linked("alleged-offence", "part-of", "hospital-stay"))) == []


def test_custody_whose_end_is_open_lasts_until_the_next_custody() -> None:
    first, second = event("custody", "2022-01-04", "ivs"), event("imprisonment", "2022-06-01 2022-09-01", "sizo")

    assert told(case(*PLACES, first, second)) == []


def test_events_without_a_time_are_left_alone() -> None:
    assert told(case(*PLACES, WARD, event("alleged-offence", "", "airport"))) == []


def test_a_stay_may_be_written_as_one_span() -> None:
    ward = event("hospital-stay", "2022-01-04/2022-01-09", "ward")

    assert told(case(*PLACES, ward, event("alleged-offence", "2022-01-05", "airport"))) == [TWO_PLACES]
    assert told(case(*PLACES, ward, event("alleged-offence", "2022-01-09", "airport"))) == [("two-places", "possible")]


def test_one_conflict_of_many_people_is_one() -> None:
    act = event("alleged-offence", "2022-01-05", "airport")
    file = case(*PLACES, person("Askar"), person("Bolat"), WARD, act)
    others = [replace(one, id=f"{one.id} too", person_id="Bolat") for one in file.participations]

    (found,) = conflicts(replace(file, participations=[*others, *file.participations]))

    assert found.persons == ("Askar", "Bolat")
    assert [step.values["person"] for step in found.steps if step.code == "took-part"] == [
        Ref(Kind.PERSON, "Askar"),
        Ref(Kind.PERSON, "Bolat"),
    ]
