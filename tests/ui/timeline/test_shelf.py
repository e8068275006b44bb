"""One lane of events: whatever reaches into a view is found, alone or among others, and nothing twice."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.timeline.shelf import BLOCK, Shelf

Spans = Sequence[tuple[int, int]]
spans = st.lists(st.tuples(st.integers(-5000, 5000), st.integers(0, 4000)), max_size=60)
views = st.tuples(st.integers(-6000, 6000), st.integers(1, 5000))


def shelf_of(lengths: Spans) -> Shelf:
    """A shelf with events that begin and last so."""
    made = Shelf()
    for place, (first, length) in enumerate(lengths):
        made.put(first, first + length, place)
    return made


@given(spans, views, st.integers(1, 4), st.integers(1, 2000))
def test_every_event_that_reaches_into_a_view_is_found(
    lengths: Spans, view: tuple[int, int], few: int, step: int
) -> None:
    since, until = view[0], view[0] + view[1]
    found = shelf_of(lengths).found(since, until, step, few)

    for first, length in lengths:
        if first <= until and first + length >= since:
            assert any(one.first <= first and first + length <= one.last for one in found)


@given(spans)
def test_seen_from_far_enough_all_is_told_and_counted_once(lengths: Spans) -> None:
    found = shelf_of(lengths).found(-20_000, 20_000, 1 << 20)

    assert sum(one.size for one in found) == len(lengths)


@given(spans, views)
def test_no_more_are_counted_than_there_are_and_no_fewer_than_can_be_seen(
    lengths: Spans, view: tuple[int, int]
) -> None:
    since, until = view[0], view[0] + view[1]
    seen = sum(first <= until and first + length >= since for first, length in lengths)

    assert seen <= shelf_of(lengths).count(since, until) <= len(lengths)


@given(spans, st.integers(-6000, 6000), st.integers(1, 300))
def test_heights_count_what_begins_in_each_step(lengths: Spans, since: int, step: int) -> None:
    heights = shelf_of(lengths).heights(since, step, 20)

    assert heights == [
        sum(since + step * place <= first < since + step * (place + 1) for first, _ in lengths) for place in range(20)
    ]


@given(spans)
def test_the_depth_is_how_many_overlap_at_one_moment(lengths: Spans) -> None:
    deepest = max((sum(f <= first <= f + length for f, length in lengths) for first, _ in lengths), default=0)

    assert shelf_of(lengths).depth(100) == deepest
    assert shelf_of(lengths).depth(3) == min(deepest, 3)


def test_the_nearest_event_is_found_on_either_side() -> None:
    shelf = shelf_of([(0, 0), (100, 5000), (200, 0)])

    assert [shelf.nearest(moment) for moment in (-50, 30, 120, 180, 999)] == [0, 0, 1, 2, 2]
    assert Shelf().nearest(0) is None


def test_the_end_of_very_many_together_is_the_latest_of_them() -> None:
    count = BLOCK * 5 + 7
    shelf = shelf_of([(place, 1 << 14) for place in range(count)])
    late = shelf.found(-1, count, 1 << 20)
    assert (late[0].last, late[0].size) == (count - 1 + (1 << 14), count)

    shelf.put(3, 3 + (1 << 15) - 1, count)  # out of turn, and later than all
    assert shelf.found(-1, count, 1 << 20)[0].last == 3 + (1 << 15) - 1
