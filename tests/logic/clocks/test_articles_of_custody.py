"""Terms of custody in Kazakhstan, with the ladder of extensions; each test with the article it follows from."""

from typing import Any

import pytest

from desktop.logic.clocks import Facts, steps
from desktop.logic.clocks.facts import Happening
from tests.clock_stories import case, clock, due, event, keys, stands, step

BEGAN = "2026-01-05"


def custody(*more: Happening, until: str | None = None, **told: Any) -> Facts:
    """Custody since 5 January, with what followed."""
    return case(event("custody", BEGAN, until=until), *more, **told)


def extended(*ends: tuple[str, str | None], **told: Any) -> Facts:
    """The same, prolonged on these days to these ends."""
    names = [f"x{number}" for number in range(len(ends))]
    orders = [
        event("custody-extension", day, name=name, **({"ordered_until": end} if end else {}))
        for name, (day, end) in zip(names, ends, strict=True)
    ]
    return custody(*orders, links=[(name, "extends", "custody") for name in names], **told)


CUSTODY = {
    "UPK 151(1): two months": ("KZ-C01", custody(), "2026-03-05 24:00", "unproven"),
    "UPK 152(6): detention is counted in": (
        "KZ-C01", case(event("detention", "2026-01-05T20:00"), event("custody", "2026-01-07")),
        "2026-03-05 24:00", "unproven"),
    "UPK 152(6): detention after which he was let go is not": (
        "KZ-C01",
        case(event("detention", "2026-01-01"), event("release", "2026-01-02"), event("custody", "2026-01-07")),
        "2026-03-07 24:00", "unproven"),
    "UPK 152(6): detention that ended long before is not": (
        "KZ-C01", case(event("detention", "2025-12-01", until="2025-12-03"), event("custody", "2026-01-07")),
        "2026-03-07 24:00", "unproven"),
    "UPK 151(1): released within two months": (
        "KZ-C01", custody(event("release", "2026-02-20")), "2026-03-05 24:00", "met"),
    "UPK 151(1): held for half a year, no extension on file": (
        "KZ-C01", custody(until="2026-07-01"), "2026-03-05 24:00", "possibly breached"),
    "UPK 151(2): prolonged in time": ("KZ-C01", extended(("2026-03-01", None)), "2026-03-05 24:00", "met"),
    "UPK 151(2): prolonged when the term was over": (
        "KZ-C01", extended(("2026-03-07", None)), "2026-03-05 24:00", "breached"),
    "UPK 48(4): the first day counts and the end has the same number": (
        "KZ-C01", case(event("custody", "2025-12-30")), "2026-02-28 24:00", "unproven"),
    "UPK 151(2): to three months": ("KZ-C02", extended(("2026-03-01", None)), "2026-04-05 24:00", "unproven"),
    "UPK 151(7): to nine months by the second": (
        "KZ-C03", extended(("2026-03-01", None), ("2026-04-01", None)), "2026-10-05 24:00", "unproven"),
    "UPK 151(2): a month ordered within nine": (
        "KZ-C03", extended(("2026-03-01", "2026-05-05")), "2026-05-05 24:00", "unproven"),
    "UPK 151(3): to twelve for a criminal group": (
        "KZ-C04/group-or-extremist",
        custody(
            event("custody-extension", "2026-10-01", ordered_until="2026-12-20", exception_ground="criminal-group"),
            links=[("custody-extension", "extends", "custody")],
        ),
        "2026-12-20 24:00", "unproven"),
    "UPK 151(4): to eighteen": (
        "KZ-C05", extended(("2026-12-30", "2027-06-01")), "2027-06-01 24:00", "unproven"),
    "UPK 151(6): a motion to the prosecutor ten day-periods before": (
        "KZ-C02/to-prosecutor", custody(), "2026-02-23 24:00", "unproven"),
    "UPK 151(10): to the court seven before": (
        "KZ-C02/to-court", custody(event("custody-motion", "2026-02-26")), "2026-02-26 24:00", "met"),
    "UPK 151(10): to the court six before": (
        "KZ-C02/to-court", custody(event("custody-motion", "2026-02-27")), "2026-02-26 24:00", "breached"),
    "UPK 151(7): fifteen before the end of three months": (
        "KZ-C03/to-prosecutor", extended(("2026-03-01", None)), "2026-03-21 24:00", "unproven"),
    "UPK 152(3): the judge within three day-periods": (
        "KZ-C06", custody(event("custody-motion", "2026-02-20", received_at="2026-02-20T10:00"),
                          event("custody-extension", "2026-02-23")), "2026-02-23 24:00", "met"),
    "UPK 152(4): the place of detention warns twenty-four hours before": (
        "KZ-C07", custody(), "2026-03-04 24:00", "unproven"),
    "UPK 152(8): a month more after the case came back": (
        "KZ-C09", custody(event("case-returned", "2026-02-10")), "2026-03-10 24:00", "unproven"),
    "UPK 541(1): a minor six months": (
        "KZ-C10", custody(born="2009-06-01", until="2026-08-01"), "2026-07-05 24:00", "breached"),
    "UPK 535(2): a minor questioned for three hours": (
        "KZ-C11", case(event("interrogation", "2026-01-06T10:00", until="2026-01-06T13:00"), born="2009-06-01"),
        "2026-01-06T12:00", "breached"),
    "UPK 150(1): thirty day-periods in a temporary facility": (
        "KZ-C13", case(event("custody", BEGAN, until="2026-02-10", places=("ivs",))), "2026-02-03 24:00", "breached"),
    "UPK 342(2): six months before the court": (
        "KZ-C14", custody(event("case-to-court", "2026-04-01")), "2026-10-01 24:00", "unproven"),
    "UPK 146(4): house arrest as custody": (
        "KZ-C15", case(event("house-arrest", BEGAN)), "2026-03-05 24:00", "unproven"),
    "UPK 145: bail is paid within five day-periods": (
        "KZ-C16/pay", case(event("bail", "2026-03-20")), "2026-03-26 24:00", "unproven"),
    "KoAP 50: fifteen day-periods of arrest, detention counted in": (
        "KZ-V03", case(event("detention", "2026-01-05T20:00"),
                       event("administrative-arrest", "2026-01-06", until="2026-01-19")), "2026-01-19 24:00", "met"),
}  # fmt: skip


