"""What cannot both be true in a case."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from desktop.cli.console import Console, nothing
from desktop.cli.doors import opened
from desktop.cli.parser import Verbs
from desktop.cli.words import term
from desktop.errors import ExitCode
from desktop.i18n import _

if TYPE_CHECKING:
    from desktop.logic.conflicts import Source
    from desktop.operations.conflicts import Finding, Findings, Naming

_SHAPE = """\
[{"kind": presence|order|value|duration|state, "rule", "certainty": certain|possible, "persons": [id], "events": [id],
  "records": [{"kind", "id"}, {"kind", "id"}], "documents": [id],
  "sources": [{"record", "document", "citation", "page", "paragraph", "timecode", "quote"}],
  "explanation", "status": open|accepted|explained|dismissed, "reason"}], the certain ones first"""


def register(verbs: Verbs) -> None:
    """Add the verb to the grammar."""
    parser = verbs.add("conflicts", _("print what cannot both be true in a case"), print_conflicts, json=_SHAPE)
    parser.add_argument("case", metavar="CASE", help=_("the reference or id of a case"))


def print_conflicts(arguments: Namespace, console: Console) -> int:
    """Print every conflict with its reasoning and its sources."""
    from db.queries.cases import find
    from desktop.operations.conflicts import Naming, find_conflicts

    with opened(console, arguments) as vault, vault.read() as session:
        found = find_conflicts(session, find(session, arguments.case).id)
    if console.is_json:
        console.give([_plain(found, finding) for finding in found.findings])
    elif found.findings:
        naming = Naming(found.file)
        console.say("\n\n".join(_told(found, finding, naming) for finding in found.findings))
    else:
        console.say(nothing())
    return ExitCode.FINE


def _told(found: "Findings", finding: "Finding", naming: "Naming") -> str:
    from desktop.operations.conflicts import CERTAINTY_NAMES, FAMILY_NAMES, explain_conflict

    conflict = finding.conflict
    family, certainty = _(FAMILY_NAMES[conflict.family]), _(CERTAINTY_NAMES[conflict.certainty])
    head = f"{family} · {certainty} · {term('conflict-decisions', finding.status)}"
    sources = [f"  [{_source(source, naming)}]" for source in conflict.sources]
    return "\n".join([head, *(f"  {sentence}" for sentence in explain_conflict(found.file, conflict)), *sources])


def _source(source: "Source", naming: "Naming") -> str:
    from db.types import Kind
    from desktop.logic.conflicts import Ref

    places = (
        _("p. {page}").format(page=source.page) if source.page else "",
        _("para. {paragraph}").format(paragraph=source.paragraph) if source.paragraph else "",
        source.timecode or "",
    )
    return ", ".join(part for part in (naming.called(Ref(Kind.DOCUMENT, source.document)), *places) if part)


def _plain(found: "Findings", finding: "Finding") -> dict[str, Any]:
    from dataclasses import asdict

    from desktop.operations.conflicts import explain_conflict

    conflict = finding.conflict
    return {
        "kind": conflict.family.value, "rule": conflict.rule, "certainty": conflict.certainty.value,
        "persons": list(conflict.persons), "events": list(conflict.events),
        "records": [{"kind": ref.kind.value, "id": ref.id} for ref in conflict.records],
        "documents": list(conflict.documents), "sources": [asdict(source) for source in conflict.sources],
        "explanation": " ".join(explain_conflict(found.file, conflict)), "status": finding.status,
        "reason": finding.decision.reason if finding.decision else None,
    }  # fmt: skip
