"""How one rule counts, made ready: hours by plain arithmetic, every day counted once however many terms begin on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.logic.clocks import steps
from desktop.logic.clocks.calendar import Calendar
from desktop.logic.clocks.counting import Terms, count_backward, count_forward, within_reach
from desktop.logic.clocks.lawbook import key_of
from desktop.logic.clocks.rule import Direction, Length, Roll, Rule, Unit
from desktop.logic.clocks.steps import Step
from desktop.logic.clocks.walls import day_at, into_the_hour, is_steady, last_second

_HOUR, _DAY = 3600, 86_400  # seconds
_LONGEST = 400  # days; what is longer is counted by the calendar
_BY_THE_DAY = frozenset({Unit.SUTKI, Unit.CALENDAR_DAY})
_TIMELESS = frozenset({Unit.NONE, Unit.CHECKLIST})
_BY_THE_HOUR = frozenset({Unit.HOUR, Unit.IMMEDIATE})


class Measure:
    """A length to be counted from many moments; it says the same as ``count_forward`` and ``count_backward``."""

    def __init__(self, terms: Terms, *, is_backward: bool) -> None:
        length = terms.length
        self._terms, self._is_backward = terms, is_backward
        self._is_at_once = length.unit is Unit.IMMEDIATE and not length.quantity and not is_backward
        self._is_hours = length.unit in _BY_THE_HOUR
        self._starts_late = terms.exclude_first and length.unit is Unit.HOUR and not is_backward
        self._seconds = (-1 if is_backward else 1) * length.quantity * _HOUR
        is_in_days = length.unit in _BY_THE_DAY and length.quantity < _LONGEST
        self._days = length.quantity if is_in_days else 0
        self._by_day: dict[tuple[date, str], int] = {}

    def due(self, at: int, zone: str) -> int:
        """The due counted from a moment. Raises ``TooFar``, ``NoWorkingDay``, ``WhenUnreadable`` (no such zone)."""
        if self._is_at_once:
            return at
        if self._is_hours:
            passed = into_the_hour(at, zone)
            return within_reach((at + _HOUR - passed if self._starts_late else at) + self._seconds)
        day = day_at(at, zone)
        if self._is_backward and at != last_second(day, zone):
            return self._at_same_time(at, zone)
        due = self._by_day.get((day, zone))
        if due is None:
            due = self._by_day[day, zone] = self._count(at, zone)[0]
        return due

    def steps(self, at: int, zone: str) -> Sequence[Step]:
        """How that due is reached."""
        return self._count(at, zone)[1]

    def _at_same_time(self, at: int, zone: str) -> int:
        """Counted back without rounding: it keeps the time of day, which is plain where no clock was changed."""
        moved = at - self._days * _DAY if self._days else at
        if self._days and is_steady(moved, at, zone):
            return moved
        return self._count(at, zone)[0]

    def _count(self, at: int, zone: str) -> tuple[int, list[Step]]:
        if self._is_backward:
            return count_backward(self._terms.length, at, zone, self._terms.calendar)
        return count_forward(self._terms, at, zone)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What of a rule is the same for all of its clocks: its name, its count, its reminders, what is not checked."""

    key: str
    measure: Measure
    reminders: tuple[Measure, ...]
    unchecked: tuple[Step, ...]
    is_timeless: bool


def reckoning_of(rule: Rule, calendars: Mapping[str, Calendar]) -> Reckoning:
    """The rule made ready to count by these calendars; reminders go by the week alone."""
    name = rule.calendar or rule.jurisdiction
    terms = Terms(
        Length(rule.quantity, rule.unit), rule.exclude_first, rule.roll, calendars.get(name) or Calendar(name)
    )
    bare = Calendar(rule.jurisdiction)
    reminders = (Terms(length, exclude_first=False, roll=Roll.NONE, calendar=bare) for length in rule.reminders)
    is_told = rule.checked_to is not None and rule.verified_on is None
    return Reckoning(
        key_of(rule),
        Measure(terms, is_backward=rule.direction is Direction.BACKWARD),
        tuple(Measure(each, is_backward=True) for each in reminders),
        (steps.Unchecked(rule.checked_to),) if is_told and rule.checked_to else (),
        rule.unit in _TIMELESS,
    )
