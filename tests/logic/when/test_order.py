"""What can be said of the order of uncertain times."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.types import When
from desktop.logic import when

ZONE = "Asia/Almaty"


def time(text: str) -> When:
    return when.parse(text, ZONE)


@pytest.mark.parametrize(
    ("one", "other", "certainly", "possibly"),
    [
        ("2022-01-05", "2022-01-06", True, True),
        ("2022-01-05", "2022-01-05", False, True),
        ("2022-01-05T20:00", "2022-01-05T20:00", False, False),
        ("2022-01-05T20:00", "2022-01-05T20:01", True, True),
        ("2022-01-05T20:01", "2022-01-05T20:00", False, False),
        ("2022-01", "2022-01-05", False, True),
        ("2022-01-05~", "2022-01-08", False, True),
        ("2022-01-05~", "2022-01-09", True, True),
        ("2022-01-06", "2022-01-05", False, False),
        ("../2022-01-05", "2022-01-06", True, True),
        ("2022-01-06", "../2022-01-05", False, False),
        ("2022-01-05/..", "2022-01-06", False, True),
        ("2022-01-05", "2022-01-06/..", True, True),
        ("2022-01-05", "../2022-01-06", False, True),
        ("2022-01-07/..", "2022-01-06/..", False, True),
    ],
)
def test_before_is_certain_or_possible_by_the_bounds(one: str, other: str, certainly: bool, possibly: bool) -> None:  # noqa: FBT001
    assert when.is_certainly_before(time(one), time(other)) is certainly
    assert when.is_possibly_before(time(one), time(other)) is possibly


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2022-01-05", "2022-01-05T20:00", True),
        ("2022-01-05", "2022-01-06", False),
        ("2022-01-05/2022-01-09", "2022-01-09", True),
        ("../2022-01-05", "2022-01-06/..", False),
        ("../2022-01-06", "2022-01-06/..", True),
    ],
)
def test_times_overlap_when_they_can_share_a_moment(one: str, other: str, expected: bool) -> None:  # noqa: FBT001
    assert when.overlaps(time(one), time(other)) is expected
    assert when.overlaps(time(other), time(one)) is expected


def test_an_until_of_a_day_ends_with_that_day() -> None:
    assert when.end_of(time("2022-01-07")) == time("2022-01-08T00:00").earliest - 1  # type: ignore[operator] # bounded
    assert when.end_of(time("2022-01-07T12:00")) == time("2022-01-07T12:00").latest
    assert when.end_of(time("2022-01-07/..")) is None


def test_a_chronology_goes_by_earliest_then_latest_with_the_unknown_last() -> None:
    texts = [
        "2022-01-06",
        "2022-01-05",
        "2022-01",
        "[..2021,2023..]",
        "2022-01-05/..",
        "../2022-01-05",
        "2022-01-05T00:00",
    ]
    values = [time(text) for text in texts]

    ordered = sorted([None, *values], key=when.sort_key)

    assert [value and value.edtf for value in ordered] == [
        "2022-01",
        "2022-01-05T00:00",
        "2022-01-05",
        "2022-01-05/..",
        "../2022-01-05",
        "2022-01-06",
        None,
        "[..2021,2023..]",
    ]


bounds = st.one_of(st.none(), st.integers(-(10**10), 10**10))


@given(bounds, bounds, bounds, bounds)
def test_certainly_before_implies_possibly_before_and_excludes_overlap(
    a: int | None, b: int | None, c: int | None, d: int | None
) -> None:
    one = When("", ZONE, a, b if a is None or b is None else max(a, b))
    other = When("", ZONE, c, d if c is None or d is None else max(c, d))

    if when.is_certainly_before(one, other):
        assert when.is_possibly_before(one, other)
        assert not when.overlaps(one, other)
        assert not when.is_possibly_before(other, one)
        assert when.sort_key(one) < when.sort_key(other)
