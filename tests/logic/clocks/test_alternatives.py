"""Limits of which only one applies: a breach is certain where it is one by each that may."""

from typing import Any

import pytest

from desktop.logic.clocks import Deadline, Facts, steps
from desktop.logic.clocks.rule import Act, Anchor, Trigger, Unit
from tests.clock_stories import case, clock, due, event, keys, rule, stands, step

FILED = "2026-06-01"  # a Monday


def complained(answer: str, **told: Any) -> Facts:
    """A complaint to the prosecutor that reached him that day, and his answer."""
    complaint = event("complaint", FILED, role="complainant", addressee="Прокурор города", received_at=FILED, **told)
    return case(complaint, event("answer", answer, people=()), links=[("answer", "answers", "complaint")])


def sent(decided: str, **told: Any) -> Facts:
    """A case that reached the prosecutor that day, and what he did with it."""
    return case(event("case-to-prosecutor", FILED, received_at=FILED, **told), event("case-to-court", decided))


def held(until: str, **told: Any) -> Facts:
    return case(event("detention", "2026-03-05T10:00", until=until, **told), stage="administrative")


def arrested(until: str, **told: Any) -> Facts:
    return case(event("administrative-arrest", "2026-01-10", until=until, **told))


STANDS = {
    "UPK 105(2): on the eighth, nothing told of a longer term": (
        "KZ-K03", complained("2026-06-09"), "possibly breached"),
    "UPK 105(2): on the eighth, told that it was not prolonged": (
        "KZ-K03", complained("2026-06-09", term_prolonged=False), "breached"),
    "UPK 105(2): on the sixteenth it is late by any term": ("KZ-K03", complained("2026-06-17"), "breached"),
    "UPK 105(2): prolonged with notice, on the tenth": (
        "KZ-K03/prolonged", complained("2026-06-11", term_prolonged=True), "met"),
    "UPK 105(2): on unlawful detention on the fifth": (
        "KZ-K03/urgent", complained("2026-06-06", subject="unlawful-detention"), "possibly breached"),
    "UPK 105(2): on unlawful detention on the fifth, no longer term": (
        "KZ-K03/urgent", complained("2026-06-06", subject="unlawful-detention", term_prolonged=False), "breached"),
    "UPK 302(2): on the twelfth, nothing told of a complex case": (
        "KZ-P01", sent("2026-06-13"), "possibly breached"),
    "UPK 302(2): on the twelfth, the case is not complex": (
        "KZ-P01", sent("2026-06-13", term_prolonged=False), "breached"),
    "UPK 302(2): after two months it is late by any term": ("KZ-P01", sent("2026-08-10"), "breached"),
    "UPK 190(7): an accelerated case on the fourth": (
        "KZ-P01/accelerated", sent("2026-06-08", procedure="accelerated"), "breached"),
    "UPK 190(7): on the fourth, nothing told of the procedure": (
        "KZ-P01/accelerated", sent("2026-06-08"), "possibly breached"),
    "UPK 342(2): before the court for seven months, the gravity is not told": (
        "KZ-C14", case(event("custody", "2025-11-01"), event("case-to-court", "2026-01-10", received_at="2026-01-10"),
                       event("release", "2026-08-15")), "possibly breached"),
    "UPK 342(2): for seven months on a crime of medium gravity": (
        "KZ-C14", case(event("custody", "2025-11-01"), event("release", "2026-08-15"),
                       event("case-to-court", "2026-01-10", received_at="2026-01-10", gravity="medium")), "breached"),
    "KoAP 789: five hours, nothing told of an arrest": ("KZ-V01", held("2026-03-05T15:00"), "possibly breached"),
    "KoAP 789: five hours, told that three apply": (
        "KZ-V01", held("2026-03-05T15:00", administrative_detention="ordinary"), "breached"),
    "KoAP 789: more than forty-eight hours": ("KZ-V01", held("2026-03-07T15:00"), "breached"),
    "KoAP 789: thirty hours where arrest is possible": (
        "KZ-V01/arrest", held("2026-03-06T16:00", administrative_detention="arrest-possible"), "breached"),
    "KoAP 789: thirty hours at the border": (
        "KZ-V01/border", held("2026-03-06T16:00", administrative_detention="border-or-emergency"), "met"),
    "KoAP 50: twenty day-periods, the offence is not told": ("KZ-V03", arrested("2026-01-29"), "possibly breached"),
    "KoAP 50: twenty, and the offence gives fifteen": (
        "KZ-V03", arrested("2026-01-29", administrative_arrest="ordinary"), "breached"),
    "KoAP 50: twelve for an assembly": (
        "KZ-V03/assembly", arrested("2026-01-21", administrative_arrest="assembly"), "breached"),
    "KoAP 50: thirty-one by any term": ("KZ-V03", arrested("2026-02-10"), "breached"),
    "UPK 347(4): a record of the trial on the seventh": (
        "KZ-T02/made", case(event("verdict", FILED, role="convicted"), event("trial-record", "2026-06-09")),
        "possibly breached"),
    "UPK 151(1): a late extension that names no term may follow another": (
        "KZ-C01", case(event("custody", "2026-01-05"), event("custody-extension", "2026-03-07")), "possibly breached"),
}  # fmt: skip


