"""Whole cases in and out."""

from argparse import Namespace
from pathlib import Path

from desktop.cli.console import Console
from desktop.cli.doors import opened
from desktop.cli.parser import Verbs
from desktop.errors import ExitCode
from desktop.i18n import _


def register(verbs: Verbs) -> None:
    """Add the verbs to the grammar."""
    bring_in = verbs.add(
        "import", _("bring in cases from case.json files: each file whole or not at all"), import_cases,
        json='{"case": id, "ids": {id in the file: id of the record}}\none such line for each file',
    )  # fmt: skip
    bring_in.add_argument("files", nargs="+", metavar="FILE", help=_("a case.json, or the folder with one"))
    export = verbs.add(
        "export", _("write a case as case.json with plain copies of its documents"), export_case,
        json='{"case": id, "path": path}',
    )  # fmt: skip
    export.add_argument("case", metavar="CASE", help=_("the reference or id of a case"))
    export.add_argument(
        "--out", required=True, metavar="PATH", help=_("a folder to be made; X.json puts the documents beside it")
    )


def import_cases(arguments: Namespace, console: Console) -> int:
    """Bring in every file; each is kept before the next one is looked at."""
    from desktop.operations import exchange

    with opened(console, arguments) as vault:
        for file in arguments.files:
            console.subject = file if len(arguments.files) > 1 else ""
            imported = exchange.import_case(vault, Path(file), progress=console.progress).result
            if console.is_json:
                console.give({"case": imported.case_id, "ids": dict(imported.ids)})
            else:
                total = sum(imported.counts.values())
                console.say(_("{file}: {count} records imported.").format(file=file, count=total))
    return ExitCode.FINE


def export_case(arguments: Namespace, console: Console) -> int:
    """Write one case."""
    from db.queries.cases import find
    from desktop.operations import exchange

    with opened(console, arguments) as vault:
        with vault.read() as session:
            case = find(session, arguments.case)
        written = exchange.export_case(vault, case.id, Path(arguments.out), progress=console.progress).result
    if console.is_json:
        console.give({"case": case.id, "path": str(written)})
    else:
        console.say(_("Written: {path}. The copies are plain; whoever finds them can read them.").format(path=written))
    return ExitCode.FINE
