"""Bring the lines of a table into a case as records: looked through as a whole first, then all of them or none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.base import new_id
from db.models import RECORDS
from db.queries.records import fetch
from db.rows import CaseRow, OrganisationRow, PersonRow, PlaceRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.documents.exchange.entity import Entity
from desktop.documents.exchange.faults import Faults, Spot
from desktop.documents.exchange.reading import Reading
from desktop.documents.exchange.shape import FORMAT, VERSION, shaped
from desktop.documents.exchange.table import ENTITIES, ORGANISATION, PERSON, PLACE
from desktop.documents.sheets.columns import columns_of, table_entities
from desktop.documents.sheets.lines import Table, place_of
from desktop.documents.sheets.mapping import ColumnMap, misfits
from desktop.documents.sheets.titles import title_of
from desktop.errors import Fault, InputFaults
from desktop.i18n import _, current, ngettext
from desktop.operations import Done, Touched
from desktop.operations.members import sort_key_of
from desktop.operations.table_names import Known
from desktop.operations.table_records import Telling, Told, stand_ins
from desktop.operations.times import WallClocks

Rows = dict[Kind, list[dict[str, Any]]]
_MEMBERS: Mapping[Kind, type[Any]] = {
    Kind.PERSON: PersonRow, Kind.ORGANISATION: OrganisationRow, Kind.PLACE: PlaceRow,
}  # fmt: skip
_LISTS: Mapping[Kind, Entity] = {entity.kind: entity for entity in (PERSON, ORGANISATION, PLACE)}
_FOUND_WITH_CASE = frozenset({Kind.CITATION, Kind.ISSUE_FACT})  # passages that are the case's though no column says so


@dataclass(frozen=True, slots=True)
class CellFault:
    """Something to say of a cell: its place as spreadsheets write it, row and column (from 0) where it has them."""

    place: str
    what: str
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class TableReport:
    """What an import would make or has made: how many records of each kind; every fault; what is worth a look."""

    counts: Mapping[Kind, int]
    faults: Sequence[CellFault] = ()
    remarks: Sequence[CellFault] = ()


@dataclass(slots=True)
class _Looked:
    """A table that was looked through: its report, and the records to write, right only without faults."""

    report: TableReport
    rows: Rows = field(default_factory=dict[Kind, list[dict[str, Any]]])


def check_table(vault: Vault, case_id: str, table: Table, chosen: ColumnMap, *, creates: bool = False) -> TableReport:
    """What importing a table would do, without doing it; ``creates``: make who and where is not on file yet."""
    return _look(vault, case_id, table, chosen, creates=creates).report


def import_table(
    vault: Vault, case_id: str, table: Table, chosen: ColumnMap, *, creates: bool = False, label: str = "import-table"
) -> Done[TableReport]:
    """Make a record of every line, in one step of undo, or raise ``InputFaults`` with every fault at its cell."""
    looked = _look(vault, case_id, table, chosen, creates=creates)
    report = looked.report
    if report.faults:
        count = len(report.faults)
        what = ngettext(
            "The table has {count} fault; nothing was imported.",
            "The table has {count} faults; nothing was imported.",
            count,
        )
        faults = [Fault(fault.place, fault.what) for fault in report.faults]
        raise InputFaults(what.format(count=count), faults)
    with vault.change(label) as change:
        for kind in _in_order(looked.rows):
            owner = case_id if kind in _FOUND_WITH_CASE else None
            change.insert_all(RECORDS[kind], looked.rows[kind], case_id=owner)
    return Done(report, Touched(frozenset(looked.rows), case_id))


def _look(vault: Vault, case_id: str, table: Table, chosen: ColumnMap, *, creates: bool) -> _Looked:
    entity = table_entities()[chosen.entity]
    columns = columns_of(entity)
    wrong = [_at(table, table.titles.number, misfit.column, misfit.what) for misfit in misfits(chosen, columns)]
    if not chosen.columns:
        wrong.append(_at(table, table.titles.number, None, _("No column has a meaning yet.")))
    elif not table.lines:
        wrong.append(_at(table, table.titles.number, None, _("There is nothing below the titles.")))
    if wrong:
        return _Looked(TableReport({}, wrong))
    named = {kind for key in (*chosen.columns.values(), *chosen.constants) for kind in columns[key].kinds}
    with vault.read() as session:
        case = fetch(session, CaseRow, case_id)
        known = Known(session, case, named, creates=creates)
    return _Look(case, table, entity, known).run(Telling(entity, chosen, columns, known))


class _Look:
    """One table being looked through."""

    def __init__(self, case: CaseRow, table: Table, entity: Entity, known: Known) -> None:
        self._case, self._table, self._entity, self._known = case, table, entity, known
        self._faults: list[CellFault] = []
        self._remarks: list[CellFault] = []

    def run(self, telling: Telling) -> _Looked:
        if self._entity.kind in _MEMBERS:
            told = self._read_members(telling)
        else:
            told = [telling.read(line) for line in self._table.lines]
        for one in told:
            self._faults += [_at(self._table, one.line.number, column, what) for column, what in one.faults]
        rows = self._checked(told)
        faults = sorted(dict.fromkeys(self._faults), key=_order)
        counts = {kind: len(made) for kind, made in rows.items() if kind is not Kind.MEMBERSHIP}
        report = TableReport(counts, faults, self._remarks)
        return _Looked(report, rows)

    def _read_members(self, telling: Telling) -> list[Told]:
        """Names first, so that a line can name another one further down; who is known already is remarked on."""
        known = self._known
        firsts = [telling.read(line, names_only=True) for line in self._table.lines]
        for told in firsts:
            spelled = [name["text"] for name in told.record.get("names", ())]
            if any(known.has(self._entity.kind, text) for text in spelled):
                said = _("Somebody or something of this name is on file, or in this table, already.")
                self._remarks.append(_at(self._table, told.line.number, told.column_of(("names",)), said))
            known.add_ours(self._entity.kind, told.record["id"], spelled)
        return [telling.read(line, told.record["id"]) for line, told in zip(self._table.lines, firsts, strict=True)]

    def _checked(self, told: list[Told]) -> Rows:
        """The records as rows, held against every rule of the case file."""
        lists = stand_ins(self._known)
        strangers = {record["id"] for records in lists.values() for record in records}
        for kind, made in self._known.made.items():
            created = [{"id": record, "names": [{"text": name}]} for record, name in made.items()]
            lists.setdefault(_LISTS[kind].key, []).extend(created)
        before = len(lists.get(self._entity.key, []))
        lists.setdefault(self._entity.key, []).extend(one.record for one in told)
        case = {"ref": "-", "title": "-", "jurisdiction": self._case.jurisdiction}
        faults = Faults()
        content = {"format": FORMAT, "version": VERSION, "case": case, **lists}
        found = Reading(shaped(content, faults), faults, WallClocks(), new_id).run()
        for spot, what in faults:
            self._note(spot, what, told, before)
        real = {made: name for name, made in found.ids.items()} | {found.case_id: self._case.id}
        rows: Rows = {
            kind: [_renamed(row, real) for row in made if real.get(row["id"]) not in strangers]
            for kind, made in found.rows.items()
            if kind is not Kind.CASE
        }
        _enroll(rows, self._case.id)
        return {kind: made for kind, made in rows.items() if made}

    def _note(self, spot: Spot, what: str, told: list[Told], before: int) -> None:
        """Put a fault of the file that the table would make to the cell it came from."""
        part, number, *rest = (*spot, "", "")[: max(2, len(spot))]
        if part != self._entity.key or not isinstance(number, int) or number < before:
            self._faults.append(_at(self._table, None, None, what))
            return
        one, inside = told[number - before], tuple(rest)
        if one.is_told(inside):
            return
        column = one.column_of(inside)
        if column is None and inside:
            key = ".".join(step for step in inside if isinstance(step, str))
            what = f"{title_of(self._entity.key, key, current().value)}: {what}"
        self._faults.append(_at(self._table, one.line.number, column, what))


def _renamed(row: dict[str, Any], real: Mapping[str, str]) -> dict[str, Any]:
    """The row with the ids its records keep in place of those the reading gave them."""
    return {column: _real(value, real) for column, value in row.items()}


def _real(value: Any, real: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return real.get(value, value)
    if isinstance(value, dict):
        return _renamed(value, real)  # pyright: ignore[reportUnknownArgumentType] - the JSON of extra fields
    if isinstance(value, list):
        return [_real(one, real) for one in value]  # pyright: ignore[reportUnknownVariableType] - JSON
    return value


def _enroll(rows: Rows, case_id: str) -> None:
    """Put whoever is new on file in the case, under the key that lists sort by."""
    memberships = rows.setdefault(Kind.MEMBERSHIP, [])
    for kind, row_type in _MEMBERS.items():
        for row in rows.get(kind, ()):
            described = {"description": row.get("description")} if kind is Kind.PERSON else {}
            names = tuple(Name(**name) for name in row["names"])
            row["sort_key"] = sort_key_of(row_type(row["id"], names, **described))
            member = {"case_id": case_id, "member_kind": kind.value, "member_id": row["id"]}
            memberships.append({"id": new_id(), **member})


def _in_order(rows: Rows) -> Iterable[Kind]:
    """Whatever refers stands after what it refers to."""
    order = [Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.MEMBERSHIP]
    for entity in ENTITIES:
        order += [entity.kind] + ([entity.parts.kind] if entity.parts else [])
    return [kind for kind in dict.fromkeys(order) if kind in rows]


def _at(table: Table, row: int | None, column: int | None, what: str) -> CellFault:
    place = place_of(table.sheet, row, column) if row is not None else ""
    return CellFault(place, what, row, column)


def _order(fault: CellFault) -> tuple[int, int]:
    return (fault.row or 0, -1 if fault.column is None else fault.column)
