"""What the overview tells of a case, read in one go."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.queries import cases, indicators, members, timeline
from db.queries.cases import CaseLine
from db.queries.indicators import IndicatorLine
from db.queries.records import fetch
from db.queries.remarks import notes_of_case, open_tasks
from db.queries.timeline import Filter
from db.rows import ChargeRow, NoteRow, OrganisationRow, PartyRow, PersonRow, TaskRow
from db.types import Standing
from db.vault import Session
from desktop.ui.dialogs.editors.work_opening import named_target
from desktop.ui.inputs.regions import jurisdiction
from desktop.ui.labels import Member

MOST_FIGURES = 50
DISPUTED = (Standing.DISPUTED_BY_US.value, Standing.DISPUTED_BY_THEM.value)


@dataclass(frozen=True, slots=True)
class Overview:
    """A case at a glance: who is in what role, what they are charged with, and how well its facts are sourced.

    ``tasks`` are the open ones, each with what it is about in words; ``notes`` those on the case itself.
    """

    line: CaseLine
    parties: Sequence[tuple[PartyRow, Member]]
    charges: Sequence[tuple[ChargeRow, PersonRow]]
    unsourced: int
    disputed: int
    tasks: Sequence[tuple[TaskRow, str]] = ()
    notes: Sequence[NoteRow] = ()
    figures: Sequence[IndicatorLine] = ()


def read_overview(case_id: str, session: Session) -> Overview:
    """Read it. Raises ``RecordMissing``."""
    line = cases.line(session, case_id)
    jurisdiction(line.case.jurisdiction or "")  # the names of countries are read from a file: here, not in the window
    parties = [(row, _member(session, row)) for row in members.parties(session, case_id)]
    charges = [(row, fetch(session, PersonRow, row.person_id)) for row in members.charges(session, case_id)]
    return Overview(
        line,
        parties,
        charges,
        timeline.count(session, case_id, Filter(is_unsourced=True)),
        timeline.count(session, case_id, Filter(standings=DISPUTED)),
        [(row, named_target(session, row.target_kind, row.target_id)) for row in open_tasks(session, case_id)],
        notes_of_case(session, case_id),
        indicators.page(session, case_id=case_id, limit=MOST_FIGURES).rows,
    )


def _member(session: Session, row: PartyRow) -> Member:
    if row.person_id:
        return fetch(session, PersonRow, row.person_id)
    return fetch(session, OrganisationRow, row.organisation_id or "")
