"""The shapes a time can have: points, spans between points and choices of both."""

from dataclasses import dataclass
from enum import StrEnum

SEASONS_FROM = "21"


class Unit(StrEnum):
    """How finely a point is known."""

    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    TIME = "time"


class Edge(StrEnum):
    """An end of a span that is no point: open (still going on, or no limit known) or unknown."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A wall-clock time; ``offset`` is what the text itself says, in seconds east of UTC."""

    hour: int
    minute: int
    second: int | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One date or time, as written: digits may be ``X``, a month may be a season (21 to 41).

    ``doubt`` is ``?`` (uncertain), ``~`` (approximate) or ``%`` (both); ``doubted`` the coarsest component it is about.
    """

    year: str
    month: str | None = None
    day: str | None = None
    clock: Clock | None = None
    doubt: str = ""
    doubted: Unit | None = None

    @property
    def is_season(self) -> bool:
        """Whether the month stands for a season, a quarter or a half-year."""
        return self.month is not None and self.month.isdigit() and self.month >= SEASONS_FROM

    @property
    def is_partial(self) -> bool:
        """Whether some digit is unspecified."""
        return "X" in f"{self.year}{self.month}{self.day}"

    @property
    def unit(self) -> Unit:
        """The finest component given."""
        if self.clock:
            return Unit.TIME
        if self.day:
            return Unit.DAY
        if self.month:
            return Unit.SEASON if self.is_season else Unit.MONTH
        return Unit.DECADE if "X" in self.year else Unit.YEAR


@dataclass(frozen=True, slots=True)
class Span:
    """From one end to the other, both included; inside a choice: one moment between the two."""

    first: Point | Edge
    last: Point | Edge


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several (``[...]``), or all of them where ``every`` is set (``{...}``)."""

    items: tuple[Point | Span, ...]
    every: bool = False


Shape = Point | Span | Choice
