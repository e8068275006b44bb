"""Undo and redo, across restarts: a new change that restores what the journal says stood before."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from db.errors import NothingToUndo, RecordInUse, RecordMoved
from db.integrity import LOOSE
from db.journal import ADD, DETAIL, EDIT, JOURNAL, PURGE, REMOVE, Entry, decode, encode
from db.models import RECORDS
from db.types import Kind

DERIVED = frozenset({"sort_key"})  # columns made from others, beside the journal too: they move no record on


@dataclass(frozen=True, slots=True)
class Step:
    """A change that can be undone or redone: its sequence number and label."""

    seq: int
    label: str


def next_undo(connection: Connection) -> Step | None:
    """The newest change that stands and can be undone; a purge is a wall that undo does not cross."""
    reversed_already: dict[int, bool] = {}
    for link in _links_newest_first(connection):
        original = link.get("reverses")
        if original is not None:
            reversed_already.setdefault(original, not link["is_redo"])
        elif link["label"] == PURGE:
            return None
        elif link["can_undo"] and not reversed_already.get(link["seq"], False):
            return Step(link["seq"], link["label"])
    return None


def next_redo(connection: Connection) -> Step | None:
    """The change undone last, unless something new was done since."""
    done_again: set[int] = set()
    labels: dict[int, str] = {}
    for link in _links_newest_first(connection):
        original = link.get("reverses")
        if original is None:
            if link["can_undo"]:
                return None
        elif link["is_redo"]:
            done_again.add(original)
        elif original not in done_again:
            labels[original] = link["label"]
            return Step(original, link["label"])
    return None


def reverse(connection: Connection, entry: Entry, step: Step, *, is_redo: bool) -> None:
    """Restore the values before ``step`` (or after it, for redo), noting each in ``entry``.

    Raises ``RecordMoved`` when a record was changed again since, ``RecordInUse`` when others now refer to it.
    """
    details = connection.execute(select(DETAIL).where(DETAIL.c.seq == step.seq).order_by(DETAIL.c.id)).all()
    if not details or any(detail.salt is None for detail in details):
        raise NothingToUndo
    for detail in details if is_redo else reversed(details):
        before = json.loads(detail.before) if detail.before else None
        after = json.loads(detail.after) if detail.after else None
        _restore(connection, entry, detail, *((before, after) if is_redo else (after, before)))


def _restore(connection: Connection, entry: Entry, detail: Any, now: Any, then: Any) -> None:
    kind = Kind(detail.record_kind)
    table = RECORDS[kind].table()
    here = table.c.id == detail.record_id
    if detail.verb not in {ADD, EDIT, REMOVE}:
        return
    if now is not None:
        _require(connection, kind, detail.record_id, now, is_whole=then is None)
    if then is None:
        _require_unreferenced(connection, kind, detail.record_id)
        connection.execute(delete(table).where(here))
        entry.note(kind, detail.record_id, REMOVE, now, None)
        return
    columns: dict[str, Any] = dict(table.columns.items())
    values = {name: decode(columns[name].type, value) for name, value in then.items()}
    if now is None:
        connection.execute(insert(table).values(values))
        entry.note(kind, detail.record_id, ADD, None, then)
    else:
        connection.execute(update(table).where(here).values(values))
        entry.note(kind, detail.record_id, EDIT, now, then)


def _require(connection: Connection, kind: Kind, record: str, expected: dict[str, Any], *, is_whole: bool) -> None:
    table = RECORDS[kind].table()
    row = connection.execute(table.select().where(table.c.id == record)).mappings().first()
    if row is None:
        raise RecordMoved(kind, record)
    columns = set(table.c.keys() if is_whole else expected.keys()) - DERIVED
    standing = {name: encode(table.c[name].type, row[name]) for name in columns}
    if any(standing[name] != expected.get(name) for name in columns):
        raise RecordMoved(kind, record)


def _require_unreferenced(connection: Connection, kind: Kind, record: str) -> None:
    """References that are no foreign keys (citations, memberships) hold a record as well."""
    for table, column in LOOSE:
        query = f"SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1"  # noqa: S608 - fixed names
        if connection.exec_driver_sql(query, (record,)).first() is not None:
            raise RecordInUse(f"{table} -> {kind.value}")


def _links_newest_first(connection: Connection) -> Any:
    for row in connection.execute(select(JOURNAL.c.seq, JOURNAL.c.body).order_by(JOURNAL.c.seq.desc())):
        yield json.loads(row.body) | {"seq": row.seq}
