"""Limits of complaints, appeals and other filings; each test with the article it follows from."""

from typing import Any

import pytest

from desktop.logic.clocks import Facts, steps
from desktop.logic.clocks.facts import Participant
from tests.clock_stories import case, clock, decision, due, event, keys, stands, step

ASKED = "2026-06-01"  # a Monday


def complaint(addressee: str = "Прокурор города", **told: Any) -> Facts:
    return case(event("complaint", ASKED, role="complainant", addressee=addressee, **told))


def answered(kind: str, day: str, **told: Any) -> Facts:
    """A filing of the first of June and its answer."""
    return case(
        event(kind, ASKED, role="complainant", **told), event("answer", day, people=()),
        links=[("answer", "answers", kind)],
    )  # fmt: skip


def verdict(*, is_held: bool, **told: Any) -> Facts:
    custody = [event("custody", "2026-01-05")] if is_held else []
    return case(*custody, event("verdict", "2026-06-01", role="convicted", **told))


def appealed(order: str, day: str, **told: Any) -> Facts:
    return case(
        event("custody-order", order), event("appeal", day, role="complainant", **told),
        links=[("appeal", "appeals", "custody-order")],
    )  # fmt: skip


FILINGS = {
    "UPK 99(4): a motion is decided within three day-periods": (
        "KZ-M01", answered("motion", "2026-06-04"), "2026-06-04 24:00", "met"),
    "UPK 99(4): a motion decided on the fourth": (
        "KZ-M01", answered("motion", "2026-06-05"), "2026-06-04 24:00", "breached"),
    "UPK 99(4): a motion a source calls ignored": (
        "KZ-M01", case(event("motion", ASKED, status="ignored")), "2026-06-04 24:00", "breached"),
    "UPK 99(4): a motion no one answered": ("KZ-M01", case(event("motion", ASKED)), "2026-06-04 24:00", "unproven"),
    "UPK 48(4): three day-periods that end on a Saturday end on Monday": (
        "KZ-M01", case(event("motion", "2026-06-03")), "2026-06-08 24:00", "unproven"),
    "UPK 101(2): a torture complaint is passed on at once": (
        "KZ-K01",
        case(event("custody", "2026-01-05"),
             event("complaint", "2026-06-01T10:00", addressee="администрация СИЗО", subject="torture")),
        "2026-06-01T10:00", "unproven"),
    "UPK 101(2): any other within a day-period": (
        "KZ-K01/other",
        case(event("custody", "2026-01-05"), event("complaint", "2026-06-01T10:00", addressee="администрация СИЗО")),
        "2026-06-02 24:00", "unproven"),
    "UPK 102: a year against termination": (
        "KZ-K02", case(event("investigation-closed", "2026-06-02")), "2027-06-02 24:00", "unproven"),
    "UPK 105(2): a prosecutor decides within seven day-periods": (
        "KZ-K03", answered("complaint", "2026-06-08", addressee="прокуратура"), "2026-06-08 24:00", "met"),
    "UPK 105(2): from receipt, where that is later": (
        "KZ-K03", complaint(received_at="2026-06-03"), "2026-06-10 24:00", "unproven"),
    "UPK 105(2): three day-periods on unlawful detention": (
        "KZ-K03/urgent", complaint(subject="unlawful-detention"), "2026-06-04 24:00", "unproven"),
    "UPK 105(2): fifteen with notice": ("KZ-K03/prolonged", complaint(), "2026-06-16 24:00", "possibly unproven"),
    "UPK 106(5): fifteen day-periods from a refusal": (
        "KZ-K04/decision", answered("complaint", "2026-06-08", addressee="прокуратура"),
        "2026-06-23 24:00", "unproven"),
    "UPK 106(6): a judge within ten day-periods": (
        "KZ-K05", complaint("Следственный суд"), "2026-06-11 24:00", "unproven"),
    "UPK 106(6): within three without a hearing": (
        "KZ-K05/without-hearing", complaint("Следственный суд"), "2026-06-04 24:00", "unproven"),
    "UPK 107(1): three day-periods from the announcement": (
        "KZ-A01", case(event("custody-order", "2026-06-01T16:00")), "2026-06-04 24:00", "unproven"),
    "UPK 107(1): appealed on the third": ("KZ-A01", appealed("2026-06-01", "2026-06-04"), "2026-06-04 24:00", "met"),
    "UPK 107(1): appealed on the fourth": (
        "KZ-A01", appealed("2026-06-01", "2026-06-05"), "2026-06-04 24:00", "missed"),
    "UPK 107(4): the oblast court within three day-periods": (
        "KZ-A02", appealed("2026-06-01", "2026-06-03", received_at="2026-06-08"), "2026-06-11 24:00", "unproven"),
    "UPK 109(2): five day-periods against a refused status": (
        "KZ-A03", case(event("status-refusal", "2026-06-01", served_at="2026-06-02")), "2026-06-08 24:00", "unproven"),
    "UPK 179-181: registered within twenty-four hours": (
        "KZ-R01", complaint("полиция", subject="torture", status="registration-refused"),
        "2026-06-02T01:00 / 2026-06-03T00:00", "breached"),
    "UPK 192(2): two months of investigation": (
        "KZ-I01", case(event("investigation-opened", "2026-06-01")), "2026-08-03 24:00", "unproven"),
    "UPK 302(2): the prosecutor within ten day-periods": (
        "KZ-P01", case(event("case-to-prosecutor", "2026-06-01"), event("case-to-court", "2026-06-11")),
        "2026-06-11 24:00", "met"),
    "UPK 355: no trial before the third day-period is over": (
        "KZ-T01", case(event("indictment", "2026-05-30", served_at="2026-06-01"), event("hearing", "2026-06-03")),
        "2026-06-04 24:00", "breached"),
    "UPK 355: a trial on the fifth day": (
        "KZ-T01", case(event("indictment", "2026-05-30", served_at="2026-06-01"), event("hearing", "2026-06-05")),
        "2026-06-04 24:00", "met"),
    "UPK 348: remarks within five day-periods": (
        "KZ-T02", case(event("trial-record", "2026-06-01")), "2026-06-08 24:00", "unproven"),
    "UPK 418: fifteen day-periods from the verdict at liberty": (
        "KZ-A04", verdict(is_held=False), "2026-06-16 24:00", "unproven"),
    "UPK 418: from the copy in custody": (
        "KZ-A04/in-custody", verdict(is_held=True, served_at="2026-06-10"), "2026-06-25 24:00", "unproven"),
    "UPK 487: a year to worsen": (
        "KZ-A05/worsening", verdict(is_held=False, in_force_at="2026-06-17"), "2027-06-17 24:00", "unproven"),
    "UPK 487: no limit in favour of the convicted": (
        "KZ-A05", verdict(is_held=False, in_force_at="2026-06-17"), None, "open"),
    "UPK 39(3): half a year after the notice of redress": (
        "KZ-H01", case(event("redress-notice", "2026-06-01")), "2026-12-01 24:00", "unproven"),
    "UK 71(6): torture has no limitation": ("KZ-L01", case(event("ill-treatment", "2026-01-05")), None, "open"),
    "UK 71(1): cruel treatment, two years": (
        "KZ-L02", case(event("ill-treatment", "2026-01-05")), "2028-01-05 24:00", "unproven"),
    "KoAP 831-835: ten day-periods from the copy": (
        "KZ-V02", case(event("decision", "2026-06-01", served_at="2026-06-02"), stage="administrative"),
        "2026-06-12 24:00", "unproven"),
    "KoAP 831-835: an appeal against arrest within a day-period": (
        "KZ-V02/decide-arrest",
        case(event("administrative-arrest", "2026-06-01"), event("appeal", "2026-06-02"), stage="administrative"),
        "2026-06-03 24:00", "unproven"),
    "L176: an advocate's inquiry within ten working days": (
        "KZ-B01", answered("inquiry", "2026-06-15"), "2026-06-15 24:00", "met"),
    "L176: over the days off of Nauryz": (
        "KZ-B01", case(event("inquiry", "2026-03-16", status="overdue")), "2026-04-02 24:00", "breached"),
    "CAT 22(3): a State answers within six months": (
        "UN-C02",
        case(event("communication", "2026-05-01", transmitted_at="2026-06-01", addressee="Committee against Torture")),
        "2026-12-01 24:00", "unproven"),
    "A/HRC/36/38 15: sixty days after the Working Group passed it on": (
        "UN-G01",
        case(event("communication", "2026-05-01", transmitted_at="2026-06-01", addressee="WGAD")),
        "2026-07-31 24:00", "unproven"),
}  # fmt: skip


