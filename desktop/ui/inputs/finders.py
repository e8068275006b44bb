"""Where pickers look: people and places under any spelling, the case's own first; events and documents of a case."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from db.queries import documents, members, timeline
from db.queries.records import KINDS
from db.queries.timeline import Filter
from db.rows import OrganisationRow, PersonRow, PlaceRow
from db.types import Kind
from db.vault import Session
from desktop.i18n import _
from desktop.logic import names
from desktop.ui import labels, times
from desktop.ui.inputs.picker import Candidate, Search

ROW_TYPES: dict[Kind, type[Any]] = {  # of labels.Member
    Kind.PERSON: PersonRow,
    Kind.ORGANISATION: OrganisationRow,
    Kind.PLACE: PlaceRow,
}
MOST = 8


def members_of(case_id: str | None, *kinds: Kind) -> Search:
    """Looks among people, organisations or places: first those on file in the case, then all of the vault."""
    return partial(_find_members, case_id, kinds)


def events_of(case_id: str, besides: str = "") -> Search:
    """Looks among the events of a case; ``besides`` is left out."""
    return partial(_find_events, case_id, besides)


def documents_of(case_id: str) -> Search:
    """Looks among the documents of a case."""
    return partial(_find_documents, case_id)


def candidate_of(row: labels.Member, *, is_on_file: bool = True) -> Candidate:
    """A person, organisation or place as a picker shows it."""
    kind = KINDS[type(row)]
    described = (
        row.description or row.occupation or ""
        if isinstance(row, PersonRow)
        else labels.term("organisation-kinds" if isinstance(row, OrganisationRow) else "place-kinds", row.kind)
    )
    far = "" if is_on_file else _("not in this case yet")
    detail = labels.joined([described, *labels.spellings(row)[:1], far])
    return Candidate(kind, row.id, labels.member(row), detail)


def _find_members(case_id: str | None, kinds: Sequence[Kind], text: str, session: Session) -> list[Candidate]:
    sought, found = names.fold(text), dict[str, Candidate]()
    if text and not sought:
        return []
    for kind in kinds:
        for row in members.page(session, ROW_TYPES[kind], case_id=case_id, text=sought, limit=MOST).rows:
            found[row.id] = candidate_of(row)
    for kind in kinds if case_id and sought else ():
        for row in members.page(session, ROW_TYPES[kind], text=sought, limit=MOST).rows:
            found.setdefault(row.id, candidate_of(row, is_on_file=False))
    return list(found.values())


def _find_events(case_id: str, besides: str, text: str, session: Session) -> list[Candidate]:
    found = timeline.page(session, case_id, wanted=Filter(text=text), limit=2 * MOST).rows
    return [
        Candidate(Kind.EVENT, line.event.id, labels.event(line.event), times.told_short(line.event.when))
        for line in found
        if line.event.id != besides
    ]


def _find_documents(case_id: str, text: str, session: Session) -> list[Candidate]:
    found = documents.page(session, case_id=case_id, text=text, limit=2 * MOST).rows
    return [
        Candidate(
            Kind.DOCUMENT,
            line.document.id,
            line.document.title,
            labels.joined([labels.term("document-kinds", line.document.kind), times.told_short(line.document.dated)]),
        )
        for line in found
    ]
