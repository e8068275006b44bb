"""What lists of people, organisations and places show, in a case or in the whole vault, and how they are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from db.queries import members
from db.queries.involvement import events_at, roles_in_case
from db.queries.records import fetch
from db.rows import CaseRow, Key, OrganisationRow, Page, PersonRow, PlaceRow
from db.types import Kind
from db.vault import Session, Vault
from desktop.i18n import N_
from desktop.logic import names
from desktop.ui import labels
from desktop.ui.inputs.finders import ROW_TYPES
from desktop.ui.models.columns import Column, Query
from desktop.ui.models.pages import Fetch

KINDS = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)
TITLES = {Kind.PERSON: N_("Persons"), Kind.ORGANISATION: N_("Organisations"), Kind.PLACE: N_("Places")}


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One of a list: in a case its ``roles``, or the ``events`` at a place; in the vault the refs of its ``cases``."""

    row: labels.Member
    roles: Sequence[str] = ()
    events: int = 0
    cases: Sequence[str] = ()


def columns(kind: Kind, *, is_in_case: bool) -> Sequence[Column[MemberLine]]:
    """Name, other spellings, and what each kind is told by."""
    first = [Column("name", N_("Name"), _name, 28), Column("spellings", N_("Other spellings"), _spellings, 20)]
    own = {
        Kind.PERSON: [Column("occupation", N_("Occupation"), _occupation, 20, is_spare=is_in_case)],
        Kind.ORGANISATION: [Column("kind", N_("Kind"), _kind, 20)],
        Kind.PLACE: [
            Column("kind", N_("Kind"), _kind, 20),
            Column("address", N_("Address"), _address, 20, is_spare=True),
        ],
    }[kind]
    if not is_in_case:
        return [*first, *own, Column("cases", N_("Cases"), _cases, 20)]
    if kind is Kind.PLACE:
        return [*first, *own, Column("events", N_("Events"), _events, 8, order=_event_count, is_number=True)]
    return [first[0], Column("roles", N_("Roles"), _roles, 24), first[1], *own]


def identify(line: MemberLine) -> str:
    """The id of the person, organisation or place."""
    return line.row.id


def reader(vault: Vault, kind: Kind, case_id: str) -> Fetch[MemberLine]:
    """Reads a page; of the whole vault where ``case_id`` is empty."""
    return partial(_page, vault, kind, case_id)


def _page(vault: Vault, kind: Kind, case_id: str, query: Query, after: Key | None, limit: int) -> Page[MemberLine]:
    with vault.read() as session:
        sought = names.fold(query.text)
        if query.text and not sought:
            return Page([], None)
        found: Page[Any] = members.page(
            session, ROW_TYPES[kind], case_id=case_id or None, text=sought, sound=names.sound(query.text), after=after,
            limit=limit,
        )  # fmt: skip
        lines = _in_case(session, case_id, found.rows) if case_id else _in_vault(session, found.rows)
    return Page(lines, found.next_key)


def _in_case(session: Session, case_id: str, rows: Sequence[labels.Member]) -> list[MemberLine]:
    roles, events = roles_in_case(session, case_id), events_at(session, case_id)
    return [MemberLine(row, roles.get(row.id, ()), events.get(row.id, 0)) for row in rows]


def _in_vault(session: Session, rows: Sequence[labels.Member]) -> list[MemberLine]:
    refs: dict[str, str] = {}
    lines: list[MemberLine] = []
    for row in rows:
        cases = members.cases_of(session, row.id)
        for case in cases:
            refs[case] = refs.get(case) or fetch(session, CaseRow, case).ref
        lines.append(MemberLine(row, cases=[refs[case] for case in cases]))
    return lines


def _name(line: MemberLine) -> str:
    return labels.member(line.row)


def _spellings(line: MemberLine) -> str:
    return ", ".join(labels.spellings(line.row))


def _roles(line: MemberLine) -> str:
    return ", ".join(labels.term("roles", role) for role in line.roles)


def _cases(line: MemberLine) -> str:
    return ", ".join(line.cases)


def _events(line: MemberLine) -> str:
    return str(line.events)


def _event_count(line: MemberLine) -> int:
    return line.events


def _occupation(line: MemberLine) -> str:
    return line.row.occupation or "" if isinstance(line.row, PersonRow) else ""


def _address(line: MemberLine) -> str:
    return line.row.address or line.row.region or "" if isinstance(line.row, PlaceRow) else ""


def _kind(line: MemberLine) -> str:
    if isinstance(line.row, OrganisationRow):
        return labels.term("organisation-kinds", line.row.kind)
    return labels.term("place-kinds", line.row.kind) if isinstance(line.row, PlaceRow) else ""
