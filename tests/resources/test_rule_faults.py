"""What is broken in a rule is told with its file and key and left out; the rest keeps working."""

import time

import pytest

from resources.rules import Fault, Rules, faults_in, read_rules, rules_of, shipped_terms

RULE = """
[[rule]]
id = "XX-1"
jurisdiction = "xx"
title = { en = "One", ru = "Один", kk = "Бір" }
unit = "hour"
quantity = 3
side = "theirs"
basis = [{ act = "Act", article = "1" }]
source = "a page"
confidence = "M"
"""


def planted(old: str, new: str) -> str:
    assert old in RULE
    return RULE.replace(old, new)


def test_a_minimal_rule_is_sound() -> None:
    assert read_rules("mine.toml", RULE).faults == ()


@pytest.mark.parametrize(
    ("old", "new", "key", "what"),
    [
        ('unit = "hour"', 'unit = "hours"', "unit", "unknown-term"),
        ('unit = "hour"', "", "unit", "missing"),
        ("quantity = 3", 'quantity = "3"', "quantity", "type"),
        ("quantity = 3", "quantity = -3", "quantity", "form"),
        ("quantity = 3", "quantity = true", "quantity", "type"),
        ("quantity = 3", "quantitty = 3", "quantitty", "unknown-key"),
        ("quantity = 3", "", "quantity", "missing"),
        (', kk = "Бір"', "", "title.kk", "missing"),
        ('kk = "Бір"', 'kk = " "', "title.kk", "empty"),
        ('kk = "Бір"', 'kk = "Бір", de = "Eins"', "title.de", "unknown-key"),
        ('title = { en = "One", ru = "Один", kk = "Бір" }', 'title = "One"', "title", "type"),
        ('id = "XX-1"', 'id = "xx 1"', "id", "form"),
        ('id = "XX-1"', "id = 1", "id", "type"),
        ('basis = [{ act = "Act", article = "1" }]', "basis = []", "basis", "empty"),
        ('article = "1"', 'articel = "1"', "basis[0].articel", "unknown-key"),
        ('source = "a page"', 'source = ""', "source", "empty"),
        ('confidence = "M"', 'confidence = "sure"', "confidence", "unknown-term"),
        ('side = "theirs"', 'side = "theirs"\nvalid_from = "2019-13-01"', "valid_from", "form"),
        ('side = "theirs"', 'side = "theirs"\nvalid_from = 2019-12-27', "valid_from", "type"),
        (
            'side = "theirs"',
            'side = "theirs"\nvalid_from = "2022-01-02"\nvalid_to = "2022-01-01"',
            "valid_to",
            "order",
        ),
        ('side = "theirs"', 'side = "theirs"\nverified_by = "A. Person"', "verified_on", "missing"),
        ('side = "theirs"', 'side = "theirs"\nexclude_first = 1', "exclude_first", "type"),
        ('side = "theirs"', 'side = "theirs"\nroll = "next_working_day"', "calendar", "missing"),
        (
            'side = "theirs"',
            'side = "theirs"\ntriggers = [{ kinds = ["arrest"] }]',
            "triggers[0].kinds[0]",
            "unknown-term",
        ),
        ('side = "theirs"', 'side = "theirs"\ntriggers = [{ kinds = [] }]', "triggers[0].kinds", "empty"),
        ('side = "theirs"', 'side = "theirs"\ntriggers = { kinds = [] }', "triggers", "type"),
        ('side = "theirs"', 'side = "theirs"\ntriggers = ["detention"]', "triggers[0]", "type"),
        (
            'side = "theirs"',
            'side = "theirs"\nact.kinds = ["release", "release"]',
            "act.kinds[1]",
            "duplicate",
        ),
        ('side = "theirs"', 'side = "theirs"\nact.never = { colour = ["red"] }', "act.never.colour", "unknown-term"),
        ('side = "theirs"', 'side = "theirs"\nact.never = ["ignored"]', "act.never", "type"),
        ('side = "theirs"', 'side = "theirs"\nact.never.status = [1.5]', "act.never.status[0]", "type"),
        ('side = "theirs"', 'side = "theirs"\napplies_if.minor = "yes"', "applies_if.minor", "type"),
        ('side = "theirs"', 'side = "theirs"\nbefore = ["XX-2"]', "direction", "missing"),
        ('side = "theirs"', 'side = "theirs"\ndirection = "backward"\nbefore = ["XX-1"]', "before", "cycle"),
        ('side = "theirs"', 'side = "theirs"\non_expiry.next = ["XX-1"]', "on_expiry.next", "cycle"),
        ("quantity = 3", 'unit = "checklist"', "line 7", "syntax"),
    ],
)
def test_a_typo_is_told_with_file_and_key_and_the_rest_works(old: str, new: str, key: str, what: str) -> None:
    broken = planted(old, new)
    found = rules_of([("bad.toml", broken), ("good.toml", RULE.replace("XX-1", "XX-9"))])
    assert (what, key) in [(fault.what, fault.key.removeprefix("rule[0].")) for fault in found.faults]
    assert {fault.file for fault in found.faults} == {"bad.toml"}
    assert [table.id for table in found.tables] == ["XX-9"]


