"""Tables in and out of a case: what `import` and `export` do with CSV and XLSX."""

import json
import tomllib
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from desktop.cli.console import Console, table
from desktop.cli.doors import opened
from desktop.errors import ExitCode, UserError
from desktop.i18n import _, ngettext

if TYPE_CHECKING:
    from desktop.documents.sheets.lines import Table
    from desktop.documents.sheets.mapping import ColumnMap
    from desktop.operations.table_export import TableWritten
    from desktop.operations.table_import import CellChange, TableReport

_SHOWN = 60  # characters of a cell that is changed
FORMS = (".csv", ".xlsx", ".xlsm", ".tsv")


def import_tables(arguments: Namespace, console: Console) -> int:
    """Bring each table into the case, whole or not at all; or only say what would happen."""
    from db.queries.cases import find
    from desktop.documents.sheets.opening import read_table
    from desktop.operations.table_import import check_table, import_table

    with opened(console, arguments) as vault:
        with vault.read() as session:
            case = find(session, arguments.case)
        code = ExitCode.FINE
        for file in arguments.files:
            console.subject = file if len(arguments.files) > 1 else ""
            found = read_table(Path(file), sheet=arguments.sheet or "", encoding=arguments.encoding or "")
            chosen = _map(arguments, found)
            if arguments.dry_run:
                report = check_table(vault, case.id, found, chosen, creates=arguments.create)
                code = ExitCode.BAD_INPUT if report.faults else code
            else:
                report = import_table(vault, case.id, found, chosen, creates=arguments.create).result
            _tell(console, file, case.id, report, is_dry=arguments.dry_run)
    return code


def export_list(arguments: Namespace, console: Console) -> int:
    """Write one list of a case as a table."""
    from db.queries.cases import find
    from desktop.operations.table_export import export_table, filled_columns

    keys = [key.strip() for key in (arguments.columns or "").split(",") if key.strip()]
    _check_list(arguments.list)
    with opened(console, arguments) as vault:
        with vault.read() as session:
            case = find(session, arguments.case)
        if arguments.ids:
            keys = ["id", *(keys or filled_columns(vault, case.id, arguments.list))]
        written = export_table(
            vault, case.id, arguments.list, Path(arguments.out), keys,
            purpose=arguments.purpose or "", is_plain=arguments.plain_names,
        ).result  # fmt: skip
    if console.is_json:
        given = {"case": case.id, "path": str(written.path), "rows": written.rows, "left_out": written.left_out}
        given["unnamed"] = written.unnamed
        console.give({**given, **({"told": list(written.consents)} if arguments.purpose else {})})
    else:
        _tell_written(console, written, is_plain=arguments.plain_names)
    return ExitCode.FINE


def _tell_written(console: Console, written: "TableWritten", *, is_plain: bool) -> None:
    from desktop.operations.table_export import told_unnamed

    said = ngettext(
        "Written: {path}, {count} row. The file is plain; whoever finds it can read it.",
        "Written: {path}, {count} rows. The file is plain; whoever finds it can read it.",
        written.rows,
    )
    console.say(said.format(path=written.path, count=written.rows))
    if is_plain:
        console.say(_("Protected persons stand in it by their names."))
    if written.left_out:
        said = ngettext(
            "{count} row is left out: consent was withdrawn, or it is privileged.",
            "{count} rows are left out: consent was withdrawn, or they are privileged.",
            written.left_out,
        )
        console.say(said.format(count=written.left_out))
    if written.unnamed:
        console.say(told_unnamed(written.unnamed))
    for sentence in written.consents:
        console.say(sentence)


def _map(arguments: Namespace, found: "Table") -> "ColumnMap":
    from desktop.documents.sheets.mapping import applied, guess
    from desktop.errors import Fault, InputFaults

    if not arguments.map:
        _check_list(arguments.entity)
        return _found_by(guess(arguments.entity, found.titles), arguments)
    chosen, misfits = applied(_read_map(Path(arguments.map)), found.titles)
    if arguments.entity and chosen.entity not in {"", arguments.entity}:
        raise UserError(_("The map is for another kind of table."), _("Leave --entity out, or choose another map."))
    if misfits:
        row = found.titles.number
        faults = [
            Fault(found.place(row, one.column) if one.column is not None else arguments.map, one.what)
            for one in misfits
        ]
        raise InputFaults(_("The map does not fit the table; nothing was imported."), faults)
    return _found_by(chosen, arguments)


def _found_by(chosen: "ColumnMap", arguments: Namespace) -> "ColumnMap":
    return replace(chosen, key=arguments.update or chosen.key, clears=arguments.clear_blank or chosen.clears)


def _read_map(path: Path) -> Any:
    try:
        text = path.read_text(encoding="utf-8-sig")
        return json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except FileNotFoundError:
        raise UserError(_("There is no such file."), _("Check its name and folder."), code=ExitCode.NOT_FOUND) from None
    except (OSError, ValueError, RecursionError):
        raise UserError(_("The map cannot be read: it is neither TOML nor JSON."), "") from None


def _check_list(name: str | None) -> None:
    from desktop.documents.sheets.columns import table_entities

    if name not in table_entities():
        known = ", ".join(table_entities())
        raise UserError(_("Say what the table holds."), _("It is one of: {names}.").format(names=known),
                        code=ExitCode.WRONG_USE)  # fmt: skip


def _tell(console: Console, file: str, case_id: str, report: "TableReport", *, is_dry: bool) -> None:
    counts: Mapping[str, int] = {kind.value: count for kind, count in report.counts.items()}
    if console.is_json:
        _give(console, case_id, report, is_dry=is_dry)
        return
    total = sum(counts.values())
    if report.faults:
        said = ngettext("{file}: {count} fault.", "{file}: {count} faults.", len(report.faults))
        console.say(said.format(file=file, count=len(report.faults)))
    elif is_dry:
        console.say(_("{file}: {count} records would be imported.").format(file=file, count=total))
    else:
        console.say(_("{file}: {count} records imported.").format(file=file, count=total))
    if report.changed or report.unchanged:
        said = _("Records found again: {changed} changed, {unchanged} unchanged.")
        console.say(said.format(changed=len(report.changed), unchanged=len(report.unchanged)))
    notes = [(note.place, note.what) for note in (*report.faults, *report.remarks)]
    notes += [(change.place, _told(change)) for change in report.changes]
    if notes:
        console.say(table(notes))


def _told(change: "CellChange") -> str:
    old, new = (shorten(text, _SHOWN, placeholder="…") or "—" for text in (change.old, change.new))
    return f"{change.key}: {old} → {new}"


def _give(console: Console, case_id: str, report: "TableReport", *, is_dry: bool) -> None:
    changes = [
        {"place": change.place, "key": change.key, "old": change.old, "new": change.new} for change in report.changes
    ]
    console.give({
        "case": case_id,
        "new": {kind.value: count for kind, count in report.counts.items()},
        "changed": len(report.changed), "unchanged": len(report.unchanged), "changes": changes,
        "faults": [{"place": fault.place, "what": fault.what} for fault in report.faults],
        "remarks": [{"place": remark.place, "what": remark.what} for remark in report.remarks],
        "imported": not is_dry,
    })  # fmt: skip
