"""A point on a body chart means a region and a side; outlines are alike on both sides."""

import pytest

from desktop.logic.body import Spot, holds, spot_at
from resources.body import Curve, charts
from resources.vocabularies import vocabulary


def spot(chart: str, x: float, y: float) -> Spot | None:
    """What lies at a point given in the chart's own units."""
    drawn = charts()[chart]
    return spot_at(drawn, x / drawn.width, y / drawn.height)


def test_every_chart_of_the_vocabulary_is_drawn() -> None:
    assert list(charts()) == list(vocabulary("body-charts"))


@pytest.mark.parametrize("chart", charts())
def test_regions_and_sides_are_terms(chart: str) -> None:
    regions = [region for view in charts()[chart].views for region in view.regions]

    assert {region.id for region in regions} <= set(vocabulary("body-regions"))
    assert {region.side for region in regions} <= {*vocabulary("body-sides"), None}


@pytest.mark.parametrize("chart", charts())
def test_everything_drawn_lies_on_the_chart(chart: str) -> None:
    drawn = charts()[chart]
    curves = [curve for view in drawn.views for curve in (*view.shapes, *view.lines)]

    assert all(0 <= x <= drawn.width and 0 <= y <= drawn.height for curve in curves for x, y in ends(curve))


@pytest.mark.parametrize("chart", ["front", "back", "teeth"])
def test_both_halves_of_a_body_are_alike(chart: str) -> None:
    drawn = charts()[chart]
    ends_of = {point for view in drawn.views for curve in view.shapes for point in rounded(curve)}

    assert {(round(drawn.width - x, 2), y) for x, y in ends_of} == ends_of


@pytest.mark.parametrize(
    ("chart", "x", "y", "meant"),
    [
        ("front", 115, 110, Spot("chest", "left")),  # the left of whoever faces us is at our right
        ("front", 75, 110, Spot("chest", "right")),
        ("back", 115, 130, Spot("back", "right")),
        ("front", 104, 37, Spot("eye", "left")),
        ("front", 95, 180, Spot("abdomen", None)),
        ("front", 117, 300, Spot("knee", "left")),
        ("back", 75, 210, Spot("buttocks", "left")),
        ("right", 93, 130, Spot("upper-arm", "right")),
        ("left", 97, 20, Spot("scalp", "left")),
    ],
)
def test_a_point_is_guessed_to_be_a_region_and_a_side(chart: str, x: float, y: float, meant: Spot) -> None:
    assert spot(chart, x, y) == meant


def test_teeth_have_their_numbers_patients_right_at_our_left() -> None:
    teeth = charts()["teeth"].views[0]
    told = {(region.part, region.side) for region in teeth.regions}

    assert {part for part, _side in told} == {f"{quarter}{tooth}" for quarter in "1234" for tooth in "12345678"}
    assert all((side == "left") == (part[0] in "23") for part, side in told)
    assert spot("teeth", 110, 24) == Spot("teeth", "right", "11")


@pytest.mark.parametrize(
    ("chart", "label", "inner"),
    [("hands", "Right palm", 1), ("hands", "Right hand, back", -1), ("feet", "Right foot, top", -1),
     ("feet", "Right sole", 1)],
)  # fmt: skip
def test_thumbs_and_big_toes_of_the_right_side_are_where_they_are_seen(chart: str, label: str, inner: int) -> None:
    """Of the right palm and sole, as one looks at them, thumb and big toe point to our right; of their backs, left."""
    view = next(one for one in charts()[chart].views if one.labels["en"] == label)
    first = next(region for region in view.regions if region.part == "1")
    last = next(region for region in view.regions if region.part == "5")

    assert {region.side for region in view.regions} == {"right"}
    assert (middle(first.polygon) - middle(last.polygon)) * inner > 0


def test_beside_the_body_there_is_nothing() -> None:
    assert spot("front", 2, 2) is None


def test_a_point_is_held_by_a_polygon_only_when_it_lies_inside() -> None:
    square = ((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0))

    assert holds(square, (1, 1))
    assert not holds(square, (3, 1))


def ends(curve: Curve) -> list[tuple[float, float]]:
    """Where the pieces of a curve meet."""
    return [curve.start, *(piece[2] for piece in curve.pieces)]


def rounded(curve: Curve) -> list[tuple[float, float]]:
    """The same, to two places."""
    return [(round(x, 2), round(y, 2)) for x, y in ends(curve)]


def middle(polygon: tuple[tuple[float, float], ...]) -> float:
    """The middle of a polygon, across."""
    return sum(x for x, _y in polygon) / len(polygon)
