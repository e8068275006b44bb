"""What an import of a table says: new records, faults at their cells, what is worth a look, what would change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.types import Kind
from desktop.documents.sheets.lines import Table, place_of


@dataclass(frozen=True, slots=True)
class CellFault:
    """Something to say of a cell: its place as spreadsheets write it, row and column (from 0) where it has them."""

    place: str
    what: str
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class CellChange:
    """What a cell changes of a record that is there: its place and key, what stood there, what it says instead."""

    place: str
    key: str
    old: str
    new: str
    row: int
    column: int | None = None


@dataclass(frozen=True, slots=True)
class TableReport:
    """What an import would make or has made: new records of each kind; every fault; what is worth a look.

    Of a table that tells of records again ``changes`` are all it changes in them, ``changed`` and ``unchanged`` the
    numbers of the rows whose records it changes and leaves as they are.
    """

    counts: Mapping[Kind, int]
    faults: Sequence[CellFault] = ()
    remarks: Sequence[CellFault] = ()
    changes: Sequence[CellChange] = ()
    changed: Sequence[int] = ()
    unchanged: Sequence[int] = ()


def at(table: Table, row: int | None, column: int | None, what: str) -> CellFault:
    """Something to say of a cell; without a column of its row, without a row of the table."""
    place = place_of(table.sheet, row, column) if row is not None else ""
    return CellFault(place, what, row, column)


def in_order(fault: CellFault) -> tuple[int, int]:
    """By row, then by column; what is said of a whole row comes first."""
    return (fault.row or 0, -1 if fault.column is None else fault.column)
