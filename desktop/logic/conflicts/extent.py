"""When something began and ended, as far as is known; and what of two such extents is unavoidable.

The beginning lies somewhere in ``[start_from, start_to]``, the end in ``[end_from, end_to]`` (Unix seconds). Two
extents *certainly* share a moment when they do so however the four times are chosen: the latest beginning of each lies
before the earliest end of the other. They *possibly* share one when some choice makes them: the earliest beginning of
each lies before the latest end of the other. Narrowing a bound raises the ``from``s and lowers the ``to``s, so that
what is certain stays certain, and what is impossible stays impossible.

What ends at the second at which the other begins does not overlap it: people write hand-overs like that.
"""

from dataclasses import dataclass, replace

from db.rows import EventRow
from db.types import When
from desktop.logic import when
from desktop.logic.conflicts.conflict import Certainty

FIRST, LAST = -(1 << 62), 1 << 62
DAY = 86_400
BRIEF = DAY + 3600  # clocks put back make a day of 25 hours
_MINUTE = 59  # seconds after the first of a minute that still bear its name


@dataclass(frozen=True, slots=True)
class Extent:
    """Bounds of a beginning and of an end; ``is_open`` where nobody wrote down an end."""

    start_from: int
    start_to: int
    end_from: int
    end_to: int
    is_open: bool = False

    @property
    def is_brief(self) -> bool:
        """Whether all of it fits into a day."""
        return self.length <= BRIEF

    @property
    def length(self) -> int:
        """The most seconds it can have lasted."""
        return self.end_to - self.start_from

    def somewhen(self) -> "Extent":
        """A moment nobody can name within all of it: what lasts weeks, like a trial, does not go on at every hour."""
        return replace(self, start_to=self.end_to, end_from=self.start_from)


def extent_of(event: EventRow) -> Extent | None:
    """When an event began and ended; ``None`` without a time."""
    if event.when is None:
        return None
    start, end = _ends(event.when)
    if event.until is not None:
        end = _bounds(event.until)
    elif end is None:
        length = _MINUTE if start[0] == start[1] else 0
        return Extent(*start, start[0] + length, start[1] + length, is_open=True)
    return Extent(*start, max(end[0], start[0]), max(end[1], start[1]))


def beginning(value: When) -> When:
    """The time at which a span begins; any other time as it stands."""
    start, _end = _ends(value)
    return replace(value, earliest=_known(start[0]), latest=_known(start[1]))


def shared(one: Extent, other: Extent, way: int = 0) -> Certainty | None:
    """Whether two extents share a moment, or leave less than ``way`` seconds to come from one to the other."""
    if one.start_to < other.end_from + way and other.start_to < one.end_from + way:
        return Certainty.CERTAIN
    if one.start_from < other.end_to + way and other.start_from < one.end_to + way:
        return Certainty.POSSIBLE
    return None


def stretch(one: Extent, other: Extent) -> int:
    """The most seconds that the two can share."""
    return min(one.end_to, other.end_to) - max(one.start_from, other.start_from)


def comes_after(first: When, later: When) -> Certainty | None:
    """Whether ``first``, which must not come after ``later``, does.

    Certainly when all of it lies after all of ``later``. Possibly only where that is the likelier reading, since a
    vague date contradicts nothing: its bounds both lie later than those of ``later``, or it is known to a fortnight and
    its middle lies after that of ``later``; never within one day, which has room for both.
    """
    a_from, a_to = _bounds(first)
    b_from, b_to = _bounds(later)
    if a_from > b_to:
        return Certainty.CERTAIN
    if max(a_to, b_to) - min(a_from, b_from) <= DAY or a_to <= b_to:
        return None
    is_near = a_to - a_from <= 14 * DAY and a_from + a_to > b_from + b_to
    return Certainty.POSSIBLE if a_from > b_from or is_near else None


def _ends(value: When) -> tuple[tuple[int, int], tuple[int, int] | None]:
    """The bounds of the beginning and, for a span with two written ends, of the end."""
    first, slash, last = value.edtf.partition("/")
    if slash and first not in {"", ".."} and last not in {"", ".."}:
        return _bounds(when.parse(first, value.zone)), _bounds(when.parse(last, value.zone))
    return _bounds(value), None


def _bounds(value: When) -> tuple[int, int]:
    return (
        FIRST if value.earliest is None else value.earliest,
        LAST if value.latest is None else value.latest,
    )


def _known(second: int) -> int | None:
    return second if FIRST < second < LAST else None
