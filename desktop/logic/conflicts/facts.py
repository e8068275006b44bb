"""The facts of a case, arranged for reasoning: who took part in what, where places lie, which passages speak of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.case_file import CaseFile
from db.rows import ChargeRow, CitationRow, EventRow, PlaceRow
from db.types import Kind, Standing, When
from desktop.logic import when
from desktop.logic.conflicts.conflict import Certainty, Conflict, Family, Ref, Source, Step, fingerprint
from desktop.logic.conflicts.extent import FIRST, Extent, extent_of
from desktop.logic.conflicts.terms import Vocabulary
from desktop.logic.when import WhenUnreadable


@dataclass(frozen=True, slots=True)
class Part:
    """A person in an event, in the roles they have there, and when it was, where that is known."""

    event: EventRow
    roles: frozenset[str]
    extent: Extent | None


class Facts:
    """A case to reason about; what lies ahead (``prospective``) has not happened and excludes nothing."""

    def __init__(self, file: CaseFile, vocabulary: Vocabulary) -> None:
        self.file = file
        self.vocabulary = vocabulary
        self.events = {row.id: row for row in file.events if row.standing != Standing.PROSPECTIVE}
        self.persons = {row.id: row for row in file.persons}
        self.documents = {row.id: row for row in file.documents}
        self.extents = {row.id: extent_of(row) for row in self.events.values()}
        self.places = {row.id: row for row in file.places}
        self.citations: dict[str, list[CitationRow]] = defaultdict(list)
        for citation in file.citations:
            self.citations[citation.target_id].append(citation)
        self.charges: dict[str, list[ChargeRow]] = defaultdict(list)
        for charge in file.charges:
            self.charges[charge.person_id].append(charge)
        self._people: dict[str, set[str]] = defaultdict(set)
        self.parts = self._parts()
        self._linked = {(link.kind, link.from_id, link.to_id) for link in file.links}

    def _parts(self) -> dict[str, list[Part]]:
        """What each person took part in, in the order it began; what has no time comes first."""
        roles: dict[tuple[str, str], set[str]] = defaultdict(set)
        for one in self.file.participations:
            if one.person_id and one.event_id in self.events:
                roles[one.person_id, one.event_id].add(one.role)
        parts: dict[str, list[Part]] = defaultdict(list)
        for (person, event), known in roles.items():
            parts[person].append(Part(self.events[event], frozenset(known), self.extents[event]))
            self._people[event].add(person)
        for of_person in parts.values():
            of_person.sort(key=_beginning)
        return dict(parts)

    def are_linked(self, one: str, other: str, kinds: Iterable[str]) -> bool:
        """Whether two events are joined by a link of one of these kinds, either way."""
        return any(link in self._linked for kind in kinds for link in ((kind, one, other), (kind, other, one)))

    def lineage(self, place: str) -> Sequence[PlaceRow]:
        """A place and those it lies in, the innermost first; a ring in the file ends where it closes."""
        found: dict[str, PlaceRow] = {}
        row = self.places.get(place)
        while row is not None and row.id not in found:
            found[row.id] = row
            row = self.places.get(row.parent_id or "")
        return list(found.values())

    def are_nested(self, one: str, other: str) -> bool:
        """Whether one of two places is the other or lies in it."""
        return other in {row.id for row in self.lineage(one)} or one in {row.id for row in self.lineage(other)}

    def sources(self, *records: str) -> list[Source]:
        """The passages that support or tell of these records, in the order the records are named."""
        return [
            source_of(citation)
            for record in dict.fromkeys(records)
            for citation in self.citations.get(record, ())
            if citation.bearing != "contradicts"
        ]

    def told(self, row: EventRow) -> tuple[object, ...]:
        """What of an event a conflict over time or place hangs on, for its fingerprint."""
        places = [self.spellings(place) for place in (row.place_id, row.until_place_id) if place]
        return (row.kind, time_of(row.when), time_of(row.until), places)

    def spellings(self, place: str) -> list[str]:
        """The names of a place and of what it lies in."""
        return [name.text for row in self.lineage(place) for name in row.names]

    def is_named(self, person: str) -> bool:
        """Whether a person has a name; without one the record may stand for several people."""
        row = self.persons.get(person)
        return row is None or bool(row.names)

    def involved(self, *events: str) -> tuple[str, ...]:
        """The persons who took part in all of these events, by id."""
        shared = self._people[events[0]].intersection(*(self._people[event] for event in events))
        return tuple(sorted(shared))


def source_of(citation: CitationRow) -> Source:
    """The passage a citation points at."""
    return Source(
        citation.target_id, citation.document_id, citation.id, citation.page, citation.paragraph, citation.timecode,
        citation.quote,
    )  # fmt: skip


def time_of(value: When | None) -> tuple[str, str] | None:
    """What of a time its fingerprint is made of."""
    return (value.edtf, value.zone) if value else None


def read_time(text: object, zone: str) -> When | None:
    """A time kept as text in a field or a claim; ``None`` where it is none."""
    if not isinstance(text, str):
        return None
    try:
        return when.parse(text, zone)
    except WhenUnreadable:
        return None


def event_ref(row: EventRow) -> Ref:
    """A reference to an event."""
    return Ref(Kind.EVENT, row.id)


def fact_step(row: EventRow) -> Step:
    """The step that states an event with its time and place, as far as they are known."""
    until = row.until if row.when else None
    known = {"when": row.when, "until": until, "place": Ref(Kind.PLACE, row.place_id) if row.place_id else None}
    values = {name: value for name, value in known.items() if value is not None}
    return Step("-".join(["fact", *values]), {"event": event_ref(row), **values})


def between(
    facts: Facts,
    rule: tuple[Family, str],
    certainty: Certainty,
    events: tuple[EventRow, EventRow],
    persons: Sequence[str],
    steps: Iterable[Step],
) -> Conflict:
    """A conflict of two events over their times and places, the earlier one first."""
    family, name = rule
    first, second = in_order(*events)
    records = (event_ref(first), event_ref(second))
    stated = [fact_step(first), fact_step(second)] if first is not second else [fact_step(first)]
    return Conflict(
        family, name, certainty, records, tuple(persons), (*stated, *steps), tuple(facts.sources(first.id, second.id)),
        fingerprint(name, [facts.told(first), facts.told(second), ("persons", len(persons))]),
    )  # fmt: skip


def in_order(one: EventRow, other: EventRow) -> tuple[EventRow, EventRow]:
    """Two events, the earlier one first."""
    return (one, other) if _order_of(one) <= _order_of(other) else (other, one)


def _order_of(row: EventRow) -> tuple[int, str]:
    known = row.when.earliest if row.when else None
    return (FIRST if known is None else known, row.id)


def _beginning(part: Part) -> tuple[int, str]:
    return (part.extent.start_from if part.extent else FIRST, part.event.id)
