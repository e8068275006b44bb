"""Clocks of monitors, of old law, and of what is written down in pieces; each test with its article."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.logic.clocks import Facts
from desktop.logic.clocks.facts import Participant
from tests.clock_stories import case, clock, clocks, due, event, keys, stands

COMMISSION: dict[str, Any] = {"visiting_body": "pmc", "people": (Participant("monitor", "m"),)}
PERIODIC: dict[str, Any] = {"visiting_body": "npm", "visit_kind": "periodic", "people": ()}


def visits(*days: str, **told: Any) -> Facts:
    return case(*(event("visit", day, name=day, **told) for day in days))


def custody(*more: Any, **told: Any) -> Facts:
    return case(event("custody", "2026-01-05"), *more, **told)


def sent(**told: Any) -> Facts:
    return custody(event("custody-motion", "2026-02-20", at_prosecutor_at="2026-02-20T10:00", **told))


def prosecuted(day: str | None, to: str = "to-3") -> Facts:
    return sent(motion_for=to, **({"prosecutor_decided_at": day} if day else {}))


FOUND = {
    "UIK 45: the next periodic visit within four years": (
        "KZ-N01", visits("2022-03-10", "2026-03-01", at_places=("colony",), **PERIODIC), "2026-03-10 24:00", "met"),
    "UIK 45: another place was visited": (
        "KZ-N01", case(event("visit", "2022-03-10", name="2022-03-10", at_places=("colony",), **PERIODIC),
                       event("visit", "2026-03-01", at_places=("ivs",), **PERIODIC)), "2026-03-10 24:00", "unproven"),
    "UIK 47(3): the report is published within a month": (
        "KZ-N02", case(event("annual-report", "2026-02-10", published_at="2026-03-01")), "2026-03-10 24:00", "met"),
    "UIK 49(2): the authorities answer within three months": (
        "KZ-N02/answer", case(event("annual-report", "2026-02-10"), event("answer", "2026-06-01", people=()),
                              links=[("answer", "answers", "annual-report")]), "2026-05-10 24:00", "breached"),
    "UIK 38(2): notice a day-period before the visit": (
        "KZ-N03", visits("2026-03-10T12:00", notified_at="2026-03-09T12:00", **COMMISSION), "2026-03-09T12:00", "met"),
    "UIK 38(2): notice on the same morning": (
        "KZ-N03", visits("2026-03-10T12:00", notified_at="2026-03-10T09:00", **COMMISSION),
        "2026-03-09T12:00", "missed"),
    "UIK 34(3): the commission comes again within six months": (
        "KZ-N04", visits("2026-01-10", "2026-07-01", **COMMISSION), "2026-07-10 24:00", "met"),
    "UIK 34(3): it comes after seven": (
        "KZ-N04", visits("2026-01-10", "2026-08-15", **COMMISSION), "2026-07-10 24:00", "missed"),
    "UIK 34(4): a member is idle for three months": (
        "KZ-N04/member", visits("2026-01-10", "2026-05-01", **COMMISSION), "2026-04-10 24:00", "missed"),
    "UPK 151(6): the prosecutor decides within three day-periods": (
        "KZ-C02/prosecutor", prosecuted("2026-02-24"), "2026-02-23 24:00", "missed"),
    "UPK 151(7): within five on nine months": (
        "KZ-C03/prosecutor", prosecuted("2026-02-24", "to-9"), "2026-02-25 24:00", "met"),
    "UPK 151(12): within one on the reading of the file": (
        "KZ-C08/prosecutor", prosecuted("2026-02-24", "file-reading"), "2026-02-21 24:00", "breached"),
    "UPK 152(4): a copy of the order of release within twenty-four hours": (
        "KZ-C07/copy", case(event("release", "2026-03-05T10:00", own_order=True, copy_sent_at="2026-03-06T12:00")),
        "2026-03-06T10:00", "breached"),
    "UPK 148(7): a short custody ends after ten day-periods": (
        "KZ-D13/short", case(event("custody-order", "2026-03-02T12:00", sanction="short")),
        "2026-03-11 24:00", "unproven"),
    "UPK 151(2): a motion a day-period before that": (
        "KZ-D14", case(event("custody-order", "2026-03-02T12:00", sanction="short")), "2026-03-10 24:00", "unproven"),
    "UPK 107(1): a ruling on a complaint is appealed within three day-periods": (
        "KZ-A01/ruling",
        case(event("complaint", "2026-06-01", addressee="Следственный суд"), event("decision", "2026-06-08"),
             links=[("decision", "answers", "complaint")]), "2026-06-11 24:00", "unproven"),
    "UPK 107(1): any other order of the investigating judge": (
        "KZ-A01/order", case(event("decision", "2026-06-08", authority="Следственный судья города")),
        "2026-06-11 24:00", "unproven"),
    "UPK 106(5): a prosecutor's decision that answers nothing": (
        "KZ-K04/acquainted", case(event("decision", "2026-06-01", authority="прокурор", served_at="2026-06-08")),
        "2026-06-23 24:00", "unproven"),
    "UPK 418: in custody, while the service of the copy is not on file": (
        "KZ-A04/in-custody", custody(event("verdict", "2026-06-01", role="convicted")),
        "2026-06-16 24:00", "unproven"),
    "UPK 418: appealed late, but the copy may have come later": (
        "KZ-A04/in-custody",
        custody(event("verdict", "2026-06-01", role="convicted"), event("appeal", "2026-06-25"),
                links=[("appeal", "appeals", "verdict")]), "2026-06-16 24:00", "possibly missed"),
    "UPK 342(2): the court's term runs from receipt": (
        "KZ-C14", custody(event("case-to-court", "2026-04-01", received_at="2026-04-03")),
        "2026-10-03 24:00", "unproven"),
    "KoAP 789(1): from certified sobering": (
        "KZ-V01", case(event("detention", "2026-03-05T10:00", sobered_at="2026-03-05T18:00"), stage="administrative"),
        "2026-03-05T21:00", "unproven"),
    "KoAP 831: an arrest is appealed within ten day-periods": (
        "KZ-V02", case(event("administrative-arrest", "2026-06-01")), "2026-06-11 24:00", "unproven"),
    "UPK 131(3): the prosecutor was never told, by a source": (
        "KZ-D04", case(event("detention", "2026-03-05T10:00", never_done=["notice-to-prosecutor"]),
                       event("detention-protocol", "2026-03-05T12:00")), "2026-03-06T00:00", "breached"),
    "UPK 135: the family was never told, by a source": (
        "KZ-D05", case(event("detention", "2026-03-05T10:00", never_done=["notice-to-family"])),
        "2026-03-05T10:00", "breached"),
    "UPK 135: a notice that we dispute shows nothing for certain": (
        "KZ-D05/place",
        case(event("detention", "2026-03-05T10:00"), event("notice-to-family", "2026-03-05T11:00", doubted=True)),
        "2026-03-05T22:00", "possibly met"),
    "UPK 131(2): released within the three hours": (
        "KZ-D02", case(event("detention", "2026-03-05T10:00", until="2026-03-05T12:00")), "2026-03-05T13:00", "met"),
    "UPK 139: a release says nothing of the qualification": (
        "KZ-D15", custody(event("release", "2026-03-10")), "2026-01-14 24:00", "unproven"),
    "UPK 151(1): an order alone, before a stay is on file": (
        "KZ-C01", case(event("custody-order", "2026-01-05", sanction="two-months")), "2026-03-05 24:00", "unproven"),
}  # fmt: skip


@pytest.mark.parametrize(("key", "facts", "expected", "standing"), FOUND.values(), ids=FOUND.keys())
def test_found(key: str, facts: Facts, expected: str, standing: str) -> None:
    one = clock(facts, key, event=next(one.event for one in clocks(facts).deadlines if _is(one, key)))
    assert (due(one), stands(one)) == (expected, standing.replace("missed", _late(one)))


def _is(one: Any, key: str) -> bool:
    return key in (f"{one.rule.id}/{one.rule.variant}", one.rule.id if not one.rule.variant else "")


def _late(one: Any) -> str:
    return "missed" if one.rule.side == "ours" else "breached"


def moved(*stays: tuple[str, str | None], more: Any = ()) -> Facts:
    """Custody written down place by place."""
    held = [event("custody", start, name=f"stay{number}", until=end) for number, (start, end) in enumerate(stays)]
    return case(*held, *more)


def test_upk_151_1_stays_that_run_on_in_one_another_are_one_custody() -> None:
    for facts in (moved(("2025-10-10", "2025-11-01"), ("2025-11-01", "2026-01-20")),
                  moved(("2025-10-10", None), ("2025-11-01", "2026-01-20"))):  # fmt: skip
        one = clock(facts, "KZ-C01")
        assert (one.event, due(one), stands(one)) == ("stay0", "2025-12-10 24:00", "possibly breached")
        assert len([key for key in keys(facts) if key == "KZ-C01"]) == 1


def test_upk_151_1_a_release_between_begins_another_custody() -> None:
    facts = moved(("2025-10-10", "2025-11-01"), ("2025-12-01", None), more=[event("release", "2025-11-01")])
    found = [one for one in clocks(facts).deadlines if one.rule.id == "KZ-C01" and not one.rule.variant]
    assert [one.event for one in found] == ["stay0", "stay1"]


def test_upk_151_an_extension_counts_from_the_first_of_the_stays() -> None:
    extension = event("custody-extension", "2025-12-05")
    facts = moved(("2025-10-10", "2025-11-01"), ("2025-11-01", None), more=[extension])
    assert due(clock(facts, "KZ-C02")) == "2026-01-10 24:00"


def test_upk_131_4_a_witness_of_the_detention_has_no_clock() -> None:
    men = (Participant("detainee", "p"), Participant("witness", "w"))
    facts = case(event("detention", "2026-03-05T10:00", people=men))
    assert {one.person for one in clocks(facts).deadlines} == {"p"}


def test_upk_148_an_order_that_names_the_victim_of_the_offence_has_clocks_for_the_accused_alone() -> None:
    men = (Participant("accused", "p"), Participant("victim", "v"))
    assert {one.person for one in clocks(case(event("custody-order", "2026-03-05", people=men))).deadlines} == {"p"}


def test_koap_831_the_decision_on_an_appeal_starts_no_term_of_appeal() -> None:
    facts = case(
        event("administrative-arrest", "2026-06-01"), event("appeal", "2026-06-02"), event("decision", "2026-06-05"),
        links=[("appeal", "appeals", "administrative-arrest"), ("decision", "answers", "appeal")],
        stage="administrative",
    )  # fmt: skip
    assert clock(facts, "KZ-V02").event == "administrative-arrest"


def test_upk_106_a_kazakh_judge_is_no_investigator() -> None:
    found = keys(case(event("decision", "2026-06-08", authority="Тергеу судьясы")))
    assert ("KZ-A01/order" in found, "KZ-K04/acquainted" in found) == (True, False)


def test_upk_181_a_report_handed_over_in_person_is_received_at_once() -> None:
    def found(channel: str) -> str:
        report = event("complaint", "2026-03-02T10:00", addressee="полиция", subject="offence", channel=channel)
        facts = case(report, event("registration", "2026-03-04"), links=[("registration", "answers", "complaint")])
        return stands(clock(facts, "KZ-R01"))

    assert [found("in-person"), found("post")] == ["breached", "possibly breached"]


def test_upk_135_a_source_that_denies_what_a_field_would_hold_says_that_it_never_came() -> None:
    told = event("detention", "2026-03-05T10:00", denied=frozenset({"family_notified_at"}))
    assert stands(clock(case(told), "KZ-D05/place")) == "breached"


def test_upk_148_2_a_motion_in_running_custody_has_the_clock_of_an_extension() -> None:
    facts = custody(event("custody-motion", "2026-02-20", received_at="2026-02-20T10:00"))
    taken = case(
        event("detention", "2026-02-19"), event("custody-motion", "2026-02-20", received_at="2026-02-20T10:00")
    )
    wanted = {"KZ-D12", "KZ-C06"}
    assert [wanted & set(keys(one)) for one in (facts, taken)] == [{"KZ-C06"}, {"KZ-D12"}]


def test_upk_151_6_a_short_custody_has_no_term_for_an_extension_to_three_months() -> None:
    facts = case(event("custody-order", "2026-03-02T12:00", sanction="short"), event("custody", "2026-03-02"))
    assert not {"KZ-C02/to-prosecutor", "KZ-C02/to-court"} & set(keys(facts))


def test_upk_151_10_a_motion_reaches_the_court_when_it_was_received() -> None:
    late = event("custody-motion", "2026-02-24", received_at="2026-02-28")
    assert stands(clock(custody(late), "KZ-C02/to-court")) == "breached"


def test_upk_105_a_report_of_a_crime_to_the_police_is_no_complaint_to_a_prosecutor() -> None:
    def found(addressee: str) -> set[str]:
        return set(keys(case(event("complaint", "2026-06-01", addressee=addressee, subject="torture"))))

    assert not {"KZ-K03", "KZ-K04"} & found("полиция")
    assert {"KZ-K03", "KZ-K04", "KZ-R01"} <= found("прокуратура")


def test_koap_789_a_detention_that_an_arrest_follows_may_be_administrative() -> None:
    facts = case(event("detention", "2026-01-10T10:00"), event("administrative-arrest", "2026-01-11"))
    assert [stands(clock(facts, key)) for key in ("KZ-V01", "KZ-D08")] == ["possibly breached", "possibly unproven"]


def test_events_before_the_law_in_the_book_are_told() -> None:
    (gap,) = clocks(case(event("detention", "2011-12-16T12:00"))).faults
    assert (gap.why, gap.rule, gap.field) == ("no-law-then", "kz", "2015-01-01")
    assert clocks(case(event("detention", "2022-01-05"), event("ill-treatment", "2022-01-06"))).faults == ()
    assert [one.why for one in clocks(case(event("detention", "2026-03-05"), jurisdiction="de")).faults] == ["no-law"]
    assert clocks(case(event("protest", "2026-03-05"), jurisdiction="de")).faults == ()


def test_an_event_of_a_zone_nobody_knows_is_no_event_of_another_time() -> None:
    found = clocks(case(replace(event("detention", "2011-12-16T12:00"), zone="Asia/Atlantis"))).faults
    assert "no-law-then" not in [fault.why for fault in found]


def test_uik_45_what_else_happened_is_no_visit() -> None:
    facts = case(event("visit", "2020-03-05", **PERIODIC), event("detention", "2021-03-05"))
    assert stands(clock(facts, "KZ-N01")) == "unproven"


def test_upk_148_2_where_no_stay_is_on_file_the_motion_may_be_for_the_first_custody() -> None:
    facts = case(event("custody-motion", "2026-03-07T10:00", received_at="2026-03-07T10:00"))
    assert stands(clock(facts, "KZ-D12")) == "possibly unproven"
