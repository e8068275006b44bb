"""The drawing of time with 10,000, 100,000 and 1,000,000 events, against an empty widget of the same size, offscreen.

    python benchmarks/timeline.py [--sizes N,N,…]

First paint: from the first batch of events to the first painted frame. Then frames: of panning over all of time, near,
and down the lanes, and of zooming, from the fitted view to an hour a screen and back. A frame is the drawing with the
strip below it, from the movement to the painted pixels; the event loop runs between two, as in the program, and what
the drawing prepares there is told apart ("between"). Median and 95th percentile by the wall and how much of it is
computing (the rest is other work on the machine), and as ratios to the repaint of an empty widget beside each frame.
Target at 100,000: at most 16 ms and at most twice the empty widget, which offscreen fills memory in a tenth of a
millisecond. QT_QPA_PLATFORM=xcb measures the same on a screen. "All in lanes" is until every event stands in its lane,
painted batch by batch.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

from PySide6.QtGui import QColor, QPainter, QPaintEvent  # noqa: E402 - the platform is chosen above
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from db.queries.timeline import Stroke  # noqa: E402
from desktop.ui import theme  # noqa: E402
from desktop.ui.settings import Look  # noqa: E402
from desktop.ui.timeline.canvas import Canvas  # noqa: E402
from desktop.ui.timeline.drawing import Drawing  # noqa: E402

Times = tuple[float, float]
Spread = tuple[float, float, float]
Found = tuple[Spread, Spread, Spread]
SIZE = (1400, 800)
BATCH = 5_000
PEOPLE = 24
DAY, START = 86_400, 1_262_304_000
FRAMES = 200
REST = 0.15  # seconds after which the drawing stands still
LIMIT_MS = 16
ZOOM_STEP = 1.25


class Empty(QWidget):
    """A widget that fills itself with one colour."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and argument
        """Fill."""
        QPainter(self).fillRect(self.rect(), QColor("#ffffff"))


def events(count: int) -> list[Stroke]:
    """Twelve years of events: moments, days, uncertain weeks and stays, of two dozen people."""
    chance = random.Random(20220105)  # noqa: S311 - the same made-up events each time
    made = [_event(number, chance) for number in range(count)]
    made.sort(key=lambda stroke: stroke.earliest or 0)
    return made


def _event(number: int, chance: random.Random) -> Stroke:
    first = START + chance.randrange(12 * 365 * DAY)
    match chance.randrange(6):
        case 0 | 1 | 2:
            bounds = (first, first, None, None)
        case 3:
            bounds = (first, first + DAY - 1, None, None)
        case 4:
            bounds = (first, first + chance.randrange(1, 20) * DAY, None, None)
        case _:
            until = first + chance.randrange(1, 40) * DAY
            bounds = (first, first + 3600, until, until + DAY)
    standing = chance.choice((None, "alleged", "undisputed", "disputed-by-us"))
    title = f"What happened under number {number}"
    return Stroke(
        str(number), "detention", *bounds, title, None, standing, person_ids=(f"p{chance.randrange(PEOPLE)}",)
    )


def frame(widgets: Sequence[QWidget], move: Callable[[], object]) -> Times:
    """Milliseconds from a move to the painted widgets: by the wall, and of computing."""
    wall, computing = time.perf_counter(), time.thread_time()
    move()
    for widget in widgets:
        widget.repaint()
    return (time.perf_counter() - wall) * 1000, (time.thread_time() - computing) * 1000


def frames(app: QApplication, drawing: Drawing, empty: QWidget, moves: Iterable[Callable[[], object]]) -> Found:
    """What the frames of these moves take, what happens between them, and beside each what an empty widget takes."""
    rest(app)
    ours, between, bare = list[Times](), list[Times](), list[Times]()
    for move in moves:
        ours.append(frame((drawing.canvas, drawing.overview), move))
        between.append(frame((), app.processEvents))
        bare.append(frame((empty,), nothing))
    return spread(ours), spread(between), spread(bare)


def rest(app: QApplication) -> None:
    """Let the drawing come to rest."""
    until = time.perf_counter() + REST
    while time.perf_counter() < until:
        app.processEvents()


