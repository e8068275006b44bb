"""Versions of the law: which runs on a day, and what a user settled over what is shipped."""

from datetime import date
from typing import Any

from desktop.logic.clocks.rule import Anchor, Confidence, Length, Roll, Unit
from desktop.logic.clocks.rulebook import Entry, Origin, OwnRule, merge, next_version, rule_of, running, version_on
from resources.rules import shipped_rules

TABLE: dict[str, Any] = {
    "id": "XX-1",
    "jurisdiction": "xx",
    "title": {"en": "One", "ru": "Один", "kk": "Бір"},
    "unit": "hour",
    "quantity": 3,
    "side": "theirs",
    "basis": [{"act": "Act", "article": "1"}],
    "source": "a page",
    "confidence": "M",
}
SIGNED = date(2026, 11, 1)


def of(entries: tuple[Entry, ...]) -> list[tuple[str, Origin, bool]]:
    return [(entry.rule.title["en"], entry.origin, entry.rule.is_on) for entry in entries]


def changed(**values: object) -> dict[str, Any]:
    return TABLE | values


def titled(words: str) -> dict[str, str]:
    return {"en": words, "ru": words, "kk": words}


def test_a_record_becomes_a_rule_word_by_word() -> None:
    rule = rule_of(
        changed(
            triggers=[
                {"kinds": ["complaint"], "anchor": "served", "after": {"quantity": 15, "unit": "sutki"}},
            ],
            applies_if={"minor": True, "fields": {"subject": ["torture"]}, "offence_from": "2020-01-01"},
            act={"kinds": ["release"], "never": {"status": ["ignored"]}},
            on_expiry={"text": titled("Release."), "next": ["XX-2"]},
            items=[{"id": "one", "label": titled("One"), "field": "grounds"}],
            reminders=[{"quantity": 1, "unit": "sutki"}],
            before=["XX-3"],
            roll="next_working_day",
            valid_from="2019-12-27",
        )
    )
    (trigger,) = rule.triggers
    assert (trigger.kinds, trigger.anchor, trigger.after) == (("complaint",), Anchor.SERVED, Length(15, Unit.SUTKI))
    assert (rule.applies_if.minor, rule.applies_if.fields) == (True, {"subject": ("torture",)})
    assert rule.applies_if.offence_from == date(2020, 1, 1)
    assert (rule.act.kinds, rule.act.never) == (("release",), {"status": ("ignored",)})
    assert (rule.on_expiry.next, rule.items[0].field, rule.reminders) == (
        ("XX-2",),
        "grounds",
        (Length(1, Unit.SUTKI),),
    )
    assert (rule.before, rule.roll, rule.valid_from) == (("XX-3",), Roll.NEXT_WORKING_DAY, date(2019, 12, 27))
    assert (rule.version, rule.confidence, rule.basis[0].article) == (1, Confidence.MEMORY, "1")


def test_every_shipped_record_becomes_a_rule_that_is_on_and_unverified() -> None:
    entries = merge([table.body for table in shipped_rules().tables], [])
    assert len(entries) == len(shipped_rules().tables)
    assert {(entry.origin, entry.rule.is_on, entry.rule.verified_by) for entry in entries} == {
        (Origin.SHIPPED, True, None)
    }


def test_a_changed_rule_stands_over_the_shipped_one() -> None:
    mine = OwnRule(("XX-1", "", 1), changed(title=titled("Mine")), verified_by="A. Person", verified_on=SIGNED)
    (entry,) = merge([TABLE], [mine])
    assert of((entry,)) == [("Mine", Origin.CHANGED, True)]
    assert (entry.rule.verified_by, entry.rule.verified_on) == ("A. Person", SIGNED)


def test_an_update_of_the_program_never_overwrites_a_changed_rule() -> None:
    mine = OwnRule(("XX-1", "", 1), changed(title=titled("Mine")))
    assert of(merge([changed(title=titled("Updated"))], [mine])) == [("Mine", Origin.CHANGED, True)]


