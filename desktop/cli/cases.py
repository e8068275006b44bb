"""Cases: the list of them, and one with its counts, its parties and who is where in custody."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from desktop.cli.console import Console, nothing, table
from desktop.cli.doors import opened
from desktop.cli.parser import Verbs
from desktop.cli.proof import INJURIES, ISSUES, plain_injuries, plain_issues, say_proof, without
from desktop.cli.words import called, plain_case, plain_when, term, told
from desktop.errors import ExitCode
from desktop.i18n import _
from desktop.operations.paging import every

if TYPE_CHECKING:
    from db.queries.cases import CaseLine

# The events that say where somebody is held, or that he no longer is; and the roles of the one who is held in them.
_STAYS = (
    "detention", "custody", "administrative-arrest", "house-arrest", "imprisonment", "solitary-confinement", "transfer",
    "release", "bail", "extradition", "deportation", "death",
)  # fmt: skip
_HELD_AS = frozenset({"detainee", "suspect", "accused", "convicted", "victim", "patient"})
_CASE = '"id", "ref", "title", "summary", "jurisdiction", "language", "stage", "opened", "closed", "tags",'
_COUNTS = '"counts": {"events", "documents", "persons"}'
_WHEN = 'times: {"edtf", "zone", "earliest", "latest"} or null'


def register(verbs: Verbs) -> None:
    """Add the verbs to the grammar."""
    shape = f'[{{{_CASE}\n  "confidentiality", {_COUNTS}}}]\n{_WHEN}'
    verbs.add("cases", _("list the cases"), list_cases, json=shape)
    show = verbs.add(
        "show", _("show one case: counts, parties, custody, issues, injuries"), show_case,
        json=f'{{{_CASE}\n  "confidentiality", {_COUNTS},\n'
        '  "parties": [{"id", "role", "person": id or null, "organisation": id or null, "name", "from", "to"}],\n'
        '  "custody": [{"person": id, "name", "event": id, "kind", "when", "until", "place": id or null}],\n'
        f"  {ISSUES},\n  {INJURIES}}}\n"
        f"{_WHEN}",
    )  # fmt: skip
    show.add_argument("case", metavar="CASE", help=_("the reference or id of a case"))


def list_cases(arguments: Namespace, console: Console) -> int:
    """Print a line for each case."""
    from db.queries import cases

    with opened(console, arguments) as vault, vault.read() as session:
        lines = list(every(lambda key: cases.page(session, after=key)))
    if console.is_json:
        console.give([_plain(line) for line in lines])
    elif lines:
        console.say(table((line.case.ref, line.case.title, _counted(line)) for line in lines))
    else:
        console.say(nothing())
    return ExitCode.FINE


def _plain(line: "CaseLine") -> dict[str, Any]:
    counts = {"events": line.events, "documents": line.documents, "persons": line.persons}
    return {**plain_case(line.case), "counts": counts}


def _counted(line: "CaseLine") -> str:
    said = _("events: {events}, documents: {documents}, persons: {persons}")
    return said.format(events=line.events, documents=line.documents, persons=line.persons)


def show_case(arguments: Namespace, console: Console) -> int:
    """Print one case."""
    from db.queries import cases

    with opened(console, arguments) as vault, vault.read() as session:
        line = cases.line(session, cases.find(session, arguments.case).id)
        parties = list(_parties(session, line.case.id))
        stays = list(_custody(session, line.case.id))
        issues, injuries = list(plain_issues(session, line.case.id)), list(plain_injuries(session, line.case.id))
    if console.is_json:
        proof = {"issues": without(issues, "depth"), "injuries": without(injuries, "told")}
        console.give({**_plain(line), "parties": parties, "custody": without(stays, "told"), **proof})
        return ExitCode.FINE
    case = line.case
    console.say(table([(case.ref, case.title), (case.id, _counted(line))]))
    if case.summary:
        console.say(f"\n{case.summary}")
    if parties:
        console.say("\n" + _("Parties"))
        console.say(table((one["name"], term("roles", one["role"])) for one in parties))
    if stays:
        console.say("\n" + _("Custody"))
        console.say(table(_stay(one) for one in stays))
    say_proof(console, issues, injuries)
    return ExitCode.FINE


def _parties(session: Any, case_id: str) -> Iterator[dict[str, Any]]:
    from db.queries.members import parties
    from db.queries.records import fetch
    from db.rows import OrganisationRow, PersonRow

    for row in parties(session, case_id):
        kind, record = (PersonRow, row.person_id) if row.person_id else (OrganisationRow, row.organisation_id)
        yield {
            "id": row.id, "role": row.role, "person": row.person_id, "organisation": row.organisation_id,
            "name": called(fetch(session, kind, record or "")), "from": plain_when(row.from_), "to": plain_when(row.to),
        }  # fmt: skip


def _custody(session: Any, case_id: str) -> Iterator[dict[str, Any]]:
    """The last that is known of each person held: one event each, in the order of those events."""
    from db.queries import timeline

    wanted = timeline.Filter(kinds=_STAYS)
    last: dict[str, dict[str, Any]] = {}
    for line in every(lambda key: timeline.page(session, case_id, wanted=wanted, after=key)):
        for one in line.participants:
            if one.person and one.participation.role in _HELD_AS and line.event.when:
                last.pop(one.person.id, None)
                event = line.event
                last[one.person.id] = {
                    "person": one.person.id, "name": called(one.person), "event": event.id, "kind": event.kind,
                    "when": plain_when(event.when), "until": plain_when(event.until), "place": event.place_id,
                    "told": (term("event-kinds", event.kind), told(event.when), told(event.until), called(line.place)),
                }  # fmt: skip
    yield from last.values()


def _stay(stay: Mapping[str, Any]) -> tuple[str, ...]:
    return (stay["name"], *stay["told"])
