"""The parts of a filter, one by one: what each says, and the filter with it or without it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from db.queries.event_filter import Filter
from db.types import When
from desktop.i18n import N_, _
from desktop.ui import labels, times


class Part(StrEnum):
    """What a filter narrows by, beside typed words."""

    PERSON = "person"
    KIND = "kind"
    PLACE = "place"
    STANDING = "standing"
    TAG = "tag"
    TIME = "time"
    UNSOURCED = "unsourced"
    SINGLE = "single-sourced"


SEVERAL: dict[Part, str] = {Part.KIND: "kinds", Part.STANDING: "standings", Part.TAG: "tags"}
ONE: dict[Part, str] = {Part.PERSON: "person_id", Part.PLACE: "place_id"}
FLAGS: dict[Part, str] = {Part.UNSOURCED: "is_unsourced", Part.SINGLE: "is_single_sourced"}
FLAG_NAMES: dict[Part, str] = {Part.UNSOURCED: N_("Without source"), Part.SINGLE: N_("Only one source")}


@dataclass(frozen=True, slots=True)
class Known:
    """Whom and what of the case a filter can name: names by id, and the tags there are; ``zone`` of its clock."""

    persons: Mapping[str, str] = field(default_factory=dict[str, str])
    places: Mapping[str, str] = field(default_factory=dict[str, str])
    tags: tuple[str, ...] = ()
    zone: str = times.FALLBACK_ZONE


def parts_of(wanted: Filter) -> list[tuple[Part, str]]:
    """Each thing a filter is narrowed to; flags are shown by their own buttons."""
    found = [(part, getattr(wanted, name)) for part, name in ONE.items() if getattr(wanted, name)]
    found += [(part, value) for part, name in SEVERAL.items() for value in getattr(wanted, name)]
    if wanted.earliest is not None or wanted.latest is not None:
        found.append((Part.TIME, ""))
    return found


def narrowed(wanted: Filter, part: Part, value: str) -> Filter:
    """The filter with one more thing; there is one person and one place at a time."""
    if part in ONE:
        return _with(wanted, ONE[part], value)
    standing: tuple[str, ...] = getattr(wanted, SEVERAL[part])
    return _with(wanted, SEVERAL[part], tuple(dict.fromkeys((*standing, value))))


def within(wanted: Filter, moment: When | None) -> Filter:
    """The filter narrowed to what may have happened at this time."""
    bounds = (moment.earliest, moment.latest) if moment else (None, None)
    return replace(wanted, earliest=bounds[0], latest=bounds[1])


def flagged(wanted: Filter, part: Part, *, is_on: bool) -> Filter:
    """The filter with a flag up or down; without a source and with one alone exclude each other."""
    others = dict.fromkeys(FLAGS.values(), False)
    return replace(wanted, **(others | {FLAGS[part]: is_on})) if is_on else _with(wanted, FLAGS[part], value=False)


def widened(wanted: Filter, part: Part, value: str) -> Filter:
    """The filter without one of its things."""
    if part is Part.TIME:
        return within(wanted, None)
    if part in ONE:
        return _with(wanted, ONE[part], None)
    standing: tuple[str, ...] = getattr(wanted, SEVERAL[part])
    return _with(wanted, SEVERAL[part], tuple(one for one in standing if one != value))


def words(wanted: Filter, part: Part, value: str, known: Known) -> str:
    """What a part says."""
    if part is Part.PERSON:
        return _("Person: {name}").format(name=known.persons.get(value, "…"))
    if part is Part.PLACE:
        return _("Place: {name}").format(name=known.places.get(value, "…"))
    if part is Part.TAG:
        return _("Tag: {tag}").format(tag=value)
    if part is Part.TIME:
        first, last = times.day(wanted.earliest, known.zone), times.day(wanted.latest, known.zone)
        return first if first == last else f"{first or '…'} – {last or '…'}"
    return labels.event_kind(value) if part is Part.KIND else labels.term("standings", value)


def _with(wanted: Filter, name: str, value: Any) -> Filter:
    return replace(wanted, **{name: value})
