"""The one journal: every change before and after, chained by hash; what history, undo and custody logs are read from.

One transaction is one link of the chain. Its details (a record each) carry the old and new values beside a salted
commitment; the chain holds only the commitments, so that values can be erased and the chain still verifies.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import rfc8785
from sqlalchemy import Column, Connection, Index, Integer, LargeBinary, String, Table, Text, event, insert, select
from sqlalchemy.orm import Session, UOWTransaction, object_mapper
from sqlalchemy.orm.attributes import get_history
from sqlalchemy.types import JSON, TypeDecorator

from db.base import Base, Record
from db.errors import VaultDamaged
from db.passages import is_searched
from db.types import Kind

DOMAIN = b"sandyq-audit-v1\0"
FIRST = bytes(32)
ADD, EDIT, REMOVE, PURGE = "add", "edit", "remove", "purge"

JOURNAL = Table(
    "journal", Base.metadata,
    Column("seq", Integer, primary_key=True),
    Column("prev", LargeBinary, nullable=False),
    Column("body", Text, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)  # fmt: skip
DETAIL = Table(
    "journal_detail", Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("record_kind", String(32), nullable=False),
    Column("record_id", String(36), nullable=False),
    Column("verb", String(32), nullable=False),
    Column("commitment", LargeBinary, nullable=False),
    Column("salt", LargeBinary),
    Column("before", Text),
    Column("after", Text),
    Index(None, "seq"), Index(None, "record_id", "seq"),
)  # fmt: skip
_INSERT_DETAIL = (
    "INSERT INTO journal_detail (seq, record_kind, record_id, verb, commitment, salt, before, after)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
State = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Detail:
    """What one change did to one record: canonical JSON of the values before and after (changed columns only)."""

    kind: str
    record: str
    verb: str
    salt: bytes
    before: str | None
    after: str | None

    @property
    def commitment(self) -> bytes:
        """SHA-256 over the salt and everything the detail says."""
        parts = (self.kind, self.record, self.verb, self.before or "", self.after or "")
        return hashlib.sha256(self.salt + b"\0".join(part.encode() for part in parts)).digest()


@dataclass(slots=True)
class Entry:
    """One link being written: who, when, on which device, under which label, and its details so far.

    ``at`` is ISO 8601 in UTC; ``reverses`` is the sequence number of the change that this one undoes or, with
    ``is_redo``, does again; an access (``can_undo`` false) is history but no step of undo.
    """

    label: str
    at: str
    author: str
    device: str
    reverses: int | None = None
    is_redo: bool = False
    can_undo: bool = True
    details: list[Detail] = field(default_factory=list[Detail])
    touched: set[tuple[Kind, str]] = field(default_factory=set[tuple[Kind, str]])  # whose passages are to be made anew

    def note(self, kind: Kind, record: str, verb: str, before: State | None, after: State | None) -> None:
        """Add a detail about one record."""
        self.details.append(Detail(kind.value, record, verb, os.urandom(16), _text(before), _text(after)))
        if verb != EDIT or is_searched(kind, (before or {}).keys()):
            self.touched.add((kind, record))

    def seal(self, connection: Connection) -> int | None:
        """Append the link and its details; returns the sequence number, or ``None`` when nothing was done."""
        if not self.details:
            return None
        last = connection.execute(select(JOURNAL.c.seq, JOURNAL.c.hash).order_by(JOURNAL.c.seq.desc()).limit(1)).first()
        seq, prev = (last.seq + 1, last.hash) if last else (1, FIRST)
        commitments = [detail.commitment for detail in self.details]
        body = self._body(digest_of(commitments))
        connection.execute(insert(JOURNAL).values(seq=seq, prev=prev, body=body, hash=link_hash(prev, body)))
        connection.exec_driver_sql(
            _INSERT_DETAIL,
            [
                (seq, d.kind, d.record, d.verb, commitment, d.salt, d.before, d.after)
                for d, commitment in zip(self.details, commitments, strict=True)
            ],
        )
        return seq

    def _body(self, digest: str) -> str:
        body: dict[str, Any] = {
            "v": 1, "at": self.at, "author": self.author, "device": self.device, "label": self.label,
            "count": len(self.details), "digest": digest, "can_undo": self.can_undo,
        }  # fmt: skip
        if self.reverses is not None:
            body |= {"reverses": self.reverses, "is_redo": self.is_redo}
        return rfc8785.dumps(body).decode()


def link_hash(prev: bytes, body: str) -> bytes:
    """The hash of a link: SHA-256 over the domain, the previous hash and the canonical body."""
    return hashlib.sha256(DOMAIN + prev + body.encode()).digest()


def digest_of(commitments: Iterable[bytes]) -> str:
    """The digest of a link's details: SHA-256 over their commitments in order, in hex."""
    return hashlib.sha256(b"".join(commitments)).hexdigest()


