"""The charts of the body: our own neutral outlines as curves, with the regions a point on them lies in.

One TOML file a figure, and ``charts.toml``, which puts figures together into charts. A figure is drawn once: what has
``mirror`` is drawn again across the middle, so that both halves are alike. Lengths are units of the chart, y goes down.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from resources import resource
from resources.body.curves import Curve, Placing, Point, points_of, smooth

__all__ = ["Chart", "Curve", "Point", "Region", "View", "charts"]
_OTHER = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a body on a chart: terms of ``body-regions`` and ``body-sides``, and the number of a tooth or toe."""

    id: str
    side: str | None
    part: str
    polygon: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class View:
    """One figure of a chart: its closed ``shapes`` (later ones over earlier ones), the ``lines`` on them, its words.

    ``labels`` are by language and stand with their middle at ``label_at``; ``numbers`` are drawn as they are.
    """

    shapes: tuple[Curve, ...]
    lines: tuple[Curve, ...]
    regions: tuple[Region, ...]
    labels: Mapping[str, str]
    label_at: Point | None
    numbers: tuple[tuple[str, Point], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of ``body-charts``: as wide and high as its units say."""

    id: str
    width: float
    height: float
    views: tuple[View, ...]


@cache
def charts() -> Mapping[str, Chart]:
    """Every chart by its id, in the order of the file."""
    content = _toml("charts")["chart"]
    made = (
        Chart(one["id"], one["width"], one["height"], tuple(_view(view) for view in one["view"])) for one in content
    )
    return MappingProxyType({chart.id: chart for chart in made})


def _view(entry: Mapping[str, Any]) -> View:
    figure = _toml(entry["figure"])
    x, y = entry["at"]
    placing = Placing(x, y, entry.get("scale", 1.0), is_flipped=entry.get("flip", False))
    at = entry.get("label_at")
    return View(
        tuple(_curves(figure, "shape", placing, is_closed=True)),
        tuple(_curves(figure, "line", placing, is_closed=False)),
        tuple(_regions(figure, placing, entry.get("side"))),
        MappingProxyType(entry.get("label", {})),
        (at[0], at[1]) if at else None,
        tuple(_numbers(figure, placing)),
    )


def _curves(figure: Mapping[str, Any], key: str, placing: Placing, *, is_closed: bool) -> Iterator[Curve]:
    for entry in figure.get(key, ()):
        points, corners = points_of(entry["points"])
        mirror = entry.get("mirror", False)
        if is_closed and mirror:  # half an outline, from the middle above to the middle below
            back = [(place, (-x, y)) for place, (x, y) in enumerate(points) if x][::-1]
            corners |= {len(points) + step for step, (place, _point) in enumerate(back) if place in corners}
            points = [*points, *(point for _place, point in back)]
        yield placing.curve(smooth(points, corners, is_closed=is_closed))
        if mirror and not is_closed:
            yield placing.curve(smooth([(-x, y) for x, y in points], corners, is_closed=False))


def _regions(figure: Mapping[str, Any], placing: Placing, forced: str | None) -> Iterator[Region]:
    for entry in figure.get("region", ()):
        polygon, _corners = points_of(entry["polygon"])
        side, part = entry.get("side"), entry.get("part", "")
        yield Region(entry["id"], forced or side, part, placing.points(polygon))
        if entry.get("mirror", False):
            mirrored = placing.points([(-x, y) for x, y in polygon])
            yield Region(entry["id"], forced or _OTHER.get(side or "", side), entry.get("mirror_part", part), mirrored)


def _numbers(figure: Mapping[str, Any], placing: Placing) -> Iterator[tuple[str, Point]]:
    for entry in figure.get("number", ()):
        points, _corners = points_of(entry["at"])
        yield entry["text"], placing.points(points)[0]


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("body", f"{name}.toml").read_text(encoding="utf-8"))
