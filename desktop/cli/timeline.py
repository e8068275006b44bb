"""The chronology of a case."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from desktop.cli.console import Console, nothing, table
from desktop.cli.doors import opened
from desktop.cli.parser import Verbs
from desktop.cli.words import called, plain_when, term, told
from desktop.errors import ExitCode, UserError
from desktop.i18n import _
from desktop.operations.paging import every

if TYPE_CHECKING:
    from db.queries.timeline import Participant, TimelineLine

_SHAPE = """\
[{"id", "kind", "when", "until", "place": id or null, "until_place": id or null, "title", "text", "standing",
  "certainty", "fields": {...}, "sources": number of citations,
  "participants": [{"id", "role", "person": id or null, "organisation": id or null, "name"}]}], in time
times: {"edtf", "zone", "earliest", "latest"} or null"""


def register(verbs: Verbs) -> None:
    """Add the verb to the grammar."""
    timeline = verbs.add("timeline", _("print the chronology of a case"), print_timeline, json=_SHAPE)
    timeline.add_argument("case", metavar="CASE", help=_("the reference or id of a case"))
    timeline.add_argument("--person", metavar="P", help=_("only what this person takes part in: an id or a name"))


def print_timeline(arguments: Namespace, console: Console) -> int:
    """Print a line for each event, in time."""
    from db.queries import timeline
    from db.queries.cases import find

    with opened(console, arguments) as vault, vault.read() as session:
        case = find(session, arguments.case)
        person = _person(session, case.id, arguments.person) if arguments.person else None
        wanted = timeline.Filter(person_id=person)
        lines = list(every(lambda key: timeline.page(session, case.id, wanted=wanted, after=key, limit=500)))
    if console.is_json:
        console.give([_plain(line) for line in lines])
    elif lines:
        head = (_("When"), _("Kind"), _("Place"), _("Persons"), _("Sources"), _("Title"))
        console.say(table([head, *(_row(line) for line in lines)]))
    else:
        console.say(nothing())
    return ExitCode.FINE


def _person(session: Any, case_id: str, wanted: str) -> str:
    """The one person on file in the case with this id or name. Raises ``UserError`` for none and for several."""
    from db.queries import members
    from db.rows import PersonRow
    from desktop.logic.names import fold

    def on_file(text: str) -> list[PersonRow]:
        return list(every(lambda key: members.page(session, PersonRow, case_id=case_id, text=text, after=key)))

    found = [person for person in on_file("") if person.id == wanted]
    found = found or (on_file(fold(wanted)) if fold(wanted) else [])
    if not found:
        raise UserError(_("Nobody of this id or name is on file in the case."), code=ExitCode.NOT_FOUND)
    if len(found) > 1:
        names = "; ".join(f"{called(person)} = {person.id}" for person in found[:5])
        raise UserError(_("Several persons have this name."), _("Give an id: {names}").format(names=names))
    return found[0].id


def _who(one: "Participant") -> str:
    return called(one.person or one.organisation)


def _row(line: "TimelineLine") -> tuple[str, ...]:
    event = line.event
    time = " – ".join(part for part in (told(event.when), told(event.until)) if part)
    place = " → ".join(called(one) for one in (line.place, line.until_place) if one)
    persons = ", ".join(_who(one) for one in line.participants)
    title = event.title or event.text or ""
    return (time, term("event-kinds", event.kind), place, persons, str(line.citations), title)


def _plain(line: "TimelineLine") -> dict[str, Any]:
    event = line.event
    return {
        "id": event.id, "kind": event.kind, "when": plain_when(event.when), "until": plain_when(event.until),
        "place": event.place_id, "until_place": event.until_place_id, "title": event.title, "text": event.text,
        "standing": event.standing, "certainty": event.certainty, "fields": dict(event.fields),
        "sources": line.citations,
        "participants": [
            {"id": one.participation.id, "role": one.participation.role, "person": one.participation.person_id,
             "organisation": one.participation.organisation_id, "name": _who(one)}
            for one in line.participants
        ],
    }  # fmt: skip
