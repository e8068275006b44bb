"""Full text over the whole vault or one case."""

from argparse import Namespace

from desktop.cli.console import Console, nothing, table
from desktop.cli.doors import opened
from desktop.cli.parser import Verbs
from desktop.errors import ExitCode
from desktop.i18n import _

_MARKS = str.maketrans("", "", "\x02\x03")  # the search marks the words found with these


def register(verbs: Verbs) -> None:
    """Add the verb to the grammar."""
    search = verbs.add(
        "search", _("find records and passages that hold all the words"), search_vault,
        json='[{"kind", "id", "case": id or null, "page": number or null, "title", "snippet"}], best first',
    )  # fmt: skip
    search.add_argument("query", metavar="QUERY", help=_("words; the last one may be a beginning"))
    search.add_argument("--case", metavar="CASE", help=_("look in this case only"))
    search.add_argument("--limit", type=int, default=50, metavar="N", help=_("at most so many (50)"))


def search_vault(arguments: Namespace, console: Console) -> int:
    """Look for the words and print where they stand."""
    from db import search
    from db.queries.cases import find

    with opened(console, arguments) as vault, vault.read() as session:
        case_id = find(session, arguments.case).id if arguments.case else None
        hits = search.find(session.connection(), arguments.query, case_id=case_id, limit=max(1, arguments.limit))
    if console.is_json:
        console.give([
            {"kind": hit.record_kind, "id": hit.record_id, "case": hit.case_id, "page": hit.page, "title": hit.title,
             "snippet": hit.snippet.translate(_MARKS)}
            for hit in hits
        ])  # fmt: skip
    elif hits:
        console.say(table((hit.record_kind, hit.record_id, hit.title, hit.snippet.translate(_MARKS)) for hit in hits))
    else:
        console.say(nothing())
    return ExitCode.FINE
