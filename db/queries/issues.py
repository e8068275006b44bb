"""The points to prove as a tree, and the matrix of what bears on them: events, injuries and documents across."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import BigInteger, ColumnElement, func, literal_column, select, tuple_
from sqlalchemy.orm import Session

from db.matching import holds
from db.models import Citation, Document, Event, Injury, Issue, IssueFact, Person
from db.models.event import INSTANT
from db.queries.records import row_of
from db.rows import DocumentRow, EventRow, InjuryRow, IssueFactRow, IssueRow, Key, Page, PersonRow
from db.types import Bearing, Kind

_INSTANT: ColumnElement[int] = literal_column(INSTANT, BigInteger)
Target = EventRow | InjuryRow | DocumentRow
_GROUPS = (Kind.EVENT, Kind.INJURY, Kind.DOCUMENT)
_MODELS = {Kind.EVENT: Event, Kind.INJURY: Injury, Kind.DOCUMENT: Document}


@dataclass(frozen=True, slots=True)
class IssueLine:
    """An issue as deep as it lies in the tree, whom it concerns, and how many records bear on it in each way."""

    issue: IssueRow
    depth: int
    person: PersonRow | None = None
    bearings: Mapping[str, int] | None = None
    is_claim: bool = False  # it has elements of its own

    def count(self, bearing: Bearing) -> int:
        """How many records support, contradict or mention it."""
        return (self.bearings or {}).get(bearing.value, 0)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a record does to an issue: a fact somebody set, or only passages; ``passages`` counts citations."""

    bearing: str | None
    fact_id: str = ""
    passages: int = 0


def tree_of(session: Session, case_id: str) -> list[IssueLine]:
    """Every issue of a case, each claim before its elements, in their order."""
    query = select(Issue, Person).join(Person, Person.id == Issue.person_id, isouter=True)
    query = query.where(Issue.case_id == case_id, Issue.trashed_at.is_(None))
    query = query.order_by(Issue.position.is_(None), Issue.position, Issue.id)
    rows = [(row_of(row[0]), row_of(row[1]) if row[1] else None) for row in session.execute(query)]
    below: dict[str, list[tuple[IssueRow, PersonRow | None]]] = defaultdict(list)
    known = {issue.id for issue, _person in rows}
    for issue, person in rows:
        below[issue.parent_id if issue.parent_id in known else ""].append((issue, person))
    counts = _bearings(session, case_id)
    lines: list[IssueLine] = []
    waiting = [(issue, person, 0) for issue, person in reversed(below[""])]
    while waiting:
        issue, person, depth = waiting.pop()
        lines.append(IssueLine(issue, depth, person, counts.get(issue.id), bool(below[issue.id])))
        waiting += [(one, whom, depth + 1) for one, whom in reversed(below[issue.id])]
    return lines


def cells_of(session: Session, case_id: str) -> dict[tuple[str, str], Cell]:
    """What bears on what, by issue and record: facts, and passages of documents about the issue or its facts."""
    facts = _facts(session, case_id)
    about = _passages_about(session, {fact.target_id for fact in facts})
    quoted = _quoted(session, case_id)
    cells = {pair: Cell(bearing, passages=count) for pair, (bearing, count) in quoted.items()}
    for fact in facts:
        pair = (fact.issue_id, fact.target_id)
        is_document = fact.target_kind == Kind.DOCUMENT.value
        passages = cells[pair].passages if is_document and pair in cells else about.get(fact.target_id, 0)
        cells[pair] = Cell(fact.bearing, fact.id, passages)
    return cells


def facts_between(session: Session, issue_id: str, target_id: str) -> list[IssueFactRow]:
    """What was said of one record and one issue."""
    query = select(IssueFact).where(IssueFact.issue_id == issue_id, IssueFact.target_id == target_id)
    return [row_of(fact) for fact in session.scalars(query.order_by(IssueFact.id))]


def below(session: Session, issue_id: str) -> list[str]:
    """An issue and everything under it that is not in the trash, the lowest last."""
    found, waiting = [issue_id], [issue_id]
    while waiting:
        query = select(Issue.id).where(Issue.parent_id == waiting.pop(), Issue.trashed_at.is_(None))
        fresh = [one for one in session.scalars(query.order_by(Issue.id)) if one not in found]
        found += fresh
        waiting += fresh
    return found


