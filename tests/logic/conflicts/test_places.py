"""Where two places lie: in one another, a way apart, or nobody knows."""

from typing import Any

from db.rows import EventRow
from desktop.logic.conflicts import Certainty, Family
from tests.logic.conflicts.cases import case, conflicts, event, place, told

ALMATY: dict[str, Any] = {"latitude": 43.24, "longitude": 76.89}
SHYMKENT: dict[str, Any] = {"latitude": 42.32, "longitude": 69.6}  # 600 km to the west
PLACES = (place("ward", "hospital"), place("airport", "airport"), place("ivs", "ivs"), place("sizo", "sizo"))
TWO_PLACES = ("two-places", "certain")


def test_where_somebody_was_seized_is_not_where_they_were_held() -> None:
    seized = event("detention", "2022-01-05T20:00 2022-01-08", "airport")
    custody = event("custody", "2022-01-06 2022-01-08", "ivs")

    assert told(case(*PLACES, seized, custody)) == []


def test_a_free_act_of_somebody_held_nobody_knows_where_is_a_conflict_of_state() -> None:
    seized = event("detention", "2022-01-05T20:00 2022-01-08", "airport")
    act = event("alleged-offence", "2022-01-06", "ward")

    (found,) = conflicts(case(*PLACES, seized, act))

    assert (found.family, found.rule, found.certainty) == (Family.STATE, "free-while-held", Certainty.CERTAIN)
    assert told(case(*PLACES, seized, event("alleged-offence", "2022-01-06"))) == [("free-while-held", "possible")]


def test_places_within_one_another_do_not_conflict() -> None:
    prison, cell = place("prison", "prison"), place("cell", parent_id="prison")
    custody = event("imprisonment", "2022-01-04 2022-03-04", "prison")

    assert told(case(prison, cell, custody, event("solitary-confinement", "2022-02-01 2022-02-09", "cell"))) == []
    assert told(case(prison, cell, custody, event("alleged-offence", "2022-02-03", "cell"))) == []


def test_places_that_lie_in_each_other_end_the_search() -> None:
    ring = (place("a", parent_id="b"), place("b", parent_id="a"))

    assert (
        told(case(*ring, event("hospital-stay", "2022-01-04 2022-01-09", "a"), event("hearing", "2022-01-06", "b")))
        == []
    )


def test_the_way_between_two_places_takes_its_time() -> None:
    far = (place("Almaty", **ALMATY), place("Shymkent", **SHYMKENT))
    hearing = event("hearing", "2022-01-06T10:00 2022-01-06T12:00", "Almaty")

    (found,) = conflicts(case(*far, hearing, event("interrogation", "2022-01-06T12:30", "Shymkent")))

    (way,) = (step for step in found.steps if step.code == "way")
    assert (way.values["kilometres"], way.values["minutes"]) == (603, 40)
    assert "no-time-between" in {step.code for step in found.steps}
    assert told(case(*far, hearing, event("interrogation", "2022-01-06T12:45", "Shymkent"))) == []


def test_without_coordinates_no_way_is_counted() -> None:
    known, unknown = place("Almaty", **ALMATY), place("somewhere", latitude=42.0)
    hearing = event("hearing", "2022-01-06T10:00 2022-01-06T12:00", "Almaty")

    assert told(case(known, unknown, hearing, event("interrogation", "2022-01-06T12:01", "somewhere"))) == []
    assert told(case(known, hearing, event("interrogation", "2022-01-06T12:01", "not on file"))) == []


def test_somebody_abroad_for_ten_days_is_not_at_home_on_any_of_them() -> None:
    abroad = event("other", "2022-01-01 2022-01-10", "Istanbul")
    roles = {"other": "present"}

    def against(act: EventRow) -> list[tuple[str, str]]:
        return told(case(place("Istanbul", "abroad"), *PLACES, abroad, act, roles=roles))

    assert against(event("alleged-offence", "2022-01-05", "airport")) == [TWO_PLACES]
    assert against(event("interrogation", "2022-01-05T10:00", "ivs")) == [TWO_PLACES]
    assert against(event("custody", "2022-01-03 2022-01-20", "sizo")) == [TWO_PLACES]
    assert against(event("alleged-offence", "2022-01-10", "airport")) == [("two-places", "possible")]
    assert against(event("hearing", "2022-01-10", "airport")) == []
