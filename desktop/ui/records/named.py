"""Whom the own fields of an event name: persons and organisations, by id; one that was purged since is left out."""

from db.errors import RecordMissing
from db.queries.records import fetch
from db.rows import EventRow
from db.types import Kind
from db.vault import Session
from desktop.ui.inputs.finders import ROW_TYPES
from desktop.ui.labels import Member
from resources.vocabularies import fields

NAMING = ("person", "organisation")


def named_in(event: EventRow, session: Session) -> dict[str, Member]:
    """Read them."""
    found: dict[str, Member] = {}
    for field_id, value in event.fields.items():
        kind = fields()[field_id].type if field_id in fields() else ""
        if kind in NAMING and value:
            try:
                found[value] = fetch(session, ROW_TYPES[Kind(kind)], value)
            except RecordMissing:
                continue
    return found
