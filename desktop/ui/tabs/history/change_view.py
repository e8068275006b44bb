"""One change told whole: every record it touched, with what stood before and after."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from db.errors import RecordMissing
from db.queries import history
from db.queries.history import HistoryLine, Step
from db.queries.records import ROWS, fetch
from db.types import Kind
from db.vault import Session
from desktop.i18n import _
from desktop.ui import labels, markup
from desktop.ui.markup import Markup
from desktop.ui.tabs.history.field_names import field_name, verb
from desktop.ui.tabs.history.lines import told_at, told_change, told_count

MOST_STEPS = 100
_REFERRED = {
    "case_id": Kind.CASE, "person_id": Kind.PERSON, "organisation_id": Kind.ORGANISATION, "place_id": Kind.PLACE,
    "until_place_id": Kind.PLACE, "event_id": Kind.EVENT, "from_id": Kind.EVENT, "to_id": Kind.EVENT,
    "document_id": Kind.DOCUMENT, "derived_from_id": Kind.DOCUMENT,
}  # fmt: skip

_TERMS = {
    "stage": "stages", "confidentiality": "confidentialities", "sex": "sexes", "protected": "protections",
    "role": "roles", "standing": "standings", "certainty": "certainties", "bearing": "bearings",
    "outcome": "charge-outcomes", "derivation": "derivations", "reliability": "reliabilities",
    "connection": "connections", "degree": "involvements", "language": "languages", "languages": "languages",
    "status": "document-statuses",
}  # fmt: skip
_KINDS_OF = {
    Kind.ORGANISATION: "organisation-kinds", Kind.PLACE: "place-kinds", Kind.EVENT: "event-kinds",
    Kind.DOCUMENT: "document-kinds", Kind.EVENT_LINK: "link-kinds",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change and the names of the records it speaks of, by id."""

    line: HistoryLine
    names: Mapping[str, str]


def read_change(seq: str, session: Session) -> ChangeView | None:
    """Read one change with its first steps."""
    found = history.page(session, after=(int(seq) + 1,), limit=1, steps=MOST_STEPS).rows
    if not found:
        return None
    names = {step.record: _name(session, Kind(step.kind), step.record) for step in found[0].steps}
    for step in found[0].steps:
        for column, value in [*(step.before or {}).items(), *(step.after or {}).items()]:
            if column in _REFERRED and value not in names:
                names[value] = _name(session, _REFERRED[column], value)
    return ChangeView(found[0], names)


def compose(view: ChangeView) -> Markup:
    """The change whole."""
    line = view.line
    head = markup.title(told_change(line))
    about = markup.paragraph(markup.quiet(labels.joined([told_at(line), line.author, told_count(line.count)])))
    more = line.count - len(line.steps)
    rest = markup.paragraph(markup.quiet(_("and {count} more records").format(count=more))) if more > 0 else ""
    return Markup(head + about + "".join(_step(view, step) for step in line.steps) + rest)


def _step(view: ChangeView, step: Step) -> Markup:
    kind = labels.kind_name(Kind(step.kind))
    name = view.names.get(step.record, "")
    head = markup.heading(labels.joined([kind, verb(step.verb)]))
    if step.is_erased:
        return Markup(head + markup.paragraph(markup.quiet(_("What stood here was deleted for good."))))
    named = markup.paragraph(markup.bold(name)) if name else markup.NOTHING
    return Markup(head + named + markup.facts(_facts(view, step)))


def _facts(view: ChangeView, step: Step) -> Iterator[tuple[str, Markup]]:
    before, after = step.before or {}, step.after or {}
    for column in dict.fromkeys([*after, *before]):
        name = field_name(column)
        terms = _KINDS_OF.get(Kind(step.kind), "") if column == "kind" else _TERMS.get(column, "")
        was, is_now = (_told(view, column, values.get(column), terms) for values in (before, after))
        if name and (was or is_now):
            yield name, markup.plain(f"{was} → {is_now}" if step.verb == "edit" else is_now or was)


def _told(view: ChangeView, column: str, value: Any, terms: str = "") -> str:
    if value is None or value in ([], {}):
        return "—"
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return ", ".join(_told(view, "", one, terms) for one in value)  # pyright: ignore[reportUnknownVariableType] - JSON
    if isinstance(value, dict):
        return _told_pairs(view, column, value)  # pyright: ignore[reportUnknownArgumentType] - JSON
    named = view.names.get(value, "") if column in _REFERRED else labels.term(terms, value) if terms else ""
    return named or str(value)


def _told_pairs(view: ChangeView, column: str, value: Mapping[str, Any]) -> str:
    if "text" in value and column != "fields":
        return str(value["text"])
    pairs = [(labels.field(name) if column == "fields" else name, one) for name, one in value.items()]
    return "\n".join(f"{name}: {_told(view, '', one)}" for name, one in pairs)


def _name(session: Session, kind: Kind, record: str) -> str:
    """What a record is called now, wherever it is; nothing for one that is gone or has no name of its own."""
    try:
        row = fetch(session, ROWS[kind], record)
    except RecordMissing:
        return ""
    if kind in {Kind.PERSON, Kind.ORGANISATION, Kind.PLACE}:
        return labels.member(row)
    return labels.event(row) if kind is Kind.EVENT else getattr(row, "title", None) or getattr(row, "ref", "")
