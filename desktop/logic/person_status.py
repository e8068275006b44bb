"""How a person stands in a case now, worked out from what is on file: where they are, and as whom they are dealt with.

Nothing of it is typed in: a detention, a transfer, a release say it. A status is told only where a record says so; when
the last stay ended and no record says how, nothing is told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.case_file import CaseFile
from db.rows import EventRow, PlaceRow
from db.types import When
from desktop.logic import when
from desktop.logic.custody import HELD_ROLES

# What an event of a kind makes of whoever it happens to; a transfer leaves it as it was but for the place.
_BY_KIND: Mapping[str, str] = {
    "detention": "detained", "administrative-arrest": "detained", "custody": "detained", "house-arrest": "house-arrest",
    "imprisonment": "sentenced", "bail": "bail", "release": "released", "extradition": "abroad",
    "deportation": "abroad", "death": "dead",
}  # fmt: skip
_BY_PLACE: Mapping[str, str] = {"ivs": "ivs", "sizo": "sizo"}
_HELD = frozenset({"detained", "detained-unacknowledged", "ivs", "sizo"})
_UNPROVEN = frozenset({"prospective"})
_PROCEDURAL = frozenset({
    "witness", "witness-with-defence", "suspect", "accused", "defendant", "convicted", "acquitted", "victim",
    "civil-claimant", "civil-defendant",
})  # fmt: skip
_OUTCOMES = {"convicted": "convicted", "partly-convicted": "convicted", "acquitted": "acquitted"}


@dataclass(frozen=True, slots=True)
class PersonStatus:
    """A term of ``person-statuses``, since when, where, and the event that says so (empty: the person's own record)."""

    term: str
    since: When | None
    place_id: str | None = None
    event_id: str = ""


@dataclass(frozen=True, slots=True)
class Procedural:
    """A term of ``procedural-statuses``, from when and, where a record says so, to when; ``record`` says it."""

    term: str
    since: When | None
    until: When | None = None
    record: str = ""


def status_of(file: CaseFile, person_id: str, now: int) -> PersonStatus | None:
    """Where the person is at ``now`` (Unix seconds), as far as the file says; ``None`` where it does not."""
    person = next((row for row in file.persons if row.id == person_id), None)
    if person is not None and person.deceased is not None and (_first(person.deceased) or 0) <= now:
        return PersonStatus("dead", person.deceased)
    places = {place.id: place for place in file.places}
    found: PersonStatus | None = None
    last: EventRow | None = None
    for event in _in_time(_events_of(file, person_id), now):
        if event.kind == "transfer":
            if found is not None and event.until_place_id:
                place = event.until_place_id
                term = _at(found.term, places.get(place)) if found.term in _HELD else found.term
                found = PersonStatus(term, event.when, place, event.id)
                last = event
        elif found is None or found.term != "dead":
            found, last = _told(event, places), event
    return None if last is not None and found is not None and _is_over(last, found, now) else found


def procedural_of(file: CaseFile, person_id: str) -> list[Procedural]:
    """The procedural statuses of a person in time, from parties, events and charges; each only where it changes."""
    told = [
        Procedural(party.role, party.from_, party.to, party.id)
        for party in file.parties
        if party.person_id == person_id and party.role in _PROCEDURAL
    ]
    for event in _events_of(file, person_id, any_role=True):
        status = event.fields.get("procedural_status")
        if isinstance(status, str):
            told.append(Procedural(status, event.when, record=event.id))
    for charge in file.charges:
        if charge.person_id == person_id:
            if charge.from_ is not None:
                told.append(Procedural("accused", charge.from_, record=charge.id))
            if charge.outcome in _OUTCOMES:
                told.append(Procedural(_OUTCOMES[charge.outcome], charge.to, record=charge.id))
    found: list[Procedural] = []
    for one in sorted(told, key=_moment):
        if not any(one.term == other.term for other in (found[-1:] if one.since else found)):
            found.append(one)
    return found


def _events_of(file: CaseFile, person_id: str, *, any_role: bool = False) -> list[EventRow]:
    mine = {one.event_id for one in file.participations
            if one.person_id == person_id and (any_role or one.role in HELD_ROLES)}  # fmt: skip
    return [event for event in file.events if event.id in mine and event.standing not in _UNPROVEN]


def _in_time(events: Iterable[EventRow], now: int) -> list[EventRow]:
    """Those that say where somebody is, in time, as far as they began by now."""
    known = [
        event
        for event in events
        if (event.kind in _BY_KIND or event.kind == "transfer") and event.when and (_first(event.when) or 0) <= now
    ]
    return sorted(known, key=_order)


def _told(event: EventRow, places: Mapping[str, PlaceRow]) -> PersonStatus:
    term, place = _BY_KIND[event.kind], event.place_id
    if term == "detained":
        hidden = event.fields.get("acknowledged") is False
        term = "detained-unacknowledged" if hidden else _at(term, places.get(place or ""))
    return PersonStatus(term, event.when, place if term not in {"released", "dead", "bail"} else None, event.id)


def _at(term: str, place: PlaceRow | None) -> str:
    """What being held at a place of this kind is called."""
    return _BY_PLACE.get(place.kind or "", "detained" if term in _BY_PLACE.values() else term) if place else term


def _is_over(event: EventRow, status: PersonStatus, now: int) -> bool:
    """Whether a stay says that it ended, and nothing on file says how."""
    is_stay = status.term in {*_HELD, "house-arrest", "sentenced"} and event.kind != "transfer"
    return is_stay and event.until is not None and event.until.latest is not None and event.until.latest < now


def _first(moment: When) -> int | None:
    return moment.earliest if moment.earliest is not None else moment.latest


def _order(event: EventRow) -> tuple[object, ...]:
    return (*when.sort_key(event.when), event.position or 0, event.id)


def _moment(one: Procedural) -> tuple[object, ...]:
    """In time; what is undated stands first: it held before anything that is known."""
    return (one.since is not None, *when.sort_key(one.since), one.record)
