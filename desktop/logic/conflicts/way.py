"""How far apart two places lie, and the least time the way between them takes."""

from collections.abc import Iterable
from math import asin, ceil, cos, radians, sin, sqrt

from db.rows import PlaceRow

# Nobody travels faster than an airliner in a straight line: what this speed allows is not called a contradiction.
SPEED = 900  # kilometres an hour
_EARTH = 6371.0  # kilometres, the mean radius


def distance(one: PlaceRow | None, other: PlaceRow | None) -> float | None:
    """Kilometres between two places along a great circle; ``None`` where coordinates are missing."""
    if one is None or other is None:
        return None
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return None
    south, north = radians(one.latitude or 0), radians(other.latitude or 0)
    east = radians((other.longitude or 0) - (one.longitude or 0))
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(east / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, half)))


def least_seconds(kilometres: float | None) -> int:
    """The least time the way takes; 0 where it is not known how far it is."""
    return int((kilometres or 0) * 3600 / SPEED)


def widest(places: Iterable[PlaceRow]) -> int:
    """Seconds that no way between any two of these places exceeds: the corners of the box around them."""
    known = [(row.latitude, row.longitude) for row in places if row.latitude is not None and row.longitude is not None]
    if not known:
        return 0
    around = [max(values) - min(values) for values in zip(*known, strict=True)]
    return ceil(_EARTH * radians(min(180.0, sum(around))) * 3600 / SPEED)
