"""Limits of detention and custody in Kazakhstan, each test with the article it follows from."""

from typing import Any

import pytest

from desktop.logic.clocks import Facts
from desktop.logic.clocks.facts import Participant
from tests.clock_stories import case, clock, due, event, keys, stands

TAKEN = "2026-03-05T22:40"


def held(**told: Any) -> Facts:
    return case(event("detention", TAKEN, **told))


def with_order(start: str, *, ground: str | None = None, born: str = "1990") -> Facts:
    told = {"exception_ground": ground} if ground else {}
    return case(event("detention", TAKEN, **told), event("custody-order", start), born=born)


def questioned(*, languages: tuple[str, ...] = (), **told: Any) -> Facts:
    """A man in detention, questioned the morning after."""
    return case(event("detention", TAKEN), event("interrogation", "2026-03-06T10:00", **told), languages=languages)


DETENTION = {
    "UPK 129(1): three hours of delivery": (
        "KZ-D01", case(event("delivery", "2026-03-05T20:15")), "2026-03-05T23:15", "unproven"),
    "UPK 129(3): released in time after delivery": (
        "KZ-D01", case(event("delivery", "2026-03-05T20:15"), event("release", "2026-03-05T22:00")),
        "2026-03-05T23:15", "met"),
    "UPK 131(2): a record within three hours": (
        "KZ-D02", held(protocol_at="2026-03-06T01:40"), "2026-03-06T01:40", "met"),
    "UPK 131(2): a record one minute late": (
        "KZ-D02", held(protocol_at="2026-03-06T01:41"), "2026-03-06T01:40", "breached"),
    "UPK 131(2): a record of its own, four days late": (
        "KZ-D02", case(event("detention", TAKEN), event("detention-protocol", "2026-03-09")),
        "2026-03-06T01:40", "breached"),
    "UPK 131(2): no record on file": ("KZ-D02", held(), "2026-03-06T01:40", "unproven"),
    "UPK 131(2): a record of the same day, hour unknown": (
        "KZ-D02", case(event("detention", "2026-03-05T10:00", protocol_at="2026-03-05")),
        "2026-03-05T13:00", "possibly breached"),
    "UPK 131(3): the prosecutor within twelve hours of the record": (
        "KZ-D04", case(event("detention-protocol", "2026-03-06T01:00"),
                       event("notice-to-prosecutor", "2026-03-06T12:59")), "2026-03-06T13:00", "met"),
    "UPK 131(3): the prosecutor late": (
        "KZ-D04", case(event("detention-protocol", "2026-03-06T01:00"),
                       event("notice-to-prosecutor", "2026-03-06T14:00")), "2026-03-06T13:00", "breached"),
    "UPK 131(3): counted from the record told in the detention": (
        "KZ-D04", held(protocol_at="2026-03-06T01:00"), "2026-03-06T13:00", "unproven"),
    "UPK 135: the family at once": ("KZ-D05", held(), TAKEN, "unproven"),
    "UPK 135: the family told at that minute": ("KZ-D05", held(family_notified_at=TAKEN), TAKEN, "met"),
    "UPK 135: the family told three days on": (
        "KZ-D05", held(family_notified_at="2026-03-08"), TAKEN, "possibly breached"),
    "L353 7(4): the place told within twelve hours": (
        "KZ-D05/place", held(family_notified_at="2026-03-06T09:00"), "2026-03-06T10:40", "met"),
    "L353 7(4): the place told late": (
        "KZ-D05/place", held(family_notified_at="2026-03-06T11:00"), "2026-03-06T10:40", "breached"),
    "UPK 135: a consulate within twenty-four hours": (
        "KZ-D06", case(event("detention", TAKEN, consulate_notified_at="2026-03-06T12:00"), citizenships=("IT",)),
        "2026-03-06T22:40", "met"),
    "UPK 148(14): a consulate late": (
        "KZ-D06", case(event("detention", TAKEN), event("consular-notice", "2026-03-08"), citizenships=("IT",)),
        "2026-03-06T22:40", "breached"),
    "UPK 131(1): rights not explained before questioning": (
        "KZ-D07", questioned(rights_explained="not-respected"), None, "possibly breached"),
    "UPK 131(1): nor to one who is known to speak neither language": (
        "KZ-D07", questioned(languages=("it",), rights_explained="not-respected"), None, "breached"),
    "UPK 131(4): an order after forty hours": (
        "KZ-D08", with_order("2026-03-07T14:40"), "2026-03-07T22:40", "met"),
    "UPK 131(4): an order after forty-nine hours": (
        "KZ-D08", with_order("2026-03-07T23:40"), "2026-03-07T22:40", "breached"),
    "UPK 131(4): an order after forty-nine hours, and no ground for seventy-two": (
        "KZ-D08", with_order("2026-03-07T23:40", ground="none"), "2026-03-07T22:40", "breached"),
    "UPK 128(5): an order after seventy-three hours is late on any ground": (
        "KZ-D08", with_order("2026-03-08T23:40"), "2026-03-07T22:40", "breached"),
    "UPK 133(2): released within forty-eight hours": (
        "KZ-D08", case(event("detention", TAKEN), event("release", "2026-03-07T10:00")), "2026-03-07T22:40", "met"),
    "UPK 133(2): released on the fifth day, no order on file": (
        "KZ-D08", case(event("detention", TAKEN), event("release", "2026-03-10")),
        "2026-03-07T22:40", "possibly breached"),
    "UPK 131(4): a minor after twenty-four hours": (
        "KZ-D09", with_order("2026-03-07T14:40", born="2009-05-01"), "2026-03-06T22:40", "breached"),
    "UPK 131(4): a minor after twenty-four hours, and no ground for more": (
        "KZ-D09", with_order("2026-03-07T14:40", ground="none", born="2009-05-01"), "2026-03-06T22:40", "breached"),
    "UPK 131(4)(3): seventy-two hours for mass riots": (
        "KZ-D10", with_order("2026-03-08T14:40", ground="mass-riots"), "2026-03-08T22:40", "met"),
    "UPK 128(5): no more than seventy-two hours": (
        "KZ-D10", with_order("2026-03-09T14:40", ground="mass-riots"), "2026-03-08T22:40", "breached"),
    "UPK 131(4): a minor on an exceptional ground": (
        "KZ-D10/minor", with_order("2026-03-08T14:40", ground="criminal-group", born="2009-05-01"),
        "2026-03-08T22:40", "met"),
    "UPK 147(3): a motion nine hours before the end": (
        "KZ-D11", case(event("detention", TAKEN), event("custody-motion", "2026-03-07T13:40")),
        "2026-03-07T14:40", "met"),
    "UPK 147(3): a motion seven hours before the end": (
        "KZ-D11", case(event("detention", TAKEN), event("custody-motion", "2026-03-07T15:40")),
        "2026-03-07T14:40", "breached"),
    "UPK 147(3): seven hours before, and no ground for seventy-two": (
        "KZ-D11", case(event("detention", TAKEN, exception_ground="none"), event("custody-motion", "2026-03-07T15:40")),
        "2026-03-07T14:40", "breached"),
    "UPK 148(2): the judge within eight hours": (
        "KZ-D12", case(event("detention", TAKEN), event("custody-order", "2026-03-07T20:00"),
                       event("custody-motion", "2026-03-07T12:00", received_at="2026-03-07T12:30")),
        "2026-03-07T20:30", "met"),
    "UPK 151(2): a short custody is prolonged a day before its end": (
        "KZ-D14", case(event("custody-order", "2026-03-07", sanction="short", ordered_until="2026-03-17")),
        "2026-03-16 24:00", "unproven"),
    "UPK 139: a qualification within ten day-periods": (
        "KZ-D15", case(event("custody", "2026-03-05T10:00"), event("charge", "2026-03-14")),
        "2026-03-14 24:00", "met"),
    "UPK 139: a qualification on the eleventh": (
        "KZ-D15", case(event("custody", "2026-03-05T10:00"), event("charge", "2026-03-15")),
        "2026-03-14 24:00", "possibly breached"),
    "UPK 139: a qualification on the eleventh under an article that is not listed": (
        "KZ-D15", case(event("custody", "2026-03-05T10:00"), event("charge", "2026-03-15"), articles=("188",)),
        "2026-03-14 24:00", "breached"),
    "UPK 139: thirty day-periods for article 272": (
        "KZ-D15/listed-articles", case(event("custody", "2026-03-05T10:00"), articles=("272",)),
        "2026-04-03 24:00", "unproven"),
    "UPK 133(4): no certificate of release": (
        "KZ-D16", case(event("release", "2026-03-07", certificate_issued=False)), None, "breached"),
    "VCCR 36: a national has no consulate to call": (
        "KZ-D08", case(event("detention", TAKEN), citizenships=("KZ", "IT")), "2026-03-07T22:40", "unproven"),
}  # fmt: skip


