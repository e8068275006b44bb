"""An event to read: when, where, who, its own fields, what it is linked to, and what documents say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.queries import injuries
from db.queries.chains import ChainLine, chain_of
from db.queries.documents import Link, Passage, links_of, passages_on
from db.queries.injuries import InjuryLine
from db.queries.records import fetch
from db.queries.remarks import Remarks, remarks_on
from db.queries.timeline import Participant, TimelineLine, line
from db.rows import CaseRow, PlaceRow
from db.types import Bearing, Kind, When
from db.vault import Session
from desktop.i18n import _
from desktop.logic.conflicts.compare import plain
from desktop.ui import labels, markup, times
from desktop.ui.claimed import field_name
from desktop.ui.inputs.finders import ROW_TYPES
from desktop.ui.markup import Markup
from desktop.ui.records.chain import compose_chain
from desktop.ui.records.claims import BEARING_COLOURS, claimed, locator, unproved, with_claims
from desktop.ui.records.injuries import compose_injuries
from desktop.ui.records.named import NAMING, Named, named_in, title_of
from desktop.ui.records.remarks import compose_remarks
from resources.vocabularies import fields

EDIT_CITATION, REMOVE_CITATION, UNLINK = "edit-citation", "remove-citation", "unlink"
CITE, LINK = "cite", "link"


@dataclass(frozen=True, slots=True)
class EventView:
    """Everything the sheet of an event shows; ``home`` is the zone of the case."""

    line: TimelineLine
    home: str
    links: Sequence[Link]
    passages: Sequence[Passage]
    named: Mapping[str, Named]  # what its own fields name, by id
    injuries: Sequence[InjuryLine] = ()
    remarks: Remarks = field(default_factory=Remarks)
    chain: Sequence[ChainLine] = ()


def read_event(event_id: str, session: Session) -> EventView | None:
    """Read an event; ``None`` when it is not there, or in the trash."""
    shown = line(session, event_id)
    if shown is None or shown.event.trashed_at is not None:
        return None
    home = times.zone_of(fetch(session, CaseRow, shown.event.case_id).jurisdiction)
    links, passages = links_of(session, event_id), passages_on(session, event_id)
    hurt, remarks = injuries.of_event(session, event_id), remarks_on(session, event_id)
    named, chain = named_in(shown.event, session), chain_of(session, event_id)
    return EventView(shown, home, links, passages, named, hurt, remarks, chain)


def compose(view: EventView) -> Markup:
    """The sheet of an event."""
    event = view.line.event
    parts = [
        markup.title(labels.event(event)),
        markup.paragraph(_standing(view)),
        markup.facts(_circumstances(view)),
        markup.paragraph(markup.plain(event.text or "")),
        _own_fields(view),
        _participants(view.line.participants),
        compose_injuries(view.injuries, can_add=True, has_names=True),
        _links(view.links),
        compose_chain(view.chain, event.id),
        _passages(view),
        compose_remarks(view.remarks, can_add=True),
    ]
    return Markup("".join(parts))


def _standing(view: EventView) -> Markup:
    event = view.line.event
    _icon, colour = labels.STANDING_MARKS.get(event.standing or "", ("", "muted"))
    standing = labels.term("standings", event.standing)
    return markup.joined(
        [
            markup.quiet(labels.event_kind(event.kind) if event.title else ""),
            markup.coloured(standing, colour) if standing else markup.NOTHING,
            markup.quiet(labels.term("certainties", event.certainty)),
        ]
    )


def _circumstances(view: EventView) -> list[tuple[str, Markup]]:
    event = view.line.event
    zone = event.when.zone if event.when and event.when.zone != view.home else ""
    held = {
        "when": (markup.joined([markup.bold(times.told(event.when)), markup.quiet(zone)]), _edtf(event.when)),
        "until": (markup.plain(times.told(event.until)), _edtf(event.until)),
        "place": (_place(view.line.place), _name(view.line.place)),
        "until_place": (_place(view.line.until_place), _name(view.line.until_place)),
    }
    clock, said = _zone(view), view.passages
    return [(field_name(part), with_claims(part, told, said, clock, own)) for part, (told, own) in held.items()]


def _zone(view: EventView) -> str:
    event = view.line.event
    return event.when.zone if event.when else view.home


def _edtf(moment: When | None) -> str:
    return moment.edtf if moment else ""


def _name(place: PlaceRow | None) -> str:
    return labels.member(place) if place else ""


def _place(row: PlaceRow | None) -> Markup:
    return member_link(row) if row else markup.NOTHING


def member_link(row: labels.Member) -> Markup:
    """Somebody's or some place's name, leading there."""
    kind = next(kind for kind, row_type in ROW_TYPES.items() if isinstance(row, row_type))
    return markup.link(kind.value, row.id, labels.member(row))


def _own_fields(view: EventView) -> Markup:
    held = view.line.event.fields
    spoken_of = [one.citation.field for one in view.passages if one.citation.field and one.citation.field in fields()]
    pairs = [(labels.field(part), _own_field(view, part)) for part in dict.fromkeys([*held, *spoken_of])]
    shown = markup.facts(pairs)
    return Markup(markup.heading(_("Details")) + shown) if shown else markup.NOTHING


def _own_field(view: EventView, part: str) -> Markup:
    """A field with what sources say of it; a safeguard says so when none does."""
    zone, value = _zone(view), view.line.event.fields.get(part)
    if value is None:
        return with_claims(part, markup.NOTHING, view.passages, zone)
    told = with_claims(part, _field(part, value, zone, view.named), view.passages, zone, plain(value))
    kind = fields().get(part)
    return unproved(part, told, view.passages) if kind and kind.type == "safeguard" else told


def _field(part: str, value: Any, zone: str, named: Mapping[str, Named]) -> Markup:
    kind = fields().get(part)
    if kind is None:
        return markup.plain(str(value))
    if kind.type == "when":
        return markup.plain(times.told_edtf(value, zone))
    if kind.type in NAMING:
        return markup.link(kind.type, value, title_of(named[value])) if value in named else markup.NOTHING
    if kind.type == "terms":
        return markup.plain(", ".join(labels.term(kind.vocabulary or "", one) for one in value))
    if isinstance(value, bool):
        return markup.plain(_truth(kind.type, is_so=value))
    return markup.plain(labels.term(kind.vocabulary, value) if kind.vocabulary else str(value))


def _truth(field_type: str, *, is_so: bool) -> str:
    if field_type == "safeguard":
        return labels.term("safeguards", "respected" if is_so else "not-respected")
    return _("Yes") if is_so else _("No")


def _participants(participants: Sequence[Participant]) -> Markup:
    lines = [_participant(one) for one in participants]
    return Markup(markup.heading(_("Who took part")) + markup.points(lines)) if lines else markup.NOTHING


def _participant(one: Participant) -> Markup:
    who, part = one.person or one.organisation, one.participation
    remarks = [
        labels.term("certainties", part.certainty),
        labels.term("involvements", part.degree),
        _("identified: {how}").format(how=part.identified_how) if part.identified_how else "",
    ]
    name = member_link(who) if who else markup.NOTHING
    role = markup.plain(labels.term("roles", part.role))
    return markup.joined([name, role, markup.quiet(labels.joined(remarks))])


def _links(links: Sequence[Link]) -> Markup:
    lines = [_link(one) for one in links]
    step = markup.link(LINK, "", _("Link to another event"))
    return Markup(markup.heading(_("Linked events"), step) + markup.points(lines))


def _link(one: Link) -> Markup:
    how = markup.quiet(labels.link(one.link.kind, is_outgoing=one.is_outgoing))
    where = markup.link(Kind.EVENT.value, one.other.id, labels.event(one.other))
    gone = markup.step(UNLINK, one.link.id, _("take away"))
    return markup.joined([how, where, markup.quiet(times.told_short(one.other.when)), gone])


def _passages(view: EventView) -> Markup:
    step = markup.link(CITE, "", _("Cite a document"))
    lines = [_passage(one, _zone(view)) for one in view.passages]
    missing = markup.paragraph(markup.coloured(_("No source yet: without one this proves nothing."), "warning"))
    return Markup(markup.heading(_("Sources"), step) + ("".join(lines) or missing))


def _passage(one: Passage, zone: str) -> Markup:
    citation = one.citation
    bearing = labels.term("bearings", citation.bearing)
    colour = BEARING_COLOURS.get(Bearing(citation.bearing), "muted")
    known = [labels.term("reliabilities", citation.reliability), labels.term("connections", citation.connection)]
    source = markup.joined(
        [
            markup.coloured(bearing, colour),
            markup.bold(claimed(citation, zone)) if citation.field else markup.NOTHING,
            markup.link(Kind.DOCUMENT.value, one.document.id, one.document.title),
            markup.plain(locator(citation)),
            markup.quiet(labels.joined(known)),
        ]
    )
    steps = [
        markup.step(EDIT_CITATION, citation.id, _("edit")),
        markup.step(REMOVE_CITATION, citation.id, _("take away")),
    ]
    return markup.passage(citation.quote or "", markup.joined([source, *steps]))
