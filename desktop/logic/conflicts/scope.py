"""What has to be reasoned about again when a case file changed, and the part of the file which that takes.

A conflict hangs on one person, one event, a link between two events, one record that passages speak of, or on the
papers of the case as a whole: its *unit*. A unit is reasoned about again when anything it hangs on changed:

- an event, when it, who took part in it, a link or a passage about it, its places or a document cited for it changed;
- a person, when they, a charge against them, a passage about either, or an event they take or took part in changed;
- a link, when one of its events changed; a record, when it or what passages say of it changed;
- the papers, when a document or a figure changed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.case_file import CaseFile
from db.rows import CitationRow, EventLinkRow, EventRow, ParticipationRow

Unit = tuple[str, ...]
PERSON, EVENT, LINK, TARGET, PAPERS = "person", "event", "link", "target", "papers"
_READ = (
    "persons", "organisations", "places", "events", "participations", "links", "charges", "documents", "injuries",
    "citations", "indicators",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scope:
    """The persons, events and records that units in it are about; ``is_whole`` means every unit there is."""

    is_whole: bool = True
    persons: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    has_papers: bool = True

    def covers(self, unit: Unit) -> bool:
        """Whether a unit is to be reasoned about."""
        if self.is_whole:
            return True
        kind, *ids = unit
        if kind == PAPERS:
            return self.has_papers
        asked = {PERSON: self.persons, EVENT: self.events, LINK: self.events, TARGET: self.targets}[kind]
        return not asked.isdisjoint(ids)


WHOLE = Scope()


def changed_scope(before: CaseFile, after: CaseFile) -> Scope:
    """What to reason about again after a case file changed; lists that are the same object are not looked into."""
    changed = {name: _changed(getattr(before, name), getattr(after, name)) for name in _READ}
    events = {row.id for row in changed["events"]}
    events |= {row.event_id for row in changed["participations"]}
    events |= {end for row in changed["links"] for end in (row.from_id, row.to_id)}
    targets = {row.target_id for row in changed["citations"]}
    events |= _cited_from(before, after, {row.id for row in changed["documents"]})
    events |= _at_places(before, after, {row.id for row in changed["places"]})
    targets |= {row.id for name in _READ for row in changed[name]} | events
    events |= targets & {row.id for file in (before, after) for row in file.events}
    parts = _unique(before.participations, after.participations)
    events |= {row.event_id for row in parts if row.id in targets}
    persons = {row.person_id for row in parts if row.event_id in events}
    charges = [*before.charges, *after.charges]
    persons |= {row.person_id for row in charges if row.id in targets}
    persons |= targets & {row.id for file in (before, after) for row in file.persons}
    return Scope(
        is_whole=False, persons=frozenset(one for one in persons if one), events=frozenset(events),
        targets=frozenset(targets | events), has_papers=bool(changed["documents"] or changed["indicators"]),
    )  # fmt: skip


def narrowed(file: CaseFile, scope: Scope) -> CaseFile:
    """The file without the events, and what belongs to them, that nothing in the scope hangs on."""
    if scope.is_whole:
        return file
    events = set(scope.events)
    events |= {row.event_id for row in file.participations if row.person_id in scope.persons}
    for link in file.links:
        if link.from_id in scope.events or link.to_id in scope.events:
            events |= {link.from_id, link.to_id}
    about = events | scope.targets | scope.persons
    about |= {row.id for row in file.charges if row.person_id in scope.persons}
    return replace(
        file,
        events=[row for row in file.events if row.id in events],
        participations=[row for row in file.participations if row.event_id in events],
        links=[row for row in file.links if row.from_id in events and row.to_id in events],
        citations=[row for row in file.citations if row.target_id in about],
    )


def _changed(before: Sequence[Any], after: Sequence[Any]) -> list[Any]:
    """The rows that were added, taken out or changed, as they were and as they are."""
    if before is after:
        return []
    old, new = {row.id: row for row in before}, {row.id: row for row in after}
    found: list[Any] = []
    for record in old.keys() | new.keys():
        was, is_now = old.get(record), new.get(record)
        if was is not is_now and was != is_now:
            found += [row for row in (was, is_now) if row is not None]
    return found


def _unique(before: Sequence[ParticipationRow], after: Sequence[ParticipationRow]) -> Iterable[ParticipationRow]:
    return before if before is after else [*before, *after]


def _cited_from(before: CaseFile, after: CaseFile, documents: set[str]) -> set[str]:
    """What passages of these documents speak of."""
    if not documents:
        return set()
    citations: Iterable[CitationRow] = [*before.citations, *after.citations]
    return {row.target_id for row in citations if row.document_id in documents}


def _at_places(before: CaseFile, after: CaseFile, places: set[str]) -> set[str]:
    """Events at these places or at what lies in them."""
    if not places:
        return set()
    within = set(places)
    while True:
        inner = {row.id for file in (before, after) for row in file.places if row.parent_id in within} - within
        if not inner:
            break
        within |= inner
    events: Iterable[EventRow] = [*before.events, *after.events]
    return {row.id for row in events if row.place_id in within or row.until_place_id in within}


def link_unit(link: EventLinkRow) -> Unit:
    """The unit of the conflicts between two linked events."""
    return (LINK, *sorted((link.from_id, link.to_id)))
