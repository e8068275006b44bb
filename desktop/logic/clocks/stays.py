"""Stays that run on in one another: what is written down as several, by place, is one before the law."""

from desktop.logic.clocks.facts import Happening, Span
from desktop.logic.clocks.index import CaseIndex, first_of, last_of

SLACK = 24 * 3600  # seconds; a stay known by its day alone runs up to one of the next day


def runs_up_to(span: Span, stay: Happening, moment: Span, person: str | None, index: CaseIndex) -> bool:
    """Whether a stay lasted until a moment, without a release between where its end is not on file."""
    end = index.end(stay)
    if end is not None:
        return last_of(end) + SLACK >= first_of(moment)
    return not any(True for _ in index.of(person, "release").between(first_of(span), first_of(moment)))


def stay_before(stay: Happening, person: str | None, index: CaseIndex) -> Happening | None:
    """The stay of the same kind that began earlier and ran up to this one."""
    span = index.span(stay)
    if span is None:
        return None
    for earlier, other in index.of(person, stay.kind).up_to(last_of(span)):
        if other.id not in index.twins(stay.id) and first_of(earlier) < first_of(span):
            return other if runs_up_to(earlier, other, span, person, index) else None
    return None


def first_joined(stay: Happening, person: str | None, index: CaseIndex) -> Happening:
    """The first of the stays that run on in this one."""
    while (other := stay_before(stay, person, index)) is not None:
        stay = other
    return stay


def last_joined(stay: Happening, person: str | None, index: CaseIndex) -> Happening:
    """The last of the stays this one runs on in."""
    while (other := _stay_after(stay, person, index)) is not None:
        stay = other
    return stay


def _stay_after(stay: Happening, person: str | None, index: CaseIndex) -> Happening | None:
    span = index.span(stay)
    for later, other in index.of(person, stay.kind).not_before(first_of(span)) if span else ():
        if other.id not in index.twins(stay.id) and span and first_of(later) > first_of(span):
            return other if runs_up_to(span, stay, later, person, index) else None
    return None