@pytest.mark.parametrize(
    ("change", "key", "what"),
    [
        ({"unit": "checklist"}, "quantity", "unknown-key"),
        ({"unit": "checklist", "quantity": None}, "items", "missing"),
        ({"unit": "immediate"}, "quantity", "unknown-key"),
    ],
)
def test_what_is_no_term_has_no_quantity(change: dict[str, object], key: str, what: str) -> None:
    rule = dict(read_rules("mine.toml", RULE).tables[0].body) | change
    assert (key, what) in faults_in({name: value for name, value in rule.items() if value is not None})


def test_two_items_of_a_checklist_cannot_have_one_id() -> None:
    rule = dict(read_rules("mine.toml", RULE).tables[0].body)
    item = {"id": "one", "label": {"en": "One", "ru": "Один", "kk": "Бір"}}
    del rule["quantity"]
    assert faults_in(rule | {"unit": "checklist", "items": [item, item | {"field": "grounds"}]}) == [
        ("items[1].id", "duplicate")
    ]


def test_a_fault_names_the_rule_and_its_place_in_the_file() -> None:
    (fault,) = read_rules("kz.toml", RULE + planted("quantity = 3", "")).faults
    assert fault == Fault("kz.toml", "XX-1", "rule[1].quantity", "missing")
    assert str(fault) == "kz.toml: XX-1: rule[1].quantity: missing"


@pytest.mark.parametrize(
    ("content", "key", "what"),
    [
        ("", "rule", "missing"),
        ("rule = 1", "rule", "type"),
        ("rule = [1]", "rule[0]", "type"),
        ("all = 1", "all", "type"),
        ("[all", "end", "syntax"),
        ("rules = []", "rules", "unknown-key"),
    ],
)
def test_a_file_that_is_no_rule_file_is_told(content: str, key: str, what: str) -> None:
    found = read_rules("mine.toml", content)
    assert found.tables == ()
    assert Fault("mine.toml", "", key, what) in found.faults


def test_what_all_rules_of_a_file_share_stands_once() -> None:
    shared = '[all]\njurisdiction = "yy"\n' + planted('jurisdiction = "xx"\n', "")
    assert read_rules("mine.toml", shared).tables[0].body["jurisdiction"] == "yy"


def test_the_same_version_twice_counts_once_and_is_told() -> None:
    found = rules_of([("one.toml", RULE), ("two.toml", RULE)])
    assert [table.file for table in found.tables] == ["one.toml"]
    assert found.faults == (Fault("two.toml", "XX-1", "id", "duplicate"),)


def backward(rule: str, before: str) -> str:
    return planted('side = "theirs"', f'side = "theirs"\ndirection = "backward"\nbefore = ["{before}"]').replace(
        "XX-1", rule, 1
    )


def test_rules_counted_back_from_one_another_are_left_out_and_told() -> None:
    ring = backward("XX-1", "XX-2") + backward("XX-2", "XX-3") + backward("XX-3", "XX-1")
    found = rules_of([("ring.toml", ring + backward("XX-4", "XX-1") + RULE.replace("XX-1", "XX-5"))])
    assert {(fault.rule, fault.what) for fault in found.faults} == {
        ("XX-1", "cycle"),
        ("XX-2", "cycle"),
        ("XX-3", "cycle"),
    }
    assert [table.id for table in found.tables] == ["XX-4", "XX-5"]


def test_a_rule_that_names_no_rule_works_and_is_told() -> None:
    found = rules_of([("mine.toml", backward("XX-1", "XX-404"))])
    assert found.faults == (Fault("mine.toml", "XX-1", "before", "unknown-term"),)
    assert len(found.tables) == 1


def test_ten_thousand_rules_load() -> None:
    started = time.perf_counter()
    found: Rules = rules_of([("many.toml", "".join(RULE.replace("XX-1", f"XX-{number}") for number in range(10_000)))])
    assert (len(found.tables), found.faults) == (10_000, ())
    assert time.perf_counter() - started < 20  # seconds, on a busy machine


def test_a_vault_may_have_kinds_of_its_own() -> None:
    rule = dict(read_rules("mine.toml", RULE).tables[0].body) | {"triggers": [{"kinds": ["strike"]}]}
    known = dict(shipped_terms()) | {"event-kinds": {"strike"}}
    assert faults_in(rule) == [("triggers[0].kinds[0]", "unknown-term")]
    assert faults_in(rule, known) == []
