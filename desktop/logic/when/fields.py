"""The parts of one date or time as they were typed, in whatever order, and the EDTF they make."""

from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from desktop.logic.when.errors import WhenUnreadable
from desktop.logic.when.hours import on_the_clock, time_of
from desktop.logic.when.tokens import Dotted, Mark, Month, Number, PartOfDay, Time, Token, Weekday, Year

HEDGES = (Mark.ABOUT, Mark.MAYBE)
_EDGES = (Mark.EARLY, Mark.MIDDLE, Mark.LATE)
_NOTES = (*HEDGES, *_EDGES, Mark.NO_DAY, Mark.NO_MONTH, Mark.DECADE, Mark.QUARTER, Mark.HALF_YEAR)
_MONTHS = 12
_THIRDS_OF_MONTH = {Mark.EARLY: ("01", "10"), Mark.MIDDLE: ("11", "20"), Mark.LATE: ("21", "")}
_THIRDS_OF_YEAR = {Mark.EARLY: ("01", "04"), Mark.MIDDLE: ("05", "08"), Mark.LATE: ("09", "12")}
_PARTS_OF_DAY = {
    PartOfDay.MORNING: ("06:00", "12:00"),
    PartOfDay.AFTERNOON: ("12:00", "18:00"),
    PartOfDay.EVENING: ("18:00", "23:59"),
}
_PARTS_OF_YEAR = {Mark.QUARTER: (32, 4), Mark.HALF_YEAR: (39, 2)}  # the number before the first, and how many


def _require(condition: object, why: str = "syntax") -> None:
    if not condition:
        raise WhenUnreadable("", why)