@pytest.mark.parametrize(("key", "facts", "standing"), STANDS.values(), ids=STANDS.keys())
def test_alternatives(key: str, facts: Facts, standing: str) -> None:
    assert stands(clock(facts, key)) == standing


def doubt(one: Deadline) -> Any:
    return [step for step in one.steps if isinstance(step, steps.Otherwise)]


def test_upk_105_2_both_dues_are_there_and_what_would_decide_is_named() -> None:
    facts = complained("2026-06-09")
    (other,) = doubt(clock(facts, "KZ-K03"))
    assert other.rule == "KZ-K03/prolonged"
    assert (other.due, due(clock(facts, "KZ-K03/prolonged"))) == (
        clock(facts, "KZ-K03/prolonged").due,
        "2026-06-16 24:00",
    )
    assert [(one.field, one.value) for one in other.hangs_on] == [("term_prolonged", None)]


def test_upk_131_4_seventy_two_hours_need_a_ground_that_is_named_and_silence_names_none() -> None:
    facts = case(event("detention", "2026-03-05T22:40"), event("custody-order", "2026-03-07T23:40"))
    assert stands(clock(facts, "KZ-D08")) == "breached"
    assert "KZ-D10" not in keys(facts)


def test_upk_139_an_article_that_is_not_on_file_leaves_thirty_day_periods_possible() -> None:
    facts = case(event("custody", "2026-03-05"), event("charge", "2026-03-20"))
    assert [one.rule for one in doubt(clock(facts, "KZ-D15"))] == ["KZ-D15/listed-articles"]


def test_upk_105_2_what_a_source_calls_ignored_is_late_by_every_term_that_is_over() -> None:
    def ignored(now: str) -> list[str]:
        facts = case(event("complaint", FILED, addressee="прокурор", received_at=FILED, status="ignored"))
        return [stands(clock(facts, key, now=now)) for key in ("KZ-K03", "KZ-K03/prolonged")]

    assert ignored("2026-06-12") == ["possibly breached", "possibly open"]
    assert ignored("2026-06-30") == ["breached", "possibly breached"]


def test_upk_105_2_a_complaint_whose_receipt_is_not_on_file_may_have_come_later() -> None:
    complaint = event("complaint", FILED, addressee="прокурор", term_prolonged=False)
    facts = case(complaint, event("answer", "2026-06-09", people=()), links=[("answer", "answers", "complaint")])
    one = clock(facts, "KZ-K03")
    assert stands(one) == "possibly breached"
    assert [told.field for told in one.steps if isinstance(told, steps.StandsFor)] == ["received_at", "received_at"]


def test_upk_192_every_term_of_the_investigation_stands_as_far_as_it_is_told() -> None:
    def found(**told: Any) -> list[tuple[str, str]]:
        facts = case(event("investigation-opened", FILED, **told))
        return [(key, stands(clock(facts, key))) for key in keys(facts) if key.startswith("KZ-I01")]

    assert found() == [("KZ-I01", "unproven"), *((f"KZ-I01/{name}", "possibly unproven")
                        for name in ("inquiry", "prolonged-12", "prolonged-3"))]  # fmt: skip
    assert found(procedure="investigation", term_prolonged=False) == [("KZ-I01", "unproven")]
    assert ("KZ-I01/inquiry", "unproven") in found(procedure="inquiry")


def test_a_hrc_36_38_sixty_days_may_be_a_month_more_on_request() -> None:
    facts = case(
        event("communication", "2026-01-05", addressee="WGAD", transmitted_at="2026-01-10", role="client"),
        event("answer", "2026-03-20", people=()), links=[("answer", "answers", "communication")],
    )  # fmt: skip
    one = clock(facts, "UN-G01", now="2026-03-15")
    assert stands(clock(facts, "UN-G01")) == "possibly breached"
    assert due(one) == "2026-03-11 24:00"
    assert step(clock(facts, "UN-G01"), steps.Otherwise).rule == "UN-G01/prolongation"


def test_upk_rf_108_7_forty_eight_hours_may_have_been_prolonged_by_the_judge() -> None:
    def found(**told: Any) -> str:
        facts = case(event("detention", "2026-03-05T10:00", **told), event("custody-order", "2026-03-08T10:00"),
                     jurisdiction="ru")  # fmt: skip
        return stands(clock(facts, "RU-D03"))

    assert [found(), found(term_prolonged=False)] == ["possibly breached", "breached"]


def test_a_limit_that_ends_beyond_all_calendars_or_runs_from_elsewhere_leaves_a_breach_certain() -> None:
    facts = case(
        event("detention", "2026-03-05T10:00", recorded_at="2026-03-05T15:00"), event("release", "2026-03-05T14:00")
    )
    asked: dict[str, Any] = {"alternatives": "either", "act": Act(kinds=("release",))}
    recorded = Trigger(("detention",), anchor=Anchor.RECORDED, field="recorded_at")
    others = [
        rule(10_000_000, Unit.YEAR, id="XX-2", **asked),
        rule(9, id="XX-3", triggers=(recorded,), **asked),
    ]
    for other in others:
        assert stands(clock(facts, "XX-1", [rule(3, **asked), other])) == "breached"
