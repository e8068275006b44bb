"""The facts of a case from its rows."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from db.case_file import CaseFile
from db.rows import DeadlineRow, EventRow, PlaceRow
from db.types import Kind
from desktop.logic.clocks.conditions import LIBERTY
from desktop.logic.clocks.facts import Charge, Decision, Facts, Happening, Link, Participant, Person, Source
from desktop.logic.clocks.starts import HELD

_EVERYWHERE = "int"  # the treaty bodies
_COUNCIL_OF_EUROPE = frozenset(("am", "az", "de", "fr", "gb", "ge", "it", "lt", "lv", "md", "pl", "tr", "ua"))
_EUROPEAN = "echr"
_AGAINST, _NEVER = "contradicts", frozenset(("never", "никогда", "не было", "ешқашан", "болған жоқ"))
_OF_CUSTODY = frozenset((
    "delivery", "detention-protocol", "notice-to-prosecutor", "notice-to-family", "consular-notice", "custody-motion",
    "custody-order", "custody-extension", "house-arrest", "bail", "transfer", "release",
))  # fmt: skip
_VISITING, _MONITORS = "visiting_body", frozenset(("npm", "pmc"))


def facts_of(file: CaseFile, zone: str) -> Facts:
    """What of a case the clocks look at; ``zone`` is that of the case, for events that tell none and have no place."""
    case = file.case
    jurisdiction = case.jurisdiction.casefold()
    european = (_EUROPEAN,) if jurisdiction in _COUNCIL_OF_EUROPE else ()
    people = _participants(file)
    places = {place.id: place for place in file.places}
    denied = _denied(file)
    return Facts(
        jurisdiction=jurisdiction,
        zone=zone,
        regimes=tuple(dict.fromkeys((jurisdiction, _EVERYWHERE, *european))),
        stage=case.stage,
        persons={
            one.id: Person(one.id, one.born, one.deceased, one.citizenships, one.languages) for one in file.persons
        },
        events=tuple(
            _happening(event, people.get(event.id, ()), places, zone, denied.get(event.id, frozenset()))
            for event in file.events
        ),
        links=tuple(Link(link.from_id, link.to_id, link.kind) for link in file.links),
        charges=tuple(Charge(one.person_id, _article(one.article, one.part), one.from_) for one in file.charges),
        sources=_sources(file),
        decisions=tuple(_decision(row) for row in file.deadlines if row.event_id),
    )


def _participants(file: CaseFile) -> Mapping[str, tuple[Participant, ...]]:
    kinds = {one.id: one.kind for one in file.organisations}
    found: dict[str, tuple[Participant, ...]] = defaultdict(tuple)
    for row in file.participations:
        kind = kinds.get(row.organisation_id) if row.organisation_id else None
        found[row.event_id] += (Participant(row.role, row.person_id, kind),)
    return _with_the_one_held(file, found)


def _with_the_one_held(file: CaseFile, found: dict[str, tuple[Participant, ...]]) -> dict[str, tuple[Participant, ...]]:
    """Acts of custody that do not say whose are about the one person the case is against, if there is only one."""
    deprived = [event.id for event in file.events if event.kind in LIBERTY]
    roles = [(one.role, one.person) for event in deprived for one in found.get(event, ())]
    roles += [(row.role, row.person_id) for row in file.parties]
    against = {person for role, person in roles if person and role in HELD} | {one.person_id for one in file.charges}
    if len(against) == 1:
        about = Participant("detainee", against.pop())
        for event in file.events:
            people = found.get(event.id, ())
            if event.kind in _OF_CUSTODY and not any(one.person and one.role in HELD for one in people):
                found[event.id] = (*people, about)
    return found


def _happening(
    event: EventRow,
    people: tuple[Participant, ...],
    places: Mapping[str, PlaceRow],
    zone: str,
    denied: frozenset[str],
) -> Happening:
    around = _around(event.place_id, places)
    told = event.when.zone if event.when else None
    return Happening(
        id=event.id,
        kind=event.kind,
        when=event.when,
        zone=told or next((place.zone for place in around if place.zone), zone),
        until=event.until,
        fields=_fields(event, people),
        participants=people,
        place_kinds=tuple(place.kind for place in around if place.kind),
        places=tuple(place.id for place in around),
        is_prospective=event.standing == "prospective",
        is_doubted=event.standing == "disputed-by-us" or event.certainty == "rumour" or "" in denied,
        denied=denied,
    )


def _fields(event: EventRow, people: tuple[Participant, ...]) -> Mapping[str, Any]:
    """Its fields; who visits is told by the organisations that take part, where no field says it."""
    bodies = [one.kind for one in people if one.kind in _MONITORS] if event.kind == "visit" else []
    return {_VISITING: bodies[0], **event.fields} if bodies else event.fields


def _around(place: str | None, places: Mapping[str, PlaceRow]) -> tuple[PlaceRow, ...]:
    """A place and what it lies in, innermost first; a circle is walked once."""
    found: dict[str, PlaceRow] = {}
    while place is not None and place in places and place not in found:
        found[place] = places[place]
        place = places[place].parent_id
    return tuple(found.values())


def _article(article: str | None, part: str | None) -> str:
    return " ".join(text for text in (article, part) if text)


def _sources(file: CaseFile) -> Mapping[str, tuple[Source, ...]]:
    """The passages that support an event."""
    titles = {document.id: document.title for document in file.documents}
    found: dict[str, tuple[Source, ...]] = defaultdict(tuple)
    for row in file.citations:
        if row.target_kind == Kind.EVENT and row.bearing != "contradicts" and row.document_id in titles:
            found[row.target_id] += (Source(row.document_id, titles[row.document_id], row.page),)
    return found


def _denied(file: CaseFile) -> Mapping[str, frozenset[str]]:
    """What passages only say is not so: of each event its fields, and "" where it is the event itself."""
    told = [row for row in file.citations if row.target_kind == Kind.EVENT]
    against = [row for row in told if row.bearing == _AGAINST or (row.value or "").strip().casefold() in _NEVER]
    backed = {(row.target_id, row.field) for row in told if row not in against}
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for row in against:
        if (row.target_id, row.field) not in backed:
            found[row.target_id] |= {row.field or ""}
    return found


def _decision(row: DeadlineRow) -> Decision:
    """The variant stands before the version: ``urgent/1``. The version is left aside: what was done stays done."""
    return Decision(
        id=row.id,
        rule=row.rule,
        variant=(row.version or "").rpartition("/")[0],
        event=row.event_id or "",
        person=row.person_id,
        anchor=row.anchor,
        status=row.status,
        at=row.met,
        channel=row.channel,
        proof=row.document_id,
        override=row.due,
        reason=row.reason,
    )
