"""The words of the user's own that stand on the records of a case."""

from sqlalchemy import func, select, true
from sqlalchemy.orm import Session

from db.models import Document, Event


def tags_of(session: Session, case_id: str, model: type[Event] | type[Document] = Event) -> list[str]:
    """Every tag of the events (or documents) of a case, in alphabetical order."""
    table = model.table()
    each = func.json_each(table.c.tags).table_valued("value")
    query = select(each.c.value).select_from(table).join(each, true()).where(table.c.case_id == case_id)
    return list(session.scalars(query.where(table.c.trashed_at.is_(None)).distinct().order_by(each.c.value)))
