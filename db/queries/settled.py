"""What the user settled for all cases: own terms, rules and days of calendars, and the views kept under a name."""

from sqlalchemy import or_
from sqlalchemy.orm import Session

from db.models import View
from db.queries.records import live
from db.rows import CalendarDayRow, RuleRow, TermRow, ViewRow


def terms(session: Session) -> list[TermRow]:
    """The user's own terms, kinds of event and fields, in the order they were made."""
    return live(session, TermRow)


def rules(session: Session) -> list[RuleRow]:
    """The user's own versions of rules."""
    return live(session, RuleRow)


def calendar_days(session: Session) -> list[CalendarDayRow]:
    """The days the user changed in calendars."""
    return live(session, CalendarDayRow)


def views(session: Session, scope: str, case_id: str | None = None) -> list[ViewRow]:
    """The views of one scope: those of every case, and those of this one."""
    return live(session, ViewRow, View.scope == scope, or_(View.case_id.is_(None), View.case_id == case_id))
