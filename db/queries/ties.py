"""What somebody is to others and what they agreed to: relations both ways, the chain of command, consents."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from db.models import Case, Consent, Relation
from db.queries.records import fetch, row_of
from db.rows import ConsentRow, OrganisationRow, PersonRow, RelationRow
from db.types import Kind

Acting = PersonRow | OrganisationRow
UP, DOWN = "subordinate", "superior"  # read from the first of a relation: A is the superior of B
HIGHEST = 6  # steps the chain is followed


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation as one of its two sees it: to whom, whether it reads from here, and the case it stands in."""

    relation: RelationRow
    other: Acting
    is_outgoing: bool
    case_ref: str


@dataclass(frozen=True, slots=True)
class Rank:
    """One step of a chain of command: somebody, how deep below the highest, and whether it is the one asked about."""

    who: Acting
    depth: int
    is_asked: bool = False


def relations_of(session: Session, kind: Kind, record: str) -> list[Tie]:
    """The relations of a person or organisation in live cases, in the order they were written down."""
    query = select(Relation, Case.ref).join(Case, Case.id == Relation.case_id)
    query = query.where(_is_named(kind, record), Relation.trashed_at.is_(None))
    found: list[Tie] = []
    for relation, ref in session.execute(query.where(Case.trashed_at.is_(None)).order_by(Relation.id)):
        row: RelationRow = row_of(relation)
        is_outgoing = (row.person_id or row.organisation_id) == record
        other = _acting(session, row, is_first=not is_outgoing)
        if other.trashed_at is None:
            found.append(Tie(row, other, is_outgoing, ref))
    return found


def chain_of(session: Session, kind: Kind, record: str) -> list[Rank]:
    """The chain of command somebody stands in: superiors above, those under them below; empty for none."""
    ties = relations_of(session, kind, record)
    above = _line_up(session, ties, {record})
    below = [tie.other for tie in ties if _is_over(tie) is True]
    if not above and not below:
        return []
    row: Acting = fetch(session, PersonRow if kind is Kind.PERSON else OrganisationRow, record)
    chain = [Rank(one, depth) for depth, one in enumerate(reversed(above))]
    chain.append(Rank(row, len(above), is_asked=True))
    return chain + [Rank(one, len(above) + 1) for one in below]


def consents_of(session: Session, person: str) -> list[tuple[ConsentRow, str]]:
    """What a person agreed to, with the reference of the case, in the order it was written down."""
    query = select(Consent, Case.ref).join(Case, Case.id == Consent.case_id).where(Consent.person_id == person)
    query = query.where(Consent.trashed_at.is_(None), Case.trashed_at.is_(None)).order_by(Consent.id)
    return [(row_of(consent), ref) for consent, ref in session.execute(query)]


def _line_up(session: Session, ties: Sequence[Tie], seen: set[str]) -> list[Acting]:
    """The superiors, the nearest first, as far as they are told."""
    line: list[Acting] = []
    while len(line) < HIGHEST:
        over = next((tie.other for tie in ties if _is_over(tie) is False and tie.other.id not in seen), None)
        if over is None:
            break
        line.append(over)
        seen.add(over.id)
        kind = Kind.PERSON if isinstance(over, PersonRow) else Kind.ORGANISATION
        ties = relations_of(session, kind, over.id)
    return line


def _is_over(tie: Tie) -> bool | None:
    """Whether the one asked about commands the other (or is commanded); ``None`` for other relations."""
    if tie.relation.kind not in {UP, DOWN}:
        return None
    return (tie.relation.kind == DOWN) == tie.is_outgoing


def _is_named(kind: Kind, record: str) -> ColumnElement[bool]:
    if kind is Kind.PERSON:
        return or_(Relation.person_id == record, Relation.other_person_id == record)
    return or_(Relation.organisation_id == record, Relation.other_organisation_id == record)


def _acting(session: Session, row: RelationRow, *, is_first: bool) -> Acting:
    person = row.person_id if is_first else row.other_person_id
    organisation = row.organisation_id if is_first else row.other_organisation_id
    return fetch(session, PersonRow, person) if person else fetch(session, OrganisationRow, organisation or "")
