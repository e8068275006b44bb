"""One record at a time, or all that meet a condition: rows as they stand."""

import dataclasses
from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from db import rows
from db.base import Record
from db.errors import RecordMissing
from db.models import RECORDS
from db.types import Kind

RowType = TypeVar("RowType")
ROWS: dict[Kind, type[Any]] = {
    Kind.CASE: rows.CaseRow, Kind.PERSON: rows.PersonRow, Kind.ORGANISATION: rows.OrganisationRow,
    Kind.PLACE: rows.PlaceRow, Kind.MEMBERSHIP: rows.MembershipRow, Kind.PARTY: rows.PartyRow,
    Kind.EVENT: rows.EventRow, Kind.PARTICIPATION: rows.ParticipationRow, Kind.EVENT_LINK: rows.EventLinkRow,
    Kind.CHARGE: rows.ChargeRow, Kind.DOCUMENT: rows.DocumentRow, Kind.CITATION: rows.CitationRow,
    Kind.BRIEF: rows.BriefRow, Kind.RELATION: rows.RelationRow, Kind.INJURY: rows.InjuryRow,
    Kind.ISSUE: rows.IssueRow, Kind.ISSUE_FACT: rows.IssueFactRow, Kind.CONSENT: rows.ConsentRow,
    Kind.INDICATOR: rows.IndicatorRow, Kind.TASK: rows.TaskRow, Kind.NOTE: rows.NoteRow, Kind.TERM: rows.TermRow,
    Kind.VIEW: rows.ViewRow, Kind.RULE: rows.RuleRow, Kind.CALENDAR_DAY: rows.CalendarDayRow,
    Kind.DEADLINE: rows.DeadlineRow, Kind.CONFLICT: rows.ConflictRow,
}  # fmt: skip
KINDS: dict[type[Any], Kind] = {row: kind for kind, row in ROWS.items()}


@cache
def columns_of(row_type: type[Any]) -> tuple[str, ...]:
    """The names a row and its record share."""
    return tuple(field.name for field in dataclasses.fields(row_type))


def row_of(record: Record) -> Any:
    """The frozen row of a record."""
    row_type = ROWS[record.kind_of_record]
    return row_type(**{name: getattr(record, name) for name in columns_of(row_type)})


def fetch(session: Session, row_type: type[RowType], record: str) -> RowType:
    """One record by id, in the trash or not. Raises ``RecordMissing``."""
    kind = KINDS[row_type]
    found = session.get(RECORDS[kind], record)
    if found is None:
        raise RecordMissing(kind.value, record)
    return row_of(found)


def read_rows(session: Session, row_type: type[RowType], records: Sequence[str]) -> list[RowType]:
    """These records, in this order. Raises ``RecordMissing``."""
    model = RECORDS[KINDS[row_type]]
    found: dict[str, RowType] = {}
    for start in range(0, len(records), 500):
        query = select(model).where(model.id.in_(records[start : start + 500]))
        found |= {record.id: row_of(record) for record in session.scalars(query)}
    missing = next((record for record in records if record not in found), None)
    if missing is not None:
        raise RecordMissing(KINDS[row_type].value, missing)
    return [found[record] for record in records]


def live(session: Session, row_type: type[RowType], *conditions: ColumnElement[bool]) -> list[RowType]:
    """Records outside the trash that meet the conditions, in the order they were made.

    Columns alone are asked for: making records only to take them apart again takes three times as long.
    """
    model = RECORDS[KINDS[row_type]]
    columns = [getattr(model, name) for name in columns_of(row_type)]
    query = select(*columns).where(model.trashed_at.is_(None), *conditions).order_by(model.id)
    return [row_type(*found) for found in session.execute(query)]
