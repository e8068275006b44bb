"""From the rows of a case to its file: the same rows give the same bytes, and reading them gives the same rows."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from db.case_file import CaseFile
from db.types import Kind
from desktop.documents.exchange.entity import Entity
from desktop.documents.exchange.filenames import file_names
from desktop.documents.exchange.own_terms import Named, needed_terms
from desktop.documents.exchange.shape import FORMAT, VERSION
from desktop.documents.exchange.table import CASE, ENTITIES, EVENT, ISSUE, LISTS, PARTICIPATION, SPARE, TERM
from desktop.documents.exchange.trees import inherited, parents_before
from resources.vocabularies import Vocabularies, in_force

FOLDER = "documents"
Written = dict[str, Any]


class Writing:
    """A case on its way into a file: the ids its records have there, its zones and the names of its documents' copies.

    What refers to a record in the trash goes without it, or stays away when it means nothing without it.
    """

    def __init__(self, case: CaseFile, zone_of: Callable[[str], str | None]) -> None:
        self.words = Vocabularies(case.terms).extended(in_force().own)
        self.ids: dict[str, str] = {}
        self.files = {record: f"{FOLDER}/{name}" for record, name in file_names(case.documents).items()}
        self._case_zone = zone_of(case.case.jurisdiction)
        self._case = case
        self._parts: dict[str, list[Any]] = {}
        self._needed: set[Named] = set()
        self._zones = inherited(
            {place.id: place.zone for place in case.places if place.zone},
            {place.id: place.parent_id for place in case.places if place.parent_id},
            [place.id for place in case.places],
        )
        self._lists = self._number()

    def zone(self, places: Iterable[str | None]) -> str | None:
        """The zone to be expected at the first of these places that is in the file, else of the case."""
        for place in places:
            if place in self.ids:
                return self._zones.get(place or "", self._case_zone)
        return self._case_zone

    def note_term(self, vocabulary: str, term: str | None) -> None:
        """Remember that the file names a term: one of the user's own goes with it."""
        if term:
            self._needed.add((vocabulary, term))

    def text(self) -> str:
        """The whole file."""
        content: Written = {"format": FORMAT, "version": VERSION, "case": self._write(CASE, self._case.case)}
        written = {entity.key: [self._write(entity, row) for row in rows] for entity, rows in self._lists}
        written[TERM.key] = [self._write(TERM, row) for row in needed_terms(self._case.terms, self._needed)]
        content |= {key: written.get(key, []) for key in LISTS if written.get(key) or key not in SPARE}
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    def _number(self) -> list[tuple[Entity, Sequence[Any]]]:
        """Give the records of each list ids of the file (p1, p2, …); what refers comes after what it refers to.

        A record that means nothing without one that is not in the file stays away.
        """
        lists: list[tuple[Entity, Sequence[Any]]] = []
        for entity in ENTITIES:
            is_kept = _KEPT.get(entity.kind)
            rows: Sequence[Any] = getattr(self._case, entity.key)
            kept = rows if is_kept is None else [row for row in rows if is_kept(row, self.ids)]
            if entity is ISSUE:
                kept = parents_before(kept)
            if entity.letter:
                self._give_ids(entity, kept)
            if entity is EVENT:
                self._number_parts()
            lists.append((entity, kept))
        for fact in self._case.issue_facts:
            if fact.target_id in self.ids:
                self._parts.setdefault(fact.issue_id, []).append(fact)
        return lists

    def _number_parts(self) -> None:
        """Put participants to their events, and number those a document is cited for, in the order of the file."""
        for part in self._case.participations:
            if {part.person_id, part.organisation_id} & self.ids.keys():
                self._parts.setdefault(part.event_id, []).append(part)
        papers = {document.id for document in self._case.documents}
        named = {one.target_id for one in self._case.citations if one.document_id in papers}
        named |= {one.target_id for one in self._case.issue_facts}
        in_order = [part for event in self._case.events for part in self._parts.get(event.id, ())]
        self._give_ids(PARTICIPATION, [part for part in in_order if part.id in named])

    def _give_ids(self, entity: Entity, rows: Sequence[Any]) -> None:
        self.ids.update({row.id: f"{entity.letter}{number}" for number, row in enumerate(rows, start=1)})

    def _write(self, entity: Entity, row: Any) -> Written:
        written: Written = {"id": self.ids[row.id]} if row.id in self.ids else {}
        for key, codec in entity.codecs.items():
            value = codec.write(row, self)
            if (key in entity.always or not _is_empty(value)) and value != entity.silent.get(key, _NOTHING):
                written[key] = value
        if entity.parts is not None and row.id in self._parts:
            written[entity.parts.key] = [self._write(entity.parts, part) for part in self._parts[row.id]]
        return written


def _has_somebody(row: Any, ids: Mapping[str, str]) -> bool:
    return bool({row.person_id, row.organisation_id} & ids.keys())


def _has_person(row: Any, ids: Mapping[str, str]) -> bool:
    return row.person_id in ids


def _has_both(row: Any, ids: Mapping[str, str]) -> bool:
    return _has_somebody(row, ids) and bool({row.other_person_id, row.other_organisation_id} & ids.keys())


def _has_ends(row: Any, ids: Mapping[str, str]) -> bool:
    return row.from_id in ids and row.to_id in ids


def _has_passage(row: Any, ids: Mapping[str, str]) -> bool:
    return row.document_id in ids and row.target_id in ids


def _has_target(row: Any, ids: Mapping[str, str]) -> bool:
    return row.target_id is None or row.target_id in ids


def _has_pair(row: Any, ids: Mapping[str, str]) -> bool:
    return row.first_id in ids and row.second_id in ids


def _has_trigger(row: Any, ids: Mapping[str, str]) -> bool:
    return row.event_id is None or row.event_id in ids


_NOTHING = object()
_KEPT: Mapping[Kind, Callable[[Any, Mapping[str, str]], bool]] = {
    Kind.PARTY: _has_somebody, Kind.RELATION: _has_both, Kind.EVENT_LINK: _has_ends, Kind.CHARGE: _has_person,
    Kind.INJURY: _has_person, Kind.CONSENT: _has_person, Kind.CITATION: _has_passage, Kind.TASK: _has_target,
    Kind.NOTE: _has_target, Kind.CONFLICT: _has_pair, Kind.DEADLINE: _has_trigger,
}  # fmt: skip


def _is_empty(value: object) -> bool:
    return value is None or value in ("", [], {})


def written_case(
    case: CaseFile, zone_of: Callable[[str], str | None], named: Iterable[Named] = ()
) -> tuple[str, Mapping[str, str]]:
    """The text of a case file, and where the copy of each document with a file belongs, by the document's id.

    The own terms it needs go with it, and those that are ``named``.
    """
    writing = Writing(case, zone_of)
    for vocabulary, term in named:
        writing.note_term(vocabulary, term)
    return writing.text(), writing.files
