"""Frozen rows: what reads return. They may cross threads and know no session. Standard library only.

Field names are those of the records (``db/models``); ``Page`` is one stretch of a list read by key.
"""

from db.rows.core import (
    CaseRow,
    ChargeRow,
    DocumentRow,
    EventLinkRow,
    EventRow,
    Key,
    MembershipRow,
    OrganisationRow,
    Page,
    ParticipationRow,
    PartyRow,
    PersonRow,
    PlaceRow,
    Row,
)
from db.rows.proof import BriefRow, CitationRow, IndicatorRow, InjuryRow, IssueFactRow, IssueRow
from db.rows.rules import CalendarDayRow, ConflictRow, DeadlineRow, RuleRow, TermRow, ViewRow
from db.rows.work import ConsentRow, NoteRow, RelationRow, TaskRow

__all__ = [
    "BriefRow", "CalendarDayRow", "CaseRow", "ChargeRow", "CitationRow", "ConflictRow", "ConsentRow", "DeadlineRow",
    "DocumentRow", "EventLinkRow", "EventRow", "IndicatorRow", "InjuryRow", "IssueFactRow", "IssueRow", "Key",
    "MembershipRow", "NoteRow", "OrganisationRow", "Page", "ParticipationRow", "PartyRow", "PersonRow", "PlaceRow",
    "RelationRow", "Row", "RuleRow", "TaskRow", "TermRow", "ViewRow",
]  # fmt: skip
