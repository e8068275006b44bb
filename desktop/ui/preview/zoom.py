"""How large a document is shown: the bounds, the step of a key, and what follows the size of the view."""

from enum import Enum

SMALLEST, LARGEST = 0.1, 8.0  # 1.0 shows a page as large as on paper, a picture one pixel for one of the screen
STEP = 1.25


class Fit(Enum):
    """What follows the size of the view."""

    WIDTH = "width"
    PAGE = "page"
    NOTHING = "nothing"


def bounded(zoom: float) -> float:
    """The nearest size allowed."""
    return min(max(zoom, SMALLEST), LARGEST)
