"""Published figures: of one case or of all, each with its source; never added up."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.matching import holds
from db.models import Case, Document, Indicator
from db.queries.records import row_of
from db.rows import IndicatorRow, Key, Page


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """A figure, the reference of its case, and the title of the document it stands in."""

    indicator: IndicatorRow
    case_ref: str
    source: str


def page(
    session: Session, *, case_id: str | None = None, text: str = "", after: Key | None = None, limit: int = 100
) -> Page[IndicatorLine]:
    """Figures in the order they were written down, a page at a time; ``text`` narrows by what they say."""
    query = select(Indicator, Case.ref, Document.title).join(Case, Case.id == Indicator.case_id)
    query = query.outerjoin(Document, Document.id == Indicator.document_id)
    query = query.where(Indicator.trashed_at.is_(None), Case.trashed_at.is_(None))
    if case_id:
        query = query.where(Indicator.case_id == case_id)
    if text:
        query = query.where(holds(text, Indicator.title, Indicator.publisher, Indicator.population, Indicator.remark))
    if after:
        query = query.where(Indicator.id > after[0])
    found = list(session.execute(query.order_by(Indicator.id).limit(limit + 1)))
    lines = [IndicatorLine(row_of(row), ref, title or "") for row, ref, title in found[:limit]]
    return Page(lines, (lines[-1].indicator.id,) if len(found) > limit else None)
