"""Duplicates: two records of one person, organisation or place become one, in one step that can be undone."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.change import Change
from db.merging import mentions, repoint
from db.queries.members import cases_of
from db.queries.records import fetch, row_of
from db.rows import NoteRow, OrganisationRow, PersonRow, PlaceRow
from db.types import Kind, When
from db.vault import Session, Vault
from desktop import i18n
from desktop.errors import UserError
from desktop.i18n import N_, _
from desktop.logic import names
from desktop.logic.uniting import Difference, Member, differences, united
from desktop.operations import Done, Touched
from desktop.operations.checks import check_named
from desktop.operations.members import sort_key_of
from resources.vocabularies import label, vocabulary

ROW_TYPES: dict[Kind, type[Any]] = {
    Kind.PERSON: PersonRow, Kind.ORGANISATION: OrganisationRow, Kind.PLACE: PlaceRow,
}  # fmt: skip
PART_NAMES: dict[str, str] = {
    "description": N_("Description"), "sex": N_("Sex"), "born": N_("Born"), "deceased": N_("Deceased"),
    "occupation": N_("Occupation"), "health": N_("Health"), "pseudonym": N_("Pseudonym"), "kind": N_("Kind"),
    "parent_id": N_("Part of"), "address": N_("Address"), "region": N_("Region"), "latitude": N_("Coordinates"),
    "zone": N_("Time zone"), "capacity": N_("Capacity"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge would do: both records, what one must give way in, and how many records of each kind move.

    ``words`` says the values of each difference, the kept one's and the other's.
    """

    kept: Member
    lost: Member
    differences: tuple[Difference, ...]
    words: Mapping[str, tuple[str, str]]
    moving: Mapping[Kind, int]


def plan_merge(session: Session, kind: Kind, kept: str, lost: str) -> MergePlan:
    """Look at what a merge would do. Raises ``UserError`` where the two cannot be one."""
    ours, theirs = _pair(session, kind, kept, lost)
    found = differences(ours, theirs)
    words = {one.part: (_worded(session, kind, one.part, one.kept), _worded(session, kind, one.part, one.lost))
             for one in found}  # fmt: skip
    moving = Counter(mention.kind for mention in mentions(session, kind, lost))
    return MergePlan(ours, theirs, tuple(found), words, dict(moving))


def merge_members(vault: Vault, kind: Kind, kept: str, lost: str, taken: Collection[str] = ()) -> Done[str]:
    """Make ``lost`` one with ``kept``: everything that names it names ``kept``, and it goes to the trash.

    ``taken`` are the parts in which the lost one's value is to stand. A value that gives way is written into a note
    on the kept record. Raises ``UserError`` where the two cannot be one; returns the id of the kept record.
    """
    with vault.change(f"merge-{kind.value}") as change:
        ours, theirs = _pair(change.session, kind, kept, lost)
        given_way = [(one.part, one.kept if one.part in taken else one.lost) for one in differences(ours, theirs)]
        row: Any = united(ours, theirs, taken)
        case = next(iter([*cases_of(change.session, lost), *cases_of(change.session, kept)]), "")
        remark = "\n".join([_heading(theirs), *(_line(change.session, kind, *one) for one in given_way)])
        if given_way and not case and isinstance(row, PersonRow):
            row = replace(row, description="\n".join(part for part in (row.description, remark) if part))
        repoint(change, kind, lost, kept)
        if not isinstance(row, PersonRow):
            wanted = [one for one in (row.parent_id, ours.parent_id, theirs.parent_id) if one != lost]
            row = replace(row, parent_id=_above(change, kind, kept, wanted))
        check_named(row)
        change.put(row, sort_key=sort_key_of(row))
        if given_way and case:
            change.put(NoteRow(id="", case_id=case, text=remark, target_kind=kind.value, target_id=kept))
        change.put_in_trash(kind, lost, at=int(vault.clock().timestamp()))
    return Done(kept, Touched(frozenset(Kind)))


def _pair(session: Session, kind: Kind, kept: str, lost: str) -> tuple[Any, Any]:
    if kept == lost:
        raise UserError(_("A record cannot be merged with itself."), _("Choose another one."))
    ours, theirs = fetch(session, ROW_TYPES[kind], kept), fetch(session, ROW_TYPES[kind], lost)
    if ours.trashed_at is not None or theirs.trashed_at is not None:
        raise UserError(_("One of the two is in the trash."), _("Restore it first, or choose another one."))
    return ours, theirs


def _above(change: Change, kind: Kind, merged: str, wanted: Sequence[str | None]) -> str | None:
    """What the kept one is part of now, the first of these that is neither itself nor part of it."""
    return next((above for above in wanted if above and not _leads_back(change, kind, above, merged)), None)


def _leads_back(change: Change, kind: Kind, above: str | None, merged: str) -> bool:
    seen: set[str] = set()
    while above and above not in seen:
        if above == merged:
            return True
        seen.add(above)
        above = row_of(change.record(kind, above)).parent_id
    return False


def _heading(lost: Member) -> str:
    called = names.display(lost.names, i18n.current().value)
    return _("Merged from the record “{name}”:").format(name=called or getattr(lost, "description", None) or "—")


def _line(session: Session, kind: Kind, part: str, values: tuple[Any, ...]) -> str:
    worded = _worded(session, kind, part, values)
    return _("{field}: {value}").format(field=_(PART_NAMES[part]), value=worded)


def _worded(session: Session, kind: Kind, part: str, values: tuple[Any, ...]) -> str:
    """A value in words."""
    value = values[0]
    if isinstance(value, When):
        return value.edtf
    if part == "parent_id":
        row = fetch(session, ROW_TYPES[kind], str(value))
        return names.display(row.names, i18n.current().value)
    listed = {"sex": "sexes", "kind": f"{kind.value}-kinds"}.get(part)
    term = vocabulary(listed).get(value) if listed else None
    return label(term, i18n.current().value) if term else ", ".join(str(one) for one in values)
