"""What changed since a case was read, by the journal, and the case file brought up to date with only that."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from db import rows
from db.case_file import CaseFile
from db.journal import DETAIL, JOURNAL
from db.models import RECORDS, Citation, Document, Event, EventLink, Issue, IssueFact, Participation
from db.queries.case_files import OF_CASE, OF_VAULT, members_named, named_in
from db.queries.records import KINDS, fetch, live
from db.types import Kind

BATCH = 500  # SQLite takes so many parameters without complaint
MOST = 2_000  # changed records; beyond, reading all of the case is quicker
_OWNED: Sequence[tuple[str, type[Any], Any, tuple[Any, ...], Any]] = (
    ("participations", rows.ParticipationRow, Participation, (Participation.event_id,), Event),
    ("links", rows.EventLinkRow, EventLink, (EventLink.from_id, EventLink.to_id), Event),
    ("citations", rows.CitationRow, Citation, (Citation.document_id,), Document),
    ("issue_facts", rows.IssueFactRow, IssueFact, (IssueFact.issue_id,), Issue),
)
_NAMERS = (*OF_CASE, *(part for part, *_rest in _OWNED))
_MEMBERS = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)


@dataclass(frozen=True, slots=True)
class Changes:
    """The newest entry of the journal, and the ids of the records changed since another, by kind."""

    head: int
    changed: Mapping[Kind, Collection[str]]


def journal_head(session: Session) -> int:
    """The number of the newest entry of the journal."""
    return session.execute(select(func.coalesce(func.max(JOURNAL.c.seq), 0))).scalar_one()


def changes_since(session: Session, seq: int) -> Changes | None:
    """What changed after the entry ``seq``; ``None`` where it is so much that everything is better read again."""
    head = journal_head(session)
    query = select(DETAIL.c.record_kind, DETAIL.c.record_id).where(DETAIL.c.seq > seq).limit(MOST + 1)
    found: Sequence[Any] = session.execute(query).all() if head > seq else ()
    if len(found) > MOST:
        return None
    changed: dict[Kind, set[str]] = defaultdict(set)
    for kind, record in found:
        changed[Kind(kind)].add(record)
    return Changes(head, changed)


def brought_up_to_date(session: Session, file: CaseFile, changed: Mapping[Kind, Collection[str]]) -> CaseFile:
    """What ``case_file`` would read now, reading what changed; lists in which nothing did are the same objects.

    Raises ``RecordMissing``.
    """
    case_id = file.case.id
    lists: dict[str, Any] = {}
    for part, row_type in OF_CASE.items():
        ids = changed.get(KINDS[row_type], ())
        model: Any = RECORDS[KINDS[row_type]]
        lists[part] = _renewed(session, row_type, getattr(file, part), ids, [model.case_id == case_id])
    for part, row_type, model, owners, owner in _OWNED:
        lists[part] = _owned(session, file, changed, (part, row_type, model, owners, owner))
    for part, row_type in OF_VAULT.items():
        has_changed = bool(changed.get(KINDS[row_type]))
        lists[part] = live(session, row_type) if has_changed else getattr(file, part)
    case = fetch(session, rows.CaseRow, case_id) if case_id in changed.get(Kind.CASE, ()) else file.case
    if _names_others(file, lists) or any(changed.get(kind) for kind in _MEMBERS):
        lists |= members_named(session, {record for part in _NAMERS for record in named_in(lists[part])})
    return replace(file, case=case, **{part: _same(getattr(file, part), listed) for part, listed in lists.items()})


def _names_others(file: CaseFile, lists: Mapping[str, Sequence[Any]]) -> bool:
    """Whether what changed names other persons, organisations or places than it did."""
    before, after = set[str](), set[str]()
    for part in _NAMERS:
        known, listed = getattr(file, part), lists[part]
        if known is not listed:
            old, new = {id(row): row for row in known}, {id(row): row for row in listed}
            before.update(named_in(row for place, row in old.items() if place not in new))
            after.update(named_in(row for place, row in new.items() if place not in old))
    return before != after


def _renewed(
    session: Session, row_type: type[Any], known: Sequence[Any], ids: Collection[str], conditions: Sequence[Any]
) -> Sequence[Any]:
    """A list with these of its records read again."""
    if not ids:
        return known
    model: Any = RECORDS[KINDS[row_type]]
    found = _in_batches(session, row_type, model.id, ids, conditions)
    return sorted([*(row for row in known if row.id not in ids), *found], key=_id)


def _owned(session: Session, file: CaseFile, changed: Mapping[Kind, Collection[str]], part: Any) -> Sequence[Any]:
    """A list whose records belong to the case through another record, those of changed owners read again."""
    name, row_type, model, owners, owner = part
    ids, gone = set(changed.get(KINDS[row_type], ())), set(changed.get(owner.kind_of_record, ()))
    known: Sequence[Any] = getattr(file, name)
    if not ids and not gone:
        return known
    keys = [column.key for column in owners]
    kept = [row for row in known if row.id not in ids and not any(getattr(row, key) in gone for key in keys)]
    own = select(owner.id).where(owner.case_id == file.case.id, owner.trashed_at.is_(None))
    within = [column.in_(own) for column in owners]
    found = {row.id: row for row in _in_batches(session, row_type, model.id, ids, within)}
    for column in owners:
        found |= {row.id: row for row in _in_batches(session, row_type, column, gone, within)}
    return sorted([*kept, *found.values()], key=_id)


def _in_batches(
    session: Session, row_type: type[Any], column: Any, ids: Collection[str], conditions: Sequence[ColumnElement[bool]]
) -> list[Any]:
    wanted = sorted(ids)
    found: list[Any] = []
    for start in range(0, len(wanted), BATCH):
        found += live(session, row_type, column.in_(wanted[start : start + BATCH]), *conditions)
    return found


def _same(known: Sequence[Any], listed: Sequence[Any]) -> Sequence[Any]:
    return known if known is not listed and list(known) == list(listed) else listed


def _id(row: Any) -> str:
    return row.id