def listen(session: Session, entry: Entry) -> None:
    """Note in ``entry`` whatever this session adds, edits and removes."""

    def after_flush(flushed: Session, _context: UOWTransaction) -> None:
        for record in flushed.new:
            _note_whole(entry, record, ADD)
        for record in flushed.dirty:
            _note_edit(entry, record)
        for record in flushed.deleted:
            _note_whole(entry, record, REMOVE)

    event.listen(session, "after_flush", after_flush)


def _note_whole(entry: Entry, record: Record, verb: str) -> None:
    state = state_of(record)
    before, after = (None, state) if verb == ADD else (state, None)
    entry.note(record.kind_of_record, record.id, verb, before, after)


def _note_edit(entry: Entry, record: Record) -> None:
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for attribute in object_mapper(record).column_attrs:
        changed = get_history(record, attribute.key)
        if changed.has_changes():
            column = attribute.columns[0]
            before[column.name] = encode(column.type, changed.deleted[0] if changed.deleted else None)
            after[column.name] = encode(column.type, changed.added[0] if changed.added else None)
    if before != after:
        entry.note(record.kind_of_record, record.id, EDIT, before, after)


def state_of(record: Record) -> dict[str, Any]:
    """Every set column of a record as plain JSON values."""
    state = {
        attribute.columns[0].name: encode(attribute.columns[0].type, getattr(record, attribute.key))
        for attribute in object_mapper(record).column_attrs
    }
    return {name: value for name, value in state.items() if value is not None}


def encode(kind: object, value: object) -> Any:
    """A column's value as plain JSON."""
    if value is not None and isinstance(kind, TypeDecorator):
        return kind.process_bind_param(value, None)  # pyright: ignore[reportArgumentType, reportUnknownVariableType, reportUnknownMemberType] - our own types ignore the dialect
    return value


def decode(kind: object, value: object) -> Any:
    """A column's value from plain JSON."""
    if value is not None and isinstance(kind, TypeDecorator):
        return kind.process_result_value(value, None)  # pyright: ignore[reportArgumentType, reportUnknownVariableType, reportUnknownMemberType] - our own types ignore the dialect
    return value


def bulk_insert(connection: Connection, entry: Entry, model: type[Record], rows: Sequence[State]) -> None:
    """Insert many new records and note them, at the driver's speed. ``rows`` map column names to plain JSON values."""
    table = model.table()
    columns = [column.name for column in table.columns]
    as_json = {column.name for column in table.columns if _is_json(column.type)}
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" for _ in columns)
    connection.exec_driver_sql(
        f'INSERT INTO "{table.fullname}" ({names}) VALUES ({marks})',  # noqa: S608 - names come from the models
        [tuple(_text(row.get(name)) if name in as_json else row.get(name) for name in columns) for row in rows],
    )
    for row in rows:
        entry.note(model.kind_of_record, row["id"], ADD, None, {k: v for k, v in row.items() if v is not None})


def _is_json(kind: object) -> bool:
    return isinstance(kind, JSON) or (isinstance(kind, TypeDecorator) and isinstance(kind.impl, JSON))


def _text(value: object) -> str | None:
    if value is None:
        return None
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def verify_chain(connection: Connection) -> int:
    """Check every link of the chain; returns the last sequence number. Raises ``VaultDamaged`` ("chain N")."""
    prev, seq = FIRST, 0
    for link in connection.exec_driver_sql("SELECT seq, prev, body, hash FROM journal ORDER BY seq"):
        seq += 1
        if link.seq != seq or link.prev != prev or link.hash != link_hash(prev, link.body):
            raise VaultDamaged(f"chain {seq}")
        prev = link.hash
    return seq


def verify_details(connection: Connection) -> None:
    """Check that every detail is the one its link was sealed over. Raises ``VaultDamaged`` ("journal N")."""
    found: dict[int, list[bytes]] = {}
    for row in connection.exec_driver_sql("SELECT * FROM journal_detail ORDER BY id"):
        if row.salt is not None:
            detail = Detail(row.record_kind, row.record_id, row.verb, row.salt, row.before, row.after)
            if detail.commitment != row.commitment:
                raise VaultDamaged(f"journal {row.seq}")
        found.setdefault(row.seq, []).append(row.commitment)
    for link in connection.exec_driver_sql("SELECT seq, body FROM journal ORDER BY seq"):
        body = json.loads(link.body)
        if digest_of(found.pop(link.seq, [])) != body["digest"]:
            raise VaultDamaged(f"journal {link.seq}")
    if found:
        raise VaultDamaged(f"journal {min(found)}")


def erase(connection: Connection, record: str) -> None:
    """Destroy what the journal knows of a record's values; that it existed and changed remains provable."""
    connection.exec_driver_sql(
        "UPDATE journal_detail SET salt = NULL, before = NULL, after = NULL WHERE record_id = ?", (record,)
    )
