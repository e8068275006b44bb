"""Case files of every shape, as an export writes them: what property tests draw from."""

from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

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


def relations(draw: Draw, people: list[str], zone: str | None) -> list[Content]:
    return [
        {"id": f"n{number}", "person": one, "kind": "sibling", "other_person": other, **some(draw, to=whens(zone))}
        for number, (one, other) in enumerate(pairwise(people), start=1)
    ]


def injuries(draw: Draw, people: list[str], zone: str | None) -> list[Content]:
    share = st.floats(0, 1, allow_subnormal=False)
    return [
        {
            "id": f"i{number}", "person": one,
            **({"chart": "front", "x": draw(share), "y": draw(share)} if draw(st.booleans()) else {}),
            "type": "burn", **some(draw, size=TEXT, text=TEXT, observed=whens(zone), istanbul=st.just("typical")),
            **some(draw, photos=st.just(["d1"])),
        }
        for number, one in enumerate(people, start=1)
    ]  # fmt: skip


def issues(draw: Draw, content: Content) -> list[Content]:
    """A claim with elements, on some of which events bear."""
    facts = [{"event": event["id"], "bearing": "supports"} for event in content["events"]]
    made: list[Content] = []
    for number in range(1, draw(st.integers(0, 3)) + 1):
        issue: Content = {"id": f"s{number}", "title": draw(TEXT)}
        if number > 1 and draw(st.booleans()):
            issue["parent"] = f"s{draw(st.integers(1, number - 1))}"
        issue |= some(draw, order=st.integers(-9, 9), basis=TEXT)
        if facts and draw(st.booleans()):
            issue["facts"] = [fact | some(draw, remark=TEXT) for fact in facts]
        made.append(issue)
    return made


def proof(draw: Draw, content: Content, zone: str | None) -> Content:
    """Relations, injuries, issues, consents, figures, tasks and notes; lists an export leaves out are left out."""
    people = [person["id"] for person in content["persons"]]
    found = {
        "relations": relations(draw, people, zone),
        "indicators": [
            {"id": "f1", "title": draw(TEXT), "value": draw(st.integers(0, 10**9)), **some(draw, period=whens(zone))}
        ],
        "tasks": [{"title": draw(TEXT), **some(draw, due=whens(zone)), **some(draw, person=st.sampled_from(people))}]
        if people else [],
        "notes": [{"text": draw(TEXT)}] if draw(st.booleans()) else [],
    }  # fmt: skip
    return {key: part for key, part in found.items() if part} | {
        "issues": issues(draw, content),
        "injuries": injuries(draw, people, zone),
        "consents": [
            {"id": f"k{n}", "person": one, "purpose": "un", **some(draw, given=whens(zone), text=TEXT)}
            for n, one in enumerate(people, start=1)
        ],
    }


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
    content |= proof(draw, content, zone) | {"visits": [], "deadlines": []}
    sections = st.dictionaries(st.sampled_from(["facts", "request"]), TEXT, min_size=1)
    content["briefs"] = [{"template": "statement", "language": "kk", **some(draw, title=TEXT, sections=sections)}]
    return content