@pytest.mark.parametrize(("key", "facts", "expected", "standing"), FILINGS.values(), ids=FILINGS.keys())
def test_filings(key: str, facts: Facts, expected: str | None, standing: str) -> None:
    one = clock(facts, key)
    assert (due(one), stands(one)) == (expected, standing)


def test_upk_106_5_an_answer_in_time_leaves_no_silence() -> None:
    assert "KZ-K04" not in keys(answered("complaint", "2026-06-10", addressee="прокуратура"))


def test_upk_106_5_an_answer_after_the_lapse_leaves_the_silence_too() -> None:
    assert "KZ-K04" in keys(answered("complaint", "2026-06-20", addressee="прокуратура"))


def test_upk_106_5_silence_that_has_not_lapsed_opens_nothing_yet() -> None:
    assert "KZ-K04" not in keys(complaint(), now="2026-06-10")


def test_upk_105_the_addressee_is_known_by_the_organisation_too() -> None:
    people = (Participant("complainant", "p"), Participant("addressee", None, "prosecutor"))
    assert "KZ-K03" in keys(case(event("complaint", ASKED, people=people)))
    assert "KZ-K05" not in keys(case(event("complaint", ASKED, people=people)))


def test_upk_105_a_complaint_to_no_one_on_file_may_be_for_a_prosecutor() -> None:
    assert stands(clock(case(event("complaint", ASKED)), "KZ-K03")) == "possibly unproven"


