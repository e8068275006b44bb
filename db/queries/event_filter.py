"""Which events of a case are wanted: the filter that lists, drawings and saved views share."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select

from db.matching import holds
from db.models import Citation, Event, Participation, Place


@dataclass(frozen=True, slots=True)
class Filter:
    """What part of a timeline is wanted; empty values mean everything. Bounds are Unix seconds.

    A place counts with all that is part of it. An event is single-sourced when one document alone speaks of it.
    """

    text: str = ""
    person_id: str | None = None
    place_id: str | None = None
    kinds: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    earliest: int | None = None
    latest: int | None = None
    is_unsourced: bool = False
    is_single_sourced: bool = False


def conditions(case_id: str, wanted: Filter) -> list[ColumnElement[bool]]:
    """What an event must meet to be among those wanted."""
    found: list[ColumnElement[bool]] = [Event.case_id == case_id, Event.trashed_at.is_(None)]
    if wanted.text:
        found.append(holds(wanted.text, Event.title, Event.text))
    if wanted.person_id:
        found.append(Event.id.in_(select(Participation.event_id).where(Participation.person_id == wanted.person_id)))
    if wanted.place_id:
        found.append(_at(wanted.place_id))
    if wanted.kinds:
        found.append(Event.kind.in_(wanted.kinds))
    if wanted.standings:
        found.append(Event.standing.in_(wanted.standings))
    found += [_tagged(tag) for tag in wanted.tags]
    return found + _bounds(wanted) + _sources(wanted)


def _at(place_id: str) -> ColumnElement[bool]:
    """At the place or at any that is part of it, however deep."""
    parts = select(Place.id).where(Place.id == place_id).cte("parts", recursive=True)
    parts = parts.union(select(Place.id).where(Place.parent_id == parts.c.id))
    inside = select(parts.c.id)
    return or_(Event.place_id.in_(inside), Event.until_place_id.in_(inside))


def _tagged(tag: str) -> ColumnElement[bool]:
    """The tag stands on the event."""
    each = func.json_each(Event.table().c.tags).table_valued("value")
    return select(each.c.value).where(each.c.value == tag).exists()


def _bounds(wanted: Filter) -> list[ColumnElement[bool]]:
    """Events that may have happened within the bounds; one without a time may have happened at any."""
    found: list[ColumnElement[bool]] = []
    table = Event.table().c
    if wanted.earliest is not None:
        last = func.coalesce(table.until_latest, table.when_latest)
        found.append(or_(last.is_(None), last >= wanted.earliest))
    if wanted.latest is not None:
        found.append(or_(table.when_earliest.is_(None), table.when_earliest <= wanted.latest))
    return found


def _sources(wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    cited = select(Citation.target_id).where(Citation.trashed_at.is_(None))
    if wanted.is_unsourced:
        found.append(Event.id.not_in(cited))
    if wanted.is_single_sourced:
        alone = cited.group_by(Citation.target_id).having(func.count(Citation.document_id.distinct()) == 1)
        found.append(Event.id.in_(alone))
    return found
