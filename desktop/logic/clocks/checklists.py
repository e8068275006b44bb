"""What is on file about each line of a checklist: there, missing, or (``None``) not told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from desktop.logic.clocks.acts import NO, UNSAID, YES
from desktop.logic.clocks.facts import Happening, Span
from desktop.logic.clocks.index import CaseIndex, first_of, has_values, last_of
from desktop.logic.clocks.rule import Item
from desktop.logic.clocks.starts import Start
from desktop.logic.when.zones import local_clock, start_of_day, zone_called

_HOUR = 3600
_LASTING = frozenset(("detention", "custody", "imprisonment", "house-arrest", "solitary-confinement"))


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``is_certain`` where a field says so outright."""

    item: str
    is_there: bool | None
    is_certain: bool = True


def lines_of(start: Start, index: CaseIndex) -> Iterator[Line]:
    """Every line of the checklist of a rule; what the reader of the paper noted comes before what is worked out."""
    for item in start.rule.items:
        yield _noted(start, item) or _worked_out(start, item, index)


def _noted(start: Start, item: Item) -> Line | None:
    """What the fields of the trigger that name found and missing lines say."""
    listed = start.rule.listed
    if listed is None:
        return None
    if item.id in _several(start.event, listed.lacks):
        return Line(item.id, is_there=False)
    return Line(item.id, is_there=True) if item.id in _several(start.event, listed.has) else None


def _worked_out(start: Start, item: Item, index: CaseIndex) -> Line:
    if item.since:
        return Line(item.id, _lasts_until(start, item.since, index))
    if item.day_hours:
        return Line(item.id, _within_hours(start, item.day_hours, index))
    if item.earlier:
        own = _is_there(start.event, item)
        return Line(item.id, _was_earlier(start, item, index) if own is None else own, is_certain=own is not None)
    if item.words or item.not_words:
        return Line(item.id, _worded(start.event, item), is_certain=False)
    return Line(item.id, _is_there(start.event, item))


def _is_there(event: Happening, item: Item) -> bool | None:
    """A time or a text in the field says that it is there, unless certain values are asked for."""
    value = event.fields.get(item.field) if item.field else None
    if item.values:
        return has_values(event, {item.field or "": item.values}) if value not in (None, "") else None
    if value in NO:
        return False
    is_told = value in YES or (isinstance(value, str) and value.strip() != "" and value not in UNSAID)
    return True if is_told else None


def _worded(event: Happening, item: Item) -> bool | None:
    """Whether a word of a text begins as one that is asked for; other texts say nothing."""
    words = re.findall(r"\w+", str(event.fields.get(item.field or "") or "").casefold())
    if any(word.startswith(item.words) for word in words if item.words):
        return True
    return False if any(word.startswith(item.not_words) for word in words if item.not_words) else None


def _was_earlier(start: Start, item: Item, index: CaseIndex) -> bool | None:
    """What the field says in the last such event before the trigger."""
    for kind in item.earlier:
        for _, event in index.of(start.person, kind).up_to(last_of(start.moment)):
            told = _is_there(event, item)
            if told is not None:
                return told
    return None


def _lasts_until(start: Start, day: date, index: CaseIndex) -> bool | None:
    """Whether the trigger comes on or after a day, or lasts until it; a stay without an end may."""
    first = start_of_day(day, zone_called(start.event.zone))
    if first_of(start.moment) >= first:
        return True
    end = index.end(start.event)
    if end is None:
        return None if last_of(start.moment) >= first else _open_end(start)
    if first_of(end) >= first:
        return True
    return False if max(last_of(end), last_of(start.moment)) < first else None


def _open_end(start: Start) -> bool | None:
    """What is over at once lies before the day; of a stay whose end is not on file nobody knows."""
    return None if start.event.kind in _LASTING else False


def _within_hours(start: Start, hours: int, index: CaseIndex) -> bool | None:
    """Whether all events of the kind on the day of the trigger took no longer; those without an end add at least 0."""
    day = local_clock(last_of(start.moment), start.event.zone).date()
    least = most = 0
    is_told = True
    for span, event in index.of(start.person, start.event.kind).up_to(_end_of(day, start)):
        if local_clock(last_of(span), event.zone).date() != day:
            break
        end = index.end(event)
        if end is None:
            is_told = False
            continue
        shortest, longest = _lengths(span, end)
        least, most = least + shortest, most + longest
    if least > hours * _HOUR:
        return False
    return True if is_told and most <= hours * _HOUR else None


def _lengths(start: Span, end: Span) -> tuple[int, int]:
    return max(0, first_of(end) - last_of(start)), last_of(end) - first_of(start)


def _end_of(day: date, start: Start) -> int:
    return start_of_day(day, zone_called(start.event.zone)) + 24 * _HOUR


def _several(event: Happening, name: str) -> tuple[object, ...]:
    value = event.fields.get(name)
    return tuple(cast("Sequence[object]", value)) if isinstance(value, list | tuple) else ()
