"""The journal as a list: newest first, for the vault or for one record; and what can be undone."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from db import undo
from db.journal import DETAIL, JOURNAL
from db.models import Brief, Charge, Document, Event, Membership, Party
from db.rows import Key, Page

_PARTS = (Event, Document, Brief, Charge, Party, Membership)  # what belongs to one case


@dataclass(frozen=True, slots=True)
class Step:
    """What one change did to one record; values are ``None`` where there were none or they were erased."""

    kind: str
    record: str
    verb: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    is_erased: bool


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change: when (ISO 8601, UTC), by whom, on which device, under which label, and its first steps."""

    seq: int
    at: str
    author: str
    device: str
    label: str
    count: int
    reverses: int | None
    is_redo: bool
    steps: Sequence[Step]


@dataclass(frozen=True, slots=True)
class Undoable:
    """The labels of what can be undone and redone now, ``None`` where nothing can."""

    undo: str | None
    redo: str | None


def page(
    session: Session,
    *,
    record_id: str | None = None,
    case_id: str | None = None,
    after: Key | None = None,
    limit: int = 50,
    steps: int = 20,
) -> Page[HistoryLine]:
    """Changes newest first; with ``steps`` details each at most. ``after`` is the last sequence number seen."""
    query = select(JOURNAL.c.seq, JOURNAL.c.body).order_by(JOURNAL.c.seq.desc()).limit(limit + 1)
    records = _records_of(record_id, case_id)
    if records is not None:
        query = query.where(JOURNAL.c.seq.in_(select(DETAIL.c.seq).where(DETAIL.c.record_id.in_(records))))
    if after:
        query = query.where(JOURNAL.c.seq < after[0])
    found = session.execute(query).all()
    lines = [_line(session, row.seq, json.loads(row.body), record_id, steps) for row in found[:limit]]
    return Page(lines, (lines[-1].seq,) if len(found) > limit else None)


def undoable(session: Session) -> Undoable:
    """What undo and redo would do now."""
    connection = session.connection()
    back, again = undo.next_undo(connection), undo.next_redo(connection)
    return Undoable(back.label if back else None, again.label if again else None)


def head(session: Session) -> tuple[int, str]:
    """The journal's last sequence number and its hash in hex (64 zeros for an empty journal)."""
    last = session.execute(select(JOURNAL.c.seq, JOURNAL.c.hash).order_by(JOURNAL.c.seq.desc()).limit(1)).first()
    return (last.seq, last.hash.hex()) if last else (0, "0" * 64)


def content_head(session: Session) -> tuple[int, str]:
    """The last change of content (openings and exports do not count) and its hash in hex; 0 and "" without one."""
    for link in session.execute(select(JOURNAL.c.seq, JOURNAL.c.hash, JOURNAL.c.body).order_by(JOURNAL.c.seq.desc())):
        if json.loads(link.body)["can_undo"]:
            return link.seq, link.hash.hex()
    return 0, ""


def _records_of(record_id: str | None, case_id: str | None) -> Any:
    if record_id:
        return [record_id]
    if case_id is None:
        return None
    parts = [select(model.id).where(model.case_id == case_id) for model in _PARTS]
    members = select(Membership.member_id).where(Membership.case_id == case_id)
    return members.union(*parts, select(literal(case_id)))


def _line(session: Session, seq: int, body: Mapping[str, Any], record_id: str | None, limit: int) -> HistoryLine:
    query = select(DETAIL).where(DETAIL.c.seq == seq).order_by(DETAIL.c.id).limit(limit)
    if record_id:
        query = query.where(DETAIL.c.record_id == record_id)
    steps = [
        Step(row.record_kind, row.record_id, row.verb, _values(row.before), _values(row.after), row.salt is None)
        for row in session.execute(query)
    ]
    return HistoryLine(
        seq, body["at"], body["author"], body["device"], body["label"], body["count"], body.get("reverses"),
        bool(body.get("is_redo")), steps,
    )  # fmt: skip


def _values(text: str | None) -> Mapping[str, Any] | None:
    return json.loads(text) if text else None
