"""What holds of every case: the order of records is nothing, and what is certain stays so when more is known."""

from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from db.case_file import CaseFile
from db.rows import EventRow, PlaceRow
from db.types import When
from desktop.logic.conflicts import Certainty, Conflict, Stay, candidate_pairs, find_conflicts
from desktop.logic.conflicts.extent import comes_after
from desktop.logic.conflicts.terms import SEQUENCES
from desktop.logic.conflicts.way import distance, least_seconds, widest
from tests.logic.conflicts.cases import VOCABULARY, all_pairs, at, case, event, linked, place

HOUR = 3600
LATER = {sequence.later for sequence in SEQUENCES}
KINDS = [
    *("detention", "custody", "hospital-stay", "house-arrest", "alleged-offence", "hearing", "release", "death"),
    *("detention-protocol", "autopsy", "verdict", "charge"),
]
PLACES = [place("city"), place("ward", "hospital", parent_id="city"), place("ivs", "ivs"), place("street", "street")]
START = at("2022-01-05").earliest or 0


def spans(low: int = 0, high: int = 400) -> st.SearchStrategy[When]:
    """Times some hours after a day, known to some hours."""
    bounds = st.tuples(st.integers(low, high), st.integers(0, 100))
    return bounds.map(lambda pair: _span(*pair))


def _span(start: int, length: int) -> When:
    return When("2022-01-05", "Asia/Almaty", START + start * HOUR, START + (start + length) * HOUR)


@st.composite
def events(draw: st.DrawFn) -> EventRow:
    when, until = draw(spans()), draw(st.none() | spans(400, 800))
    where = draw(st.sampled_from([None, *(row.id for row in PLACES)]))
    return replace(event(draw(st.sampled_from(KINDS)), "", where), when=when, until=until)


@st.composite
def files(draw: st.DrawFn) -> CaseFile:
    rows = [
        replace(row, id=f"e{number}") for number, row in enumerate(draw(st.lists(events(), min_size=2, max_size=5)))
    ]
    kind = draw(st.sampled_from(["answers", "contradicts", "part-of"]))
    return case(*PLACES, *rows, linked("e0", kind, "e1"))


@given(files(), st.integers(0, 1000))
def test_the_order_of_records_changes_nothing(file: CaseFile, seed: int) -> None:
    shuffle = Random(seed).shuffle  # noqa: S311 - no secret hangs on it
    lists = {name: list(getattr(file, name)) for name in ("events", "participations", "places", "links")}
    pairs = [(who, other, one) for who, one, other in all_pairs(file)]
    for rows in [*lists.values(), pairs]:
        shuffle(rows)

    assert find_conflicts(replace(file, **lists), pairs, VOCABULARY) == find_conflicts(
        file, all_pairs(file), VOCABULARY
    )


def narrowed(when: When, left: float, right: float) -> When:
    """The same time with its bounds moved towards each other."""
    low, high = when.earliest or 0, when.latest or 0
    from_, to = low + int((high - low) * left), high - int((high - low) * right)
    return replace(when, earliest=min(from_, to), latest=max(from_, to))


@given(files(), st.floats(0, 1), st.floats(0, 1), st.integers(0, 4))
def test_no_certain_conflict_goes_when_a_time_is_known_better(
    file: CaseFile, left: float, right: float, which: int
) -> None:
    def known_better(row: EventRow) -> EventRow:
        if row.id != f"e{which}" or row.when is None:
            return row
        until = narrowed(row.until, left, right) if row.until else None
        return replace(row, when=narrowed(row.when, left, right), until=until)

    better = replace(file, events=[known_better(row) for row in file.events])

    def certain(one: CaseFile) -> set[tuple[str, frozenset[str]]]:
        found = find_conflicts(one, all_pairs(one), VOCABULARY)
        return {(f.rule, told(f)) for f in found if f.certainty is Certainty.CERTAIN}

    def told(conflict: Conflict) -> frozenset[str]:
        # of several causes that all come too late the earliest is named, and which that is may change
        if conflict.rule != "before-its-cause":
            return frozenset(conflict.events)
        kinds = {row.id: row.kind for row in file.events}
        return frozenset(one if kinds[one] in LATER else kinds[one] for one in conflict.events)

    assert certain(file) <= certain(better)


@given(spans(), spans())
def test_of_two_times_at_most_one_comes_certainly_after_the_other(one: When, other: When) -> None:
    assert comes_after(one, other) is not Certainty.CERTAIN or comes_after(other, one) is None


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 40), st.integers(0, 12), st.booleans()), max_size=20))
def test_pairing_finds_what_comparing_everything_finds(drawn: list[tuple[str, int, int, bool]]) -> None:
    stays = [
        Stay(who, start, start + length, f"e{number}", lasts, is_brief=length < 5)
        for number, (who, start, length, lasts) in enumerate(drawn)
    ]

    def meet(one: Stay, other: Stay) -> bool:
        is_of_interest = one.lasts or other.lasts or (one.is_brief and other.is_brief)
        return one.person == other.person and is_of_interest and one.start <= other.end and other.start <= one.end

    found = [(who, frozenset(pair)) for who, *pair in candidate_pairs(stays)]

    expected = {
        (one.person, frozenset({one.event, other.event})) for one, other in combinations(stays, 2) if meet(one, other)
    }
    assert set(found) == expected
    assert len(found) == len(expected)


coordinates = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(st.lists(coordinates, min_size=2, max_size=6))
def test_no_way_is_longer_than_the_widest(spots: list[tuple[float, float]]) -> None:
    rows = [PlaceRow(id=str(n), latitude=spot[0], longitude=spot[1]) for n, spot in enumerate(spots)]

    assert all(least_seconds(distance(one, other)) <= widest(rows) for one, other in combinations(rows, 2))
    assert widest([PlaceRow(id="nowhere")]) == 0
