"""Wall clocks asked many times over: what a day or an offset is, worked out once for each zone and day."""

from datetime import date
from functools import lru_cache

from desktop.logic.when.zones import end_of_day, local_clock, zone_called

_DAY, _HOUR = 86_400, 3_600  # seconds
_EPOCH = date(1970, 1, 1).toordinal()
_KEPT = 1 << 16  # days; some ten years in a dozen zones


def day_at(instant: int, zone: str) -> date:
    """The day the wall clock of ``zone`` shows at ``instant`` (Unix seconds). Raises ``WhenUnreadable``."""
    return date.fromordinal(_EPOCH + (instant + _offset(instant, zone)) // _DAY)


def into_the_hour(instant: int, zone: str) -> int:
    """How many seconds of the hour its wall clock shows have passed. Raises ``WhenUnreadable``."""
    return (instant + _offset(instant, zone)) % _HOUR


def is_steady(first: int, last: int, zone: str) -> bool:
    """Whether the wall clock keeps one offset on the days of both moments (Unix seconds)."""
    told = _offset_of_day(first // _DAY, zone)
    return told is not None and told == _offset_of_day(last // _DAY, zone)


@lru_cache(_KEPT)
def last_second(day: date, zone: str) -> int:
    """24:00 of a local day less one second (Unix seconds). Raises ``WhenUnreadable``."""
    return end_of_day(day, zone_called(zone))


def _offset(instant: int, zone: str) -> int:
    """Seconds the wall clock is ahead of UTC; looked up by the day, except on the days on which it is changed."""
    told = _offset_of_day(instant // _DAY, zone)
    return _offset_at(instant, zone) if told is None else told


@lru_cache(_KEPT)
def _offset_of_day(day: int, zone: str) -> int | None:
    """That of a whole day of UTC (``day`` counted from 1970); ``None`` where it changes."""
    begin, end = _offset_at(day * _DAY, zone), _offset_at((day + 1) * _DAY, zone)
    return begin if begin == end else None


def _offset_at(instant: int, zone: str) -> int:
    offset = local_clock(instant, zone).utcoffset()
    return 0 if offset is None else int(offset.total_seconds())
