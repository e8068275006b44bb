"""One record held against the rules of the case file: written into a file with little else, and read back.

So nothing can be kept that the import of an export would refuse.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from db.case_file import CaseFile
from db.queries.records import KINDS
from db.rows import (
    CaseRow,
    ChargeRow,
    ConsentRow,
    DocumentRow,
    EventRow,
    IndicatorRow,
    InjuryRow,
    IssueRow,
    OrganisationRow,
    ParticipationRow,
    PersonRow,
    PlaceRow,
    RelationRow,
    TermRow,
)
from db.types import Kind, Name
from desktop.documents.exchange.event_fields import REFERRING
from desktop.documents.exchange.faults import Faults, Spot
from desktop.documents.exchange.own_terms import Named
from desktop.documents.exchange.reading import Reading
from desktop.documents.exchange.shape import shaped
from desktop.documents.exchange.source import check_values
from desktop.documents.exchange.table import ENTITIES
from desktop.documents.exchange.times import Times
from desktop.documents.exchange.writing import written_case
from resources.vocabularies import Vocabularies, fields

_NAMES = {
    "person_id": Kind.PERSON, "organisation_id": Kind.ORGANISATION, "place_id": Kind.PLACE,
    "until_place_id": Kind.PLACE, "document_id": Kind.DOCUMENT, "derived_from_id": Kind.DOCUMENT,
    "from_id": Kind.EVENT, "to_id": Kind.EVENT, "event_id": Kind.EVENT, "other_person_id": Kind.PERSON,
    "other_organisation_id": Kind.ORGANISATION, "issue_id": Kind.ISSUE, "first_id": Kind.EVENT,
    "second_id": Kind.EVENT,
}  # fmt: skip
_LISTS: dict[Kind, str] = {entity.kind: entity.key for entity in ENTITIES}
_OURS: dict[Kind, Spot] = {Kind.CASE: ("case",), Kind.ISSUE_FACT: ("issues", 0, "facts", 0)}
_OURSELVES, _SOMEBODY, _SOMETHING, _NOWHERE = "-", "somebody", "something", "nowhere"


def record_faults(
    row: Any, times: Times, participations: Sequence[ParticipationRow] = (), known: Vocabularies | None = None
) -> Iterator[tuple[Spot, str]]:
    """What an import would say of this record in a file: the place within the record, and the sentence.

    ``known`` are the vocabularies it is held against, if not those in force.
    """
    kind, faults = KINDS[row.__class__], Faults()
    named = {(row.vocabulary, row.term)} if isinstance(row, TermRow) else set[Named]()
    content = json.loads(written_case(_file_of(kind, row, participations), times.zone_of, named)[0])
    check_values(content, faults)
    if not len(faults):  # half characters are more than the schema's reader can bear
        Reading(shaped(content, faults), faults, times, map(str, count()).__next__, known).run()
    ours: Spot = _OURS.get(kind) or (_LISTS[kind], 0)
    for spot, what in faults:
        if spot[: len(ours)] == ours:
            yield spot[len(ours) :], what


def _file_of(kind: Kind, row: Any, participations: Sequence[ParticipationRow]) -> CaseFile:
    """The record first in its list, and somebody or something for everything it names."""
    ours = replace(row, id=row.id or _OURSELVES)
    parts = [replace(one, id=f"{_OURSELVES}{number}", event_id=ours.id) for number, one in enumerate(participations)]
    rows: dict[Kind, list[Any]] = {each: [] for each in Kind}
    if kind is not Kind.CASE:
        rows[kind].append(ours)
    rows[Kind.PARTICIPATION] += parts
    for named, record in dict.fromkeys((*_named(kind, ours), *(one for part in parts for one in _named(kind, part)))):
        if record != ours.id:
            for stand_in in _stand_ins(named, record):
                rows[KINDS[stand_in.__class__]].append(stand_in)
    return CaseFile(
        case=ours if kind is Kind.CASE else CaseRow(_NOWHERE, _NOWHERE, _NOWHERE),
        participations=rows[Kind.PARTICIPATION], issue_facts=rows[Kind.ISSUE_FACT],
        **{key: rows[each] for each, key in _LISTS.items()},
    )  # fmt: skip


def _named(kind: Kind, row: Any) -> Iterator[tuple[Kind, str]]:
    """Every record a row names, with its kind."""
    columns = {**_NAMES, "parent_id": kind, "target_id": getattr(row, "target_kind", None)}
    for column, named in columns.items():
        record = getattr(row, column, None)
        if record:
            yield Kind(named), record
    for photo in getattr(row, "photos", ()):
        yield Kind.DOCUMENT, photo
    content: Mapping[str, Any] = getattr(row, "fields", {})
    for key, value in content.items():
        known = fields().get(key)
        if known is not None and known.type in REFERRING and isinstance(value, str) and value:
            yield Kind(known.type), value


def _stand_ins(kind: Kind, record: str) -> list[Any]:
    names = (Name(_SOMETHING),)
    somebody, something = PersonRow(_SOMEBODY, names), EventRow(_SOMETHING, _NOWHERE, "other")
    return {
        Kind.PERSON: [PersonRow(record, names)],
        Kind.ORGANISATION: [OrganisationRow(record, names)],
        Kind.PLACE: [PlaceRow(record, names)],
        Kind.EVENT: [EventRow(record, _NOWHERE, "other")],
        Kind.DOCUMENT: [DocumentRow(record, _NOWHERE, _SOMETHING)],
        Kind.CHARGE: [somebody, ChargeRow(record, _NOWHERE, _SOMEBODY, _SOMETHING)],
        Kind.PARTICIPATION: [somebody, something, ParticipationRow(record, _SOMETHING, "witness", _SOMEBODY)],
        Kind.INJURY: [somebody, InjuryRow(record, _NOWHERE, _SOMEBODY)],
        Kind.ISSUE: [IssueRow(record, _NOWHERE, _SOMETHING)],
        Kind.CONSENT: [somebody, ConsentRow(record, _NOWHERE, _SOMEBODY, "court")],
        Kind.INDICATOR: [IndicatorRow(record, _NOWHERE, _SOMETHING)],
        Kind.RELATION: [somebody, RelationRow(record, _NOWHERE, "other", _SOMEBODY, other_person_id=_SOMEBODY)],
    }[kind]
