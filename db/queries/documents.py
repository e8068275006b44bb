"""Documents and what is quoted from them."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from db.matching import holds, tagged
from db.models import Case, Citation, Document, Event, EventLink
from db.queries.records import live, row_of
from db.rows import CitationRow, DocumentRow, EventLinkRow, EventRow, Key, Page


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document, the reference of its case, and how many passages are quoted from it."""

    document: DocumentRow
    case_ref: str
    citations: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A citation with the document it is from."""

    citation: CitationRow
    document: DocumentRow


@dataclass(frozen=True, slots=True)
class Link:
    """A link of an event: the other event, and whether it starts at ours."""

    link: EventLinkRow
    other: EventRow
    is_outgoing: bool


def page(
    session: Session,
    *,
    case_id: str | None = None,
    text: str = "",
    dated: tuple[int | None, int | None] = (None, None),
    after: Key | None = None,
    limit: int = 50,
) -> Page[DocumentLine]:
    """Documents in the order they came in, a page at a time; ``dated`` (Unix seconds) leaves what may be of then."""
    counted = (
        select(func.count())
        .where(Citation.document_id == Document.id, Citation.trashed_at.is_(None))
        .correlate(Document)
        .scalar_subquery()
    )
    query = select(Document, Case.ref, counted).join(Case, Case.id == Document.case_id)
    query = query.where(Document.trashed_at.is_(None), Case.trashed_at.is_(None)).order_by(Document.id)
    if case_id:
        query = query.where(Document.case_id == case_id)
    if text:
        named = holds(text, Document.title, Document.author, Document.file_name)
        query = query.where(or_(named, tagged(text, Document.table().c.tags)))
    query = query.where(*_of_time(*dated))
    if after:
        query = query.where(Document.id > after[0])
    found = session.execute(query.limit(limit + 1)).all()
    lines = [DocumentLine(row_of(row[0]), row[1], row[2]) for row in found[:limit]]
    return Page(lines, (lines[-1].document.id,) if len(found) > limit else None)


def _of_time(earliest: int | None, latest: int | None) -> list[ColumnElement[bool]]:
    """A document without a date is of no time that anybody asks for."""
    table = Document.table().c
    found: list[ColumnElement[bool]] = []
    if earliest is not None or latest is not None:
        found.append(table.dated_edtf.is_not(None))
    if earliest is not None:
        found.append(or_(table.dated_latest.is_(None), table.dated_latest >= earliest))
    if latest is not None:
        found.append(or_(table.dated_earliest.is_(None), table.dated_earliest <= latest))
    return found


def passages_on(session: Session, target_id: str) -> list[Passage]:
    """What documents say about a record."""
    query = (
        select(Citation, Document)
        .join(Document, Document.id == Citation.document_id)
        .where(Citation.target_id == target_id, Citation.trashed_at.is_(None), Document.trashed_at.is_(None))
        .order_by(Citation.id)
    )
    return [Passage(row_of(row[0]), row_of(row[1])) for row in session.execute(query)]


def citations_from(session: Session, document_id: str) -> list[CitationRow]:
    """Everything quoted from a document."""
    return live(session, CitationRow, Citation.document_id == document_id)


def links_of(session: Session, event_id: str) -> list[Link]:
    """The events this one is linked to, either way."""
    query = select(EventLink).where(or_(EventLink.from_id == event_id, EventLink.to_id == event_id))
    links: list[Link] = []
    for link in session.scalars(query.order_by(EventLink.id)):
        is_outgoing = link.from_id == event_id
        other = session.get_one(Event, link.to_id if is_outgoing else link.from_id)
        if other.trashed_at is None:
            links.append(Link(row_of(link), row_of(other), is_outgoing))
    return links


def stored_files(session: Session) -> list[DocumentRow]:
    """Every document with a stored file, in the trash or not: what a verification must find in the vault."""
    query = select(Document).where(Document.blob.is_not(None)).order_by(Document.id)
    return [row_of(document) for document in session.scalars(query)]


def stored_file_counts(session: Session, blobs: set[str]) -> dict[str, int]:
    """How many documents still name each stored file."""
    query = select(Document.blob, func.count()).where(Document.blob.in_(blobs)).group_by(Document.blob)
    return {row[0] or "": row[1] for row in session.execute(query)}
