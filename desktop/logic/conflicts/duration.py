"""A length that a source claims, against the length that the record's own times allow."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from db.rows import EventRow
from db.types import Bearing, Kind
from desktop.logic import when
from desktop.logic.conflicts.claims import LENGTHS, NO_ZONE
from desktop.logic.conflicts.compare import plain
from desktop.logic.conflicts.conflict import Certainty, Conflict, Family, Ref, Source, Step, Values, fingerprint
from desktop.logic.conflicts.extent import DAY, FIRST, LAST, Extent
from desktop.logic.conflicts.facts import Facts, event_ref, fact_step, source_of
from desktop.logic.conflicts.quoted_length import length_in
from desktop.logic.conflicts.terms import RESIDENCES

_HOUR, _MINUTE = 3600, 60
# Least and greatest seconds of one unit, and how much either way a claim may be rounded. "Days" may be counted with
# both ends or without, so that a claim of N days fits any length between N - 1 and N + 1 days.
_UNITS = {
    "minute": (_MINUTE, _MINUTE, _MINUTE // 2),
    "hour": (_HOUR, _HOUR, _HOUR // 2),
    "day": (DAY, DAY, DAY),
    "week": (7 * DAY, 7 * DAY, DAY),
    "month": (28 * DAY, 31 * DAY, DAY),
    "year": (365 * DAY, 366 * DAY, DAY),
}
_STEMS = {
    "min": "minute", "мин": "minute",
    "hour": "hour", "час": "hour", "сағ": "hour",
    "day": "day", "сут": "day", "дн": "day", "ден": "day", "күн": "day", "тәул": "day",
    "week": "week", "нед": "week", "апт": "week",
    "month": "month", "мес": "month", "айға": "month",
    "year": "year", "год": "year", "лет": "year", "жыл": "year",
}  # fmt: skip
_SHORT = {"h": "hour", "ч": "hour", "d": "day", "w": "week", "ай": "month", "y": "year", "г": "year", "л": "year"}
_PART = re.compile(r"(?<![\d–—-])\s*(\d+(?:[.,]\d+)?)\s*([a-zа-яәғқңөұүһі]*)\.?", re.IGNORECASE)
_ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_ISO_UNITS = ("year", "month", "week", "day", "hour", "minute")

_IN_HOURS = 180  # minutes: from here on nobody counts in minutes
_MONTHS = {"month": 1, "year": 12}

Length = tuple[float, float]  # seconds, from the least to the greatest a claim can mean


def duration_of_event(facts: Facts, event: EventRow) -> Iterator[Conflict]:
    """Every length claimed of an event that its times do not allow, by a source or by a field of its own."""
    for citation in facts.citations.get(event.id, ()):
        if citation.field in LENGTHS and citation.value:
            by: Values = {"document": Ref(Kind.DOCUMENT, citation.document_id)}
            claim = (citation.field, citation.value)
            yield from _against_times(facts, event, claim, (source_of(citation),), by)
    yield from _quoted(facts, event)
    for name in sorted(LENGTHS & event.fields.keys()):
        sources = tuple(facts.sources(event.id))
        yield from _against_times(facts, event, (name, plain(event.fields[name])), sources, {})
    yield from _sentence(facts, event)


def _quoted(facts: Facts, event: EventRow) -> Iterator[Conflict]:
    """Lengths of a stay in what sources are quoted with: only possible, since words are read, not a figure."""
    for citation in facts.citations.get(event.id, ()):
        is_of_stay = event.kind in RESIDENCES and citation.bearing != Bearing.CONTRADICTS and not citation.field
        told = length_in(citation.quote) if is_of_stay and citation.quote else None
        if told is not None:
            by: Values = {"document": Ref(Kind.DOCUMENT, citation.document_id), "value": told[0]}
            claim = ("duration", told[1])
            for found in _against_times(facts, event, claim, (source_of(citation),), by):
                yield replace(found, certainty=Certainty.POSSIBLE)


def length_of(text: str, field: str) -> Length | None:
    """The seconds that a length in words or ISO 8601 can mean; a bare number counts in the unit its field names."""
    parts = _parts(text.strip(), {"days": "day", "hours": "hour", "months": "month", "years": "year"}.get(field, ""))
    if not parts:
        return None
    low = sum(number * _UNITS[unit][0] for number, unit in parts)
    high = sum(number * _UNITS[unit][1] for number, unit in parts)
    slack = min(_UNITS[unit][2] for _number, unit in parts)
    return low - slack, high + slack


def _parts(text: str, unit: str) -> list[tuple[float, str]]:
    iso = _ISO.fullmatch(text.upper())
    if iso and any(iso.groups()):
        return [(float(number), name) for number, name in zip(iso.groups(), _ISO_UNITS, strict=True) if number]
    parts: list[tuple[float, str]] = []
    for number, word in _PART.findall(text):
        known = _unit_of(word.casefold()) or ("" if word else unit)
        if not known:
            return []
        parts.append((float(number.replace(",", ".")), known))
    return parts


def _unit_of(word: str) -> str:
    return _SHORT.get(word) or next((unit for stem, unit in _STEMS.items() if word.startswith(stem)), "")


def _against_times(
    facts: Facts, event: EventRow, claim: tuple[str, str], sources: tuple[Source, ...], by: Values
) -> Iterator[Conflict]:
    field, claimed = claim
    extent, length = facts.extents[event.id], length_of(claimed, field)
    if extent is None or extent.is_open or length is None or extent.start_from == FIRST or extent.end_to == LAST:
        return
    least, most = max(0, extent.end_from - extent.start_to), extent.length
    if most > length[0] and least < length[1]:
        return
    ref = event_ref(event)
    steps = (fact_step(event), Step("length-claimed" if by else "length-on-file", {"value": claimed, **by}))
    yield Conflict(
        Family.DURATION, "length", Certainty.CERTAIN, (ref, ref), facts.involved(event.id),
        (*steps, _counted(event, extent)), sources,
        fingerprint("length", [facts.told(event), (field, claimed)]),
    )  # fmt: skip


def _counted(event: EventRow, extent: Extent) -> Step:
    """The length by the record's times: in minutes or hours within a day, else in days without and with both ends."""
    if extent.is_brief:
        least = max(0, extent.end_from - extent.start_to) // _MINUTE
        if least >= _IN_HOURS:
            return Step("hours-counted", {"least": least // 60, "most": -(-extent.length // _HOUR)})
        return Step("minutes-counted", {"least": least, "most": extent.length // _MINUTE})
    zone = event.when.zone if event.when else NO_ZONE
    first, last = (date.fromisoformat(when.to_local(end, zone)[:10]) for end in (extent.start_from, extent.end_to))
    days = (last - first).days
    return Step("days-counted", {"exclusive": days, "inclusive": days + 1})


def _sentence(facts: Facts, event: EventRow) -> Iterator[Conflict]:
    """A sentence written out, against its number of months."""
    words, months = plain(event.fields.get("sentence")), plain(event.fields.get("sentence_months"))
    parts = _parts(words, "")
    if not parts or not months or any(unit not in _MONTHS for _number, unit in parts):
        return
    told = sum(number * _MONTHS[unit] for number, unit in parts)
    if told != float(months):
        ref = event_ref(event)
        steps = (fact_step(event), Step("sentence", {"words": words, "months": months}))
        yield Conflict(
            Family.DURATION, "sentence", Certainty.CERTAIN, (ref, ref), facts.involved(event.id), steps,
            tuple(facts.sources(event.id)), fingerprint("sentence", [(words, months)]),
        )  # fmt: skip
