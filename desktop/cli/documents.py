"""Documents into a case."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import i18n
from desktop.cli.console import Console, table
from desktop.cli.doors import opened
from desktop.cli.parser import Verbs
from desktop.errors import ExitCode, UserError
from desktop.i18n import _

if TYPE_CHECKING:
    from desktop.operations.documents import Intake


def register(verbs: Verbs) -> None:
    """Add the verb to the grammar."""
    add = verbs.add(
        "add", _("take files into a case as documents: all of them or none"), add_documents,
        json='{"documents": [{"id", "title", "file_name", "media_type", "pages", "size", "sha256"}]}',
    )  # fmt: skip
    add.add_argument("case", metavar="CASE", help=_("the reference or id of a case"))
    add.add_argument("files", nargs="+", metavar="FILE", help=_("a file, or a folder for all files in it"))
    add.add_argument("--kind", metavar="KIND", help=_("what the documents are, a term such as medical-record"))
    add.add_argument("--title", metavar="TITLE", help=_("their title; else the name of each file"))
    add.add_argument("--dated", metavar="WHEN", help=_("their date, as EDTF or in words"))


def add_documents(arguments: Namespace, console: Console) -> int:
    """Take the files in and print what they became."""
    from db.queries.cases import find
    from db.queries.records import fetch
    from db.rows import DocumentRow
    from desktop.operations import documents
    from desktop.operations.times import zone_of_case

    with opened(console, arguments) as vault:
        with vault.read() as session:
            case = find(session, arguments.case)
            intake = _intake(arguments, zone_of_case(session, case))
        paths = [Path(file) for file in arguments.files]
        done = documents.add_documents(vault, case.id, paths, intake=intake, progress=console.progress)
        with vault.read() as session:
            rows = [fetch(session, DocumentRow, document) for document in done.result]
    if console.is_json:
        keys = ("id", "title", "file_name", "media_type", "pages", "size", "sha256")
        console.give({"documents": [{key: getattr(row, key) for key in keys} for row in rows]})
    else:
        console.say(table((row.id, row.sha256 or "", row.title) for row in rows))
    return ExitCode.FINE


def _intake(arguments: Namespace, zone: str) -> "Intake":
    from desktop.logic.when import WhenUnreadable, understand
    from desktop.operations.documents import Intake
    from desktop.operations.times import sentence_for
    from resources.vocabularies import vocabulary

    if arguments.kind is not None and arguments.kind not in vocabulary("document-kinds"):
        known = ", ".join(vocabulary("document-kinds"))
        raise UserError(_("This kind of document is not known."), _("Known are: {kinds}.").format(kinds=known))
    dated = None
    if arguments.dated:
        try:
            dated = understand(arguments.dated, zone, i18n.current().value)
        except WhenUnreadable as unreadable:
            raise UserError(_("The date is not understood."), sentence_for(unreadable)) from None
    return Intake(kind=arguments.kind, title=arguments.title, dated=dated)
