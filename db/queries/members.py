"""Persons, organisations and places: all of the vault, or those on file in one case, by name."""

from typing import TypeVar

from sqlalchemy import or_, select, tuple_
from sqlalchemy.orm import Session

from db.matching import holds, tagged
from db.models import Charge, Membership, Organisation, Party, Person, Place
from db.queries.records import KINDS, live, row_of
from db.rows import ChargeRow, Key, OrganisationRow, Page, PartyRow, PersonRow, PlaceRow

Member = TypeVar("Member", PersonRow, OrganisationRow, PlaceRow)
_MODELS = {PersonRow: Person, OrganisationRow: Organisation, PlaceRow: Place}


def page(
    session: Session,
    row_type: type[Member],
    *,
    case_id: str | None = None,
    text: str = "",
    sound: str = "",
    after: Key | None = None,
    limit: int = 50,
) -> Page[Member]:
    """Members of one kind by name, a page at a time; ``text`` or ``sound`` is looked for in their sort keys.

    Sort keys hold each name folded and as it sounds (``desktop/logic/names.py``).
    """
    model = _MODELS[row_type]
    query = select(model).where(model.trashed_at.is_(None)).order_by(model.sort_key, model.id).limit(limit + 1)
    if case_id:
        on_file = select(Membership.member_id).where(
            Membership.case_id == case_id, Membership.member_kind == KINDS[row_type].value
        )
        query = query.where(model.id.in_(on_file))
    if text:
        named = [holds(text, model.sort_key), holds(sound or text, model.sort_key)]
        query = query.where(or_(*named, *([tagged(text, Person.table().c.tags)] if model is Person else [])))
    if after:
        query = query.where(tuple_(model.sort_key, model.id) > tuple_(*after))
    found = list(session.scalars(query))
    last = found[limit - 1] if len(found) > limit else None
    return Page([row_of(one) for one in found[:limit]], (last.sort_key, last.id) if last else None)


def parties(session: Session, case_id: str) -> list[PartyRow]:
    """The parties of a case, in the order they were entered."""
    return live(session, PartyRow, Party.case_id == case_id)


def charges(session: Session, case_id: str, person_id: str | None = None) -> list[ChargeRow]:
    """The charges in a case, or those against one person in it."""
    conditions = [Charge.case_id == case_id] + ([Charge.person_id == person_id] if person_id else [])
    return live(session, ChargeRow, *conditions)


def cases_of(session: Session, member_id: str) -> list[str]:
    """The cases a person, organisation or place is on file in."""
    return list(session.scalars(select(Membership.case_id).where(Membership.member_id == member_id)))


def membership(session: Session, case_id: str, member_id: str) -> str | None:
    """The id of the membership that puts someone on file in a case, or ``None``."""
    query = select(Membership.id).where(Membership.case_id == case_id, Membership.member_id == member_id)
    return session.scalars(query).first()
