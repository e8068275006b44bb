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
MOST, MOST_ALIKE = 8, 2000
SHORTEST, ALIKE = 4, 80.0  # letters, and likeness of 100, from which names are compared


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
    sought, heard, found = names.fold(text), names.sound(text), dict[str, Candidate]()
    if text and not sought:
        return []
    for kind in kinds:
        for row in members.page(session, ROW_TYPES[kind], case_id=case_id, text=sought, sound=heard, limit=MOST).rows:
            found[row.id] = candidate_of(row)
    for kind in kinds if case_id and sought else ():
        for row in members.page(session, ROW_TYPES[kind], text=sought, sound=heard, limit=MOST).rows:
            found.setdefault(row.id, candidate_of(row, is_on_file=False))
    if not found and len(sought) >= SHORTEST:
        return [candidate_of(row) for kind in kinds for row in alike(session, ROW_TYPES[kind], text, case_id)][:MOST]
    return list(found.values())


def alike(session: Session, row_type: type[Any], text: str, case_id: str | None = None) -> list[labels.Member]:
    """Those called nearly so, likest first: for names as they are misheard, mistyped or transliterated otherwise."""
    near: list[tuple[float, str, labels.Member]] = []
    for row in members.page(session, row_type, case_id=case_id, limit=MOST_ALIKE).rows:
        words = [part for name in row.names for part in (name.text, *name.text.split())]
        likeness = max((names.likeness(word, text) for word in words), default=0.0)
        if likeness >= ALIKE:
            near.append((-likeness, row.id, row))
    return [row for _likeness, _id, row in sorted(near, key=_likest)]


def _likest(entry: tuple[float, str, labels.Member]) -> tuple[float, str]:
    return entry[:2]


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
