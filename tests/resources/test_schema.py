"""The JSON Schema of case.json: exactly the keys agreed, each described, each fault told with its place."""

from collections.abc import Iterator
from typing import Any, cast

import jsonschema_rs
import pytest

from db.types import Bearing, LinkKind, Protection, Standing
from resources.schema import case_schema

MINIMAL: dict[str, Any] = {"format": "sandyq-case", "version": 1, "case": {"ref": "A-1", "title": "A case"}}

# A star marks what must be there.
KEYS = {
    "case": "ref* title* summary jurisdiction language stage opened closed tags confidentiality",
    "name": "text* lang kind",
    "person": """id* names* description sex born deceased citizenships languages occupation identity_documents
        addresses phones health protected pseudonym tags""",
    "organisation": "id* names* kind parent",
    "place": "id* names* kind address region coordinates zone parent capacity",
    "party": "person organisation role* from to",
    "event": """id* kind* when until place until_place title text standing certainty fields participants
        order tags""",
    "participant": "id person organisation role* degree certainty identified_how",
    "link": "from* to* kind*",
    "charge": "id person* article part text from to outcome",
    "document": """id* title* file kind dated author addressee language received received_from received_how original
        privileged confidentiality exhibit derived_from derivation pages media_type size sha256 address
        tags""",
    "citation": """id document* page paragraph timecode quote event person organisation place participation charge
        injury issue field value bearing reliability connection""",
    "relation": "id person organisation kind* other_person other_organisation from to certainty text",
    "injury": """id person* event chart region side x y type size colour text observed observed_by istanbul grade
        photos""",
    "issue": "id* title* parent order element basis text person facts",
    "fact": "event document injury participation charge person organisation place indicator bearing remark",
    "consent": "id person* purpose* anonymity given withdrawn form obtained_by text",
    "indicator": """id title* value out_of unit period population definition publisher published document page
        remark""",
    "task": """title* text due assignee status event person organisation place document charge injury issue consent
        indicator relation""",
    "note": "text* event person organisation place document charge injury issue consent indicator relation",
    "ownTerm": "vocabulary* term* labels* description huridocs body",
    "rule": "rule* version* body is_off verified_by verified_on",
    "calendarDay": "calendar* day* is_working* title source",
    "deadline": "rule* version person event anchor status due met channel proof reason",
    "conflict": "kind* first* second* fingerprint* decision* reason",
    "brief": "id template* language* title sections status",
}
TOP = """format* version* case* persons organisations places parties events links charges documents citations briefs
    issues injuries consents deadlines relations indicators tasks notes conflicts terms rules calendar_days visits"""
RESERVED = TOP.split()[-1:]

