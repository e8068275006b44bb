"""The clocks of the law: what is due, what was met, what was breached and what nothing on file shows."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import i18n
from desktop.cli.console import Console, nothing, table
from desktop.cli.doors import opened
from desktop.cli.parser import Verbs
from desktop.cli.words import called
from desktop.errors import ExitCode
from desktop.i18n import _

if TYPE_CHECKING:
    from desktop.logic.clocks import Deadline
    from desktop.operations.deadlines import CaseClocks

_SHAPE = """\
[{"case": id, "rule", "variant", "version", "title", "person": id or null, "side": ours|theirs, "anchor",
  "trigger": {"event": id, "earliest", "latest"}, "due": {"earliest", "latest"}, "by_law": {"earliest", "latest"},
  "status": open|met|breached|missed|unproven|restoration-asked|restored|refused|waived,
  "certainty": certain|possible, "verified": true or false, "shown_by": event or null, "decision": id or null,
  "next": [rule], "templates": [id], "trace": [text]}], by due
times: ISO 8601 with the offset of the place, or null"""


def register(verbs: Verbs) -> None:
    """Add the verb to the grammar."""
    parser = verbs.add(
        "deadlines", _("print the deadlines of the law and how they stand"), print_deadlines, json=_SHAPE
    )
    parser.add_argument("case", metavar="CASE", nargs="?", help=_("the reference or id of a case; all without it"))
    parser.add_argument("--as-of", metavar="WHEN", help=_("the moment to reckon at, else now"))
    parser.add_argument("--trace", action="store_true", help=_("tell how each was counted"))
    parser.add_argument("--ics", metavar="FILE", help=_("write what is open as a calendar; its titles name nothing"))
    parser.add_argument("--titles", action="store_true", help=_("name the limit and the case in the calendar"))


def print_deadlines(arguments: Namespace, console: Console) -> int:
    """Print every deadline of a case, or of all, by its due."""
    from db.queries.cases import find
    from desktop.operations.deadline_export import export_deadlines
    from desktop.operations.deadlines import deadlines_of, every_deadline
    from desktop.operations.rules import fault_words, rule_faults

    now = int(console.clock().timestamp())
    as_of = now if arguments.as_of is None else arguments.as_of
    with opened(console, arguments) as vault:
        with vault.read() as session:
            if arguments.case:
                found = [deadlines_of(session, find(session, arguments.case).id, as_of)]
            else:
                found = list(every_deadline(session, as_of))
            broken = [(fault, fault_words(fault.what)) for fault in rule_faults(session)]
        if arguments.ics:
            moment = max((part.as_of for part in found), default=now)
            export_deadlines(vault, found, Path(arguments.ics), as_of=moment, is_detailed=arguments.titles)
    _print(found, console, has_trace=arguments.trace)
    for fault, what in broken:  # such a rule does not run, all others do
        console.complain(f"{' '.join(part for part in (fault.file, fault.rule, fault.key) if part)}: {what}")
    for trouble in dict.fromkeys(trouble for part in found for trouble in part.troubles()):
        console.complain(trouble)
    return ExitCode.FINE


def _print(found: "list[CaseClocks]", console: Console, *, has_trace: bool) -> None:
    from desktop.documents.clocks.plain import plain_deadline

    language = i18n.current().value
    pairs = [(part, one) for part in found for one in part.clocks.deadlines]
    if console.is_json:
        console.give(
            [{"case": part.case.id, **plain_deadline(one, part.facts.sources, language)} for part, one in pairs]
        )
    elif not pairs:
        console.say(nothing())
    elif has_trace:
        console.say("\n\n".join(_traced(part, one) for part, one in pairs))
    else:
        head = (_("Due"), _("Status"), _("Side"), _("Rule"), _("Person"), _("Title"), _("Case"))
        console.say(table([head, *(_row(part, one) for part, one in pairs)]))


def _row(part: "CaseClocks", one: "Deadline") -> tuple[str, ...]:
    from desktop.documents.clocks.words import Words
    from desktop.logic.clocks import key_of

    words = Words(i18n.current().value, one.zone)
    people = {person.id: person for person in part.file.persons}
    due = words.span(one.due) if one.due else _("no limit") if one.rule.unit == "none" else _("check")
    side = _("ours") if one.rule.side == "ours" else _("theirs")
    name = called(people[one.person]) if one.person in people else ""
    return due, _status(one), side, _rule(one, key_of(one.rule)), name, words.pick(one.rule.title), part.case.ref


def _status(one: "Deadline") -> str:
    from desktop.documents.clocks.standing import status_words

    told = status_words(one, i18n.current().value)
    return told if one.certainty == "certain" else _("{status}, possibly").format(status=told)


def _rule(one: "Deadline", name: str) -> str:
    """The rule; a figure that no lawyer has verified says so wherever it shows."""
    return name if one.is_verified else _("{rule} (not verified)").format(rule=name)


def _traced(part: "CaseClocks", one: "Deadline") -> str:
    from desktop.documents.clocks.expiry import after_lapse
    from desktop.documents.clocks.words import Words

    told = (*part.explain(one), *after_lapse(one, Words(i18n.current().value, one.zone)))
    return "\n".join([" · ".join(cell for cell in _row(part, one) if cell), *(f"  {line}" for line in told)])
