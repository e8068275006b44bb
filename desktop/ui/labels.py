"""Words for what the record holds: terms, kinds of record, people, places and events, in the interface's language."""

from collections.abc import Iterable

from db.rows import EventRow, OrganisationRow, PersonRow, PlaceRow
from db.types import Kind, Name
from desktop import i18n
from desktop.i18n import N_, _
from desktop.logic import names
from desktop.ui import discretion
from resources.vocabularies import Term, event_kinds, fields, label, vocabulary

Member = PersonRow | OrganisationRow | PlaceRow

KIND_NAMES: dict[Kind, str] = {
    Kind.CASE: N_("Case"),
    Kind.PERSON: N_("Person"),
    Kind.ORGANISATION: N_("Organisation"),
    Kind.PLACE: N_("Place"),
    Kind.MEMBERSHIP: N_("On file"),
    Kind.PARTY: N_("Party"),
    Kind.EVENT: N_("Event"),
    Kind.PARTICIPATION: N_("Participation"),
    Kind.EVENT_LINK: N_("Link"),
    Kind.CHARGE: N_("Charge"),
    Kind.DOCUMENT: N_("Document"),
    Kind.CITATION: N_("Citation"),
    Kind.BRIEF: N_("Brief"),
    Kind.RELATION: N_("Relation"),
    Kind.INJURY: N_("Injury"),
    Kind.ISSUE: N_("Issue"),
    Kind.ISSUE_FACT: N_("Fact of an issue"),
    Kind.CONSENT: N_("Consent"),
    Kind.INDICATOR: N_("Figure"),
    Kind.TASK: N_("Task"),
    Kind.NOTE: N_("Note"),
    Kind.TERM: N_("Term"),
    Kind.VIEW: N_("View"),
    Kind.RULE: N_("Rule"),
    Kind.CALENDAR_DAY: N_("Day of a calendar"),
    Kind.DEADLINE: N_("Deadline"),
    Kind.CONFLICT: N_("Contradiction"),
}
KIND_ICONS: dict[Kind, str] = {
    Kind.CASE: "briefcase",
    Kind.PERSON: "user",
    Kind.ORGANISATION: "building-2",
    Kind.PLACE: "map-pin",
    Kind.EVENT: "clock",
    Kind.CHARGE: "scale",
    Kind.DOCUMENT: "file-text",
    Kind.CITATION: "quote",
    Kind.BRIEF: "book-open",
    Kind.RELATION: "link",
    Kind.INJURY: "badge",
    Kind.ISSUE: "scale",
    Kind.ISSUE_FACT: "scale",
    Kind.CONSENT: "check",
    Kind.INDICATOR: "bar-chart-3",
    Kind.TASK: "clipboard-list",
    Kind.NOTE: "message-square",
    Kind.TERM: "tag",
    Kind.VIEW: "filter",
    Kind.RULE: "gavel",
    Kind.CALENDAR_DAY: "calendar-clock",
    Kind.DEADLINE: "timer",
    Kind.CONFLICT: "triangle-alert",
}
# How a link reads from the event it leads to; the vocabulary has the other direction.
LINKED_BY: dict[str, str] = {
    "answers": N_("Answered by"),
    "extends": N_("Extended by"),
    "appeals": N_("Appealed by"),
    "replaces": N_("Replaced by"),
    "part-of": N_("Includes"),
    "caused-by": N_("Led to"),
    "contradicts": N_("Contradicted by"),
}
STANDING_MARKS: dict[str, tuple[str, str]] = {  # its icon, and the colour of the look it is drawn in
    "undisputed": ("circle-check", "good"),
    "alleged": ("message-square", "muted"),
    "disputed-by-us": ("triangle-alert", "danger"),
    "disputed-by-them": ("triangle-alert", "warning"),
    "prospective": ("calendar-clock", "accent"),
    "unsure": ("circle-help", "warning"),
}


def worded(entry: Term) -> str:
    """A term's label in the interface's language."""
    return label(entry, i18n.current().value)


def term(vocabulary_name: str, term_id: str | None) -> str:
    """The label of a term; a term the vocabulary does not know (yet) is shown as it is written."""
    if not term_id:
        return ""
    found = vocabulary(vocabulary_name).get(term_id)
    return worded(found) if found else term_id


def event_kind(kind: str) -> str:
    """The label of a kind of event."""
    found = event_kinds().get(kind)
    return worded(found) if found else kind


def field(field_id: str) -> str:
    """The label of an extra field of events."""
    found = fields().get(field_id)
    return worded(found) if found else field_id


def link(kind: str, *, is_outgoing: bool) -> str:
    """How an event bears on another one, read from the first of a link or from the second."""
    if is_outgoing:
        return term("link-kinds", kind)
    return _(LINKED_BY[kind]) if kind in LINKED_BY else _("{link} (from there)").format(link=term("link-kinds", kind))


def kind_name(kind: Kind) -> str:
    """What a kind of record is called."""
    return _(KIND_NAMES[kind])


def member(row: Member) -> str:
    """What a person, organisation or place is called in the interface's language."""
    named = names.display(row.names, i18n.current().value)
    if named:
        return discretion.stand_in(row) if isinstance(row, PersonRow) and discretion.is_hiding() else named
    if isinstance(row, PersonRow):
        return row.description or _("Unidentified person")
    return _("Without a name")


def spellings(row: Member) -> list[str]:
    """Its other names and spellings; none of a person while names are hidden."""
    if isinstance(row, PersonRow) and discretion.is_hiding():
        return []
    shown = member(row)
    return [name.text for name in row.names if name.text != shown]


def event(row: EventRow) -> str:
    """What an event is called: its title, else its kind."""
    return row.title or event_kind(row.kind)


def joined(parts: Iterable[str]) -> str:
    """Parts that say something, with a middle dot between them."""
    return " · ".join(part for part in parts if part)


def spelled(name: Name) -> str:
    """One spelling with its language and, unless it is the official one, its kind."""
    kind = "" if name.kind == "official" else term("name-kinds", name.kind)
    remarks = ", ".join(part for part in (language(name.lang), kind) if part)
    return f"{name.text} ({remarks})" if remarks else name.text


def language(code: str | None) -> str:
    """The name of a language; with a script the vocabulary does not know, the name without it."""
    if not code:
        return ""
    known = vocabulary("languages")
    found = known.get(code) or known.get(code.split("-", maxsplit=1)[0])
    return worded(found) if found else code