FAULTS: list[tuple[dict[str, Any], set[str]]] = [
    ({"format": "other"}, {"format"}),
    ({"version": 2}, {"version"}),
    ({"case": {"title": "No reference"}}, {"case"}),
    ({"case": {"ref": " ", "title": "\n"}}, {"case/ref", "case/title"}),
    ({"case": {"ref": "1", "title": "t", "tags": ["a", "a"]}}, {"case/tags"}),
    ({"case": {"ref": "1", "title": "t" * 2001}}, {"case/title"}),
    ({"case": {"ref": "1", "title": "t", "summary": "s" * 1_000_001}}, {"case/summary"}),
    ({"case": {"ref": "1", "title": "t", "opened": 2022}}, {"case/opened"}),
    ({"case": {"ref": "1", "title": "t", "opened": {"edtf": "2022"}}}, {"case/opened"}),
    ({"case": {"ref": "1", "title": "t", "opened": {"edtf": "2022", "zone": "over there"}}}, {"case/opened/zone"}),
    ({"surprise": 1}, {""}),
    ({"persons": {}}, {"persons"}),
    ({"persons": [{"id": "p 1", "names": [], "description": "?"}]}, {"persons/0/id"}),
    ({"persons": [{"id": "p\u0000", "names": [], "description": "?"}]}, {"persons/0/id"}),
    ({"persons": [{"id": "p" * 121, "names": [], "description": "?"}]}, {"persons/0/id"}),
    ({"persons": [{"id": "", "names": [{"text": ""}]}]}, {"persons/0/id", "persons/0/names/0/text"}),
    ({"persons": [{"id": "p", "names": [{"text": "N"}], "protected": "maybe"}]}, {"persons/0/protected"}),
    ({"persons": [{"id": "p", "names": [{"text": "N"}], "languages": ["русский"]}]}, {"persons/0/languages/0"}),
    ({"places": [{"id": "l", "names": [{"text": "N"}], "coordinates": [91, 0]}]}, {"places/0/coordinates/0"}),
    ({"places": [{"id": "l", "names": [{"text": "N"}], "coordinates": [1]}]}, {"places/0/coordinates"}),
    ({"places": [{"id": "l", "names": [{"text": "N"}], "coordinates": [1, 2, 3]}]}, {"places/0/coordinates/2"}),
    ({"persons": [{"id": "p", "names": []}]}, {"persons/0"}),
    ({"organisations": [{"id": "o", "names": []}]}, {"organisations/0/names"}),
    ({"places": [{"id": "l", "names": []}]}, {"places/0/names"}),
    ({"parties": [{"role": "client"}]}, {"parties/0"}),
    ({"parties": [{"role": "client", "person": "p", "organisation": "o"}]}, {"parties/0/person"}),
    ({"events": [{"id": "e"}]}, {"events/0"}),
    ({"events": [{"id": "e", "kind": "custody", "standing": "proven"}]}, {"events/0/standing"}),
    ({"events": [{"id": "e", "kind": "custody", "fields": {"x": {}}}]}, {"events/0/fields/x"}),
    ({"events": [{"id": "e", "kind": "custody", "participants": [{"role": "r"}]}]}, {"events/0/participants/0"}),
    ({"links": [{"from": "a", "to": "b", "kind": "causes"}]}, {"links/0/kind"}),
    ({"documents": [{"id": "d", "title": "t", "sha256": "A" * 64}]}, {"documents/0/sha256"}),
    ({"documents": [{"id": "d", "title": "t", "size": -1}]}, {"documents/0/size"}),
    ({"documents": [{"id": "d", "title": "t", "derivation": "scan"}]}, {"documents/0"}),
    ({"citations": [{"document": "d"}]}, {"citations/0"}),
    ({"citations": [{"document": "d", "event": "e", "charge": "c"}]}, {"citations/0/charge"}),
    ({"citations": [{"document": "d", "event": "e", "page": "1", "timecode": "2"}]}, {"citations/0/timecode"}),
    ({"relations": [{"kind": "spouse", "person": "p"}]}, {"relations/0"}),
    (
        {"relations": [{"kind": "head", "person": "p", "other_person": "p", "other_organisation": "o"}]},
        {"relations/0/other_person"},
    ),
    ({"injuries": [{"person": "p", "x": 0.5}]}, {"injuries/0"}),
    ({"injuries": [{"person": "p", "chart": "front", "x": 0.5, "y": 1.5}]}, {"injuries/0/y"}),
    ({"issues": [{"id": "s", "title": "t", "facts": [{"bearing": "supports"}]}]}, {"issues/0/facts/0"}),
    ({"indicators": [{"title": "t", "value": "many"}]}, {"indicators/0/value"}),
    ({"tasks": [{"title": "t", "event": "e", "person": "p"}]}, {"tasks/0/person"}),
    ({"notes": [{"text": " "}]}, {"notes/0/text"}),
    ({"citations": [{"document": "d", "event": "e", "value": "2022"}]}, {"citations/0"}),
    ({"terms": [{"vocabulary": "methods", "term": "x", "labels": {"de": "x"}}]}, {"terms/0/labels"}),
    ({"calendar_days": [{"calendar": "kz", "day": "10.07.2026", "is_working": False}]}, {"calendar_days/0/day"}),
    (
        {"briefs": [{"template": "statement", "language": "en", "title": "t", "sections": {"a": 1}}]},
        {"briefs/0/sections/a"},
    ),
]


