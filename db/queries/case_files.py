"""The whole file of a case, read at once: what briefs, exports, clocks and conflicts work from."""

from collections.abc import Container, Iterable, Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import rows
from db.case_file import CaseFile
from db.models import (
    RECORDS,
    Citation,
    Document,
    Event,
    EventLink,
    Issue,
    IssueFact,
    Participation,
)
from db.queries.records import KINDS, RowType, fetch, live

OF_CASE: dict[str, type[Any]] = {
    "memberships": rows.MembershipRow, "parties": rows.PartyRow, "relations": rows.RelationRow,
    "events": rows.EventRow, "charges": rows.ChargeRow, "documents": rows.DocumentRow, "injuries": rows.InjuryRow,
    "issues": rows.IssueRow, "consents": rows.ConsentRow, "indicators": rows.IndicatorRow, "tasks": rows.TaskRow,
    "notes": rows.NoteRow, "deadlines": rows.DeadlineRow, "conflicts": rows.ConflictRow, "briefs": rows.BriefRow,
}  # fmt: skip
OF_VAULT: dict[str, type[Any]] = {
    "terms": rows.TermRow, "rules": rows.RuleRow, "calendar_days": rows.CalendarDayRow,
}  # fmt: skip
EVERYTHING = frozenset({*OF_CASE, *OF_VAULT, "issue_facts"})
_NAMING = (
    "member_id", "person_id", "organisation_id", "other_person_id", "other_organisation_id", "place_id",
    "until_place_id",
)  # fmt: skip


def case_file(session: Session, case_id: str, only: Container[str] = EVERYTHING) -> CaseFile:
    """Everything of a case outside the trash, with what the user settled for all cases; or ``only`` some lists of it.

    Members are those that these lists name. Raises ``RecordMissing``.
    """
    case = fetch(session, rows.CaseRow, case_id)
    own = {part: row_type for part, row_type in OF_CASE.items() if part in only}
    listed: dict[str, Any] = {part: _live(session, row_type, case_id) for part, row_type in own.items()}
    events = select(Event.id).where(Event.case_id == case_id, Event.trashed_at.is_(None))
    papers = select(Document.id).where(Document.case_id == case_id, Document.trashed_at.is_(None))
    issues = select(Issue.id).where(Issue.case_id == case_id, Issue.trashed_at.is_(None))
    listed |= {
        "participations": live(session, rows.ParticipationRow, Participation.event_id.in_(events)),
        "links": live(session, rows.EventLinkRow, EventLink.from_id.in_(events), EventLink.to_id.in_(events)),
        "citations": live(session, rows.CitationRow, Citation.document_id.in_(papers)),
    }
    if "issue_facts" in only:
        listed["issue_facts"] = live(session, rows.IssueFactRow, IssueFact.issue_id.in_(issues))
    listed |= members_named(session, {record for part in listed.values() for record in named_in(part)})
    settled = {part: row_type for part, row_type in OF_VAULT.items() if part in only}
    return CaseFile(case=case, **listed, **{part: live(session, row_type) for part, row_type in settled.items()})


def members_named(session: Session, named: set[str]) -> dict[str, Any]:
    """The persons, organisations and places with these ids, as lists of a case file."""
    return {
        "persons": _of(session, rows.PersonRow, named),
        "organisations": _with_parents(session, rows.OrganisationRow, named),
        "places": _with_parents(session, rows.PlaceRow, named),
    }


def _live(session: Session, row_type: type[Any], case_id: str) -> list[Any]:
    model: Any = RECORDS[KINDS[row_type]]
    return live(session, row_type, model.case_id == case_id)


def named_in(listed: Iterable[Any]) -> Iterator[str]:
    """Whom and where rows name; an id of another kind does no harm: no person has the id of a place."""
    for row in listed:
        for name in _NAMING:
            record = getattr(row, name, None)
            if record:
                yield record


def _of(session: Session, row_type: type[RowType], ids: set[str]) -> list[RowType]:
    """The named records, in the order they were made; asked for in batches SQLite's parameter limit allows."""
    model = RECORDS[KINDS[row_type]]
    wanted = sorted(ids)
    found: list[RowType] = []
    for start in range(0, len(wanted), 500):
        found += live(session, row_type, model.id.in_(wanted[start : start + 500]))
    return found


def _with_parents(session: Session, row_type: type[Any], ids: set[str]) -> list[Any]:
    """The named records and those they are part of, all the way up."""
    known: set[str] = set()
    found: list[Any] = []
    while ids - known:
        new = _of(session, row_type, ids - known)
        known |= ids
        found += new
        ids = {row.parent_id for row in new if row.parent_id}
    return sorted(found, key=_id)


def _id(row: Any) -> str:
    return row.id
