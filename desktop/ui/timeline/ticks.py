"""The marks of the axis: round moments of the local calendar, from centuries to minutes, and what they are called."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QLocale

from desktop import i18n
from desktop.logic import when
from desktop.logic.when.zones import instants_of, local_clock, start_of_day, zone_called
from desktop.ui.timeline.scale import FIRST_MOMENT, LAST_MOMENT, Scale

DAY, YEAR = 86_400, 31_557_600


class Unit(StrEnum):
    """What the calendar counts in."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Step:
    """Every so many of a unit; ``seconds`` is about how long that lasts, ``letters`` how wide its longest label is."""

    unit: Unit
    every: int
    seconds: float
    letters: int


STEPS = (
    *(Step(Unit.MINUTE, every, every * 60, 7) for every in (1, 5, 15, 30, 60, 180, 360, 720)),
    Step(Unit.DAY, 1, DAY, 4),
    Step(Unit.WEEK, 1, 7 * DAY, 4),
    Step(Unit.MONTH, 1, YEAR / 12, 7),
    Step(Unit.MONTH, 3, YEAR / 4, 7),
    *(Step(Unit.YEAR, every, every * YEAR, 6) for every in (1, 2, 5, 10, 20, 50, 100)),
)
DECADE = next(step for step in STEPS if step.unit is Unit.YEAR and step.every == 10)


@dataclass(frozen=True, slots=True)
class Tick:
    """A round moment in Unix seconds, and its label."""

    moment: int
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The marks of a view, and above them the days, months or years they stand in (each with its beginning)."""

    ticks: tuple[Tick, ...]
    spans: tuple[Tick, ...]
    is_in_years: bool = False


def axis(scale: Scale, width: float, letter: float, zone: str) -> Axis:
    """The axis of a view of ``width`` pixels, where a letter is ``letter`` wide, by the calendar of ``zone``."""
    step = step_for(scale.pace, letter)
    since, until = _inside(scale.start), _inside(scale.moment(width))
    ticks = tuple(Tick(moment, _label(step.unit, moment, zone)) for moment in moments(step, since, until, zone))
    wide = _wider(step)
    is_in_years = step.unit is Unit.YEAR
    if wide is None:
        return Axis(ticks, (), is_in_years)
    above = moments(wide, since, until, zone)
    return Axis(ticks, tuple(Tick(moment, _told(wide, moment, zone)) for moment in above), is_in_years)


def step_for(pace: float, letter: float) -> Step:
    """The finest step whose labels do not touch at ``pace`` seconds a pixel."""
    return next((step for step in STEPS if step.seconds / pace >= step.letters * letter), STEPS[-1])


def moments(step: Step, since: float, until: float, zone: str) -> list[int]:
    """The round moments of a stretch of time, from the last one at its beginning or before."""
    first, last = local_clock(int(since), zone), local_clock(int(until), zone)
    found = list(_round_moments(step, first, last, zone))
    return found[max(bisect_right(found, since) - 1, 0) : bisect_left(found, until)]


def _wider(step: Step) -> Step | None:
    """What stands above the labels: the day of an hour, the month of a day, the year of a month, a decade of years."""
    wanted = {Unit.MINUTE: Unit.DAY, Unit.DAY: Unit.MONTH, Unit.WEEK: Unit.MONTH, Unit.MONTH: Unit.YEAR}
    unit = wanted.get(step.unit)
    if step.unit is Unit.YEAR and step.every <= 2:
        return DECADE
    return next((one for one in STEPS if one.unit is unit), None)


def _round_moments(step: Step, first: datetime, last: datetime, zone: str) -> Iterator[int]:
    place = zone_called(zone)
    match step.unit:
        case Unit.MINUTE:
            for day in _days(first.date(), last.date(), 1):
                yield from _clock_times(day, step.every, zone)
        case Unit.DAY:
            yield from (start_of_day(day, place) for day in _days(first.date(), last.date(), 1))
        case Unit.WEEK:
            monday = first.date() - timedelta(days=first.weekday())
            yield from (start_of_day(day, place) for day in _days(monday, last.date(), 7))
        case Unit.MONTH:
            for month in range(first.year * 12 + (first.month - 1) // step.every * step.every, last.year * 12 + 12):
                if month % 12 % step.every == 0:
                    yield start_of_day(date(month // 12, month % 12 + 1, 1), place)
        case Unit.YEAR:
            for year in range(first.year - first.year % step.every, last.year + 1, step.every):
                yield start_of_day(date(max(year, 1), 1, 1), place)


def _days(first: date, last: date, every: int) -> Iterator[date]:
    return (first + timedelta(days=count) for count in range(0, (last - first).days + 1, every))


@lru_cache(maxsize=64)
def _clock_times(day: date, every: int, zone: str) -> tuple[int, ...]:
    """The round times of one day as its wall clock shows them; a skipped hour is left out, a repeated one told once."""
    place, midnight = zone_called(zone), datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a wall clock
    both = (instants_of(midnight + timedelta(minutes=count), place) for count in range(0, 1440, every))
    return tuple(sorted({before for before, after in both if after >= before}))


@lru_cache(maxsize=4096)
def _worded(unit: Unit, moment: int, zone: str, language: str) -> str:
    local = local_clock(moment, zone)
    match unit:
        case Unit.MINUTE:
            return f"{local:%H:%M}"
        case Unit.MONTH:
            return QLocale(language).standaloneMonthName(local.month, QLocale.FormatType.ShortFormat)
        case Unit.YEAR:
            return str(local.year)
        case _:
            return str(local.day)


@lru_cache(maxsize=1024)
def _in_full(step: Step, moment: int, zone: str, language: str) -> str:
    local = local_clock(moment, zone)
    year = f"{local:%Y}" if step.every == 1 else f"{local.year // 10:03}X"
    edtf = {Unit.DAY: f"{local:%Y-%m-%d}", Unit.MONTH: f"{local:%Y-%m}"}.get(step.unit, year)
    return when.describe(when.parse(edtf, zone), language)


def _label(unit: Unit, moment: int, zone: str) -> str:
    return _worded(unit, moment, zone, i18n.current().value)


def _told(step: Step, moment: int, zone: str) -> str:
    return _in_full(step, moment, zone, i18n.current().value)


def _inside(moment: float) -> float:
    return min(max(moment, FIRST_MOMENT), LAST_MOMENT)
