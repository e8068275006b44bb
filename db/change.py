"""One journalled transaction: what an operation may do to records inside it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.orm import Session

from db import search
from db.base import Record
from db.errors import RecordMissing
from db.journal import PURGE, Entry, bulk_insert, erase, listen
from db.models import RECORDS, Membership
from db.queries.records import KINDS, columns_of
from db.types import Kind

BATCH = 500  # SQLite takes so many parameters without complaint
_KEPT_APART = frozenset({"id", "trashed_at"})


class Change:
    """Records are put, removed and restored through here; all of it is kept and journalled, or nothing."""

    def __init__(self, session: Session, entry: Entry) -> None:
        self.session = session
        self.entry = entry
        self._is_indexed: set[str] = set()
        listen(session, entry)

    @property
    def connection(self) -> Connection:
        """The connection of this transaction."""
        return self.session.connection()

    def record(self, kind: Kind, record: str) -> Record:
        """One record, in the trash or not. Raises ``RecordMissing``."""
        found = self.session.get(RECORDS[kind], record)
        if found is None:
            raise RecordMissing(kind.value, record)
        return found

    def put(self, row: Any, **derived: object) -> str:
        """Write a row: a new record when its ``id`` is empty, else the one it names; returns the id.

        ``derived`` are columns no row shows (sort keys).
        """
        row_type: type[Any] = row.__class__
        kind = KINDS[row_type]
        record = self.record(kind, row.id) if row.id else RECORDS[kind]()
        for name in columns_of(row_type):
            if name not in _KEPT_APART:
                setattr(record, name, getattr(row, name))
        for name, value in derived.items():
            setattr(record, name, value)
        self.session.add(record)
        self.session.flush()
        return record.id

    def put_all(self, rows: Sequence[Any], **derived: Sequence[object]) -> None:
        """Write many rows of one kind that are there already, at once; ``derived`` has a value for each of them."""
        if not rows:
            return
        row_type: type[Any] = rows[0].__class__
        model = RECORDS[KINDS[row_type]]
        names = [name for name in columns_of(row_type) if name not in _KEPT_APART]
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            query = select(model).where(model.id.in_([row.id for row in batch]))
            found = {record.id: record for record in self.session.scalars(query)}
            for number, row in enumerate(batch, start):
                if row.id not in found:
                    raise RecordMissing(KINDS[row_type].value, row.id)
                record = found[row.id]
                for name in names:
                    value = getattr(row, name)
                    if getattr(record, name) != value:  # to look is a third of what it costs to set the same again
                        setattr(record, name, value)
                for name, values in derived.items():
                    setattr(found[row.id], name, values[number])
            self.session.flush()

    def remove(self, kind: Kind, record: str) -> None:
        """Take a record out (links and roles; undo puts it back). What has a trash goes there instead."""
        self.session.delete(self.record(kind, record))
        self.session.flush()

    def put_in_trash(self, kind: Kind, record: str, *, at: int | None) -> None:
        """Put a record in the trash at a moment (Unix seconds), or with ``None`` take it out again."""
        self.record(kind, record).trashed_at = at
        self.session.flush()

    def enroll(self, case_id: str, kind: Kind, members: Iterable[str]) -> None:
        """Put persons, organisations or places on file in a case; who is there already stays once."""
        wanted = {member for member in members if member}
        there = set(self.session.scalars(select(Membership.member_id).where(Membership.case_id == case_id)))
        for member in sorted(wanted - there):
            self.session.add(Membership(case_id=case_id, member_kind=kind.value, member_id=member))
        self.session.flush()

    def insert_all(self, model: type[Record], rows: Sequence[Mapping[str, Any]], *, case_id: str | None = None) -> None:
        """Insert many new records at the driver's speed; ``rows`` map column names to plain JSON values."""
        if rows:
            bulk_insert(self.connection, self.entry, model, rows)
            search.index_new(self.connection, model.kind_of_record, rows, case_id)
            self._is_indexed.update(row["id"] for row in rows)

    def purge(self, kind: Kind, records: Sequence[str]) -> None:
        """Destroy records, their passages and what the journal knew of their values; that they existed stays."""
        table = RECORDS[kind].table()
        for record in records:
            self.connection.execute(delete(table).where(table.c.id == record))
            search.forget(self.connection, record)
            erase(self.connection, record)
            self.entry.note(kind, record, PURGE, None, None)

    def note(self, kind: Kind, record: str, verb: str, after: Mapping[str, Any] | None = None) -> None:
        """Write something that happened to a record without changing it (opened, exported) into its custody log."""
        self.entry.note(kind, record, verb, None, after)

    def seal(self) -> int | None:
        """Flush, index and append to the chain; returns the journal's sequence number."""
        self.session.flush()
        search.refresh(self.connection, [key for key in sorted(self.entry.touched) if key[1] not in self._is_indexed])
        return self.entry.seal(self.connection)
