"""A shape as the wall clock of its place shows it: the offsets a text names are turned into local time."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from desktop.logic.when.bounds import bounds_of
from desktop.logic.when.shapes import Clock, Edge, Point, Shape, Span
from desktop.logic.when.zones import end_of_day, instants_of, local_clock, start_of_day, zone_called


def point_at(instant: int, zone: str, *, has_seconds: bool = False) -> Point:
    """The moment the wall clock of ``zone`` shows at ``instant``; in a repeated hour with its offset."""
    local = local_clock(instant, zone)
    shown = datetime(*local.timetuple()[:6])  # noqa: DTZ001 - a wall clock, not an instant
    before, after = instants_of(shown, zone_called(zone))
    offset = local.utcoffset()
    clock = Clock(
        local.hour,
        local.minute,
        local.second if has_seconds or local.second else None,
        int(offset.total_seconds()) if offset is not None and before != after else None,
    )
    return Point(f"{local.year:04}", f"{local.month:02}", f"{local.day:02}", clock)


def _day_of(instant: int, zone: str) -> Point:
    local = local_clock(instant, zone)
    return Point(f"{local.year:04}", f"{local.month:02}", f"{local.day:02}")


def ends_at(earliest: int | None, latest: int | None, zone: str) -> Span:
    """The bounds as two ends: days where the bounds are those of days at ``zone``, else moments."""
    place = zone_called(zone)
    first, last = Edge.OPEN, Edge.OPEN
    is_in_days = (earliest is None or earliest == start_of_day(local_clock(earliest, zone).date(), place)) and (
        latest is None or latest == end_of_day(local_clock(latest, zone).date(), place)
    )
    told = _day_of if is_in_days else point_at
    if earliest is not None:
        first = told(earliest, zone)
    if latest is not None:
        last = told(latest, zone)
    return Span(first, last)


def _point_here(point: Point, zone: str, place: ZoneInfo) -> Point:
    if point.clock is None or point.clock.offset is None:
        return point
    instant, _ = bounds_of(replace(point, doubt=""), place)
    here = point_at(instant or 0, zone, has_seconds=point.clock.second is not None)
    return replace(here, doubt=point.doubt, doubted=point.doubted)


def here(shape: Shape, zone: str) -> Shape:
    """The shape with every time as the wall clock of ``zone`` shows it."""
    place = zone_called(zone)
    match shape:
        case Point():
            return _point_here(shape, zone, place)
        case Span(first, last):
            ends = [end if isinstance(end, Edge) else _point_here(end, zone, place) for end in (first, last)]
            return Span(*ends)
        case _:
            return replace(shape, items=tuple(here(item, zone) for item in shape.items))
