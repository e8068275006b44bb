"""From the rows of a case to its file: the same rows give the same bytes, and reading them gives the same rows."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from db.case_file import CaseFile
from db.rows import ParticipationRow
from db.types import Kind
from desktop.documents.exchange.filenames import file_names
from desktop.documents.exchange.shape import FORMAT, VERSION
from desktop.documents.exchange.table import (
    BRIEF,
    CASE,
    CHARGE,
    CITATION,
    DOCUMENT,
    EVENT,
    LINK,
    LISTS,
    ORGANISATION,
    PARTICIPATION,
    PARTY,
    PERSON,
    PLACE,
    Entity,
)
from desktop.documents.exchange.trees import inherited

FOLDER = "documents"
Written = dict[str, Any]


class Writing:
    """A case on its way into a file: the ids its records have there, its zones and the names of its documents' copies.

    What refers to a record in the trash goes without it, or stays away when it means nothing without it.
    """

    def __init__(self, case: CaseFile, zone_of: Callable[[str], str | None]) -> None:
        self.ids: dict[str, str] = {}
        self.files = {record: f"{FOLDER}/{name}" for record, name in file_names(case.documents).items()}
        self._case_zone = zone_of(case.case.jurisdiction)
        self._case = case
        self._parts: dict[str, list[ParticipationRow]] = {}
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

    def text(self) -> str:
        """The whole file."""
        content: Written = {"format": FORMAT, "version": VERSION, "case": self._write(CASE, self._case.case)}
        written = {entity.key: [self._write(entity, row) for row in rows] for entity, rows in self._lists}
        content |= {key: written.get(key, []) for key in LISTS}
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    def _number(self) -> list[tuple[Entity, Sequence[Any]]]:
        """Give the records of each list ids of the file (p1, p2, …); what refers comes after what it refers to."""
        case = self._case
        for entity, rows in (
            (PERSON, case.persons), (ORGANISATION, case.organisations), (PLACE, case.places), (EVENT, case.events),
            (DOCUMENT, case.documents),
        ):  # fmt: skip
            self._give_ids(entity, rows)
        charges = [charge for charge in case.charges if charge.person_id in self.ids]
        self._give_ids(CHARGE, charges)
        self._number_parts()
        citations = [one for one in case.citations if one.document_id in self.ids and one.target_id in self.ids]
        self._give_ids(CITATION, citations)
        parties = [party for party in case.parties if {party.person_id, party.organisation_id} & self.ids.keys()]
        links = [link for link in case.links if link.from_id in self.ids and link.to_id in self.ids]
        return [
            (PERSON, case.persons), (ORGANISATION, case.organisations), (PLACE, case.places), (PARTY, parties),
            (EVENT, case.events), (LINK, links), (CHARGE, charges), (DOCUMENT, case.documents), (CITATION, citations),
            (BRIEF, case.briefs),
        ]  # fmt: skip

    def _number_parts(self) -> None:
        """Put participants to their events, and number those a document is cited for, in the order of the file."""
        for part in self._case.participations:
            if {part.person_id, part.organisation_id} & self.ids.keys():
                self._parts.setdefault(part.event_id, []).append(part)
        cited = {one.target_id for one in self._case.citations if one.document_id in self.ids}
        in_order = [part for event in self._case.events for part in self._parts.get(event.id, ())]
        self._give_ids(PARTICIPATION, [part for part in in_order if part.id in cited])

    def _give_ids(self, entity: Entity, rows: Sequence[Any]) -> None:
        self.ids.update({row.id: f"{entity.letter}{number}" for number, row in enumerate(rows, start=1)})

    def _write(self, entity: Entity, row: Any) -> Written:
        written: Written = {"id": self.ids[row.id]} if row.id in self.ids else {}
        for key, codec in entity.codecs.items():
            value = codec.write(row, self)
            if (key in entity.always or not _is_empty(value)) and value != entity.silent.get(key, _NOTHING):
                written[key] = value
        if entity.kind is Kind.EVENT and row.id in self._parts:
            written[PARTICIPATION.key] = [self._write(PARTICIPATION, part) for part in self._parts[row.id]]
        return written


_NOTHING = object()


def _is_empty(value: object) -> bool:
    return value is None or value in ("", [], {})


def written_case(case: CaseFile, zone_of: Callable[[str], str | None]) -> tuple[str, Mapping[str, str]]:
    """The text of a case file, and where the copy of each document with a file belongs, by the document's id."""
    writing = Writing(case, zone_of)
    return writing.text(), writing.files
