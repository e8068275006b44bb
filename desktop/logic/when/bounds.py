"""From a shape to its bounds: the earliest and the latest second it can mean at a zone's wall clock.

A point in doubt is widened on both sides by what people mean by "about", rather too much than too little, because a
breach counts as certain only when it holds at every possible time:

=============  ==============
known to       widened by
=============  ==============
a time         1 hour
a day          3 days
a month        1 month
a season       3 months
a year         1 year
a decade       10 years
=============  ==============

``?`` and ``~`` alike; ``%``, uncertain and approximate, twice that. Winter belongs to no single year: "winter 2022"
runs from December 2021 to February 2023.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from desktop.logic.when.errors import WhenUnreadable
from desktop.logic.when.shapes import Clock, Edge, Point, Shape, Span, Unit
from desktop.logic.when.zones import end_of_day, instants_of, start_of_day

Bounds = tuple[int | None, int | None]

_FIRST_YEAR, _LAST_YEAR = 1000, 9000  # leaves room for widening and for zones within what a calendar can count
_HOUR = 3600
_WIDENED_MONTHS = {Unit.MONTH: 1, Unit.SEASON: 3, Unit.YEAR: 12, Unit.DECADE: 120}
_WIDENED_DAYS = 3
_SEASON_MONTHS = {  # ISO 8601-2: the first month, counted from January of the year, and how many follow
    21: (2, 3), 22: (5, 3), 23: (8, 3), 24: (-1, 15),
    25: (2, 3), 26: (5, 3), 27: (8, 3), 28: (-1, 15),
    33: (0, 3), 34: (3, 3), 35: (6, 3), 36: (9, 3),
    40: (0, 6), 41: (6, 6),
}  # fmt: skip


def _numbers(pattern: str, low: int, high: int) -> list[int]:
    """The numbers from ``low`` to ``high`` a pattern of digits and ``X`` can stand for, in order."""
    if "X" not in pattern:
        return [int(pattern)] if low <= int(pattern) <= high else []
    first, last = int(pattern.replace("X", "0")), int(pattern.replace("X", "9"))
    return list(range(max(first, low), min(last, high) + 1))


def _real_days(years: list[int], months: list[int], days: list[int]) -> Iterator[date]:
    """Every day of the calendar these numbers can make, in their order."""
    return (date(y, m, d) for y, m, d in product(years, months, days) if d <= monthrange(y, m)[1])


def _start_of_month(months: int) -> date:
    """The first day of a month counted from the year 0."""
    return date(months // 12, months % 12 + 1, 1)


def _season_days(point: Point, years: list[int]) -> tuple[date, date]:
    start, count = _SEASON_MONTHS.get(int(point.month or 0), (0, 0))
    if not count:
        raise WhenUnreadable(f"{point.year}-{point.month}", "unsupported")
    after = _start_of_month(years[-1] * 12 + start + count)
    return _start_of_month(years[0] * 12 + start), after - timedelta(days=1)


def days_of(point: Point) -> tuple[date, date]:
    """The first and the last day a point can mean, its doubt left aside."""
    years = _numbers(point.year, _FIRST_YEAR, _LAST_YEAR)
    if not years:
        raise WhenUnreadable(point.year, "unsupported")
    if point.is_season:
        return _season_days(point, years)
    months, days = _numbers(point.month or "XX", 1, 12), _numbers(point.day or "XX", 1, 31)
    first = next(_real_days(years, months, days), None)
    last = next(_real_days(years[::-1], months[::-1], days[::-1]), None)
    if first is None or last is None:
        raise WhenUnreadable("-".join(filter(None, (point.year, point.month, point.day))), "no-such-date")
    return first, last


def _moved(day: date, months: int) -> date:
    """The same day some months on; the last of the month where it has no such day."""
    target = _start_of_month(day.year * 12 + day.month - 1 + months)
    return target.replace(day=min(day.day, monthrange(target.year, target.month)[1]))


def _widened(first: date, last: date, point: Point) -> tuple[date, date]:
    times = 2 if point.doubt == "%" else 1
    months = _WIDENED_MONTHS.get(point.doubted or point.unit)
    if months is None:
        days = timedelta(days=_WIDENED_DAYS * times)
        return first - days, last + days
    after = _moved(last + timedelta(days=1), months * times)  # counted from the day after, so that ends of months stay
    return _moved(first, -months * times), after - timedelta(days=1)


def _clock_instants(day: date, clock: Clock, zone: ZoneInfo) -> tuple[int, int]:
    """The seconds a clock time can mean: two where its hour was repeated; a skipped one raises ``no-such-time``."""
    local = datetime(day.year, day.month, day.day) + timedelta(  # noqa: DTZ001 - a wall clock, not an instant
        hours=clock.hour, minutes=clock.minute, seconds=clock.second or 0
    )
    if clock.offset is not None:
        instant = int(local.replace(tzinfo=UTC).timestamp()) - clock.offset
        return instant, instant
    before, after = instants_of(local, zone)
    if after < before:
        raise WhenUnreadable(local.isoformat(), "no-such-time")
    return before, after


def _bounds_of_point(point: Point, zone: ZoneInfo) -> tuple[int, int]:
    first, last = days_of(point)
    if point.clock:
        earliest, latest = _clock_instants(first, point.clock, zone)
        margin = {"": 0, "%": 2 * _HOUR}.get(point.doubt, _HOUR)
        return earliest - margin, latest + margin
    if point.doubt:
        first, last = _widened(first, last, point)
    earliest, latest = start_of_day(first, zone), end_of_day(last, zone)
    if latest < earliest:  # a day the place never had: Samoa's 30 December 2011
        raise WhenUnreadable(first.isoformat(), "no-such-date")
    return earliest, latest


def _bounds_of_span(span: Span, zone: ZoneInfo) -> Bounds:
    earliest = None if isinstance(span.first, Edge) else _bounds_of_point(span.first, zone)[0]
    latest = None if isinstance(span.last, Edge) else _bounds_of_point(span.last, zone)[1]
    if earliest is not None and latest is not None and latest < earliest:
        raise WhenUnreadable("", "reversed")
    return earliest, latest


def bounds_of(shape: Shape, zone: ZoneInfo) -> Bounds:
    """The earliest and latest second (epoch) a shape can mean; None where it has no limit."""
    match shape:
        case Point():
            return _bounds_of_point(shape, zone)
        case Span():
            return _bounds_of_span(shape, zone)
        case _:
            bounds = [bounds_of(item, zone) for item in shape.items]
            starts = [earliest for earliest, _ in bounds if earliest is not None]
            ends = [latest for _, latest in bounds if latest is not None]
            return (
                min(starts) if len(starts) == len(bounds) else None,
                max(ends) if len(ends) == len(bounds) else None,
            )
