"""What of a case is about one person's custody and status, without reading the whole case."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.case_file import CaseFile
from db.models import Charge, Event, Participation, Party, Place
from db.queries.records import fetch, live
from db.rows import CaseRow, ChargeRow, EventRow, ParticipationRow, PartyRow, PersonRow, PlaceRow


def file_of_person(session: Session, case_id: str, person_id: str) -> CaseFile:
    """The case with this person's events, their places, charges and parts alone. Raises ``RecordMissing``."""
    mine = select(Participation.event_id).where(Participation.person_id == person_id)
    events = live(session, EventRow, Event.case_id == case_id, Event.id.in_(mine))
    places = {place for event in events for place in (event.place_id, event.until_place_id) if place}
    return CaseFile(
        fetch(session, CaseRow, case_id),
        persons=[fetch(session, PersonRow, person_id)],
        places=live(session, PlaceRow, Place.id.in_(places)),
        parties=live(session, PartyRow, Party.case_id == case_id, Party.person_id == person_id),
        events=events,
        charges=live(session, ChargeRow, Charge.case_id == case_id, Charge.person_id == person_id),
        participations=live(session, ParticipationRow, Participation.person_id == person_id),
    )
