"""Checks: what the file tells of each line of a list, and what is worked out; each test with its article."""

from typing import Any

import pytest

from desktop.logic.clocks import Facts, steps
from tests.clock_stories import case, clock, event, keys, stands

PROTOCOL = ("name", "by-whom", "grounds", "place", "times", "rights", "search", "health", "drawn-up", "term",
            "signatures", "medical")  # fmt: skip


def protocol(**told: Any) -> Facts:
    return case(event("detention-protocol", "2026-03-05T12:00", **told))


def ordered(**told: Any) -> Facts:
    return case(event("custody-order", "2026-03-07", **told))


def opened(day: str, authority: str = "", **told: Any) -> Facts:
    return case(event("investigation-opened", day, article="146", authority=authority, **told))


def indicted(day: str, **told: Any) -> Facts:
    return case(event("indictment", day, **told))


def questioned(*hours: tuple[str, str | None], born: str = "2009-06-01", **told: Any) -> Facts:
    talks = [
        event("interrogation", f"2026-01-06T{start}", name=f"talk{number}", until=end and f"2026-01-06T{end}", **told)
        for number, (start, end) in enumerate(hours)
    ]
    return case(*talks, born=born)


CHECKS = {
    "UPK 131(2): the record lacks the state of health": ("KZ-D03", protocol(protocol_lacks=["health"]), "breached"),
    "UPK 131(2): every line was found in it": ("KZ-D03", protocol(protocol_has=list(PROTOCOL)), "met"),
    "UPK 131(2): one line was not looked up": ("KZ-D03", protocol(protocol_has=list(PROTOCOL[1:])), "unproven"),
    "UPK 131(2): a record told in the detention": (
        "KZ-D03", case(event("detention", "2026-03-05", protocol_at="2026-03-05T12:00")), "unproven"),
    "UPK 133(4): a certificate without its grounds": (
        "KZ-D16", case(event("release", "2026-03-07", release_lacks=["grounds"])), "breached"),
    "UPK 148(7): an order that names its outcome": ("KZ-D13", ordered(sanction="two-months"), "met"),
    "UPK 148(7): one of which the outcome is not told": ("KZ-D13", ordered(), "unproven"),
    "UPK 148(7-1): less strict measures were not considered": (
        "KZ-C12", ordered(order_lacks=["less-strict"]), "breached"),
    "UPK 145(3): no amount of bail was set": ("KZ-C16", ordered(order_lacks=["amount"]), "breached"),
    "UPK 146: checked more than twice a day": (
        "KZ-C15/checks", case(event("house-arrest", "2026-03-07", checks_broken=["day"])), "breached"),
    "UPK 193(1-1): torture investigated by the police": (
        "KZ-I02", opened("2026-01-15", "Департамент полиции"), "possibly breached"),
    "UPK 193(1-1): by a prosecutor": ("KZ-I02", opened("2026-01-15", "прокуратура города"), "met"),
    "UPK 193(1-1): by whom is not told": ("KZ-I02", opened("2026-01-15"), "unproven"),
    "UPK 187(4): before 2023 not by the body complained of": (
        "KZ-I02/before", opened("2022-01-15", same_body=True), "breached"),
    "UPK 187(4): before 2023 by another body": ("KZ-I02/before", opened("2022-01-15", same_body=False), "met"),
    "UPK 192 notes: an especially grave crime since 2022": (
        "KZ-P02/especially-grave", indicted("2022-02-01", gravity="especially-grave", authority="следователь"),
        "possibly breached"),
    "UPK 192 notes: corruption since 2023": (
        "KZ-P02/corruption", indicted("2023-02-01", corruption=True, authority="прокурор"), "met"),
    "UPK 192 notes: whether it is corruption is not told": (
        "KZ-P02/corruption", indicted("2023-02-01"), "possibly unproven"),
    "UPK 192 notes: all others since 2027": (
        "KZ-P02/other", indicted("2027-02-01", gravity="medium", authority="прокурор"), "met"),
    "UPK 535(2): four hours and a half on one day": (
        "KZ-C11/a-day", questioned(("10:00", "12:30"), ("14:00", "16:00")), "breached"),
    "UPK 535(2): three hours on one day": ("KZ-C11/a-day", questioned(("10:00", "11:30"), ("14:00", "15:30")), "met"),
    "UPK 535(2): an end that is not on file": ("KZ-C11/a-day", questioned(("10:00", None)), "unproven"),
    "UIK 38(2): a group of one": (
        "KZ-N03/group", case(event("visit", "2026-03-07", visiting_body="pmc", two_members=False)), "missed"),
    "OP1: ill-treatment before it was in force": ("UN-H02", case(event("ill-treatment", "2008-03-02")), "missed"),
    "OP1: ill-treatment after that": ("UN-H02", case(event("ill-treatment", "2022-01-08")), "met"),
    "OP1: custody that lasted beyond the day": (
        "UN-H02", case(event("custody", "2008-03-02", until="2010-01-01")), "met"),
    "OP1: custody of which the end is not on file": ("UN-H02", case(event("custody", "2008-03-02")), "unproven"),
    "OP1: custody that was over by then": (
        "UN-H02", case(event("custody", "2008-03-02", until="2009-01-01")), "missed"),
    "OHCHR form: in Kazakh": (
        "UN-X01", case(event("communication", "2026-03-02", addressee="CAT", form_lacks=["language"])), "missed"),
}  # fmt: skip


