"""The law as data: whole, in three languages, with its doubt; what is broken is told with its place and left out."""

import re
import time

import pytest

from desktop.logic.clocks.rule import Anchor, Bound, Confidence, Direction, Pick, Roll, Side, Unit
from resources.rules import ENUMS, Fault, Rules, RuleTable, read_rules, rules_of, shipped_rules, shipped_terms
from resources.rules.record import faults_in
from resources.rules.shape import LANGUAGES
from resources.vocabularies import vocabulary

SHIPPED = shipped_rules()
KAZAKH_LETTERS = re.compile("[әғқңөұүһі]", re.IGNORECASE)
PAGE = """KZ-D01 KZ-D02 KZ-D03 KZ-D04 KZ-D05 KZ-D06 KZ-D07 KZ-D08 KZ-D09 KZ-D10 KZ-D11 KZ-D12 KZ-D13 KZ-D14 KZ-D15
    KZ-D16 KZ-C01 KZ-C02 KZ-C03 KZ-C04 KZ-C05 KZ-C06 KZ-C07 KZ-C08 KZ-C09 KZ-C10 KZ-C11 KZ-C12 KZ-C13 KZ-C14 KZ-C15
    KZ-C16 KZ-M01 KZ-K01 KZ-K02 KZ-K03 KZ-K04 KZ-K05 KZ-A01 KZ-A02 KZ-A03 KZ-R01 KZ-I01 KZ-I02 KZ-P01 KZ-P02 KZ-T01
    KZ-T02 KZ-A04 KZ-A05 KZ-H01 KZ-L01 KZ-L02 KZ-V01 KZ-V02 KZ-V03 KZ-B01 KZ-N01 KZ-N02 KZ-N03 KZ-N04 UN-G01 UN-G02
    UN-C01 UN-C02 UN-H01 UN-H02 UN-H03 UN-X01 UN-X02"""
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


def called(table: RuleTable) -> str:
    return "/".join(str(part) for part in table.key if part)


def planted(old: str, new: str) -> str:
    assert old in RULE
    return RULE.replace(old, new)


def test_every_shipped_rule_is_sound() -> None:
    assert [str(fault) for fault in SHIPPED.faults] == []


def test_every_rule_of_the_reference_is_there() -> None:
    assert set(PAGE.split()) <= {table.id for table in SHIPPED.tables}


@pytest.mark.parametrize("jurisdiction", ["kz", "int", "ru", "it", "kg", "echr"])
def test_every_regime_has_rules(jurisdiction: str) -> None:
    assert [table for table in SHIPPED.tables if table.body["jurisdiction"] == jurisdiction]


@pytest.mark.parametrize("table", SHIPPED.tables, ids=called)
def test_every_rule_has_three_titles_a_basis_a_source_and_a_confidence(table: RuleTable) -> None:
    assert set(table.body["title"]) == set(LANGUAGES)
    assert table.body["basis"]
    assert table.body["source"]
    assert table.body["confidence"] in ENUMS["confidence"]


def test_no_rule_claims_to_be_verified() -> None:
    assert [called(table) for table in SHIPPED.tables if table.body.get("verified_by")] == []


def test_every_kazakh_rule_carries_the_doubt_of_the_new_constitution() -> None:
    assert {table.body.get("checked_to") for table in SHIPPED.tables if table.body["jurisdiction"] == "kz"} == {
        "2026-07-01"
    }


def test_no_foreign_rule_borrows_that_doubt() -> None:
    assert {table.body.get("checked_to") for table in SHIPPED.tables if table.body["jurisdiction"] != "kz"} == {None}


def test_titles_are_written_in_their_language() -> None:
    cyrillic = re.compile("[а-яё]", re.IGNORECASE)
    for table in SHIPPED.tables:
        title = table.body["title"]
        assert not cyrillic.search(title["en"]), called(table)
        assert cyrillic.search(title["ru"]), called(table)
        assert not KAZAKH_LETTERS.search(title["ru"]), called(table)
        assert title["kk"] != title["ru"], called(table)


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        ("KZ-D05", 2),
        ("KZ-D10", 2),
        ("KZ-D15", 2),
        ("KZ-K03", 3),
        ("KZ-K04", 2),
        ("KZ-C02", 4),
        ("KZ-V01", 3),
        ("KZ-P02", 3),
    ],
)
def test_a_row_with_several_limits_keeps_one_id(rule: str, count: int) -> None:
    assert len([table for table in SHIPPED.tables if table.id == rule]) == count


@pytest.mark.parametrize("rule", ["KZ-D03", "KZ-D13", "KZ-D16", "KZ-C12"])
def test_an_enumeration_is_a_checklist_in_three_languages(rule: str) -> None:
    (table,) = (table for table in SHIPPED.tables if table.id == rule)
    assert table.body["unit"] == "checklist"
    assert all(set(item["label"]) == set(LANGUAGES) for item in table.body["items"])


def test_a_weaker_source_decides_how_sure_a_rule_is() -> None:
    sure = {called(table): table.body["confidence"] for table in SHIPPED.tables}
    assert sure["KZ-D02/1"] == "F"
    assert sure["KZ-D05/place/1"] == "O"
    assert sure["KZ-R01/1"] == "M"
    assert sure["KZ-L02/1"] == "derived"


def test_the_closed_words_of_a_record_are_those_of_the_engine() -> None:
    for name, closed in {
        "unit": Unit,
        "anchor": Anchor,
        "pick": Pick,
        "direction": Direction,
        "bound": Bound,
        "roll": Roll,
        "side": Side,
        "confidence": Confidence,
    }.items():
        assert set(ENUMS[name]) == {member.value for member in closed}, name
    assert set(ENUMS["gravity"]) == set(vocabulary("gravities"))


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
