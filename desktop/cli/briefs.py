"""Briefs out of a case."""

from argparse import Namespace
from pathlib import Path

from desktop.cli.console import Console
from desktop.cli.doors import opened
from desktop.cli.parser import LANGUAGES, Verbs
from desktop.errors import ExitCode
from desktop.i18n import _, ngettext


def register(verbs: Verbs) -> None:
    """Add the verb to the grammar; its ``--lang`` is the language of the brief, not of messages."""
    brief = verbs.add(
        "brief", _("write a brief as PDF"), write_brief,
        json='{"path": path, "pages": number, "size": bytes, "sha256": text, "missing": [headings still empty],'
        ' "consents": [sentences about consents withdrawn or not on record]}',
        has_lang=False,
    )  # fmt: skip
    brief.add_argument("case", metavar="CASE", help=_("the reference or id of a case"))
    brief.add_argument("--template", required=True, metavar="T", help=_("chronology or statement"))
    brief.add_argument(
        "--lang", choices=LANGUAGES, dest="brief_language", help=_("the language of the brief: en, ru or kk")
    )
    brief.add_argument("--profile", metavar="P", help=_("for whom it is written: kz-court, statement or archive"))
    brief.add_argument("--out", required=True, metavar="FILE", help=_("the PDF to write; one there is replaced"))


def write_brief(arguments: Namespace, console: Console) -> int:
    """Compose and write the brief."""
    from db.queries.cases import find
    from desktop.operations.briefs import Wanted, export_brief

    with opened(console, arguments) as vault:
        with vault.read() as session:
            case = find(session, arguments.case)
        wanted = Wanted(arguments.template, language=arguments.brief_language, profile=arguments.profile)
        out = Path(arguments.out)
        written = export_brief(vault, case.id, wanted, out, progress=console.progress).result
    if console.is_json:
        console.give({
            "path": str(written.path), "pages": written.pages, "size": written.size, "sha256": written.sha256,
            "missing": list(written.missing), "consents": list(written.consents),
        })  # fmt: skip
    else:
        said = ngettext("Written: {path} ({pages} page)", "Written: {path} ({pages} pages)", written.pages)
        console.say(said.format(path=written.path, pages=written.pages))
        for sentence in written.consents:
            console.say(sentence)
        for heading in written.missing:
            console.say(_("Still empty: {heading}").format(heading=heading))
    return ExitCode.FINE
