"""What the own fields of an event name: persons, organisations, documents, by id; one purged since is left out."""

from typing import Any

from db.errors import RecordMissing
from db.queries.records import fetch
from db.rows import DocumentRow, EventRow
from db.types import Kind
from db.vault import Session
from desktop.ui import labels
from desktop.ui.inputs.finders import ROW_TYPES, candidate_of
from desktop.ui.inputs.picker import Candidate
from resources.vocabularies import fields

Named = labels.Member | DocumentRow
NAMING: dict[str, type[Any]] = {
    "person": ROW_TYPES[Kind.PERSON], "organisation": ROW_TYPES[Kind.ORGANISATION], "document": DocumentRow,
}  # fmt: skip


def named_in(event: EventRow, session: Session) -> dict[str, Named]:
    """Read them."""
    found: dict[str, Named] = {}
    for field_id, value in event.fields.items():
        kind = fields()[field_id].type if field_id in fields() else ""
        if kind in NAMING and value:
            try:
                found[value] = fetch(session, NAMING[kind], value)
            except RecordMissing:
                continue
    return found


def as_candidate(row: Named) -> Candidate:
    """What a field names as a picker shows it."""
    return Candidate(Kind.DOCUMENT, row.id, row.title) if isinstance(row, DocumentRow) else candidate_of(row)


def title_of(row: Named) -> str:
    """What it is called."""
    return row.title if isinstance(row, DocumentRow) else labels.member(row)