def faults(**parts: object) -> set[str]:
    """The places at which a minimal case with these parts is at fault: ``{"parties/0/person"}``."""
    validator = jsonschema_rs.validator_for(case_schema())
    return {"/".join(map(str, fault.instance_path)) for fault in validator.iter_errors({**MINIMAL, **parts})}


def objects(schema: object) -> Iterator[dict[str, Any]]:
    """Every part of the schema that describes an object's properties."""
    if isinstance(schema, list):
        for part in cast("list[object]", schema):
            yield from objects(part)
    elif isinstance(schema, dict):
        table = cast("dict[str, Any]", schema)
        if table.get("type") == "object":
            yield table
        for part in table.values():
            yield from objects(part)


def test_it_is_a_schema_of_its_draft() -> None:
    jsonschema_rs.meta.validate(case_schema())
    assert case_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("part", [None, *KEYS])
def test_it_knows_the_agreed_keys_and_no_other(part: str | None) -> None:
    schema = case_schema()["$defs"][part] if part else case_schema()
    agreed = (KEYS[part] if part else TOP).split()
    assert set(schema["properties"]) == {key.rstrip("*") for key in agreed}
    assert set(schema.get("required", [])) == {key.rstrip("*") for key in agreed if key.endswith("*")}


def test_no_object_takes_a_key_it_does_not_know() -> None:
    assert all("additionalProperties" in part for part in objects(case_schema()))


def test_every_property_says_what_it_means() -> None:
    definitions = case_schema()["$defs"]
    for part in objects(case_schema()):
        for key, value in part.get("properties", {}).items():
            if "description" not in value:
                assert definitions[value["$ref"].rsplit("/", 1)[1]]["description"], key


@pytest.mark.parametrize(
    ("part", "key", "closed"),
    [
        ("event", "standing", Standing),
        ("citation", "bearing", Bearing),
        ("person", "protected", Protection),
        ("link", "kind", LinkKind),
    ],
)
def test_closed_vocabularies_are_those_of_the_record(part: str, key: str, closed: type[Standing]) -> None:
    assert case_schema()["$defs"][part]["properties"][key]["enum"] == [member.value for member in closed]


def test_a_minimal_case_is_enough() -> None:
    assert not faults()


@pytest.mark.parametrize("part", RESERVED)
def test_what_a_later_version_will_hold_is_empty_now(part: str) -> None:
    nothing: list[object] = []
    something: list[object] = ["anything"]
    assert not faults(**{part: nothing})
    assert faults(**{part: something}) == {part}


@pytest.mark.parametrize(("parts", "places"), FAULTS)
def test_a_fault_is_told_with_its_place(parts: dict[str, object], places: set[str]) -> None:
    assert faults(**parts) == places


@pytest.mark.parametrize("path", ["documents/letter.pdf", "documents/письмо 1.pdf", "a/..b", "note.txt"])
def test_a_file_lies_beside_the_case(path: str) -> None:
    assert not faults(documents=[{"id": "d", "title": "t", "file": path}])


@pytest.mark.parametrize(
    "path", ["", "/etc/passwd", "../a", "a/../../b", ".", "a/.", "a/", "a//b", "a\\b", "C:/a", "a\nb", "a\u0000"]
)
def test_a_file_lies_nowhere_else(path: str) -> None:
    assert faults(documents=[{"id": "d", "title": "t", "file": path}]) == {"documents/0/file"}


def test_a_time_is_edtf_alone_or_with_its_zone() -> None:
    events = [
        {"id": "e1", "kind": "other", "when": "2022-01-05T20:00", "until": "../2022-01-12"},
        {"id": "e2", "kind": "other", "when": {"edtf": "2022-01", "zone": "Asia/Almaty"}},
    ]
    assert not faults(events=events)
