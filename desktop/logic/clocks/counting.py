"""Counting a length of time from a moment, as procedural codes count.

Hours are hours elapsed, whatever the wall clock does meanwhile. Day-periods, days, months and years go by the wall
clock of the place and end at 24:00 of their last day, which is kept as its last second, 23:59:59. Months and years end
on the same number, or on the month's last day where it has none (UPK of Kazakhstan, article 48, part 4).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.logic.clocks import steps
from desktop.logic.clocks.calendar import Calendar
from desktop.logic.clocks.rule import Length, Roll, Unit
from desktop.logic.clocks.steps import Step
from desktop.logic.when.zones import end_of_day, instants_of, local_clock, zone_called

_HOUR = 3600
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}
_LAST_YEAR = 9000  # as for every time the record keeps
_FARTHEST = 200_000_000_000  # seconds from 1970; within what a calendar can count


class TooFar(ValueError):
    """The count leaves the calendar."""

    def __init__(self) -> None:
        super().__init__("too-far")


@dataclass(frozen=True, slots=True)
class Terms:
    """How a rule counts: its length, whether the first hour or day is left out, what becomes of a day off."""

    length: Length
    exclude_first: bool
    roll: Roll
    calendar: Calendar


def count_forward(terms: Terms, start: int, zone: str) -> tuple[int, list[Step]]:
    """The due, counted forward, and how. Raises ``TooFar``, ``NoWorkingDay``, ``WhenUnreadable`` (no such zone)."""
    unit = terms.length.unit
    if unit is Unit.HOUR:
        return _hours(terms, start, zone)
    if unit is Unit.IMMEDIATE and not terms.length.quantity:
        return start, []
    if unit is Unit.IMMEDIATE:  # "at once", with an outer limit in hours
        return _elapsed(terms.length, start, start, zone)
    place, taken = zone_called(zone), list[Step]()
    day = _last_day(terms, local_clock(start, zone).date(), taken, end_of_day(local_clock(start, zone).date(), place))
    day = _rolled(terms, day, taken)
    taken.append(steps.EndOfDay(day))
    return end_of_day(day, place), taken


def count_backward(length: Length, end: int, zone: str, calendar: Calendar) -> tuple[int, list[Step]]:
    """The last moment that leaves so much time before ``end``, and how it was counted. Raises as ``count_forward``.

    A due that closes a day is counted from in whole days; any other keeps its wall-clock time.
    """
    place, local = zone_called(zone), local_clock(end, zone)
    if length.unit in {Unit.HOUR, Unit.IMMEDIATE}:
        at = within_reach(end - length.quantity * _HOUR)
        return at, [steps.Added(length, end, at, is_backward=True), *_moved(at, end, zone)]
    if length.unit is Unit.WORKING_DAY:
        day = calendar.before_working_days(local.date(), length.quantity)
    elif length.unit in _MONTHS:
        day = _by_months(local.date(), -length.quantity * _MONTHS[length.unit])
    else:
        day = _by_days(local.date(), -length.quantity)
    is_whole = end == end_of_day(local.date(), place)
    at = end_of_day(day, place) if is_whole else _same_clock(day, local, place)
    taken: list[Step] = [steps.Added(length, end, at, is_backward=True)]
    return at, [*taken, steps.EndOfDay(day)] if is_whole else taken


def _hours(terms: Terms, start: int, zone: str) -> tuple[int, list[Step]]:
    """The hour in which the term begins is left out where the rule says so: it runs from the next full one."""
    begin, taken = start, list[Step]()
    if terms.exclude_first:
        local = local_clock(start, zone)
        begin = start - (local.minute * 60 + local.second) + _HOUR
        taken.append(steps.FirstExcluded(Unit.HOUR, begin))
    at, counted = _elapsed(terms.length, begin, start, zone)
    local = local_clock(at, zone)
    if terms.roll is Roll.NONE and not terms.calendar.is_working(local.date()):
        counted.append(steps.NotRolled(local.date()))
    return at, taken + counted


def _elapsed(length: Length, begin: int, start: int, zone: str) -> tuple[int, list[Step]]:
    at = within_reach(begin + length.quantity * _HOUR)
    taken: list[Step] = [steps.Added(length, begin, at)]
    return at, taken + _moved(start, at, zone)


def _moved(start: int, at: int, zone: str) -> list[Step]:
    """The change of the wall clock between two moments, if there was one."""
    before, after = (local_clock(moment, zone).utcoffset() or timedelta() for moment in (start, at))
    return [steps.ClockMoved(int((after - before).total_seconds()))] if before != after else []


def _last_day(terms: Terms, first: date, taken: list[Step], midnight: int) -> date:
    length = terms.length
    if length.unit in _MONTHS:
        return _last_of_months(terms, first, taken)
    if terms.exclude_first:
        taken.append(steps.FirstExcluded(Unit.SUTKI, midnight))
        begin = first
    else:
        taken.append(steps.FirstCounted(first))
        begin = _by_days(first, -1)
    if length.unit is Unit.WORKING_DAY:
        day = terms.calendar.after_working_days(begin, length.quantity)
        taken += _doubts(terms.calendar, begin, day)
        return day
    return _by_days(begin, length.quantity)


def _last_of_months(terms: Terms, first: date, taken: list[Step]) -> date:
    day = _by_months(first, terms.length.quantity * _MONTHS[terms.length.unit])
    if day.day != first.day:
        taken.append(steps.Clamped(first.day, day))
    if not terms.exclude_first:
        taken.append(steps.MonthsDiffer(day, _by_days(day, -1)))
    return day


def _rolled(terms: Terms, day: date, taken: list[Step]) -> date:
    if terms.roll is Roll.NONE:
        if not terms.calendar.is_working(day):
            taken.append(steps.NotRolled(day))
        return day
    rolled = terms.calendar.next_working_day(day)
    if rolled != day:
        taken.append(steps.Rolled(day, rolled, terms.calendar.days_off_from(day)))
    taken += _doubts(terms.calendar, _by_days(day, -1), rolled)
    return rolled


def _doubts(calendar: Calendar, after: date, last: date) -> list[Step]:
    """What the calendar is not sure of among these days."""
    days = sorted(day for day in calendar.estimated if after < day <= last)
    found: list[Step] = [steps.Estimated(day) for day in days]
    missing = (year for year in range(after.year, last.year + 1) if year not in calendar.years)
    return found + [steps.Uncovered(calendar.id, year) for year in missing]


def within_reach(at: int) -> int:
    """That moment, where a calendar can count to it. Raises ``TooFar``."""
    if not -_FARTHEST // 4 < at < _FARTHEST:
        raise TooFar
    return at


def _by_days(day: date, count: int) -> date:
    try:
        moved = day + timedelta(days=count)
    except OverflowError:
        raise TooFar from None
    if not 1 <= moved.year <= _LAST_YEAR:
        raise TooFar
    return moved


def _by_months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not 1 <= year <= _LAST_YEAR:
        raise TooFar
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _same_clock(day: date, local: datetime, place: ZoneInfo) -> int:
    """That day at the same wall-clock time; the earlier moment where an hour came twice."""
    return min(instants_of(datetime.combine(day, local.time()), place))
