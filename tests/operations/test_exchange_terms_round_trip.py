"""Whatever own terms, kinds and fields a case has, export, import and export again give the same bytes."""

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop.operations.exchange import export_case, import_case
from tests.builders import new_vault
from tests.case_files import write_case
from tests.case_strategies import TEXT, Content, Draw, cases, some

TERMS = ("cold-cell", "x", "a1-b2")
LABELS = st.dictionaries(st.sampled_from(["en", "ru", "kk"]), TEXT, min_size=1)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": TEXT,
    "bool": st.booleans(),
    "number": st.integers(-5, 5) | st.floats(-1, 1),
    "when": st.sampled_from(["2022-01-05", "202X"]),
    "money": st.just("50000 KZT"),
    "term": st.sampled_from(["beating", *TERMS]),
    "terms": st.lists(st.sampled_from(["beating", *TERMS]), min_size=1, max_size=3, unique=True),
    "safeguard": st.sampled_from(["respected", "unknown"]),
    "document": st.just("d1"),
}


def term(draw: Draw, vocabulary: str, name: str, body: Content) -> Content:
    """A term as an export writes it."""
    told: Content = {"vocabulary": vocabulary, "term": name, "labels": dict(sorted(draw(LABELS).items()))}
    told |= {"description": draw(TEXT)} if draw(st.booleans()) else {}
    told |= {"huridocs": "5.030100000000"} if draw(st.booleans()) else {}
    return told | ({"body": dict(sorted(body.items()))} if body else {})


@st.composite
def cases_with_terms(draw: Draw) -> Content:
    """A case file of which some events are of an own kind, with own fields that hold own terms."""
    content = draw(cases())
    kinds = draw(st.lists(st.sampled_from(list(VALUES)), max_size=4, unique=True))
    fields = {f"field_{number}": kind for number, kind in enumerate(kinds)}
    events = [event for event in content["events"] if draw(st.booleans())]
    used: set[str] = set()
    for event in events:
        told: Content = {name: draw(VALUES[kind]) for name, kind in fields.items() if draw(st.booleans())}
        event["kind"], event["fields"] = "own-kind", dict(sorted((event.get("fields", {}) | told).items()))
        for name in told.keys() & {name for name, kind in fields.items() if kind in {"term", "terms"}}:
            used |= {told[name]} if isinstance(told[name], str) else set(told[name])
        if not event["fields"]:
            del event["fields"]
    if events:
        rows = [term(draw, "methods", name, {}) for name in TERMS if name in used]
        for name, kind in fields.items():
            drawn_on = {"vocabulary": "methods"} if kind in {"term", "terms"} else {}
            rows.append(term(draw, "fields", name, {"type": kind, **drawn_on}))
        more = some(draw, span=st.just(True), fields=st.permutations(list(fields))) if fields else {}
        named = [name for name in fields if name in more.get("fields", ())]
        rows = [row for row in rows if row["vocabulary"] != "fields" or row["term"] in {*named, *_filled(events)}]
        rows.append(term(draw, "event-kinds", "own-kind", {"group": "acts", **more}))
        content["terms"] = draw(st.permutations(rows))
    return content


def _filled(events: list[Content]) -> set[str]:
    """The fields that hold something somewhere."""
    return {name for event in events for name in event.get("fields", {})}


@settings(max_examples=15, phases=[Phase.explicit, Phase.generate])  # to shrink a case takes minutes
@given(cases_with_terms())
def test_export_import_export_is_the_same_to_the_byte_with_own_terms_too(content: Content) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        exports: list[bytes] = []
        source = write_case(folder / "in", content)
        for number in range(2):
            (folder / str(number)).mkdir()
            vault = new_vault(folder / str(number))
            case = import_case(vault, source).result.case_id
            source = export_case(vault, case, folder / f"out{number}").result / "case.json"
            exports.append(source.read_bytes())
            vault.close()
    assert exports[0] == exports[1]
    assert json.loads(exports[0]) == content
