"""Bring the lines of a table into a case as records: looked through as a whole first, then all of them or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from db.base import new_id
from db.queries.records import fetch
from db.rows import CaseRow
from db.types import Kind
from db.vault import Vault
from desktop.documents.exchange.entity import Entity
from desktop.documents.exchange.faults import Faults, Spot
from desktop.documents.exchange.reading import Reading
from desktop.documents.exchange.shape import FORMAT, VERSION, shaped
from desktop.documents.exchange.table import ORGANISATION, PERSON, PLACE
from desktop.documents.exchange.times import Unreadable
from desktop.documents.sheets.columns import every_column, table_entities
from desktop.documents.sheets.lines import Line, Table
from desktop.documents.sheets.mapping import ColumnMap, misfits
from desktop.documents.sheets.titles import title_of
from desktop.errors import Fault, InputFaults
from desktop.i18n import _, current, ngettext
from desktop.operations import Done, Touched
from desktop.operations.table_found import Finding, Found, references
from desktop.operations.table_lists import MEMBERS
from desktop.operations.table_names import Known
from desktop.operations.table_records import Telling, Told, called
from desktop.operations.table_remarks import Doubles, lost_cells, told_doubles, unmeant_columns
from desktop.operations.table_report import CellChange, CellFault, TableReport, at, in_order
from desktop.operations.table_retelling import Retelling
from desktop.operations.table_rows import Made, sorted_out
from desktop.operations.table_stand_ins import add_tree, named_in, stand_ins
from desktop.operations.times import WallClocks

_LISTS: Mapping[Kind, Entity] = {entity.kind: entity for entity in (PERSON, ORGANISATION, PLACE)}


@dataclass(slots=True)
class _Looked:
    """A table that was looked through: its report, and the records to write, right only without faults."""

    report: TableReport
    made: Made = field(default_factory=Made)


def check_table(vault: Vault, case_id: str, table: Table, chosen: ColumnMap, *, creates: bool = False) -> TableReport:
    """What importing a table would do, without doing it; ``creates``: make who and where is not on file yet."""
    return _look(vault, case_id, table, chosen, creates=creates).report


def import_table(
    vault: Vault, case_id: str, table: Table, chosen: ColumnMap, *, creates: bool = False,
    label: str = "import-table",
) -> Done[TableReport]:  # fmt: skip
    """Make a record of every line, or change the one it tells of again (``chosen.key``), in one step of undo.

    Raises ``InputFaults`` with every fault at its cell; then nothing is changed.
    """
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
        looked.made.write(change, case_id)
    return Done(report, Touched(looked.made.kinds(), case_id))


def _look(vault: Vault, case_id: str, table: Table, chosen: ColumnMap, *, creates: bool) -> _Looked:
    entity = table_entities()[chosen.entity]
    columns = every_column(entity)
    wrong = [at(table, table.titles.number, misfit.column, misfit.what) for misfit in misfits(chosen, columns)]
    if not chosen.columns:
        wrong.append(at(table, table.titles.number, None, _("No column has a meaning yet.")))
    elif not table.lines:
        wrong.append(at(table, table.titles.number, None, _("There is nothing below the titles.")))
    if wrong:
        return _Looked(TableReport({}, wrong))
    keys = (*chosen.columns.values(), *chosen.constants)
    named = {kind for key in keys for kind in columns[key].kinds}
    with vault.read() as session:
        case = fetch(session, CaseRow, case_id)
        known = Known(session, case, named, creates=creates)
        finding = Finding(session, case, entity, chosen.found_by, keys) if chosen.found_by else None
        is_new = finding is None and entity.kind not in MEMBERS  # of members each name on file is remarked on
        there = Doubles(session, case, entity, [columns[key] for key in keys]) if is_new else None
    telling = Retelling(entity, chosen, columns, known)
    return _Look(case, table, chosen, known, finding).run(telling, there)


class _Look:
    """One table being looked through."""

    def __init__(self, case: CaseRow, table: Table, chosen: ColumnMap, known: Known, finding: Finding | None) -> None:
        self._case, self._table, self._known, self._finding = case, table, known, finding
        self._entity = table_entities()[chosen.entity]
        self._found_in = next((place for place, key in chosen.columns.items() if key == chosen.found_by), 0)
        self._faults: list[CellFault] = [*lost_cells(table, chosen)]
        self._remarks: list[CellFault] = [*unmeant_columns(table, chosen)]

    def run(self, telling: Retelling, there: Doubles | None) -> _Looked:
        """Every line read and held against the rules, and against what is ``there``."""
        again = self._read_again(telling) if self._finding else {}
        lines = [line for line in self._table.lines if line.number not in again]
        is_named = bool(self._entity.tree) or self._entity.kind in MEMBERS
        new = self._read_named(telling, lines) if is_named else [*map(telling.read, lines)]
        if there:
            self._remarks += told_doubles(self._table, there.among(new))
        for one in (*new, *again.values()):
            if one is not None:
                self._faults += [at(self._table, one.line.number, column, what) for column, what in one.faults]
        changed = [one for one in again.values() if one is not None and one.changes]
        made = self._checked([*new, *changed])
        changes = [
            CellChange(at(self._table, one.line.number, cell.column, "").place, cell.key, cell.old, cell.new,
                       one.line.number, cell.column)
            for one in changed for cell in one.changes
        ]  # fmt: skip
        numbers = [one.line.number for one in changed]
        same = [number for number, one in again.items() if one is not None and not one.changes and not one.faults]
        faults = sorted(dict.fromkeys(self._faults), key=in_order)
        return _Looked(TableReport(made.counts(), faults, self._remarks, changes, numbers, same), made)

    def _read_again(self, telling: Retelling) -> dict[int, Told | None]:
        """The lines that tell of records there already, by their numbers; None where it is not clear of which."""
        told: dict[int, Told | None] = {}
        taken: dict[str, int] = {}
        for line in self._table.lines:
            try:
                found = self._find(line, taken)
            except Unreadable as unreadable:
                told[line.number] = None
                self._faults.append(at(self._table, line.number, self._found_in, unreadable.what))
            else:
                if found is not None:
                    told[line.number] = telling.read_again(line, found)
        return told

    def _find(self, line: Line, taken: dict[str, int]) -> Found | None:
        """The record a line tells of again. Raises ``Unreadable`` where another line does too."""
        found = self._finding.find(" ".join(line.cell(self._found_in).split())) if self._finding else None
        if found is not None and taken.setdefault(found.shown.row.id, line.number) != line.number:
            raise Unreadable(_("Row {row} tells of the same record.").format(row=taken[found.shown.row.id]))
        return found

    def _read_named(self, telling: Telling, lines: Sequence[Line]) -> list[Told]:
        """Names first, so that a line can name another one further down; who is known already is remarked on."""
        known = self._known
        firsts = [telling.read(line, names_only=True) for line in lines]
        for told in firsts:
            spelled = called(told.record)
            if self._entity.kind in MEMBERS and any(known.has(self._entity.kind, text) for text in spelled):
                said = _("Somebody or something of this name is on file, or in this table, already.")
                self._remarks.append(at(self._table, told.line.number, told.column_of(("names",)), said))
            known.add_ours(self._entity.kind, told.record["id"], spelled)
        return [telling.read(line, told.record["id"]) for line, told in zip(lines, firsts, strict=True)]

    def _checked(self, told: list[Told]) -> Made:
        """The records as rows, held against every rule of the case file."""
        ids = [one.found.shown.row.id if one.found else one.record.get("id", "") for one in told]
        again = [one for one in told if one.found]
        if self._finding:
            for kind, record in (ref for one in again for ref in references(one.record, self._finding.standing)):
                self._known.use(kind, record)
        lists = stand_ins(self._known, ids)
        if self._finding and self._entity.tree:
            above = [str(one.record.get(self._entity.tree, "")) for one in told]
            chains = [link for record in above if record not in ids for link in self._finding.ancestors(record)]
            add_tree(lists, self._entity, [link for link in chains if link[0] not in ids])
        strangers = [one["id"] for records in lists.values() for record in records for one in named_in(record)]
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
        return Made() if self._faults else sorted_out(found, self._case.id, self._entity, told, strangers)

    def _note(self, spot: Spot, what: str, told: list[Told], before: int) -> None:
        """Put a fault of the file that the table would make to the cell it came from."""
        part, number, *rest = (*spot, "", "")[: max(2, len(spot))]
        if rest == [self._entity.tree] and isinstance(number, int) and number < before:  # a ring told at a stand-in
            moved = (place for place, one in enumerate(told) if self._entity.tree in one.record)
            number = next(moved, -1) + before
        if part != self._entity.key or not isinstance(number, int) or number < before:
            self._faults.append(at(self._table, None, None, what))
            return
        one, inside = told[number - before], tuple(rest)
        if one.is_told(inside):
            return
        column = one.column_of(inside)
        if column is None and inside:
            key = ".".join(step for step in inside if isinstance(step, str))
            what = f"{title_of(self._entity.key, key, current().value)}: {what}"
        self._faults.append(at(self._table, one.line.number, column, what))
