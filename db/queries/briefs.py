"""The briefs being written in a case."""

from sqlalchemy.orm import Session

from db.models import Brief
from db.queries.records import live
from db.rows import BriefRow


def briefs(session: Session, case_id: str) -> list[BriefRow]:
    """The briefs of a case in the order they were begun."""
    return live(session, BriefRow, Brief.case_id == case_id)
