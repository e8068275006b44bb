"""What of a table would go lost or come in twice: columns without a meaning, cells beyond the titles, doubled rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from db.queries.case_files import case_file
from db.rows import CaseRow
from db.types import When
from db.vault import Session
from desktop.documents.exchange.entity import Entity
from desktop.documents.exchange.faults import quoted
from desktop.documents.exchange.standing import Standing
from desktop.documents.sheets.columns import ID, Column, Holds
from desktop.documents.sheets.lines import Table, letters_of
from desktop.documents.sheets.mapping import ColumnMap
from desktop.i18n import _, ngettext
from desktop.operations.table_lists import cells_for
from desktop.operations.table_records import Record, Told
from desktop.operations.table_report import CellFault, at
from desktop.operations.times import WallClocks

_TEXTS = frozenset({Holds.TEXT, Holds.TEXTS})
_ENOUGH = 2  # things that a row says before it can be called a double of a record
_SHOWN = 10  # rows named of those that are doubles


class Doubles:
    """What the records of a list say in some columns, so that a row that says the same is noticed."""

    def __init__(self, session: Session, case: CaseRow, entity: Entity, columns: Sequence[Column]) -> None:
        self._columns = [column for column in columns if column.key != ID]
        masked = cells_for(session, case.id, self._columns, is_plain=False).faces.masked
        file = case_file(session, case.id)
        standing = Standing(file, WallClocks().zone_of)
        self._there: set[tuple[Any, ...]] = set()
        for row in getattr(file, entity.key):
            said = self._said(standing.record(entity, row) | self._times(row))
            pairs = zip(said, self._columns, strict=True)
            guarded = (masked(one) if column.holds in _TEXTS and isinstance(one, str) else one for one, column in pairs)
            self._there |= {said, tuple(guarded)}  # as it was written with the names of the protected taken out, too

    def among(self, told: Iterable[Told]) -> list[int]:
        """The numbers of the lines that say what a record says already."""
        return [one.line.number for one in told if not one.faults and self._is_there(self._said(one.record))]

    def _is_there(self, said: tuple[Any, ...]) -> bool:
        return sum(one is not None for one in said) >= _ENOUGH and said in self._there

    def _times(self, row: Any) -> Record:
        values: dict[str, When | None] = {
            column.key: getattr(row, column.field) for column in self._columns if column.holds is Holds.WHEN
        }
        return {key: {"edtf": value.edtf, "zone": value.zone} for key, value in values.items() if value}

    def _said(self, record: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple(_value(record, column.steps) for column in self._columns)


def lost_cells(table: Table, chosen: ColumnMap) -> Iterator[CellFault]:
    """A fault for every line that has cells beyond the titles, at the first of them."""
    width = _width(table)
    for line in table.lines:
        for place in range(width, len(line.cells)):
            if line.cells[place] and place not in chosen.columns and place not in chosen.left_out:
                what = _("Something stands here beyond the titles: give the column a title, or empty the cell.")
                yield at(table, line.number, place, what)
                break


def unmeant_columns(table: Table, chosen: ColumnMap) -> Iterator[CellFault]:
    """A remark for every column that holds something and means nothing, unless it is left out on purpose."""
    for place in range(_width(table)):
        if (
            place not in chosen.columns
            and place not in chosen.left_out
            and any(line.cell(place) for line in table.lines)
        ):
            title = table.titles.cell(place) or letters_of(place)
            what = _("The column “{title}” has no meaning here and is not imported.").format(title=quoted(title))
            yield at(table, table.titles.number, place, what)


def told_doubles(table: Table, rows: Sequence[int]) -> Iterator[CellFault]:
    """One remark on all the rows that say what records say already."""
    if rows:
        said = ngettext(
            "{count} row says the same as a record that is there already: row {rows}.",
            "{count} rows say the same as records that are there already: rows {rows}.",
            len(rows),
        )
        named = ", ".join(map(str, rows[:_SHOWN])) + ("…" if len(rows) > _SHOWN else "")
        yield at(table, rows[0], None, said.format(count=len(rows), rows=named))


def _width(table: Table) -> int:
    """How many columns stand under titles: blank ones at the end are none."""
    return max((place + 1 for place, title in enumerate(table.titles.cells) if title), default=0)


def _value(record: Mapping[str, Any], steps: Sequence[str]) -> Any:
    first, *rest = steps
    found: Any = record.get(first)
    if first == "participants":
        parts = [part for part in found or () if part["role"] == rest[0]]
        return frozenset(str(part.get("person") or part.get("organisation")) for part in parts) or None
    for step in rest:
        found = found.get(step) if isinstance(found, dict) else None  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] - JSON
    return _settled(found)  # pyright: ignore[reportUnknownArgumentType] - JSON


def _settled(value: Any) -> Any:
    """A value of JSON as one that can stand in a set; nothing where it says nothing."""
    if isinstance(value, dict):
        return frozenset((str(key), _settled(one)) for key, one in value.items())  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] - JSON
    if isinstance(value, list | tuple):
        return tuple(_settled(one) for one in value) or None  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] - JSON
    return None if value == "" else value