def spread(times: Iterable[Times]) -> Spread:
    """The median and the 95th percentile by the wall, and the latter of computing."""
    walls, computings = zip(*times, strict=True)
    return statistics.median(walls), _late(walls), _late(computings)


def _late(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def nothing() -> None:
    """An empty widget has nothing to move."""


def shown(widget: QWidget, app: QApplication) -> QWidget:
    """The widget on the screen."""
    widget.resize(*SIZE)
    widget.show()
    app.processEvents()
    return widget


def loaded(drawing: Drawing, strokes: Sequence[Stroke], app: QApplication) -> tuple[Spread, Spread]:
    """All events on the drawing: how long the first of them took, and all of them."""
    canvas, start = drawing.canvas, (time.perf_counter(), time.thread_time())
    canvas.take(strokes[:BATCH])
    canvas.repaint()
    first = _since(*start)
    for since in range(BATCH, len(strokes), BATCH):
        canvas.take(strokes[since : since + BATCH])
        app.processEvents()
    while canvas.board.stack.take(canvas.board.events):
        pass
    canvas.fit()
    return first, _since(*start)


def _since(wall: float, computing: float) -> Spread:
    passed = (time.perf_counter() - wall) * 1000
    return passed, passed, (time.thread_time() - computing) * 1000


def measure(count: int, app: QApplication) -> dict[str, Found]:
    """Measure one size and print what it took to load."""
    empty, drawing = shown(Empty(), app), Drawing()
    canvas = drawing.canvas
    shown(drawing, app)
    print(f"{count:,} events, {SIZE[0]} x {SIZE[1]}")
    for name, figures in zip(("first paint", "all in lanes"), loaded(drawing, events(count), app), strict=True):
        print(f"  {name:20} {_told(figures)}")
    whole = {"pan, whole": _pans(canvas, 37, 0), "zoom": _zooms(canvas)}
    found = {name: frames(app, drawing, empty, steps) for name, steps in whole.items()}
    for _step in range(30):
        canvas.zoom(ZOOM_STEP, SIZE[0] / 2)
    near = {"pan, near": _pans(canvas, 37, 0), "lanes, near": _pans(canvas, 0, 9)}
    found |= {name: frames(app, drawing, empty, steps) for name, steps in near.items()}
    drawing.close()
    empty.close()
    return found


def _told(figures: Spread) -> str:
    return "median {:8.2f} ms   p95 {:8.2f} ms   computing {:8.2f} ms".format(*figures)


def _pans(canvas: Canvas, right: float, down: float) -> Sequence[Callable[[], object]]:
    """Fifty steps one way and fifty back, twice."""
    there, back = partial(canvas.pan, right, down), partial(canvas.pan, -right, -down)
    return ([there] * 50 + [back] * 50) * (FRAMES // 100)


def _zooms(canvas: Canvas) -> Sequence[Callable[[], object]]:
    nearer, farther = (partial(canvas.zoom, factor, SIZE[0] / 3) for factor in (ZOOM_STEP, 1 / ZOOM_STEP))
    return ([nearer] * 50 + [farther] * 50) * (FRAMES // 100)


def tell(found: dict[str, Found]) -> None:
    """Print the figures of one size."""
    for name, (ours, between, bare) in found.items():
        print(f"  {name:20} {_told(ours)}   of empty: {ours[0] / bare[0]:5.1f} x, computing {ours[2] / bare[2]:5.1f} x")
        print(f"  {'  between':20} {_told(between)}")
        print(f"  {'  empty':20} {_told(bare)}")
    slowest, held = (max(figures[place][2] for figures in found.values()) for place in (0, 1))
    kept = "kept" if max(slowest, held) <= LIMIT_MS else "missed"
    print(f"  slowest p95 computing: a frame {slowest:.1f} ms, between {held:.1f} ms; at most {LIMIT_MS} ms is {kept}")


def main() -> None:
    """Measure each size and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    options = parser.parse_args()
    app = QApplication([])
    theme.worn().wear(Look.LIGHT, 100)
    for count in map(int, options.sizes.split(",")):
        tell(measure(count, app))


if __name__ == "__main__":
    main()
