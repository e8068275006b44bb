"""Whatever a case holds, export, import and export again give the same bytes, and nothing is lost on the way."""

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop.operations.exchange import export_case, import_case
from tests.builders import new_vault
from tests.case_files import write_case

Draw = st.DrawFn
Content = dict[str, Any]

ZONES = ["Asia/Almaty", "Europe/Rome", "Asia/Kathmandu", "America/St_Johns"]
EDTF = [
    "2022-01-05T20:00", "2022-01-05", "2022-01", "2022", "2022-01-05~", "2022?", "../2022-01-12", "2022-01-05/..",
    "2022-01-05/2022-01-09", "[2022-01-05..2022-01-09]", "2022-XX", "202X", "2022-21", "2022-01-05T20:00:30+06:00",
]  # fmt: skip
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# What a case file may hold as text: anything but control characters, marks of direction and half characters.
TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=TURNING) | st.sampled_from("\n\t\r"),
    min_size=1, max_size=30,
).filter(lambda text: bool(text.strip()))  # fmt: skip


def some(draw: Draw, **keys: st.SearchStrategy[Any]) -> Content:
    """Most of these keys, each with a value of its own."""
    return {key: draw(values) for key, values in keys.items() if draw(st.integers(0, 3)) < 3}


def whens(implied: str | None) -> st.SearchStrategy[Any]:
    """Times as an export writes them: with a zone where it is another than the one implied."""
    zones = st.sampled_from([zone for zone in ZONES if zone != implied])
    told: st.SearchStrategy[Any] = st.fixed_dictionaries({"edtf": st.sampled_from(EDTF), "zone": zones})
    return told if implied is None else st.sampled_from(EDTF) | told


def names(least: int) -> st.SearchStrategy[list[Content]]:
    """Spellings of a name."""
    one = {"text": TEXT, "kind": st.sampled_from(["official", "alias", "birth"])}
    return st.lists(
        st.fixed_dictionaries(one, optional={"lang": st.sampled_from(["ru", "kk-Latn"])}), min_size=least, max_size=2
    )


def persons(draw: Draw, zone: str | None) -> list[Content]:
    found: list[Content] = []
    for number in range(draw(st.sampled_from([3, 2, 1, 0]))):
        named = {"id": f"p{number + 1}", "names": draw(names(0)), "description": draw(TEXT)}
        more = some(
            draw, born=whens(zone), sex=st.just("female"), citizenships=st.just(["KZ"]), health=TEXT,
            protected=st.sampled_from(["initials", "withheld"]), addresses=st.lists(TEXT, min_size=1, max_size=2),
        )  # fmt: skip
        found.append(named | more)
    return found


def places(draw: Draw) -> list[Content]:
    found: list[Content] = []
    count = draw(st.sampled_from([4, 3, 2, 1, 0]))
    for number in range(1, count + 1):
        place = {"id": f"l{number}", "names": draw(names(1)), **some(draw, zone=st.sampled_from(ZONES), address=TEXT)}
        if number > 1 and draw(st.booleans()):
            place["parent"] = f"l{draw(st.integers(1, number - 1))}"
        if draw(st.booleans()):
            place["coordinates"] = draw(st.tuples(st.floats(-90, 90), st.floats(-180, 180)).map(list))
        found.append(place)
    if count > 1 and "parent" not in found[0] and all(place.get("parent") is None for place in found):
        found[0]["parent"] = f"l{count}"  # a parent may stand behind its children
    return found


def zone_at(places: list[Content], name: str | None, otherwise: str | None) -> str | None:
    """The zone of a place or of the nearest one around it."""
    by_id = {place["id"]: place for place in places}
    while name is not None:
        if "zone" in by_id[name]:
            return by_id[name]["zone"]
        name = by_id[name].get("parent")
    return otherwise


def events(draw: Draw, content: Content, zone: str | None) -> list[Content]:
    found: list[Content] = []
    spots = [place["id"] for place in content["places"]]
    people = [person["id"] for person in content["persons"]]
    for number in range(draw(st.sampled_from([3, 2, 1, 0]))):
        event: Content = {"id": f"e{number + 1}", "kind": draw(st.sampled_from(["detention", "transfer", "other"]))}
        event |= some(draw, place=st.sampled_from(spots)) if spots else {}
        here = zone_at(content["places"], event.get("place"), zone)
        event |= some(
            draw, when=whens(here), title=TEXT, text=TEXT, standing=st.just("unsure"), certainty=st.just("rumour"),
            fields=st.fixed_dictionaries({"warrant_shown": st.booleans(), "grounds": TEXT}),
        )  # fmt: skip
        if people and draw(st.booleans()):
            part = st.fixed_dictionaries({"person": st.sampled_from(people), "role": st.just("witness")})
            event["participants"] = draw(st.lists(part, min_size=1, max_size=3))
        found.append(event)
    return found


def citations(draw: Draw, content: Content) -> list[Content]:
    targets = [("event", event["id"]) for event in content["events"]]
    targets += [("person", person["id"]) for person in content["persons"]]
    parts = [part for event in content["events"] for part in event.get("participants", [])]
    cited = draw(st.lists(st.sampled_from(parts), max_size=2, unique_by=id)) if parts else []
    chosen = draw(st.lists(st.sampled_from(targets), max_size=3)) if targets else []
    for number, part in enumerate([part for part in parts if any(part is one for one in cited)], start=1):
        part["id"] = f"r{number}"
        chosen.append(("participation", f"r{number}"))
    return [
        {
            "id": f"q{number}",
            "document": "d1",
            kind: name,
            "bearing": "mentions",
            **some(draw, quote=TEXT, page=st.just("7")),
        }
        for number, (kind, name) in enumerate(chosen, start=1)
    ]


@st.composite
def cases(draw: Draw) -> Content:
    """A case file as an export writes it."""
    jurisdiction = draw(st.sampled_from(["kz", "it", "atlantis"]))
    zone = {"kz": "Asia/Almaty", "it": "Europe/Rome"}.get(jurisdiction)
    content: Content = {
        "format": "sandyq-case", "version": 1,
        "case": {"ref": "R-1", "title": draw(TEXT), "jurisdiction": jurisdiction, **some(draw, opened=whens(zone))},
        "persons": persons(draw, zone), "organisations": [], "places": places(draw),
    }  # fmt: skip
    content["parties"] = [
        {"person": one["id"], "role": "client", **some(draw, to=whens(zone))} for one in content["persons"]
    ]
    content["events"] = events(draw, content, zone)
    content["links"] = []
    content["charges"] = [
        {"id": f"c{n}", "person": one["id"], "article": draw(TEXT)} for n, one in enumerate(content["persons"], start=1)
    ]
    content["documents"] = [{"id": "d1", "title": draw(TEXT), **some(draw, dated=whens(zone), original=st.booleans())}]
    content["citations"] = citations(draw, content)
    content |= {name: [] for name in ("issues", "injuries", "consents", "visits", "deadlines")}
    sections = st.dictionaries(st.sampled_from(["facts", "request"]), TEXT, min_size=1)
    content["briefs"] = [{"template": "statement", "language": "kk", **some(draw, title=TEXT, sections=sections)}]
    return content


@settings(max_examples=15, phases=[Phase.explicit, Phase.generate])  # to shrink a case takes minutes
@given(cases())
def test_export_import_export_is_the_same_to_the_byte(content: Content) -> None:
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
