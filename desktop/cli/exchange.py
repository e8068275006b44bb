"""Cases in and out: whole, or as tables."""

from argparse import Namespace
from pathlib import Path

from desktop.cli.console import Console
from desktop.cli.doors import opened
from desktop.cli.parser import Parser, Verbs
from desktop.errors import ExitCode, UserError
from desktop.i18n import _


def register(verbs: Verbs) -> None:
    """Add the verbs to the grammar."""
    bring_in = verbs.add(
        "import", _("bring in cases from case.json files, or tables into a case: each file whole or not at all"),
        import_cases,
        json='{"case": id, "ids": {id in the file: id of the record}}\none such line for each file; for a table\n'
        '{"case": id, "new": {kind: count}, "changed": count, "unchanged": count,\n'
        ' "changes": [{"place", "key", "old", "new"}], "faults": [{"place", "what"}],\n'
        ' "remarks": [{"place", "what"}], "imported": true or false}',
    )  # fmt: skip
    bring_in.add_argument("files", nargs="+", metavar="FILE", help=_("a case.json, the folder with one, or a table"))
    _add_table_options(bring_in)
    bring_in.add_argument(
        "--add-terms", action="store_true", help=_("add terms and fields that are not known to the vocabularies")
    )
    export = verbs.add(
        "export", _("write a case as case.json with plain copies of its documents, or a list of it as a table"),
        export_case,
        json='{"case": id, "path": path}\nof a table also "rows": count, "left_out": count\n'
        'with --for also "told": [what of consents must be known, and what was left out]',
    )  # fmt: skip
    export.add_argument("case", metavar="CASE", help=_("the reference or id of a case"))
    export.add_argument(
        "--out", required=True, metavar="PATH",
        help=_("a folder to be made; X.json puts the documents beside it; X.csv or X.xlsx for a table"),
    )  # fmt: skip
    export.add_argument(
        "--for", dest="purpose", metavar="PURPOSE",
        help=_("obey the consents for this purpose: court, prosecutor, un, partner, media …; else for your own use"),
    )  # fmt: skip
    export.add_argument("--list", metavar="LIST", help=_("the list to write as a table: events, persons, charges …"))
    export.add_argument("--columns", metavar="A,B", help=_("its columns; all that hold something when left out"))
    export.add_argument(
        "--ids", action="store_true", help=_("a column of record ids first: so the corrected table finds them again")
    )
    export.add_argument(
        "--plain-names", action="store_true", help=_("write the names of protected persons (think twice)")
    )


def _add_table_options(bring_in: Parser) -> None:
    bring_in.add_argument("--case", metavar="CASE", help=_("the case that a table goes into"))
    bring_in.add_argument("--entity", metavar="LIST", help=_("what the lines of a table are: events, persons …"))
    bring_in.add_argument("--map", metavar="FILE", help=_("what its columns mean, as TOML or JSON; else guessed"))
    bring_in.add_argument("--sheet", metavar="NAME", help=_("the sheet of a workbook; else the first"))
    bring_in.add_argument("--encoding", metavar="NAME", help=_("the encoding of a CSV file; else found out"))
    bring_in.add_argument(
        "--update", metavar="KEY", help=_("the column by which records are found again and changed; ids need no word")
    )
    bring_in.add_argument(
        "--clear-blank", action="store_true", help=_("of records found again, empty what a blank cell stands for")
    )
    bring_in.add_argument("--dry-run", action="store_true", help=_("only say what would be imported"))
    bring_in.add_argument("--create", action="store_true", help=_("make persons and places that are not on file yet"))


def import_cases(arguments: Namespace, console: Console) -> int:
    """Bring in every file; each is kept before the next one is looked at."""
    from desktop.cli.tables import import_tables
    from desktop.operations import exchange

    if arguments.case:
        return import_tables(arguments, console)
    _refuse_tables(arguments)

    with opened(console, arguments) as vault:
        for file in arguments.files:
            console.subject = file if len(arguments.files) > 1 else ""
            done = exchange.import_case(vault, Path(file), adds_terms=arguments.add_terms, progress=console.progress)
            imported = done.result
            if console.is_json:
                console.give({"case": imported.case_id, "ids": dict(imported.ids)})
            else:
                total = sum(imported.counts.values())
                console.say(_("{file}: {count} records imported.").format(file=file, count=total))
    return ExitCode.FINE


def export_case(arguments: Namespace, console: Console) -> int:
    """Write one case, or one list of it."""
    from db.queries.cases import find
    from desktop.cli.tables import FORMS, export_list
    from desktop.operations import exchange
    from desktop.operations.consents import disclosed_case, told_disclosure

    if arguments.list or Path(arguments.out).suffix.lower() in FORMS:
        return export_list(arguments, console)
    with opened(console, arguments) as vault:
        with vault.read() as session:
            case = find(session, arguments.case)
            purpose = arguments.purpose or ""
            disclosed = disclosed_case(session, case.id, purpose) if purpose else None
        told = told_disclosure(vault, disclosed) if disclosed else ()
        out = Path(arguments.out)
        written = exchange.export_case(vault, case.id, out, purpose=purpose, progress=console.progress).result
    if console.is_json:
        console.give({"case": case.id, "path": str(written), **({"told": list(told)} if purpose else {})})
        return ExitCode.FINE
    console.say(_("Written: {path}. The copies are plain; whoever finds them can read them.").format(path=written))
    if not purpose:
        console.say(_("It is the whole case, for your own use; for anybody else export with --for."))
    for sentence in told:
        console.say(sentence)
    return ExitCode.FINE


def _refuse_tables(arguments: Namespace) -> None:
    """Say what is missing before anybody types a passphrase for it."""
    from desktop.cli.tables import FORMS

    if any(Path(file).suffix.lower() in FORMS for file in arguments.files):
        what = _("A table goes into a case.")
        raise UserError(what, _("Name the case with --case."), code=ExitCode.WRONG_USE)
    if any((arguments.entity, arguments.map, arguments.dry_run, arguments.create, arguments.update,
            arguments.clear_blank)):  # fmt: skip
        raise UserError(_("These options are for tables."), _("Name the case with --case."), code=ExitCode.WRONG_USE)