@pytest.mark.parametrize(("key", "facts", "expected", "standing"), CUSTODY.values(), ids=CUSTODY.keys())
def test_custody(key: str, facts: Facts, expected: str, standing: str) -> None:
    one = clock(facts, key)
    assert (due(one), stands(one)) == (expected, standing)


def test_upk_151_an_order_that_names_its_own_end_keeps_both_and_warns() -> None:
    facts = custody(event("custody-order", "2026-01-06", ordered_until="2026-03-04"))
    one = clock(facts, "KZ-C01")
    told = step(one, steps.Ordered)
    assert due(one) == "2026-03-04 24:00"
    assert (told.by_law == one.by_law, told.event, told.is_beyond) == (True, "custody-order", False)


def test_upk_151_5_an_order_beyond_eighteen_months_is_beyond_the_law() -> None:
    told = step(clock(extended(("2027-06-20", "2027-09-01")), "KZ-C05"), steps.Ordered)
    assert told.is_beyond


def test_an_order_known_by_its_month_leaves_a_range() -> None:
    one = clock(custody(event("custody-order", "2026-01-06", ordered_until="2026-03")), "KZ-C01")
    assert due(one) == "2026-03-01T00:00 / 2026-03-31 24:00"


def test_an_order_given_after_the_term_is_not_its_order() -> None:
    one = clock(custody(event("custody-order", "2026-06-01", ordered_until="2026-08-01")), "KZ-C01")
    assert due(one) == "2026-03-05 24:00"


def test_an_order_that_names_the_day_of_the_law_says_nothing_new() -> None:
    one = clock(custody(event("custody-order", "2026-01-06", ordered_until="2026-03-05")), "KZ-C01")
    assert not [taken for taken in one.steps if isinstance(taken, steps.Ordered)]


def test_upk_151_an_extension_stands_on_one_rung_only() -> None:
    facts = extended(("2026-03-01", "2026-04-05"), ("2026-04-01", "2026-07-05"), ("2026-07-01", "2026-10-05"))
    rungs = [key for key in keys(facts) if key in {"KZ-C02", "KZ-C03", "KZ-C04", "KZ-C05"}]
    assert rungs == ["KZ-C02", "KZ-C03"]
    assert [due(clock(facts, "KZ-C03", event=name)) for name in ("x1", "x2")] == [
        "2026-07-05 24:00",
        "2026-10-05 24:00",
    ]


def test_upk_151_3_special_complexity_needs_a_grave_offence_before_the_law_of_27_december_2019() -> None:
    grounds = event("custody-extension", "2019-11-01", ordered_until="2019-12-20", exception_ground="criminal-group")
    facts = case(event("custody", "2019-02-05"), grounds, links=[("custody-extension", "extends", "custody")])
    assert "KZ-C04/group-or-extremist" not in keys(facts)


def test_upk_151_an_extension_that_names_no_custody_prolongs_the_last_one() -> None:
    facts = custody(event("custody-extension", "2026-03-01"))
    assert due(clock(facts, "KZ-C02")) == "2026-04-05 24:00"


def test_upk_151_an_extension_of_an_extension_counts_from_the_custody() -> None:
    links = [("x0", "extends", "custody"), ("x1", "extends", "x0")]
    orders = [event("custody-extension", day, name=name) for name, day in (("x0", "2026-03-01"), ("x1", "2026-04-01"))]
    assert due(clock(custody(*orders, links=links), "KZ-C03")) == "2026-10-05 24:00"
