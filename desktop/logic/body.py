"""Where on a body a point of a chart lies: a first guess, which people correct."""

from collections.abc import Sequence
from dataclasses import dataclass

from resources.body import Chart, Point, Region


@dataclass(frozen=True, slots=True)
class Spot:
    """A region and side by their terms, and the number of the tooth, finger or toe where the chart has one."""

    region: str
    side: str | None
    part: str = ""


def spot_at(chart: Chart, x: float, y: float) -> Spot | None:
    """What lies at ``x`` and ``y`` (0 to 1 across and down the chart); ``None`` beside the body."""
    point = (x * chart.width, y * chart.height)
    regions = (region for view in chart.views for region in view.regions)
    found = next((region for region in regions if holds(region.polygon, point)), None)
    return _spot(found) if found else None


def holds(polygon: Sequence[Point], point: Point) -> bool:
    """Whether a point lies inside a polygon: a ray to the right crosses its edges an odd number of times."""
    x, y = point
    is_inside = False
    for place, (x2, y2) in enumerate(polygon):
        x1, y1 = polygon[place - 1]
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            is_inside = not is_inside
    return is_inside


def _spot(region: Region) -> Spot:
    return Spot(region.id, region.side, region.part)
