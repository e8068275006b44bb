"""What lists sort persons, organisations and places by: derived from their names, and made anew when the way is."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Session

from db.models import RECORDS
from db.queries.records import ROWS, columns_of
from db.rows import OrganisationRow, PersonRow, PlaceRow
from db.types import Kind

SORTED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)


def sorted_members(session: Session, kind: Kind) -> Iterator[tuple[PersonRow | OrganisationRow | PlaceRow, str]]:
    """Every record of a kind that is sorted by name, also those in the trash, with what it is sorted by now."""
    model, names = RECORDS[kind], columns_of(ROWS[kind])
    for *values, key in session.execute(select(*(getattr(model, name) for name in names), model.table().c.sort_key)):
        yield ROWS[kind](*values), key


def keep_sort_keys(connection: Connection, kind: Kind, keys: Mapping[str, str]) -> None:
    """Write what records are sorted by, beside the journal: nothing that anybody said of them changes."""
    table = RECORDS[kind].table()
    for record, key in keys.items():
        connection.execute(update(table).where(table.c.id == record).values(sort_key=key))
