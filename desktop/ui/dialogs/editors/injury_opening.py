"""Opening the editor of an injury: reads what it needs, then opens it over the window that asked."""

from functools import partial

from db.queries import injuries
from db.queries.records import fetch
from db.rows import CaseRow, EventRow, InjuryRow
from db.types import Kind
from db.vault import Session
from desktop.ui import labels, times
from desktop.ui.dialogs.editors.injury import InjuryEditor, InjuryFacts, InjuryFinders
from desktop.ui.dialogs.editors.members import Then, read_candidate
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.inputs.finders import documents_of, events_of
from desktop.ui.inputs.picker import Candidate, Finder


def open_injury(editors: Editors, row: InjuryRow, then: Then | None = None) -> None:
    """Correct an injury, or write a new one from what ``row`` (without an id) says already."""
    editors.desk.read(editors.window, partial(_facts, row), partial(_open, editors, then))


def new_injury(case_id: str, person: str = "", event: str | None = None) -> InjuryRow:
    """An injury that is still to be written."""
    return InjuryRow(id="", case_id=case_id, person_id=person, event_id=event)


def read_injury(injury: str, session: Session) -> InjuryRow:
    """An injury as it stands."""
    return fetch(session, InjuryRow, injury)


def _open(editors: Editors, then: Then | None, facts: InjuryFacts) -> None:
    case = facts.row.case_id
    finders = InjuryFinders(
        editors.finder(case, Kind.PERSON), Finder(events_of(case)), Finder(documents_of(case))
    )  # fmt: skip
    editors.show_editor(InjuryEditor(editors.desk, facts, finders, editors.window), then)


def _facts(row: InjuryRow, session: Session) -> InjuryFacts:
    if row.id:
        row = fetch(session, InjuryRow, row.id)
    event = fetch(session, EventRow, row.event_id) if row.event_id else None
    photos = [Candidate(Kind.DOCUMENT, one.id, one.title) for one in injuries.photos_of(session, row)]
    others = [line.injury for line in injuries.of_person(session, row.person_id, row.case_id)] if row.person_id else []
    return InjuryFacts(
        row,
        times.zone_of(fetch(session, CaseRow, row.case_id).jurisdiction),
        read_candidate(Kind.PERSON, row.person_id, session) if row.person_id else None,
        Candidate(Kind.EVENT, event.id, labels.event(event), times.told_short(event.when)) if event else None,
        photos,
        others,
    )