@pytest.mark.parametrize(("key", "facts", "standing"), CHECKS.values(), ids=CHECKS.keys())
def test_checks(key: str, facts: Facts, standing: str) -> None:
    found = [one for one in (clock(facts, key, event=name) for name in _names(facts)) if one.due is None]
    assert {stands(one) for one in found} == {standing}


def _names(facts: Facts) -> list[str]:
    talks = [one.id for one in facts.events if one.kind == "interrogation"]
    return talks[:1] or [facts.events[-1].id]


def test_upk_148_a_refusal_of_custody_is_no_order_for_custody() -> None:
    assert not {"KZ-C12", "KZ-C16"} & set(keys(ordered(sanction="refused")))


def test_upk_131_1_who_speaks_russian_needs_no_interpreter() -> None:
    def runs(**known: Any) -> bool:
        talk = event("interrogation", "2026-03-06T10:00", **known.pop("fields", {}))
        return "KZ-D07" in keys(case(event("detention", "2026-03-05"), talk, **known))

    assert [runs(languages=("ru",)), runs(languages=("it",)), runs()] == [False, True, True]
    assert runs(languages=("ru",), fields={"impaired": True})
    assert "KZ-D07" not in keys(case(event("interrogation", "2026-03-06T10:00")))


def test_upk_131_1_rights_explained_in_an_earlier_record_count_for_the_questioning() -> None:
    record = event("detention-protocol", "2026-03-05T12:00", rights_explained=True)
    talk = event("interrogation", "2026-03-06T10:00", interpreter=True, counsel=True)
    facts = case(event("detention", "2026-03-05T10:00"), record, talk, languages=("it",))
    later = case(event("detention", "2026-03-05T10:00"), talk, languages=("it",))
    assert [stands(clock(one, "KZ-D07")) for one in (facts, later)] == ["met", "unproven"]


def test_upk_535_2_the_questioning_of_one_day_is_one_check() -> None:
    facts = questioned(("10:00", "12:30"), ("14:00", "16:00"))
    assert clock(facts, "KZ-C11/a-day").event == "talk0"


def test_upk_102_a_complaint_at_any_time_is_told_once_for_a_person() -> None:
    facts = case(event("detention", "2026-03-05"), event("search", "2026-03-06"), event("decision", "2026-03-09"))
    one = clock(facts, "KZ-K02/any-time")
    assert (stands(one), one.due, one.event) == ("open", None, "detention")


def test_what_the_file_does_not_tell_of_a_list_is_no_breach() -> None:
    (told,) = [one for one in clock(protocol(), "KZ-D03").steps if isinstance(one, steps.NotAllTold)]
    assert told == steps.NotAllTold()


def test_upk_535_2_the_hours_of_another_day_do_not_count() -> None:
    before = event("interrogation", "2026-01-05T10:00", name="before", until="2026-01-05T12:00")
    facts = case(
        before, event("interrogation", "2026-01-06T10:00", name="after", until="2026-01-06T13:00"), born="2009-06-01"
    )
    assert [stands(clock(facts, "KZ-C11/a-day", event=name)) for name in ("before", "after")] == ["met", "met"]
