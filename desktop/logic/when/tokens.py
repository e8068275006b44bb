"""The words of a time, whatever the language: what a typed text is broken into before it is understood."""

from dataclasses import dataclass
from enum import Enum


class Mark(Enum):
    """A word that stands for no date or hour itself but says how they are meant."""

    ABOUT = "about"
    MAYBE = "maybe"
    BETWEEN = "between"
    AND = "and"
    OR = "or"
    DASH = "dash"
    SLASH = "slash"  # only in the two years of a winter
    ELLIPSIS = "ellipsis"  # between the two, in our own short form
    FROM = "from"
    TO = "to"  # until, that day included
    BEFORE = "before"  # not any more on that day
    AFTER = "after"  # only once that day is over
    SINCE = "since"  # and lasting
    NOT_BEFORE = "not before"
    NOW = "now"  # "to the present": no end
    NO_START = "start unknown"
    NO_END = "end unknown"
    NO_DAY = "day unknown"
    NO_MONTH = "month unknown"
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    HOUR = "hour"  # after its number
    HOUR_AHEAD = "hour ahead"  # before its number: сағат 20
    MINUTE = "minute"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    DECADE = "decade"
    NIGHT_TO = "night to"  # the night that ends on the day named
    NIGHT_OF = "night of"  # the same, but only from one day to the other
    ONTO = "onto"  # from one night's day to the next
    # Kazakh says these after the date
    FROM_ENDING = "-dan"
    POST_BETWEEN = "… between"
    POST_TO = "… to"
    POST_BEFORE = "… before"
    POST_AFTER = "… after"
    POST_SINCE = "… since"
    POST_NOT_BEFORE = "… not before"
    POST_NIGHT = "… night to"


class PartOfDay(Enum):
    """A part of the day: alone it is a span of hours, beside an hour it says which half of the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class HalfOfDay(Enum):
    """What stands beside a bare hour: 8 pm, 8 вечера, кешкі 8."""

    AM = "am"
    PM = "pm"
    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class Number:
    """One or two digits: a day, or an hour if a word beside it says so."""

    value: int


@dataclass(frozen=True, slots=True)
class Dotted:
    """Two numbers with a dot between: 05.01 is a day of a month, 20.30 a time."""

    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Year:
    """Four digits."""

    number: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its number; 21 to 41 are the seasons, quarters and half-years of ISO 8601-2."""

    number: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday being 0: it adds nothing, but must fit."""

    number: int


@dataclass(frozen=True, slots=True)
class Time:
    """A wall-clock time."""

    hour: int
    minute: int = 0
    second: int | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word or sign no language of ours has for a time."""


Token = Mark | PartOfDay | HalfOfDay | Number | Dotted | Year | Month | Weekday | Time | Unknown
