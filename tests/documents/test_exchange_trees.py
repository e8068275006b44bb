"""Parents come before their children, and nothing is its own ancestor."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.exchange.trees import first_in_rings, inherited, parents_first

PARENTS = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"), max_size=8)


def ancestors(start: str, parents: dict[str, str]) -> list[str]:
    """The way up from a record, its own parent first, no longer than there are records."""
    way: list[str] = []
    while start in parents and len(way) <= len(parents):
        start = parents[start]
        way.append(start)
    return way


def test_each_ring_is_told_once_by_its_first_record() -> None:
    assert first_in_rings({"x": "a", "c": "a", "a": "b", "b": "c", "d": "d", "e": "f"}) == ["c", "d"]


@given(PARENTS)
def test_there_is_a_ring_exactly_where_something_is_its_own_ancestor(parents: dict[str, str]) -> None:
    circular = [record for record in parents if record in ancestors(record, parents)]
    found = first_in_rings(parents)
    assert bool(found) == bool(circular)
    assert set(found) <= set(circular)


@given(PARENTS)
def test_rows_are_ordered_parents_first(parents: dict[str, str]) -> None:
    rows: list[dict[str, Any]] = [{"id": record, "parent_id": parents.get(record)} for record in "abcdefgh"]
    if first_in_rings(parents):
        return
    order = [row["id"] for row in parents_first(rows, "parent_id")]
    assert sorted(order) == list("abcdefgh")
    assert all(order.index(parents[record]) < order.index(record) for record in parents)


def test_the_nearest_above_counts_and_a_ring_ends_the_search() -> None:
    parents = {"a": "b", "b": "c", "x": "y", "y": "x"}
    assert inherited({"c": "far", "b": "near"}, parents, "abcx") == {"a": "near", "b": "near", "c": "far"}