@pytest.mark.parametrize(("key", "facts", "expected", "standing"), DETENTION.values(), ids=DETENTION.keys())
def test_detention(key: str, facts: Facts, expected: str | None, standing: str) -> None:
    one = clock(facts, key)
    assert (due(one), stands(one)) == (expected, standing)


def test_upk_131_4_the_limits_of_adults_minors_and_exceptional_grounds_exclude_one_another() -> None:
    limits = {"KZ-D08", "KZ-D09", "KZ-D10", "KZ-D10/minor"}
    grown, young = with_order(TAKEN), with_order(TAKEN, born="2009-05-01")
    grounded = with_order(TAKEN, ground="mass-riots")
    assert [limits & set(keys(one)) for one in (grown, young, grounded)] == [{"KZ-D08"}, {"KZ-D09"}, {"KZ-D10"}]


def test_upk_131_4_a_birthday_that_is_not_known_leaves_both_limits_possible() -> None:
    facts = case(event("detention", TAKEN), event("custody-order", "2026-03-10"), born="2008")
    assert [stands(clock(facts, key)) for key in ("KZ-D08", "KZ-D09")] == ["possibly breached"] * 2


def test_upk_131_2_actual_and_recorded_moment_stand_side_by_side() -> None:
    facts = held(recorded_at="2026-03-06T03:00", protocol_at="2026-03-06T05:00")
    actual, recorded = (clock(facts, "KZ-D02", anchor=anchor) for anchor in ("actual", "recorded"))
    assert [due(actual), due(recorded)] == ["2026-03-06T01:40", "2026-03-06T06:00"]
    assert [stands(actual), stands(recorded)] == ["breached", "met"]


def test_upk_131_4_of_eighteen_men_in_one_van_each_has_a_clock() -> None:
    men = [Participant("detainee", f"p{number}") for number in range(18)] + [Participant("investigator", "officer")]
    facts = case(event("detention", TAKEN, people=men))
    assert keys(facts).count("KZ-D08") == 1
    assert clock(facts, "KZ-D08", person="p17").person == "p17"


def test_koap_789_three_hours_run_from_the_minute_liberty_was_really_restricted() -> None:
    facts = case(
        event("detention", "2026-03-05T10:00", recorded_at="2026-03-05T12:00", until="2026-03-05T14:00"),
        stage="administrative",
    )
    found = [clock(facts, "KZ-V01", anchor=anchor) for anchor in ("actual", "recorded")]
    assert [(due(one), stands(one)) for one in found] == [
        ("2026-03-05T13:00", "possibly breached"),
        ("2026-03-05T15:00", "met"),
    ]
    assert "KZ-D08" not in keys(facts)
