"""The events of one person in a case: what their custody is worked out from, without reading the whole case."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.case_file import CaseFile
from db.models import Event, Participation, Place
from db.queries.records import fetch, live
from db.rows import CaseRow, EventRow, ParticipationRow, PersonRow, PlaceRow


def file_of_person(session: Session, case_id: str, person_id: str) -> CaseFile:
    """The case with this person's events and their places alone. Raises ``RecordMissing``."""
    mine = select(Participation.event_id).where(Participation.person_id == person_id)
    events = live(session, EventRow, Event.case_id == case_id, Event.id.in_(mine))
    places = {place for event in events for place in (event.place_id, event.until_place_id) if place}
    return CaseFile(
        fetch(session, CaseRow, case_id),
        persons=[fetch(session, PersonRow, person_id)],
        places=live(session, PlaceRow, Place.id.in_(places)),
        events=events,
        participations=live(session, ParticipationRow, Participation.person_id == person_id),
    )
