"""Every fault the schema can find is told in a sentence of ours."""

from collections.abc import Iterator
from typing import Any, cast

import pytest

from desktop.documents.exchange.faults import Faults, place_of, quoted
from desktop.documents.exchange.proof_table import ISSUE_FACT
from desktop.documents.exchange.shape import shaped
from desktop.documents.exchange.table import CASE, ENTITIES, LISTS, PARTICIPATION, Entity
from desktop.errors import InputFaults
from resources.schema import case_schema
from tests.case_files import a_case

GENERAL = "It is not of the form that is kept."


def told(content: dict[str, Any]) -> dict[str, str]:
    """What is said at each place of a case file."""
    faults = Faults()
    shaped(content, faults)
    with pytest.raises(InputFaults) as refusal:
        faults.refuse()
    return {fault.place: fault.what for fault in refusal.value.faults}


def described_keys(part: str) -> set[str]:
    """The keys the schema knows for a part."""
    return set(case_schema()["$defs"][part]["properties"])


def parts() -> Iterator[tuple[str, Entity]]:
    """Every part of the table with its name in the schema."""
    lists = case_schema()["properties"]
    yield "case", CASE
    yield "participant", PARTICIPATION
    yield "fact", ISSUE_FACT
    for entity in ENTITIES:
        yield cast("str", lists[entity.key]["items"]["$ref"]).rpartition("/")[2], entity


@pytest.mark.parametrize(("part", "entity"), list(parts()), ids=[name for name, _ in parts()])
def test_the_table_has_exactly_the_keys_of_the_schema(part: str, entity: Entity) -> None:
    assert set(entity.codecs) == described_keys(part) - {"id", "participants", "facts"}


def test_every_list_of_the_table_is_shown_in_the_file() -> None:
    assert {entity.key for entity in ENTITIES} <= set(LISTS) <= set(case_schema()["properties"])


def test_each_kind_of_fault_has_a_sentence_of_its_own() -> None:
    said = told(
        a_case(
            case={"ref": "x" * 500, "title": "\n", "opened": 5, "language": "русский", "tags": ["a", "a"]},
            places=[{"id": "l 1", "names": [], "zone": "over there", "coordinates": [91, -181], "capacity": "x"}],
            documents=[{"id": "d1", "title": "t", "derivation": "scan", "sha256": "x", "file": "../x", "pages": -1}],
            citations=[{"document": "d1"}],
            links=[{"from": "e1", "to": "e2", "kind": "near"}],
            events=[{"id": "e1", "kind": "other", "fields": {"A": {}}}, {"id": "e2", "participants": {}}],
            visits=[{}],
        )
    )
    assert {place: what for place, what in said.items() if what == GENERAL} == {}
    assert said["case.language"] == "It must be a language code such as ru, kk or kk-Latn."
    assert said["case.opened"] == "It must be a time: EDTF text, or an object with edtf and zone."
    assert said["places[0].coordinates[0]"] == "It must be 90 or less."
    assert said["events[1].kind"] == "This is missing."
    assert said["links[0].kind"].startswith("It must be one of: answers, ")


def test_a_place_is_one_line_whatever_the_file_calls_its_keys() -> None:
    assert place_of(("events", 3, "fields", "a\n\u202eb")) == 'events[3].fields["a\\n\\u202eb"]'
    assert quoted("a\nb\u202e" + "x" * 100) == "a�b�" + "x" * 56 + "…"
