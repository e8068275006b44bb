"""What a language needs to say a time: the forms of its words and the patterns they stand in."""

from dataclasses import dataclass, field
from enum import Enum
from functools import cache


class Case(Enum):
    """The grammatical place a date stands in."""

    PLAIN = "plain"  # 5 January 2022
    OF = "of"  # after "around"
    BETWEEN = "between"  # after "between"
    FROM = "from"  # after "no later than", "from", "no earlier than"


class Kinship(Enum):
    """What two ends of a span have in common, so that it is said once."""

    DAY = "day"  # two times of one day
    MONTH = "month"  # two days of one month
    DAYS = "days"  # two days of one year
    MONTHS = "months"  # two months of one year
    YEARS = "years"  # two years
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Forms:
    """The words and patterns of one case; ``seasons`` are numbered as in ISO 8601-2."""

    months: tuple[str, ...]
    months_of_days: tuple[str, ...]
    seasons: dict[int, str]
    year: str = "{year}"
    decade: str = "{year}"
    moment: str = "{day}, {clock}"


@dataclass(frozen=True, slots=True)
class Speech:
    """The patterns of one language; ``{}`` takes a date in the case its name says."""

    forms: dict[Case, Forms]
    day: str
    month: str
    about: str  # OF
    about_moment: str
    maybe: str
    about_word: str  # in brackets after the first of two ends: said before it, it would be about both
    maybe_word: str
    no_later: str  # FROM
    no_earlier: str  # FROM
    since: str  # FROM
    unknown_start: str  # FROM
    unknown_end: str  # FROM
    no_day: str
    no_month: str
    either: str
    both: str
    spans: dict[Kinship, str]
    betweens: dict[Kinship, str]
    about_span: str
    endings: dict[int, str] = field(default_factory=dict[int, str])  # of a clock in the case FROM, by its last number


@cache
def month_names(language: str, *, alone: bool = False) -> tuple[str, ...]:
    """The twelve months as they stand in a date, or alone (ru: января, январь)."""
    from babel.dates import get_month_names

    names = get_month_names("wide", "stand-alone" if alone else "format", locale=language)
    return tuple(names[month].lower() if language != "en" else names[month] for month in range(1, 13))
