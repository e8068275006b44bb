"""The sample cases: valid, whole, every fact cited, nothing but what their reports say."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import jsonschema_rs
import pytest

from resources import resource
from resources.schema import case_schema
from resources.vocabularies import event_kinds, fields, fits, vocabulary

FOLDER = Path(str(resource("samples")))
SAMPLES = sorted(path.parent.name for path in FOLDER.glob("*/case.json"))
TARGETS = ("event", "person", "organisation", "place", "participation", "charge")

# Which vocabulary a key draws on, by the list it stands in.
DRAWN_ON = {
    ("persons", "sex"): "sexes",
    ("persons", "protected"): "protections",
    ("organisations", "kind"): "organisation-kinds",
    ("places", "kind"): "place-kinds",
    ("parties", "role"): "roles",
    ("events", "kind"): "event-kinds",
    ("events", "standing"): "standings",
    ("events", "certainty"): "certainties",
    ("participants", "role"): "roles",
    ("participants", "degree"): "involvements",
    ("participants", "certainty"): "certainties",
    ("names", "kind"): "name-kinds",
    ("names", "lang"): "languages",
    ("links", "kind"): "link-kinds",
    ("charges", "outcome"): "charge-outcomes",
    ("documents", "kind"): "document-kinds",
    ("documents", "language"): "languages",
    ("documents", "confidentiality"): "confidentialities",
    ("citations", "bearing"): "bearings",
    ("citations", "reliability"): "reliabilities",
    ("citations", "connection"): "connections",
    ("briefs", "status"): "document-statuses",
    ("briefs", "language"): "languages",
}


@pytest.fixture(params=SAMPLES, name="sample")
def each_sample(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(sample: str) -> dict[str, Any]:
    return json.loads((FOLDER / sample / "case.json").read_text(encoding="utf-8"))


def terms(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every term of a case with the vocabulary it must come from."""
    if isinstance(value, list):
        for item in cast("list[object]", value):
            yield from terms(item, key)
    elif isinstance(value, dict):
        for name, item in cast("dict[str, object]", value).items():
            if (key, name) in DRAWN_ON:
                yield DRAWN_ON[key, name], str(item)
            yield from terms(item, name)


def ids(case: dict[str, Any], *lists: str) -> set[str]:
    return {record["id"] for name in lists for record in case[name] if "id" in record}


def test_there_are_two_samples() -> None:
    assert SAMPLES == ["almaty-airport", "zhanaozen"]


def test_a_sample_follows_the_schema(sample: str) -> None:
    faults = jsonschema_rs.validator_for(case_schema()).iter_errors(read(sample))
    assert [(fault.instance_path, fault.message) for fault in faults] == []


def test_a_sample_uses_known_terms_only(sample: str) -> None:
    assert [(name, term) for name, term in terms(read(sample)) if term not in vocabulary(name)] == []


def test_an_event_has_the_fields_of_its_kind_with_values_that_fit(sample: str) -> None:
    for event in read(sample)["events"]:
        for name, value in event.get("fields", {}).items():
            assert name in event_kinds()[event["kind"]].fields, event["id"]
            assert fits(fields()[name], value), (event["id"], name)


def test_no_id_stands_for_two_records(sample: str) -> None:
    case = read(sample)
    lists = [cast("list[dict[str, Any]]", records) for records in case.values() if isinstance(records, list)]
    every = [record["id"] for records in lists for record in records if "id" in record]
    assert len(every) == len(set(every))


def test_no_id_leads_nowhere(sample: str) -> None:
    case = read(sample)
    who = {"person": ids(case, "persons"), "organisation": ids(case, "organisations")}
    targets = {target: ids(case, f"{target}s") for target in TARGETS if target != "participation"}
    for record in [*case["parties"], *(one for event in case["events"] for one in event.get("participants", []))]:
        assert all(record[key] in who[key] for key in who if key in record), record
    for record in [*case["places"], *case["organisations"]]:
        assert record.get("parent", record["id"]) in ids(case, "places", "organisations"), record
    for event in case["events"]:
        assert {event[key] for key in ("place", "until_place") if key in event} <= targets["place"], event["id"]
    for link in case["links"]:
        assert {link["from"], link["to"]} <= targets["event"], link
    for charge in case["charges"]:
        assert charge["person"] in who["person"], charge["id"]
    for citation in case["citations"]:
        assert citation["document"] in ids(case, "documents"), citation
        assert all(citation[target] in targets[target] for target in targets if target in citation), citation


def test_every_event_and_every_charge_is_cited(sample: str) -> None:
    case = read(sample)
    passages = [citation for citation in case["citations"] if citation.get("quote")]
    assert {citation["event"] for citation in passages if "event" in citation} == ids(case, "events")
    assert {citation["charge"] for citation in passages if "charge" in citation} == ids(case, "charges")


def test_every_quotation_is_short_and_has_its_place(sample: str) -> None:
    for citation in read(sample)["citations"]:
        assert len(citation.get("quote", "").split()) < 25, citation
        assert "quote" not in citation or "page" in citation or "paragraph" in citation, citation


def test_every_document_bears_on_something(sample: str) -> None:
    case = read(sample)
    assert {citation["document"] for citation in case["citations"]} == ids(case, "documents")


def test_the_files_of_a_sample_are_those_it_names(sample: str) -> None:
    named = {document["file"]: document for document in read(sample)["documents"] if "file" in document}
    lying = {path.relative_to(FOLDER / sample).as_posix() for path in (FOLDER / sample).rglob("*") if path.is_file()}
    assert lying == {"case.json", *named}
    for path, document in named.items():
        content = (FOLDER / sample / path).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (document["size"], document["sha256"])


def test_no_article_of_law_is_invented(sample: str) -> None:
    assert not any("article" in charge for charge in read(sample)["charges"])


def test_the_airport_sentences_are_kept_as_told_with_their_contradiction() -> None:
    case = read("almaty-airport")
    events = {event["id"]: event for event in case["events"]}
    told = {name: event["fields"]["sentence_months"] for name, event in events.items() if "e-sentence" in name}
    assert told == {
        "e-sentence-tleuzhan": 48,
        "e-sentence-nurpeisov": 96,
        "e-sentence-karmenov": 96,
        "e-sentence-shilibaev": 96,
        "e-sentence-dalibaev": 96,
    }
    assert events["e-range"]["standing"] == "unsure"
    doubts = [one for one in case["citations"] if one.get("event") == "e-range" and one["bearing"] == "contradicts"]
    assert [doubt["quote"] for doubt in doubts] == ["Aigerim Tleuzhan received a four-year prison sentence."]


def test_the_times_of_zhanaozen_are_those_of_its_own_zone() -> None:
    zones = {place["id"]: place["zone"] for place in read("zhanaozen")["places"]}
    assert (zones["l-zhanaozen"], zones["l-prison"]) == ("Asia/Aqtau", "Asia/Qostanay")