def test_a_rule_only_switched_off_still_follows_the_program() -> None:
    off = OwnRule(("XX-1", "", 1), {}, is_off=True)
    assert of(merge([changed(title=titled("Updated"))], [off])) == [("Updated", Origin.SHIPPED, False)]


def test_a_rule_switched_off_does_not_run() -> None:
    assert running(merge([TABLE], [OwnRule(("XX-1", "", 1), {}, is_off=True)])) == ()


def test_a_rule_of_ones_own_is_added() -> None:
    own = OwnRule(("XX-2", "", 1), changed(id="XX-2"))
    assert of(merge([TABLE], [own])) == [("One", Origin.SHIPPED, True), ("One", Origin.OWN, True)]


def test_a_mark_on_a_rule_that_is_no_longer_shipped_says_nothing() -> None:
    assert merge([], [OwnRule(("XX-1", "", 1), {}, is_off=True)]) == ()


def test_a_later_version_ends_the_one_before_it() -> None:
    second = OwnRule(("XX-1", "", 2), changed(version=2, valid_from="2022-02-01"))
    first, later = running(merge([TABLE], [second]))
    assert (first.valid_to, later.valid_from) == (date(2022, 1, 31), date(2022, 2, 1))


def test_an_end_a_version_already_has_stays_if_it_is_earlier() -> None:
    second = OwnRule(("XX-1", "", 2), changed(version=2, valid_from="2022-02-01"))
    first, _later = running(merge([changed(valid_to="2020-01-01")], [second]))
    assert first.valid_to == date(2020, 1, 1)


def test_a_later_version_without_a_beginning_replaces_those_before_it() -> None:
    (rule,) = running(merge([TABLE, changed(version=2)], []))
    assert rule.version == 2


def test_a_version_that_begins_after_a_later_one_never_runs() -> None:
    late = changed(valid_from="2025-01-01")
    (rule,) = running(merge([late, changed(version=2, valid_from="2022-01-01")], []))
    assert rule.version == 2


def test_a_version_of_ones_own_that_is_off_gives_way_to_the_shipped_one() -> None:
    off = OwnRule(("XX-1", "", 2), changed(version=2), is_off=True)
    (rule,) = running(merge([TABLE], [off]))
    assert rule.version == 1


def test_a_shipped_version_that_is_off_does_not_call_back_the_old_law() -> None:
    off = OwnRule(("XX-1", "", 2), {}, is_off=True)
    assert running(merge([TABLE, changed(version=2)], [off])) == ()


def test_the_version_of_the_day_decides() -> None:
    rules = running(merge([table.body for table in shipped_rules().tables], []))
    for day, months in ((date(2022, 1, 31), 6), (date(2022, 2, 1), 4)):
        rule = version_on(rules, "ECHR-A01", day)
        assert rule is not None
        assert rule.quantity == months


def test_custody_of_twelve_months_for_a_group_is_law_since_27_december_2019() -> None:
    rules = running(merge([table.body for table in shipped_rules().tables], []))
    assert version_on(rules, "KZ-C04", date(2019, 12, 26), "group-or-extremist") is None
    assert version_on(rules, "KZ-C04", date(2019, 12, 27), "group-or-extremist") is not None
    assert version_on(rules, "KZ-C04", date(2019, 12, 26)) is not None


def test_a_hrc_36_38_the_working_group_gave_ninety_days_and_gives_sixty() -> None:
    rules = running(merge([table.body for table in shipped_rules().tables], []))
    then, now = (version_on(rules, "UN-G01", day) for day in (date(2010, 1, 1), date(2026, 1, 1)))
    assert then
    assert now
    assert [then.quantity, now.quantity] == [90, 60]


def test_the_next_version_has_the_next_number() -> None:
    entries = merge([TABLE, changed(version=4)], [])
    assert [next_version(entries, "XX-1", ""), next_version(entries, "XX-1", "urgent")] == [5, 1]
