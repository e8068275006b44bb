"""Working days, by the tables of days off that a jurisdiction's governments decree year by year."""

import dataclasses
from datetime import date, timedelta

_WEEKEND = frozenset({5, 6})  # Saturday and Sunday, as datetime counts
_PATIENCE = 366  # days without a working day: then the table is wrong


class NoWorkingDay(ValueError):
    """For a year on end the calendar ``calendar`` has no working day."""

    def __init__(self, calendar: str) -> None:
        super().__init__("no-working-day")
        self.calendar = calendar


@dataclasses.dataclass(frozen=True, slots=True)
class Calendar:
    """The days off of one jurisdiction.

    ``holidays`` are days off beside the weekend, shifted ones among them; ``workdays`` days of a weekend that were
    made to work; ``estimated`` those holidays nobody has confirmed yet (moveable feasts); ``years`` those the table
    covers.
    """

    id: str
    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()
    estimated: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()
    weekend: frozenset[int] = _WEEKEND

    def is_working(self, day: date) -> bool:
        """Whether people work that day."""
        return day in self.workdays or (day not in self.holidays and day.weekday() not in self.weekend)

    def next_working_day(self, day: date) -> date:
        """That day itself, or the first working day after it. Raises ``NoWorkingDay``."""
        for number in range(_PATIENCE):
            if self.is_working(day + timedelta(days=number)):
                return day + timedelta(days=number)
        raise NoWorkingDay(self.id)

    def days_off_from(self, day: date) -> tuple[date, ...]:
        """The days off from that day to the next working one."""
        return tuple(day + timedelta(days=number) for number in range((self.next_working_day(day) - day).days))

    def after_working_days(self, day: date, count: int) -> date:
        """The last of so many working days, counted from the day after. Raises ``NoWorkingDay``."""
        for _ in range(count):
            day = self.next_working_day(day + timedelta(days=1))
        return day

    def before_working_days(self, day: date, count: int) -> date:
        """The day that has so many working days between it and the end of that day. Raises ``NoWorkingDay``."""
        left = count
        for number in range((count + 1) * _PATIENCE):
            if not left:
                return day - timedelta(days=number)
            left -= self.is_working(day - timedelta(days=number))
        raise NoWorkingDay(self.id)
