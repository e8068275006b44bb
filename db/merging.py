"""What a merge of duplicates moves: everything that names one record is made to name another."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Text, select
from sqlalchemy import cast as as_type
from sqlalchemy.orm import Session

from db.base import Record
from db.change import Change
from db.integrity import LOOSE
from db.journal import state_of
from db.models import RECORDS, Membership
from db.types import Kind

_BY_TABLE = {model.__tablename__: model for model in RECORDS.values()}
_PLAIN = (*LOOSE, ("conflict", "first_id"), ("conflict", "second_id"))  # ids that no foreign key holds
_TREES = (("event", "fields"), ("view", "body"))  # small objects that may hold ids, at any depth
_OWNERS = ("event_id", "issue_id", "document_id", "case_id")
# Kinds of which a second one that says nothing more than the first is dropped.
_SINGLE = frozenset(
    {Kind.PARTICIPATION, Kind.PARTY, Kind.CHARGE, Kind.CONSENT, Kind.RELATION, Kind.ISSUE_FACT, Kind.CITATION}
)
_ENDS = (("person_id", "other_person_id"), ("organisation_id", "other_organisation_id"), ("first_id", "second_id"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A record that names the one asked about, and the column in which it does."""

    kind: Kind
    record: str
    column: str


def mentions(session: Session, kind: Kind, record: str) -> list[Mention]:
    """Everything that names a record, in the trash or not."""
    found: list[Mention] = []
    for model, column in _columns(kind):
        where: Any = getattr(model, column)
        ids = session.scalars(select(model.id).where(where == record).order_by(model.id))
        found += [Mention(model.kind_of_record, one, column) for one in ids]
    for name, column in _TREES:
        model = _BY_TABLE[name]
        tree: Any = getattr(model, column)
        ids = session.scalars(select(model.id).where(as_type(tree, Text).contains(f'"{record}"')).order_by(model.id))
        found += [Mention(model.kind_of_record, one, column) for one in ids]
    return found


def repoint(change: Change, kind: Kind, lost: str, kept: str) -> None:
    """Make everything that names ``lost`` name ``kept``; what would then say nothing of its own is taken out.

    That is a second membership in a case, what somebody is to himself, and a role, charge, consent, relation, citation
    or fact of an issue that says nothing more than another one does.
    """
    for mention in mentions(change.session, kind, lost):
        record: Any = change.record(mention.kind, mention.record)
        if mention.column in {"fields", "body"}:
            setattr(record, mention.column, _replaced(getattr(record, mention.column), lost, kept))
        elif isinstance(record, Membership) and _is_member(change.session, record.case_id, kept):
            change.remove(Kind.MEMBERSHIP, record.id)
        else:
            setattr(record, mention.column, kept)
            change.session.flush()
            _drop_needless(change, record, mention, Mention(kind, kept, ""))
    change.session.flush()


def _drop_needless(change: Change, record: Record, mention: Mention, kept: Mention) -> None:
    if _is_about_itself(record):
        _give_way(change, record, kept.kind, kept.record)
    elif mention.kind in _SINGLE and record.trashed_at is None:
        for other in _siblings(change.session, record, mention.column, kept.record):
            if _says_no_more(record, other):
                _give_way(change, record, mention.kind, other.id)
                return
            if _says_no_more(other, record):
                _give_way(change, other, mention.kind, record.id)


def _give_way(change: Change, record: Record, kind: Kind, standing: str) -> None:
    """Take a record out; what speaks of it speaks of the one that stands instead."""
    for mention in mentions(change.session, record.kind_of_record, record.id):
        speaking: Any = change.record(mention.kind, mention.record)
        setattr(speaking, mention.column, standing)
        if mention.column == "target_id":
            speaking.target_kind = kind.value
    change.session.flush()
    change.remove(record.kind_of_record, record.id)


def _columns(kind: Kind) -> Iterator[tuple[type[Record], str]]:
    """The columns that may name a record of this kind: foreign keys, and ids of several kinds."""
    here = RECORDS[kind].table()
    for model in RECORDS.values():
        for column in model.table().columns:
            if any(key.column.table is here for key in column.foreign_keys):
                yield model, column.key
    for name, column in _PLAIN:
        yield _BY_TABLE[name], column


def _is_member(session: Session, case_id: str, member: str) -> bool:
    query = select(Membership.id).where(Membership.case_id == case_id, Membership.member_id == member)
    return session.scalars(query).first() is not None


def _is_about_itself(record: Any) -> bool:
    return any(
        getattr(record, one, None) is not None and getattr(record, one) == getattr(record, other, None)
        for one, other in _ENDS
    )


def _siblings(session: Session, record: Any, column: str, named: str) -> list[Record]:
    model: Any = RECORDS[record.kind_of_record]
    query = select(model).where(getattr(model, column) == named, model.id != record.id, model.trashed_at.is_(None))
    for owner in _OWNERS:
        if hasattr(model, owner) and owner != column:
            query = query.where(getattr(model, owner) == getattr(record, owner))
            break
    return list(session.scalars(query.order_by(model.id)))


def _says_no_more(record: Record, other: Record) -> bool:
    """Whether everything set in the one is set to the same in the other."""
    there = state_of(other)
    return all(there.get(name) == value for name, value in state_of(record).items() if name != "id")


def _replaced(tree: Any, lost: str, kept: str) -> Any:
    """A small object with one id in place of another, wherever it stands."""
    if isinstance(tree, dict):
        return {name: _replaced(value, lost, kept) for name, value in cast("dict[str, Any]", tree).items()}
    if isinstance(tree, list):
        return [_replaced(value, lost, kept) for value in cast("list[Any]", tree)]
    return kept if tree == lost else tree
