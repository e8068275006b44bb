"""Which moment stands at which place across: a start and a pace, from decades to minutes."""

from dataclasses import dataclass

FIRST_MOMENT, LAST_MOMENT = -30_000_000_000, 32_000_000_000  # about the years 1019 and 2984
CLOSEST = 0.5  # seconds a pixel: a wide screen shows ten minutes
FARTHEST = 5_000_000.0  # seconds a pixel: a wide screen shows two centuries
AIR, AIR_AFTER = 0.04, 0.16  # of the width, left free before and after what is fitted in: labels stand after
SHORTEST_FIT = 3600.0  # seconds shown at least when everything is fitted in


@dataclass(frozen=True, slots=True)
class Scale:
    """``start`` is the moment at the left edge in Unix seconds, ``pace`` how many seconds one pixel spans."""

    start: float
    pace: float

    def x(self, moment: float) -> float:
        """Where a moment stands, in pixels from the left edge."""
        return (moment - self.start) / self.pace

    def moment(self, x: float) -> float:
        """Which moment stands there."""
        return self.start + x * self.pace

    def panned(self, pixels: float) -> "Scale":
        """What follows when so many pixels of time go out at the left."""
        return _within(self.start + pixels * self.pace, self.pace)

    def zoomed(self, factor: float, x: float) -> "Scale":
        """``factor`` times as close; the moment at ``x`` stays where it is."""
        pace = min(max(self.pace / factor, CLOSEST), FARTHEST)
        return _within(self.moment(x) - x * pace, pace)

    def centred(self, moment: float, width: float) -> "Scale":
        """The same pace with a moment in the middle."""
        return _within(moment - width / 2 * self.pace, self.pace)


def fitted(first: float, last: float, width: float) -> Scale:
    """All from ``first`` to ``last`` within ``width`` pixels, with some air."""
    span = max(last - first, SHORTEST_FIT)
    pace = min(max(span / max(width * (1 - AIR - AIR_AFTER), 1.0), CLOSEST), FARTHEST)
    spare = width * pace - span
    return _within((first + last - span) / 2 - spare * AIR / (AIR + AIR_AFTER), pace)


def _within(start: float, pace: float) -> Scale:
    return Scale(min(max(start, FIRST_MOMENT), LAST_MOMENT), pace)
