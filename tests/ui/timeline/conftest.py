"""A canvas on the screen, and events to put on it."""

import pytest

from desktop.ui.timeline.canvas import Canvas
from desktop.ui.timeline.drawing import Drawing
from tests.ui.hands import Hands
from tests.ui.timeline.strokes import stroke

YEAR = [stroke(f"2022-{month:02}-05T12:00", title=f"Month {month}", person=f"p{month % 3}") for month in range(1, 13)]


@pytest.fixture
def drawing(hands: Hands) -> Drawing:
    """An empty drawing with the keyboard in it."""
    made = Drawing()
    made.resize(1000, 600)
    hands.open(made)
    made.canvas.setFocus()
    return made


@pytest.fixture
def canvas(drawing: Drawing) -> Canvas:
    """Its canvas."""
    return drawing.canvas


@pytest.fixture
def year(canvas: Canvas) -> Canvas:
    """Twelve events of three people, one each month."""
    canvas.take(YEAR)
    return canvas