def targets(
    session: Session,
    case_id: str,
    *,
    text: str = "",
    only: Sequence[str] | None = None,
    after: Key | None = None,
    limit: int = 100,
) -> Page[Target]:
    """What can bear on an issue, a page at a time: events in time, then injuries, then documents.

    ``text`` narrows to titles that hold it, ``only`` to these records.
    """
    start = int(after[0]) if after else 0
    found: list[tuple[Key, Target]] = []
    for place in range(start, len(_GROUPS)):
        here = after[1:] if after and place == start else None
        rows = _group(session, place, _conditions(_GROUPS[place], case_id, text, only), here, limit + 1 - len(found))
        found += rows
        if len(found) > limit:
            break
    page = found[:limit]
    return Page([target for _key, target in page], page[-1][0] if len(found) > limit else None)


def _group(
    session: Session, place: int, conditions: Sequence[ColumnElement[bool]], after: Key | None, limit: int
) -> list[tuple[Key, Target]]:
    model = _MODELS[_GROUPS[place]]
    keys: tuple[ColumnElement[int | str], ...] = (_INSTANT, Event.id) if model is Event else (model.id,)  # pyright: ignore[reportAssignmentType] - columns of two types
    query = select(model, *keys).where(*conditions).order_by(*keys).limit(limit)
    if after:
        query = query.where(tuple_(*keys) > tuple_(*after))
    return [((place, *row[1:]), row_of(row[0])) for row in session.execute(query)]


def _conditions(kind: Kind, case_id: str, text: str, only: Sequence[str] | None) -> list[ColumnElement[bool]]:
    model = _MODELS[kind]
    conditions: list[ColumnElement[bool]] = [model.case_id == case_id, model.trashed_at.is_(None)]
    if only is not None:
        conditions.append(model.id.in_(only))
    if text:
        titled = {Kind.EVENT: (Event.title, Event.text), Kind.INJURY: (Injury.text,), Kind.DOCUMENT: (Document.title,)}
        conditions.append(holds(text, *titled[kind]))
    return conditions


def _facts(session: Session, case_id: str) -> list[IssueFactRow]:
    query = select(IssueFact).join(Issue, Issue.id == IssueFact.issue_id)
    query = query.where(Issue.case_id == case_id, *_standing(case_id))
    return [row_of(fact) for fact in session.scalars(query.order_by(IssueFact.id))]


def _bearings(session: Session, case_id: str) -> Mapping[str, Mapping[str, int]]:
    query = (
        select(IssueFact.issue_id, IssueFact.bearing, func.count())
        .join(Issue, Issue.id == IssueFact.issue_id)
        .where(Issue.case_id == case_id, *_standing(case_id))
        .group_by(IssueFact.issue_id, IssueFact.bearing)
    )
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for issue, bearing, count in session.execute(query):
        counts[issue][bearing] = count
    for (issue, _document), (bearing, _count) in _quoted(session, case_id).items():
        if bearing and not counts[issue]:  # a passage cited for the issue itself is evidence too
            counts[issue][bearing] = counts[issue].get(bearing, 0) + 1
    return counts


def _standing(case_id: str) -> list[ColumnElement[bool]]:
    """Facts that rest on nothing in the trash."""
    return [
        IssueFact.target_id.not_in(select(model.id).where(model.case_id == case_id, model.trashed_at.is_not(None)))
        for model in _MODELS.values()
    ]


def _passages_about(session: Session, records: set[str]) -> dict[str, int]:
    query = select(Citation.target_id, func.count()).where(Citation.trashed_at.is_(None)).group_by(Citation.target_id)
    return {row[0]: row[1] for row in session.execute(query) if row[0] in records}


def _quoted(session: Session, case_id: str) -> dict[tuple[str, str], tuple[str | None, int]]:
    """By issue and document: the bearing of passages cited for the issue itself, and how many passages there are.

    Passages cited for what bears on the issue count too, but give no bearing of their own.
    """
    found: dict[tuple[str, str], tuple[str | None, int]] = {}
    direct = (
        select(Issue.id, Citation.document_id, Citation.bearing)
        .join(Citation, Citation.target_id == Issue.id)
        .where(Issue.case_id == case_id, Citation.trashed_at.is_(None))
    )
    through = (
        select(IssueFact.issue_id, Citation.document_id)
        .join(Issue, Issue.id == IssueFact.issue_id)
        .join(Citation, Citation.target_id == IssueFact.target_id)
        .where(Issue.case_id == case_id, Citation.trashed_at.is_(None))
    )
    is_kept = Citation.document_id.in_(select(Document.id).where(Document.trashed_at.is_(None)))
    direct, through = direct.where(is_kept), through.where(is_kept, *_standing(case_id))
    for issue, document, bearing in session.execute(direct.order_by(Citation.id)):
        known, count = found.get((issue, document), (None, 0))
        found[issue, document] = (known or bearing, count + 1)
    for issue, document in session.execute(through):
        known, count = found.get((issue, document), (None, 0))
        found[issue, document] = (known, count + 1)
    return found
