"""Everything of one case in one value: what briefs are composed from and cases are exported from."""

from collections.abc import Sequence
from dataclasses import dataclass

from db import rows


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything of one case that is not in the trash, each list in the order the records were made.

    ``terms``, ``rules`` and ``calendar_days`` are the vault's: what the user settled for all cases.
    """

    case: rows.CaseRow
    persons: Sequence[rows.PersonRow] = ()
    organisations: Sequence[rows.OrganisationRow] = ()
    places: Sequence[rows.PlaceRow] = ()
    memberships: Sequence[rows.MembershipRow] = ()
    parties: Sequence[rows.PartyRow] = ()
    relations: Sequence[rows.RelationRow] = ()
    events: Sequence[rows.EventRow] = ()
    participations: Sequence[rows.ParticipationRow] = ()
    links: Sequence[rows.EventLinkRow] = ()
    charges: Sequence[rows.ChargeRow] = ()
    documents: Sequence[rows.DocumentRow] = ()
    injuries: Sequence[rows.InjuryRow] = ()
    issues: Sequence[rows.IssueRow] = ()
    issue_facts: Sequence[rows.IssueFactRow] = ()
    consents: Sequence[rows.ConsentRow] = ()
    indicators: Sequence[rows.IndicatorRow] = ()
    citations: Sequence[rows.CitationRow] = ()
    tasks: Sequence[rows.TaskRow] = ()
    notes: Sequence[rows.NoteRow] = ()
    deadlines: Sequence[rows.DeadlineRow] = ()
    conflicts: Sequence[rows.ConflictRow] = ()
    briefs: Sequence[rows.BriefRow] = ()
    terms: Sequence[rows.TermRow] = ()
    rules: Sequence[rows.RuleRow] = ()
    calendar_days: Sequence[rows.CalendarDayRow] = ()
