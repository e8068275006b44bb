"""Everything of one case in one value: what briefs are composed from and cases are exported from."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.rows import (
    BriefRow,
    CaseRow,
    ChargeRow,
    CitationRow,
    DocumentRow,
    EventLinkRow,
    EventRow,
    MembershipRow,
    OrganisationRow,
    ParticipationRow,
    PartyRow,
    PersonRow,
    PlaceRow,
)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything of one case that is not in the trash, each list in the order the records were made."""

    case: CaseRow
    persons: Sequence[PersonRow]
    organisations: Sequence[OrganisationRow]
    places: Sequence[PlaceRow]
    memberships: Sequence[MembershipRow]
    parties: Sequence[PartyRow]
    events: Sequence[EventRow]
    participations: Sequence[ParticipationRow]
    links: Sequence[EventLinkRow]
    charges: Sequence[ChargeRow]
    documents: Sequence[DocumentRow]
    citations: Sequence[CitationRow]
    briefs: Sequence[BriefRow]
