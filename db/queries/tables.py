"""Any list of a case for a table: a page of records of one kind, and the records that a page names."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import RECORDS, Document, Event
from db.queries.records import ROWS, row_of
from db.rows import Key, Page
from db.types import Kind

_BATCH = 500  # ids in one question; SQLite limits them


def page(session: Session, kind: Kind, case_id: str, *, after: Key | None = None, limit: int = 500) -> Page[Any]:
    """Live records of one kind that belong to a case, in the order they were made, a page at a time."""
    model: Any = RECORDS[kind]
    query = select(model).where(model.trashed_at.is_(None)).order_by(model.id).limit(limit + 1)
    if kind is Kind.CITATION:
        query = query.where(model.document_id.in_(_live(Document, case_id)))
    elif kind is Kind.EVENT_LINK:
        events = _live(Event, case_id)
        query = query.where(model.from_id.in_(events), model.to_id.in_(events))
    else:
        query = query.where(model.case_id == case_id)
    if after:
        query = query.where(model.id > after[0])
    found = list(session.scalars(query))
    rows = [row_of(record) for record in found[:limit]]
    return Page(rows, (rows[-1].id,) if len(found) > limit else None)


def named(session: Session, kind: Kind, ids: Iterable[str]) -> dict[str, Any]:
    """The records of a kind with these ids, in the trash or not."""
    if kind not in ROWS:
        return {}
    model: Any = RECORDS[kind]
    wanted = sorted(set(ids))
    found: dict[str, Any] = {}
    for start in range(0, len(wanted), _BATCH):
        query = select(model).where(model.id.in_(wanted[start : start + _BATCH]))
        found |= {record.id: row_of(record) for record in session.scalars(query)}
    return found


def _live(model: Any, case_id: str) -> Any:
    return select(model.id).where(model.case_id == case_id, model.trashed_at.is_(None))
