"""The parts of a filter, one by one: what each says, and the filter with it or without it."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from db.queries.timeline import Filter
from desktop.i18n import _
from desktop.ui import labels


class Part(StrEnum):
    """What a filter narrows by, beside typed words and missing sources."""

    PERSON = "person"
    KIND = "kind"
    STANDING = "standing"


def parts_of(wanted: Filter) -> list[tuple[Part, str]]:
    """Each thing a filter is narrowed to."""
    persons = [(Part.PERSON, wanted.person_id)] if wanted.person_id else []
    kinds = [(Part.KIND, kind) for kind in wanted.kinds]
    return [*persons, *kinds, *((Part.STANDING, standing) for standing in wanted.standings)]


def narrowed(wanted: Filter, part: Part, value: str) -> Filter:
    """The filter with one more thing; there is one person at a time."""
    if part is Part.PERSON:
        return replace(wanted, person_id=value)
    if part is Part.KIND:
        return replace(wanted, kinds=tuple(dict.fromkeys((*wanted.kinds, value))))
    return replace(wanted, standings=tuple(dict.fromkeys((*wanted.standings, value))))


def widened(wanted: Filter, part: Part, value: str) -> Filter:
    """The filter without one of its things."""
    if part is Part.PERSON:
        return replace(wanted, person_id=None)
    if part is Part.KIND:
        return replace(wanted, kinds=tuple(kind for kind in wanted.kinds if kind != value))
    return replace(wanted, standings=tuple(standing for standing in wanted.standings if standing != value))


def words(part: Part, value: str, persons: Mapping[str, str]) -> str:
    """What a part says; ``persons`` are the names by id."""
    if part is Part.PERSON:
        return _("Person: {name}").format(name=persons.get(value, "…"))
    if part is Part.KIND:
        return labels.event_kind(value)
    return labels.term("standings", value)
