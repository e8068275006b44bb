"""The journal: who changed what, when, on which device."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from desktop.cli.console import Console, nothing, table
from desktop.cli.doors import opened
from desktop.cli.parser import Verbs
from desktop.errors import ExitCode
from desktop.i18n import _
from desktop.operations.paging import every

if TYPE_CHECKING:
    from db.queries.history import HistoryLine, Step

_SHAPE = """\
[{"seq", "at": instant in UTC, "author", "device", "label", "count": records touched, "reverses": seq or null,
  "is_redo", "steps": [{"kind", "record": id, "verb", "before": {...} or null, "after": {...} or null, "is_erased"}]}]
newest first; the first 20 steps of each"""


def register(verbs: Verbs) -> None:
    """Add the verb to the grammar."""
    history = verbs.add("history", _("print the journal, newest first"), print_history, json=_SHAPE)
    history.add_argument(
        "record",
        nargs="?",
        metavar="RECORD",
        help=_("only what concerns this record: an id, or the reference of a case"),
    )


def print_history(arguments: Namespace, console: Console) -> int:
    """Print a line for each change."""
    from db.queries import history

    with opened(console, arguments) as vault, vault.read() as session:
        wanted = _wanted(session, arguments.record) if arguments.record else {}
        lines = list(every(lambda key: history.page(session, after=key, limit=200, **wanted)))
    if arguments.record and not lines:
        from db.errors import RecordMissing

        raise RecordMissing("", arguments.record)
    if console.is_json:
        console.give([_plain(line) for line in lines])
    elif lines:
        console.say(table(_row(line) for line in lines))
    else:
        console.say(nothing())
    return ExitCode.FINE


def _wanted(session: Any, record: str) -> dict[str, Any]:
    from db.errors import RecordMissing
    from db.queries.cases import find

    try:
        return {"case_id": find(session, record).id}
    except RecordMissing:
        return {"record_id": record}


def _row(line: "HistoryLine") -> tuple[str, ...]:
    from desktop.operations.change_names import change_name

    name = change_name(line.label)
    if line.reverses is not None:
        said = _("{change} (done again, {seq})") if line.is_redo else _("{change} (undone, {seq})")
        name = said.format(change=name, seq=line.reverses)
    changed = "; ".join(_step(step) for step in line.steps[:3])
    more = line.count - min(len(line.steps), 3)
    if more > 0:
        changed = _("{changes}; and {count} more").format(changes=changed, count=more)
    return (str(line.seq), line.at[:19] + "Z", line.author, line.device, name, changed)


def _step(step: "Step") -> str:
    """What was changed of a record: its kind and id, and the columns an edit touched."""
    columns = ", ".join(step.after or {}) if step.verb == "edit" else ""
    return f"{step.verb} {step.kind} {step.record}" + (f" ({columns})" if columns else "")


def _plain(line: "HistoryLine") -> dict[str, Any]:
    return {
        "seq": line.seq, "at": line.at, "author": line.author, "device": line.device, "label": line.label,
        "count": line.count, "reverses": line.reverses, "is_redo": line.is_redo,
        "steps": [
            {"kind": step.kind, "record": step.record, "verb": step.verb, "before": step.before, "after": step.after,
             "is_erased": step.is_erased}
            for step in line.steps
        ],
    }  # fmt: skip
