"""An event before it is one: what a quick line, a quotation or an empty case suggests for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from db.queries.records import fetch
from db.queries.timeline import TimelineLine, line
from db.rows import CaseRow, PlaceRow
from db.types import When
from db.vault import Session
from desktop.ui import times
from desktop.ui.inputs.picker import Candidate
from desktop.ui.records.named import as_candidate, named_in

__all__ = ["EventDraft", "EventFacts", "read_facts", "zone_at"]


@dataclass(frozen=True, slots=True)
class EventDraft:
    """What the editor of a new event begins with."""

    kind: str = ""
    when: When | None = None
    title: str = ""
    text: str = ""
    place: Candidate | None = None
    place_text: str = ""  # a place that was named and is not known yet
    participants: Sequence[tuple[Candidate, str]] = ()  # who, in what role


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What the editor of an event must know before it opens; ``line`` is ``None`` for a new event.

    ``named`` are the persons and organisations its own fields name, ``zone`` the clock it is told by.
    """

    case: CaseRow
    zone: str
    line: TimelineLine | None = None
    named: Mapping[str, Candidate] = field(default_factory=dict[str, Candidate])


def read_facts(session: Session, case_id: str, event_id: str = "") -> EventFacts:
    """Read what the editor of an event needs. Raises ``RecordMissing``."""
    case = fetch(session, CaseRow, case_id)
    home = times.zone_of(case.jurisdiction)
    shown = line(session, event_id) if event_id else None
    if shown is None:
        return EventFacts(case, home)
    zone = zone_at(session, shown.event.place_id) or home
    named = {record: as_candidate(row) for record, row in named_in(shown.event, session).items()}
    return EventFacts(case, zone, shown, named)


def zone_at(session: Session, place_id: str | None) -> str | None:
    """The time zone of a place, or of the nearest place around it that has one."""
    seen: set[str] = set()
    while place_id and place_id not in seen:
        seen.add(place_id)
        row = fetch(session, PlaceRow, place_id)
        if row.zone:
            return row.zone
        place_id = row.parent_id
    return None