@dataclass(slots=True)
class Fields:
    """What was said of one date or time; None was not said. ``month`` from 21 on is a season, quarter or half-year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    time: Time | None = None
    part: PartOfDay | None = None
    weekday: int | None = None
    notes: set[Mark] = field(default_factory=set[Mark])

    def say(self, name: str, value: object) -> None:
        """Set one part; said twice it is no date."""
        _require(getattr(self, name) is None)
        setattr(self, name, value)

    @property
    def is_time_alone(self) -> bool:
        """Whether nothing but an hour was said."""
        return self.time is not None and self.day is None and self.month is None and self.year is None

    @property
    def is_year_alone(self) -> bool:
        """Whether nothing but a year was said."""
        return self.year is not None and self.month is None and self.day is None


def _take(fields: Fields, token: Token) -> None:
    match token:
        case Year(number):
            fields.say("year", number)
        case Month(number):
            fields.say("month", number)
        case Number(value):
            fields.say("day", value)
        case Time():
            fields.say("time", token)
        case PartOfDay():
            fields.say("part", token)
        case Weekday(number):
            fields.say("weekday", number)
        case Mark() if token in _NOTES:
            fields.notes.add(token)
        case _:
            _require(condition=False)


def gather(tokens: list[Token]) -> Fields:
    """The parts these tokens name; a token that is no part of a date raises ``WhenUnreadable`` (``syntax``)."""
    fields = Fields()
    for token in tokens:
        if not isinstance(token, Dotted):
            _take(fields, token)
    for token in tokens:  # 05.01 is a date where none was said, else the time 05:01
        if not isinstance(token, Dotted):
            continue
        if fields.day is None and fields.month is None and 1 <= token.second <= _MONTHS:
            fields.day, fields.month = token.first, token.second
        else:
            fields.say("time", time_of(token))
    for mark, (before, count) in _PARTS_OF_YEAR.items():
        if mark in fields.notes:
            _require(fields.month is None and fields.day is not None and 1 <= fields.day <= count)
            fields.month, fields.day = before + (fields.day or 0), None
    if fields.time and fields.part:
        fields.time, fields.part = on_the_clock(fields.time, fields.part), None
    return fields


def complete(fields: Fields, other: Fields) -> None:
    """Take over what was said once for two: "5 and 9 January 2022", "5 January 2022 20:00 – 22:00".

    A bare "5" beside "9 January 20:00" may be a day or an hour, and "5 January" beside "2022" has no year of its own:
    both raise ``ambiguous``.
    """
    if fields.is_time_alone:
        fields.year, fields.month, fields.day = other.year, other.month, other.day
        return
    is_bare_day = fields.day is not None and fields.month is None
    _require(not (is_bare_day and fields.time is None and other.time), "ambiguous")
    if is_bare_day:
        fields.month = other.month
    if fields.year is None:
        _require(not other.is_year_alone, "ambiguous")
        fields.year = other.year


def _date_text(fields: Fields) -> str:
    year, month, day, notes = fields.year, fields.month, fields.day, fields.notes
    if year is None:
        raise WhenUnreadable("", "no-year" if month or day else "syntax")
    if Mark.DECADE in notes:
        _require(month is None and day is None and year % 10 == 0)
        return f"{year // 10}X"
    if month is None:
        _require(day is None and Mark.NO_DAY not in notes)
        return f"{year}-XX" if Mark.NO_MONTH in notes else str(year)
    _require(Mark.NO_MONTH not in notes and (month <= _MONTHS or day is None))
    if day is None:
        _require(month <= _MONTHS or Mark.NO_DAY not in notes)
        return f"{year}-{month:02}-XX" if Mark.NO_DAY in notes else f"{year}-{month:02}"
    _require(Mark.NO_DAY not in notes)
    return f"{year}-{month:02}-{day:02}"


def real_date(fields: Fields) -> date:
    """The day of the calendar; one that is none raises ``no-such-date``."""
    _require(fields.year and fields.month and fields.day)
    try:
        return date(fields.year or 0, fields.month or 0, fields.day or 0)
    except ValueError:
        raise WhenUnreadable("", "no-such-date") from None


def _third(fields: Fields, text: str, edge: Mark) -> tuple[str, str]:
    """Early, middle or late in a month (by ten days) or a year (by four months)."""
    _require(fields.day is None and (fields.month or 0) <= _MONTHS)
    if fields.month is None:
        first, last = _THIRDS_OF_YEAR[edge]
    else:
        first, last = _THIRDS_OF_MONTH[edge]
        last = last or str(monthrange(fields.year or 0, fields.month)[1])
    return f"{text}-{first}", f"{text}-{last}"


def extent(fields: Fields) -> tuple[str, str]:
    """The first and the last EDTF point these parts can mean: the same text twice for an ordinary date."""
    text = _date_text(fields)
    first = last = text
    if fields.weekday is not None:
        _require(real_date(fields).weekday() == fields.weekday, "no-such-date")
    if fields.time:
        _require(fields.day is not None)
        seconds = "" if fields.time.second is None else f":{fields.time.second:02}"
        first = last = f"{text}T{fields.time.hour:02}:{fields.time.minute:02}{seconds}"
    elif fields.part:
        _require(fields.day is not None)
        _require(fields.part in _PARTS_OF_DAY, "ambiguous")  # a night has two days
        first, last = (f"{text}T{clock}" for clock in _PARTS_OF_DAY[fields.part])
    edges = [mark for mark in _EDGES if mark in fields.notes]
    if edges:
        _require(len(edges) == 1 and first == text and text[-1] != "X")
        first, last = _third(fields, text, edges[0])
    hedge = {0: "", 1: "~", 2: "?", 3: "%"}[(Mark.ABOUT in fields.notes) + 2 * (Mark.MAYBE in fields.notes)]
    return first + hedge, last + hedge


def neighbour(fields: Fields, by: int) -> Fields:
    """The day, month or year before (-1) or after (+1); a time stays: nothing lies between it and what it limits."""
    if fields.time:
        return fields
    is_plain = not fields.part and fields.notes <= set(HEDGES) and (fields.month or 0) <= _MONTHS
    _require(is_plain and fields.year, "unsupported")
    if fields.day:
        day = real_date(fields) + timedelta(days=by)
        return replace(fields, year=day.year, month=day.month, day=day.day, weekday=None)
    if fields.month:
        months = (fields.year or 0) * _MONTHS + fields.month - 1 + by
        return replace(fields, year=months // _MONTHS, month=months % _MONTHS + 1)
    return replace(fields, year=(fields.year or 0) + by)
