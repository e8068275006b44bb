"""A chart of the body as PDF operators: the same outlines as in the window, and where its numbers and words stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resources.body import Chart, Curve, Point

OUTLINE, DETAIL = 1.0, 0.6  # how thick lines are, in units of the chart
MARK_RADIUS = 7.0
_ROUND = 0.5523  # how far the control points of a quarter circle lie, of its radius
_SKIN, _DETAIL_GREY, _MARK_GREY = 0.97, 0.55, 0.15


@dataclass(frozen=True, slots=True)
class Written:
    """Words to be written with their middle at (x, y), in points of the page; ``is_reversed`` is white on dark."""

    text: str
    x: float
    y: float
    size: float
    is_reversed: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """Operators for a page, and the words to be written over them."""

    code: str
    words: tuple[Written, ...]


def draw_chart(
    chart: Chart, marks: Sequence[tuple[int, float, float]], language: str, *, left: float, bottom: float, height: float
) -> Drawing:
    """A chart ``height`` points high with its lower left corner at (left, bottom).

    ``marks`` are a number and a place from 0 to 1 across and down the chart; the width follows from the height.
    """
    scale = height / chart.height
    code = ["q", f"{scale:.4f} 0 0 {-scale:.4f} {left:.2f} {bottom + height:.2f} cm", "1 J 1 j"]
    for view in chart.views:
        code.append(f"{_SKIN:g} g 0 G {OUTLINE:g} w")
        code += [operator for shape in view.shapes for operator in (*_path(shape), "b")]
        code.append(f"{_DETAIL_GREY:g} G {DETAIL:g} w")
        code += [operator for line in view.lines for operator in (*_path(line), "S")]
    code.append(f"{_MARK_GREY:g} g 1 G {OUTLINE:g} w")
    for _number, x, y in marks:
        code += [*_circle((x * chart.width, y * chart.height), MARK_RADIUS), "b"]
    code.append("Q")
    words = tuple(_words(chart, marks, language))
    return Drawing("\n".join(code), tuple(_placed(one, scale, left, bottom + height) for one in words))


def _words(chart: Chart, marks: Sequence[tuple[int, float, float]], language: str) -> Iterator[Written]:
    for view in chart.views:
        if view.label_at:
            yield Written(view.labels.get(language) or view.labels["en"], *view.label_at, 8.5)
        for text, at in view.numbers:
            yield Written(text, *at, 7.0)
    for number, x, y in marks:
        yield Written(str(number), x * chart.width, y * chart.height, MARK_RADIUS * 1.25, is_reversed=True)


def _placed(one: Written, scale: float, left: float, top: float) -> Written:
    return Written(one.text, left + one.x * scale, top - one.y * scale, one.size * scale, one.is_reversed)


def _path(curve: Curve) -> Iterator[str]:
    yield f"{curve.start[0]:.2f} {curve.start[1]:.2f} m"
    for piece in curve.pieces:
        yield " ".join(f"{x:.2f} {y:.2f}" for x, y in piece) + " c"


def _circle(middle: Point, radius: float) -> Iterator[str]:
    x, y = middle
    bend = radius * _ROUND
    yield f"{x + radius:.2f} {y:.2f} m"
    for (ax, ay), (bx, by) in (((1, 0), (0, 1)), ((0, 1), (-1, 0)), ((-1, 0), (0, -1)), ((0, -1), (1, 0))):
        first = (x + ax * radius + bx * bend, y + ay * radius + by * bend)
        second = (x + bx * radius + ax * bend, y + by * radius + ay * bend)
        end = (x + bx * radius, y + by * radius)
        yield " ".join(f"{px:.2f} {py:.2f}" for px, py in (first, second, end)) + " c"
