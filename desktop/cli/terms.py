"""The vocabularies: a user's own terms listed, and one added."""

from argparse import Namespace
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.cli.console import Console, nothing, table
from desktop.cli.doors import opened
from desktop.cli.parser import Verbs
from desktop.errors import ExitCode
from desktop.i18n import _

if TYPE_CHECKING:
    from db.rows import TermRow

_SHAPE = """\
[{"id", "vocabulary", "term", "labels": {language: text}, "description", "huridocs", "body": {...}}]
"body" of a kind of event: group, span, proves_presence, fields; of a field: type, vocabulary, kinds"""


def register(verbs: Verbs) -> None:
    """Add the verb to the grammar."""
    terms = verbs.add(
        "terms", _("list your own terms, kinds of event and fields, or add one"), print_terms, json=_SHAPE
    )
    terms.add_argument(
        "--add", nargs=3, metavar=("VOCABULARY", "ID", "LABEL"),
        help=_("add a term to a vocabulary first; its label is in the language of messages"),
    )  # fmt: skip


def print_terms(arguments: Namespace, console: Console) -> int:
    """Print a line for each term of the user's own."""
    from db.queries import settled

    with opened(console, arguments) as vault:
        if arguments.add:
            _add(vault, *arguments.add)
        with vault.read() as session:
            own = settled.terms(session)
    if console.is_json:
        console.give([_plain(row) for row in own])
    elif own:
        console.say(table((row.vocabulary, row.term, _label(row)) for row in own))
    else:
        console.say(nothing())
    return ExitCode.FINE


def _add(vault: Any, vocabulary: str, term: str, label: str) -> None:
    """Write a term; a kind of event is of the group of others, a field is a text."""
    from db.rows import TermRow
    from desktop import i18n
    from desktop.operations.terms import save_term

    body: Mapping[str, Mapping[str, str]] = {"event-kinds": {"group": "other"}, "fields": {"type": "text"}}
    save_term(vault, TermRow("", vocabulary, term, {i18n.current().value: label}, body=body.get(vocabulary, {})))


def _label(row: "TermRow") -> str:
    from desktop import i18n
    from resources.vocabularies import Term, label

    return label(Term(row.term, row.labels), i18n.current().value)


def _plain(row: "TermRow") -> dict[str, Any]:
    return {
        "id": row.id, "vocabulary": row.vocabulary, "term": row.term, "labels": dict(row.labels),
        "description": row.description, "huridocs": row.huridocs, "body": dict(row.body),
    }  # fmt: skip
