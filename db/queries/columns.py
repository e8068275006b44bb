"""Rows read column by column: no record is made only to be taken apart again, no statement is put together twice."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, select
from sqlalchemy.orm import Session

from db.models import RECORDS
from db.queries.records import KINDS, RowType, columns_of
from db.types import When

IDS = "ids"
WANTED: BindParameter[Any] = bindparam(IDS, expanding=True)  # in a statement that is put together once
_PARTS_OF_WHEN = 4


@cache
def plain_columns(row_type: type[Any]) -> tuple[ColumnElement[Any], ...]:
    """The columns that hold what a row says, those of a time one after the other."""
    return tuple(column for _name, columns in _fields(row_type) for column in columns)


def made_of(row_type: type[RowType], found: Sequence[Any], first: int = 0) -> RowType:
    """The row told by ``plain_columns`` from the place ``first`` of what was found."""
    values: list[Any] = []
    for place, is_when in _places(row_type):
        value = found[first + place]
        if is_when and value is not None:
            value = When(value, *found[first + place + 1 : first + place + _PARTS_OF_WHEN])
        values.append(value)
    return row_type(*values)


def rows_by_id(session: Session, row_type: type[RowType], ids: Collection[str]) -> dict[str, RowType]:
    """The rows with these ids, in the trash or not; those that are not there are left out."""
    if not ids:
        return {}
    found = session.execute(_by_ids(row_type), {IDS: list(ids)})
    return {one[0]: made_of(row_type, one) for one in found}  # every row begins with its id


@cache
def _by_ids(row_type: type[Any]) -> Select[Any]:
    return select(*plain_columns(row_type)).where(RECORDS[KINDS[row_type]].table().c.id.in_(WANTED))


@cache
def _places(row_type: type[Any]) -> tuple[tuple[int, bool], ...]:
    """For each part of a row the place of its first column, and whether it is a time."""
    places: list[tuple[int, bool]] = []
    place = 0
    for _name, columns in _fields(row_type):
        places.append((place, len(columns) > 1))
        place += len(columns)
    return tuple(places)


@cache
def _fields(row_type: type[Any]) -> tuple[tuple[str, tuple[ColumnElement[Any], ...]], ...]:
    columns = RECORDS[KINDS[row_type]].table().c
    parts = ("edtf", "zone", "earliest", "latest")
    return tuple(
        (name, (columns[name],) if name in columns else tuple(columns[f"{name.rstrip('_')}_{part}"] for part in parts))
        for name in columns_of(row_type)
    )
