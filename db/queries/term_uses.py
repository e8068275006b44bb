"""Which records name a term: looked up before it may go. Records in the trash count, for they may come back."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import RECORDS
from db.types import Kind


def count_in_columns(session: Session, columns: Iterable[tuple[Kind, str]], term: str) -> int:
    """How often these columns of records hold the term."""
    count = 0
    for kind, column in columns:
        table: Any = RECORDS[kind]
        count += session.scalar(select(func.count()).where(getattr(table, column) == term)) or 0
    return count


def values_of(session: Session, kind: Kind, column: str) -> Iterator[Any]:
    """What one column holds in each record of a kind; for columns that keep lists or objects."""
    table: Any = RECORDS[kind]
    yield from session.scalars(select(getattr(table, column)))
