"""The law as data: whole, in three languages, with its doubt; what is broken is told with its place and left out."""

import re

import pytest

from desktop.logic.clocks.rule import Anchor, Bound, Confidence, Direction, Pick, Roll, Side, Unit
from resources.rules import ENUMS, RuleTable, shipped_rules
from resources.rules.shape import LANGUAGES
from resources.vocabularies import vocabulary

SHIPPED = shipped_rules()
KAZAKH_LETTERS = re.compile("[әғқңөұүһі]", re.IGNORECASE)
PAGE = """KZ-D01 KZ-D02 KZ-D03 KZ-D04 KZ-D05 KZ-D06 KZ-D07 KZ-D08 KZ-D09 KZ-D10 KZ-D11 KZ-D12 KZ-D13 KZ-D14 KZ-D15
    KZ-D16 KZ-C01 KZ-C02 KZ-C03 KZ-C04 KZ-C05 KZ-C06 KZ-C07 KZ-C08 KZ-C09 KZ-C10 KZ-C11 KZ-C12 KZ-C13 KZ-C14 KZ-C15
    KZ-C16 KZ-M01 KZ-K01 KZ-K02 KZ-K03 KZ-K04 KZ-K05 KZ-A01 KZ-A02 KZ-A03 KZ-R01 KZ-I01 KZ-I02 KZ-P01 KZ-P02 KZ-T01
    KZ-T02 KZ-A04 KZ-A05 KZ-H01 KZ-L01 KZ-L02 KZ-V01 KZ-V02 KZ-V03 KZ-B01 KZ-N01 KZ-N02 KZ-N03 KZ-N04 UN-G01 UN-G02
    UN-C01 UN-C02 UN-H01 UN-H02 UN-H03 UN-X01 UN-X02"""


def called(table: RuleTable) -> str:
    return "/".join(str(part) for part in table.key if part)


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
        ("KZ-K04", 3),
        ("KZ-C02", 4),
        ("KZ-V01", 4),
        ("KZ-P02", 3),
    ],
)
def test_a_row_with_several_limits_keeps_one_id(rule: str, count: int) -> None:
    assert len([table for table in SHIPPED.tables if table.id == rule]) == count


@pytest.mark.parametrize("rule", ["KZ-D03", "KZ-C11", "KZ-D16", "KZ-C12"])
def test_an_enumeration_is_a_checklist_in_three_languages(rule: str) -> None:
    (table,) = (table for table in SHIPPED.tables if table.id == rule and table.body["unit"] == "checklist")
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
