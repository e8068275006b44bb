"""The steps by which a due was reached, typed; ``documents/traces.py`` puts them into words.

``at`` and the like are Unix seconds, read at the wall clock ``zone`` of the deadline they belong to.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.logic.clocks.facts import Span
from desktop.logic.clocks.findings import (
    Closed,
    Contested,
    Decided,
    Doubted,
    Listed,
    MayBeBetween,
    Never,
    NotAllTold,
    NothingShown,
    Otherwise,
    Respected,
    RestorationAnswered,
    RestorationAsked,
    Shown,
    StandsFor,
    Told,
    Unchecked,
)
from desktop.logic.clocks.rule import Anchor, Length, Unit


@dataclass(frozen=True, slots=True)
class Started:
    """What the clock runs from: an event's moment by this anchor; ``field`` where a field of it tells the time."""

    event: str
    kind: str
    anchor: Anchor
    span: Span
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Credited:
    """The count begins with the stay ``event`` that runs up to the trigger."""

    event: str
    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Lapsed:
    """The count begins only after so long without an answer."""

    length: Length
    span: Span


@dataclass(frozen=True, slots=True)
class CountedFrom:
    """A backward clock: counted from the due of another rule."""

    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Applied:
    """Why the rule applies: the condition, what is on file about it, and whether it holds for certain."""

    condition: str
    value: Any
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Assumed:
    """What is not on file and was taken for granted: that a person of unknown age is an adult."""

    condition: str


@dataclass(frozen=True, slots=True)
class Added:
    """A stretch was counted from a moment to a moment, ``is_backward`` or forward; hours are hours elapsed."""

    length: Length
    start: int
    at: int
    is_backward: bool = False


@dataclass(frozen=True, slots=True)
class FirstExcluded:
    """The hour or day in which the term begins does not count; it runs from ``at``."""

    unit: Unit
    at: int


@dataclass(frozen=True, slots=True)
class FirstCounted:
    """The day in which the term begins is its first day."""

    day: date


@dataclass(frozen=True, slots=True)
class ClockMoved:
    """Between the two moments the wall clock was changed by so many seconds (hours count as they elapse)."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Clamped:
    """The month has no such day: the term ends on its last one."""

    day: int
    at: date


@dataclass(frozen=True, slots=True)
class MonthsDiffer:
    """Practice may count months of custody to ``other``, the day before: the order's own date decides."""

    by_law: date
    other: date


@dataclass(frozen=True, slots=True)
class EndOfDay:
    """A term in days ends at 24:00 of its last day."""

    day: date


@dataclass(frozen=True, slots=True)
class Rolled:
    """The last day was a day off: the term ends on the next working day."""

    day: date
    to: date
    days_off: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class NotRolled:
    """The last day is a day off and stays the last: terms of liberty are not moved."""

    day: date


@dataclass(frozen=True, slots=True)
class Estimated:
    """A day off that nobody has confirmed yet bears on the count."""

    day: date


@dataclass(frozen=True, slots=True)
class Uncovered:
    """The calendar has no table for this year: only weekends were taken as days off."""

    calendar: str
    year: int


@dataclass(frozen=True, slots=True)
class Reached:
    """The due; ``None`` where the law sets no time."""

    span: Span | None


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order names another end: ``by_law`` is what was counted, ``ordered`` what holds; the two differ."""

    by_law: Span
    ordered: Span
    event: str
    is_beyond: bool  # later than the law allows


@dataclass(frozen=True, slots=True)
class Overridden:
    """We set another due by hand, with a reason."""

    by_law: Span | None
    ours: Span
    reason: str | None


Step = (
    Started
    | Credited
    | Lapsed
    | CountedFrom
    | Applied
    | Assumed
    | Added
    | FirstExcluded
    | FirstCounted
    | ClockMoved
    | Clamped
    | MonthsDiffer
    | EndOfDay
    | Rolled
    | NotRolled
    | Estimated
    | Uncovered
    | Reached
    | Ordered
    | Overridden
    | Shown
    | Respected
    | Never
    | Closed
    | Contested
    | NothingShown
    | Listed
    | Decided
    | Unchecked
    | Told
    | Otherwise
    | MayBeBetween
    | StandsFor
    | Doubted
    | NotAllTold
    | RestorationAsked
    | RestorationAnswered
)
