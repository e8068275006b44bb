"""After any edit what it touched is reasoned about again; the result is that of reasoning about everything."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from db.case_file import CaseFile
from db.rows import (
    CaseRow,
    ChargeRow,
    CitationRow,
    EventLinkRow,
    IndicatorRow,
    ParticipationRow,
    PersonRow,
    PlaceRow,
)
from db.types import Kind
from desktop.logic.conflicts import Vocabulary, listed, reason
from desktop.logic.conflicts.scope import WHOLE
from tests.logic.conflicts.cases import VOCABULARY, all_pairs, at, case, cited, document, event, person, place

KINDS = (
    "detention", "custody", "hospital-stay", "alleged-offence", "hearing", "release", "death", "detention-protocol",
    "autopsy", "verdict", "charge", "notice-to-family",
)  # fmt: skip
ROLES = ("accused", "detainee", "patient", "witness", "acquitted")
LINKS = ("answers", "contradicts", "part-of", "appeals")
FIELDS: tuple[dict[str, Any], ...] = (
    {}, {"protocol_at": "2022-01-02"}, {"recorded_at": "2022-01-09"}, {"days": "3"},
    {"sentence": "2 года", "sentence_months": 12}, {"official_cause": "fall"}, {"official_cause": "blow"},
)  # fmt: skip
Rows = dict[str, dict[str, Any]]


def _time(draw: Random) -> str:
    return draw.choice(("", "2022-01", f"2022-01-{draw.randint(1, 9):02}", f"2022-01-{draw.randint(1, 9):02}T12:00"))


def _event(draw: Random, name: str) -> Any:
    until = draw.choice(("", "", " 2022-01-08"))
    first = _time(draw) or "2022-01-03"
    return event(draw.choice(KINDS), first + until, draw.choice((None, "l0", "l1", "l2")), id=name,
                 fields=draw.choice(FIELDS), standing=draw.choice((None, None, "prospective")))  # fmt: skip


def _citation(draw: Random, name: str) -> CitationRow:
    kind, target = draw.choice(
        ((Kind.EVENT, "e0"), (Kind.EVENT, "e1"), (Kind.EVENT, "e2"), (Kind.PERSON, "p0"), (Kind.CHARGE, "c0"),
         (Kind.PARTICIPATION, "a0"), (Kind.PLACE, "l1"))
    )  # fmt: skip
    field, value = draw.choice(
        ((None, None), ("when", "2022-01-07"), ("place", "Ward"), ("days", "9"), ("name", "Bolat"), ("role", "x"))
    )
    return CitationRow(id=name, document_id=draw.choice(("d0", "d1")), target_kind=kind, target_id=target,
                       page=draw.choice(("1", "2")), bearing=draw.choice(("supports", "contradicts")), field=field,
                       value=value)  # fmt: skip


def _participation(draw: Random, name: str) -> ParticipationRow:
    who, where = draw.choice(("p0", "p0", "p1", "p2")), f"e{draw.randint(0, 5)}"
    return ParticipationRow(id=name, event_id=where, role=draw.choice(ROLES), person_id=who)


def _link(draw: Random, name: str) -> EventLinkRow:
    one, other = draw.sample([f"e{number}" for number in range(6)], 2)
    return EventLinkRow(id=name, from_id=one, to_id=other, kind=draw.choice(LINKS))


def _person(draw: Random, name: str) -> PersonRow:
    days = [_time(draw) for _number in range(2)]
    born, deceased = (at(day) if day else None for day in days)
    return replace(person(draw.choice(("", "Askar", "Bolat")), born=born, deceased=deceased), id=name)


def _place(draw: Random, name: str) -> PlaceRow:
    kind, within = draw.choice(("hospital", "ivs", "street")), draw.choice((None, "l2", "l3"))
    made = place(
        draw.choice(("Ward", "City", "Street")), kind, parent_id=within, latitude=draw.choice((None, 43.0, 51.0))
    )
    return replace(made, id=name, longitude=77.0)


def _document(draw: Random, name: str) -> Any:
    return document(name, _time(draw), kind=draw.choice(("protocol", "letter")), derivation="scan",
                    derived_from_id=draw.choice((None, "d0")))  # fmt: skip


def _charge(draw: Random, name: str) -> ChargeRow:
    return ChargeRow(id=name, case_id="c", person_id=draw.choice(("p0", "p2")), article="272", from_=at("2022-01-05"),
                     to=at(f"2022-01-0{draw.randint(1, 9)}"), outcome=draw.choice((None, "acquitted")))  # fmt: skip


def _indicator(draw: Random, name: str) -> IndicatorRow:
    return IndicatorRow(id=name, case_id="c", title="Deaths", value=draw.choice((1.0, 2.0)), document_id="d1",
                        period=at("2022-01"))  # fmt: skip


MAKERS: dict[str, tuple[Callable[[Random, str], Any], str, int]] = {
    "events": (_event, "e", 6), "participations": (_participation, "a", 7), "persons": (_person, "p", 3),
    "places": (_place, "l", 4), "links": (_link, "k", 3), "documents": (_document, "d", 3),
    "citations": (_citation, "s", 5), "charges": (_charge, "c", 3), "indicators": (_indicator, "i", 2),
}  # fmt: skip


def edited(rows: Rows, draw: Random) -> Rows:
    """The same records but for one, which is another, new or gone."""
    part = draw.choice(list(MAKERS))
    make, letter, count = MAKERS[part]
    name = f"{letter}{draw.randrange(count)}"
    own = {record: row for record, row in rows.get(part, {}).items() if record != name}
    if name not in rows.get(part, {}) or draw.random() < 0.7:
        own[name] = make(draw, name)
    return rows | {part: dict(sorted(own.items()))}


def file_of(rows: Rows, before: CaseFile | None) -> CaseFile:
    """The records as a case file: without what belongs to a record that is gone; unchanged lists are the same ones."""
    events, papers = rows.get("events", {}), rows.get("documents", {})
    lists = {part: list(rows.get(part, {}).values()) for part in MAKERS}
    lists["participations"] = [row for row in lists["participations"] if row.event_id in events]
    lists["links"] = [row for row in lists["links"] if row.from_id in events and row.to_id in events]
    lists["citations"] = [row for row in lists["citations"] if row.document_id in papers]
    kept = {part: getattr(before, part) for part in MAKERS if before and getattr(before, part) == lists[part]}
    return CaseFile(case=CaseRow(id="c", ref="C", title="C"), **(lists | kept))


@given(st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_reasoning_again_finds_what_reasoning_anew_finds(draw: Random) -> None:
    rows: Rows = {}
    for part, (make, letter, count) in MAKERS.items():
        rows[part] = {name: make(draw, name) for name in (f"{letter}{number}" for number in range(count))}
    file = file_of(rows, None)
    known = reason(file, all_pairs(file), VOCABULARY)
    for _edit in range(4):
        rows = edited(rows, draw)
        file = file_of(rows, file)
        scope = known.scope_of(file, VOCABULARY)
        pairs = [pair for pair in all_pairs(file) if pair[0] in scope.persons]
        known = known.again(file, VOCABULARY, scope, pairs)

        assert listed(known) == listed(reason(file, all_pairs(file), VOCABULARY))


def test_an_edit_of_one_person_leaves_the_others_alone() -> None:
    rows = [
        event("custody", "2022-01-01 2022-01-05", "l0", id="own"),
        event("hearing", "2022-01-02", "l1", id="theirs"),
    ]
    parts = [
        ParticipationRow(id="1", event_id="own", role="accused", person_id="Askar"),
        ParticipationRow(id="2", event_id="theirs", role="accused", person_id="Bolat"),
    ]
    before = CaseFile(case=CaseRow(id="c", ref="C", title="C"), events=rows, participations=parts)
    moved = event("custody", "2022-01-01 2022-01-06", "l0", id="own")
    after = CaseFile(case=before.case, events=[moved, rows[1]], participations=parts)

    scope = reason(before, [], VOCABULARY).scope_of(after, VOCABULARY)

    assert (scope.persons, scope.events, scope.is_whole) == ({"Askar"}, {"own"}, False)


def test_other_words_make_everything_to_be_reasoned_about_again() -> None:
    file = case(event("custody", "2022-01-01"), cited("d", "custody"))
    known = reason(file, [], VOCABULARY)

    assert known.scope_of(file, Vocabulary(frozenset(), {})) is WHOLE