def test_upk_49_1_what_was_handed_to_the_administration_in_time_is_in_time() -> None:
    written = decision("KZ-A01", "custody-order", at="2026-06-04T23:00", channel="detention-administration")
    one = clock(case(event("custody-order", "2026-06-01"), decisions=(written,)), "KZ-A01")
    assert (stands(one), step(one, steps.Decided).channel) == ("met", "detention-administration")


def test_upk_49_1_what_was_posted_late_is_missed() -> None:
    written = decision("KZ-A01", "custody-order", at="2026-06-05T09:00", channel="post")
    assert stands(clock(case(event("custody-order", "2026-06-01"), decisions=(written,)), "KZ-A01")) == "missed"


def test_upk_49_1_the_channel_of_a_filing_is_told() -> None:
    one = clock(appealed("2026-06-01", "2026-06-04", channel="post"), "KZ-A01")
    assert step(one, steps.Shown).channel == "post"


@pytest.mark.parametrize("status", ["restoration-asked", "restored", "refused", "waived"])
def test_upk_50_2_restoration_stands_as_we_wrote_it_down(status: str) -> None:
    facts = case(event("custody-order", "2026-06-01"), decisions=(decision("KZ-A01", "custody-order", status=status),))
    assert stands(clock(facts, "KZ-A01")) == status


def test_upk_484_2_an_arrest_decided_on_appeal_is_the_way_to_international_bodies() -> None:
    facts = case(event("appeal", "2026-06-03"), event("answer", "2026-06-08"), links=[("answer", "answers", "appeal")])
    assert due(clock(facts, "UN-H01")) == "2031-06-08 24:00"
