"""A person, organisation or place to read: who or what it is, its part in the cases, its events in time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from db.queries import injuries
from db.queries.documents import Passage, passages_on
from db.queries.injuries import InjuryLine
from db.queries.involvement import Involvement, Part, involvement
from db.queries.records import fetch
from db.queries.remarks import Remarks, remarks_on
from db.rows import ChargeRow, OrganisationRow, PersonRow, PlaceRow
from db.types import Kind, Protection, When
from db.vault import Session
from desktop.i18n import _, ngettext
from desktop.ui import discretion, labels, markup, times
from desktop.ui.inputs.finders import ROW_TYPES
from desktop.ui.inputs.regions import country
from desktop.ui.markup import Markup
from desktop.ui.records.claims import with_claims
from desktop.ui.records.custody import CustodyView, compose_custody, read_custody
from desktop.ui.records.event_view import member_link
from desktop.ui.records.injuries import compose_injuries
from desktop.ui.records.remarks import compose_remarks
from desktop.ui.records.sources import compose_sources
from desktop.ui.records.ties import Ties, compose_ties, read_ties

PARTY, CHARGE, REMOVE_PARTY, TRASH_CHARGE = "party", "charge", "remove-party", "trash-charge"
ADD_PARTY, ADD_CHARGE = "add-party", "add-charge"
Pair = tuple[str, Markup]


@dataclass(frozen=True, slots=True)
class MemberView:
    """Everything the sheet shows; with ``case_id`` parties and charges can be added there and then."""

    row: labels.Member
    involved: Involvement
    passages: Sequence[Passage]
    above: labels.Member | None = None
    case_id: str = ""
    injuries: Sequence[InjuryLine] = ()
    ties: Ties = field(default_factory=partial(Ties, Kind.PLACE))
    remarks: Remarks = field(default_factory=Remarks)
    custody: CustodyView | None = None


def read_member(kind: Kind, record: str, case_id: str, now: int, session: Session) -> MemberView | None:
    """Read a person, organisation or place; ``None`` when it is in the trash. ``now`` is in Unix seconds."""
    row: labels.Member = fetch(session, ROW_TYPES[kind], record)
    if row.trashed_at is not None:
        return None
    parent = row.parent_id if isinstance(row, OrganisationRow | PlaceRow) else None
    above: labels.Member | None = fetch(session, ROW_TYPES[kind], parent) if parent else None
    hurt = injuries.of_person(session, record, case_id) if kind is Kind.PERSON else ()
    ties, remarks = read_ties(session, kind, record), remarks_on(session, record)
    involved, passages = involvement(session, kind, record), passages_on(session, record)
    held = read_custody(session, case_id, record, now) if case_id and kind is Kind.PERSON else None
    return MemberView(row, involved, passages, above, case_id, hurt, ties, remarks, held)


def compose(view: MemberView) -> Markup:
    """The sheet of a person, organisation or place."""
    row = view.row
    parts = [markup.title(labels.member(row)), markup.paragraph(markup.quiet(_kind(row)))]
    if isinstance(row, PersonRow):
        parts += [markup.paragraph(_protection(row)), _description(row), markup.facts(_person(row, view.passages))]
    else:
        parts.append(markup.facts(_organisation(view) if isinstance(row, OrganisationRow) else _place(view, row)))
    parts += [_cases(view), _roles(view), compose_custody(view.custody), _charges(view)]
    parts += [
        compose_ties(view.ties, view.case_id),
        _injuries(view),
        _events(view),
        compose_sources(view.passages, can_cite=bool(view.case_id)),
    ]
    parts.append(compose_remarks(view.remarks, can_add=bool(view.case_id)))
    return Markup("".join(parts))


def _kind(row: labels.Member) -> str:
    if isinstance(row, PersonRow):
        return labels.joined([row.occupation or "", "" if row.names else _("not identified")])
    return labels.term("organisation-kinds" if isinstance(row, OrganisationRow) else "place-kinds", row.kind)


def _protection(row: PersonRow) -> Markup:
    if row.protected == Protection.NONE.value:
        return markup.NOTHING
    shown = labels.joined([labels.term("protections", row.protected), row.pseudonym or ""])
    return markup.coloured(_("Outside the vault: {how}").format(how=shown), "warning")


def _description(row: PersonRow) -> Markup:
    return markup.paragraph(markup.plain(row.description or "")) if row.names else markup.NOTHING


def _spellings(row: labels.Member) -> Pair:
    told = labels.spellings(row)
    others = [markup.plain(labels.spelled(name)) for name in row.names if name.text in told]
    return _("Other spellings"), markup.joined(others, "\n")


def _person(row: PersonRow, passages: Sequence[Passage]) -> list[Pair]:
    if discretion.is_hiding():  # what tells who it is stays hidden with the name
        row = replace(row, addresses=(), phones=(), identity_documents=())
    return [
        _spellings(row),
        (_("Sex"), markup.plain(labels.term("sexes", row.sex))),
        (_("Born"), _dated("born", row.born, passages)),
        (_("Deceased"), _dated("deceased", row.deceased, passages)),
        (_("Citizenships"), markup.plain(", ".join(map(country, row.citizenships)))),
        (_("Languages"), markup.plain(", ".join(map(labels.language, row.languages)))),
        (_("Addresses"), markup.plain("\n".join(row.addresses))),
        (_("Telephones"), markup.plain("\n".join(row.phones))),
        (_("Health"), markup.plain(row.health or "")),
        (_("Identity documents"), markup.joined(map(_paper, row.identity_documents), "\n")),
    ]


def _dated(part: str, held: When | None, passages: Sequence[Passage]) -> Markup:
    """A date with what sources say of it."""
    zone = held.zone if held else times.FALLBACK_ZONE
    return with_claims(part, markup.plain(times.told(held)), passages, zone, held.edtf if held else "")


def _paper(paper: Mapping[str, Any]) -> Markup:
    kind = labels.term("identity-documents", paper.get("kind"))
    issued = times.told_edtf(paper["issued"], times.FALLBACK_ZONE) if paper.get("issued") else ""
    return markup.plain(labels.joined([kind, paper.get("number", ""), paper.get("issuer", ""), issued]))


def _organisation(view: MemberView) -> list[Pair]:
    return [_spellings(view.row), (_("Part of"), member_link(view.above) if view.above else markup.NOTHING)]


def _place(view: MemberView, row: PlaceRow) -> list[Pair]:
    point = "" if row.latitude is None else f"{row.latitude}, {row.longitude}"
    return [
        *_organisation(view),
        (_("Address"), markup.plain(row.address or "")),
        (_("Region"), markup.plain(row.region or "")),
        (_("Coordinates"), markup.plain(point)),
        (_("Time zone"), markup.plain(row.zone or "")),
        (_("Capacity"), markup.plain("" if row.capacity is None else str(row.capacity))),
    ]


def _cases(view: MemberView) -> Markup:
    others = [case for case in view.involved.cases if case.id != view.case_id]
    lines = [markup.joined([markup.link(Kind.CASE.value, one.id, one.ref), markup.plain(one.title)]) for one in others]
    title = _("Other cases") if view.case_id else _("Cases")
    return Markup(markup.heading(title) + markup.points(lines)) if lines else markup.NOTHING


def _roles(view: MemberView) -> Markup:
    if isinstance(view.row, PlaceRow):
        return markup.NOTHING
    lines: list[Markup] = []
    for party, ref in view.involved.parties:
        span = " – ".join(part for part in (times.told_short(party.from_), times.told_short(party.to)) if part)
        role = markup.link(PARTY, party.id, labels.term("roles", party.role))
        gone = markup.step(REMOVE_PARTY, party.id, _("take away"))
        lines.append(markup.joined([role, markup.quiet(labels.joined([_ref(view, party.case_id, ref), span])), gone]))
    steps = [markup.link(ADD_PARTY, view.row.id, _("Add a role"))] if view.case_id else []
    head = markup.heading(_("Roles in the case") if view.case_id else _("Roles"), *steps)
    return Markup(head + markup.points(lines)) if lines or steps else markup.NOTHING


def _charges(view: MemberView) -> Markup:
    if not isinstance(view.row, PersonRow):
        return markup.NOTHING
    lines = [_charge(view, charge, ref) for charge, ref in view.involved.charges]
    steps = [markup.link(ADD_CHARGE, view.row.id, _("Add a charge"))] if view.case_id else []
    return Markup(markup.heading(_("Charges"), *steps) + markup.points(lines)) if lines or steps else markup.NOTHING


def _charge(view: MemberView, charge: ChargeRow, ref: str) -> Markup:
    article = markup.link(CHARGE, charge.id, charge_title(charge))
    outcome = labels.term("charge-outcomes", charge.outcome)
    gone = markup.step(TRASH_CHARGE, charge.id, _("move to trash"))
    remarks = markup.quiet(labels.joined([_ref(view, charge.case_id, ref), outcome]))
    return markup.joined([article, markup.plain(charge.text or ""), remarks, gone])


def _injuries(view: MemberView) -> Markup:
    if not isinstance(view.row, PersonRow):
        return markup.NOTHING
    return compose_injuries(view.injuries, can_add=bool(view.case_id))


def charge_title(charge: ChargeRow) -> str:
    """Article and part of a charge, as far as a source names them."""
    if not charge.article:
        return _("article not named")
    article = _("art. {article}").format(article=charge.article)
    return _("{article}, part {part}").format(article=article, part=charge.part) if charge.part else article


def _events(view: MemberView) -> Markup:
    parts = view.involved.parts
    count = ngettext("{count} event", "{count} events", len(parts)).format(count=len(parts))
    return (
        Markup(markup.heading(count) + markup.facts([_event(view, one) for one in parts])) if parts else markup.NOTHING
    )


def _event(view: MemberView, one: Part) -> Pair:
    event = one.event
    where = _ref(view, event.case_id, one.case_ref)
    return times.told_short(event.when) or "—", markup.joined(
        [
            markup.link(Kind.EVENT.value, event.id, labels.event(event)),
            markup.quiet(labels.joined([labels.term("roles", one.role), where])),
        ]
    )


def _ref(view: MemberView, case_id: str, ref: str) -> str:
    return "" if case_id == view.case_id else ref
