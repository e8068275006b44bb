"""What lies in the trash, newest first."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import RECORDS
from db.queries.records import row_of
from db.types import Kind

TRASHED_KINDS = (
    Kind.CASE, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.EVENT, Kind.CHARGE, Kind.DOCUMENT, Kind.BRIEF,
    Kind.RELATION, Kind.INJURY, Kind.ISSUE, Kind.CONSENT, Kind.INDICATOR, Kind.TASK, Kind.NOTE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TrashLine:
    """A record in the trash: its kind, its row, and when it went there (Unix seconds)."""

    kind: Kind
    row: Any
    trashed_at: int


def lines(session: Session, *, limit: int = 500) -> list[TrashLine]:
    """The newest ``limit`` records in the trash, of every kind."""
    found: list[TrashLine] = []
    for kind in TRASHED_KINDS:
        model = RECORDS[kind]
        query = select(model).where(model.trashed_at.is_not(None)).order_by(model.trashed_at.desc()).limit(limit)
        found += [TrashLine(kind, row_of(record), record.trashed_at or 0) for record in session.scalars(query)]
    return sorted(found, key=_newest_first)[:limit]


def _newest_first(line: TrashLine) -> tuple[int, str]:
    return (-line.trashed_at, line.row.id)
