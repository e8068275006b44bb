"""What the overview tells of a case, read in one go."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.queries import cases, members, timeline
from db.queries.cases import CaseLine
from db.queries.records import fetch
from db.queries.timeline import Filter
from db.rows import ChargeRow, OrganisationRow, PartyRow, PersonRow
from db.types import Standing
from db.vault import Session
from desktop.ui.labels import Member

DISPUTED = (Standing.DISPUTED_BY_US.value, Standing.DISPUTED_BY_THEM.value)


@dataclass(frozen=True, slots=True)
class Overview:
    """A case at a glance: who is in what role, what they are charged with, and how well its facts are sourced."""

    line: CaseLine
    parties: Sequence[tuple[PartyRow, Member]]
    charges: Sequence[tuple[ChargeRow, PersonRow]]
    unsourced: int
    disputed: int


def read_overview(case_id: str, session: Session) -> Overview:
    """Read it. Raises ``RecordMissing``."""
    parties = [(row, _member(session, row)) for row in members.parties(session, case_id)]
    charges = [(row, fetch(session, PersonRow, row.person_id)) for row in members.charges(session, case_id)]
    return Overview(
        cases.line(session, case_id),
        parties,
        charges,
        timeline.count(session, case_id, Filter(is_unsourced=True)),
        timeline.count(session, case_id, Filter(standings=DISPUTED)),
    )


def _member(session: Session, row: PartyRow) -> Member:
    if row.person_id:
        return fetch(session, PersonRow, row.person_id)
    return fetch(session, OrganisationRow, row.organisation_id or "")
