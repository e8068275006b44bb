"""One sentence a step: how the due was counted, and what a calendar or an order made of it."""

from functools import singledispatch

from desktop.documents.clocks.words import Words
from desktop.logic.clocks import steps
from desktop.logic.clocks.rule import Unit

_HOUR = 3600


@singledispatch
def count_line(step: object, words: Words) -> str | None:  # noqa: ARG001 - a step of another part of the trace
    """The sentence for a step of counting; ``None`` for any other."""
    return None


@count_line.register
def _added(step: steps.Added, words: Words) -> str | None:
    back = words.gettext("{length} back from {start}: {end}.")
    pattern = back if step.is_backward else words.gettext("{length} from {start}: {end}.")
    length = words.length(step.length)
    return pattern.format(length=length, start=words.moment(step.start), end=words.moment(step.at))


@count_line.register
def _first_excluded(step: steps.FirstExcluded, words: Words) -> str | None:
    hour = words.gettext("The hour in which it starts does not count: the term runs from {time}.")
    day = words.gettext("The day on which it starts does not count: the term runs from {time}.")
    return (hour if step.unit is Unit.HOUR else day).format(time=words.moment(step.at))


@count_line.register
def _first_counted(step: steps.FirstCounted, words: Words) -> str | None:
    return words.gettext("First day of the term: {day}.").format(day=words.day(step.day))


@count_line.register
def _clock_moved(step: steps.ClockMoved, words: Words) -> str | None:
    forward = words.gettext("Meanwhile clocks were put forward by {hours} h; hours count as they elapse.")
    back = words.gettext("Meanwhile clocks were put back by {hours} h; hours count as they elapse.")
    return (forward if step.seconds > 0 else back).format(hours=f"{abs(step.seconds) / _HOUR:g}")


@count_line.register
def _clamped(step: steps.Clamped, words: Words) -> str | None:
    pattern = words.gettext("The month has no day {number}: the term ends on its last one, {day}.")
    return pattern.format(number=step.day, day=words.day(step.at))


@count_line.register
def _end_of_day(step: steps.EndOfDay, words: Words) -> str | None:
    return words.gettext("The term ends at 24:00 on {day}.").format(day=words.day(step.day))


@count_line.register
def _months_differ(step: steps.MonthsDiffer, words: Words) -> str | None:
    pattern = words.gettext("Warning: orders may count months of custody to {day}; the date in the order decides.")
    return pattern.format(day=words.day(step.other))


@count_line.register
def _rolled(step: steps.Rolled, words: Words) -> str | None:
    pattern = words.gettext("Day off: {day}; the term ends on the next working day, {next}.")
    return pattern.format(day=words.day(step.day), next=words.day(step.to))


@count_line.register
def _not_rolled(step: steps.NotRolled, words: Words) -> str | None:
    return words.gettext("Day off: {day}; this term is not moved.").format(day=words.day(step.day))


@count_line.register
def _estimated(step: steps.Estimated, words: Words) -> str | None:
    return words.gettext("The day off is estimated, check it: {day}.").format(day=words.day(step.day))


@count_line.register
def _uncovered(step: steps.Uncovered, words: Words) -> str | None:
    pattern = words.gettext("The calendar {calendar} has no table for {year}: only weekends were taken as days off.")
    return pattern.format(calendar=step.calendar, year=step.year)


@count_line.register
def _reached(step: steps.Reached, words: Words) -> str | None:
    if step.span is None:
        return words.gettext("The law sets no time.")
    return words.gettext("Due: {time}.").format(time=words.span(step.span))


@count_line.register
def _ordered(step: steps.Ordered, words: Words) -> str | None:
    beyond = words.gettext("Warning: the order names {ordered}, later than the law allows ({by_law}).")
    pattern = beyond if step.is_beyond else words.gettext("Warning: the order names {ordered}, by law it is {by_law}.")
    return pattern.format(ordered=words.span(step.ordered), by_law=words.span(step.by_law))


@count_line.register
def _overridden(step: steps.Overridden, words: Words) -> str | None:
    if step.reason is None:
        return words.gettext("We set another due: {time}.").format(time=words.span(step.ours))
    pattern = words.gettext("We set another due: {time}. Reason: {reason}")
    return pattern.format(time=words.span(step.ours), reason=step.reason)
