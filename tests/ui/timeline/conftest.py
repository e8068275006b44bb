"""A canvas on the screen, and events to put on it."""

import pytest

from desktop.ui.timeline.canvas import Canvas
from desktop.ui.timeline.drawing import Drawing
from tests.ui.hands import Hands


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
