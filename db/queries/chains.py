"""A chain of filings and replies: every event that answers, repeats, appeals, extends or replaces another of it."""

from dataclasses import dataclass

from sqlalchemy import literal_column, or_, select
from sqlalchemy.orm import Session

from db.models import Event, EventLink
from db.models.event import INSTANT, POSITION
from db.queries.records import live, row_of
from db.rows import EventLinkRow, EventRow
from db.types import LinkKind

CHAINING = frozenset(
    {LinkKind.ANSWERS, LinkKind.REPEATS, LinkKind.APPEALS, LinkKind.EXTENDS, LinkKind.REPLACES},
)  # fmt: skip
MOST = 200  # events of a chain that are shown


@dataclass(frozen=True, slots=True)
class ChainLine:
    """One event of a chain; ``earlier`` are the links by which it follows others of it."""

    event: EventRow
    earlier: tuple[EventLinkRow, ...] = ()


def chain_of(session: Session, event_id: str) -> list[ChainLine]:
    """The whole chain an event is part of, in time; empty where it is linked to nothing of that kind."""
    known, new = {event_id}, {event_id}
    links: dict[str, EventLinkRow] = {}
    while new and len(known) < MOST:
        near = or_(EventLink.from_id.in_(new), EventLink.to_id.in_(new))
        found = live(session, EventLinkRow, EventLink.kind.in_([kind.value for kind in CHAINING]), near)
        links |= {link.id: link for link in found}
        ends = {end for link in found for end in (link.from_id, link.to_id)}
        new = ends - known
        known |= new
    if len(known) == 1:
        return []
    query = select(Event).where(Event.id.in_(known), Event.trashed_at.is_(None))
    in_time = query.order_by(literal_column(INSTANT), literal_column(POSITION), Event.id)
    rows: list[EventRow] = [row_of(one) for one in session.scalars(in_time)]
    return [ChainLine(row, tuple(link for link in links.values() if link.from_id == row.id)) for row in rows]
