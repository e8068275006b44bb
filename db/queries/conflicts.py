"""Which people were where and when, as far as that can overlap at all: the candidates for conflicts of presence.

One pass in the order of person and beginning: a stay is kept when an earlier one of the same person may not be over, or
the next one begins before it may be over. What is left is paired and judged elsewhere.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ColumnElement, String, and_, case, func, literal, literal_column, or_, select
from sqlalchemy.orm import Session

from db.models import Conflict, Event, Participation
from db.queries.records import live
from db.rows import ConflictRow

_SMALL = 8
# The plus keeps SQLite from its index: of the rows of a large case each would be fetched, and deciphered, on its own.
_UNINDEXED_CASE: ColumnElement[str] = literal_column("+event.case_id", String)
NEVER, FOR_EVER = -(1 << 62), 1 << 62  # seconds: before and after any time a record holds


Stretch = tuple[str, int, int, str, bool]


@dataclass(frozen=True, slots=True)
class Asked:
    """What counts as a stay: kinds of event that prove presence, and roles that prove it in events of any kind.

    Stays of the ``lasting`` and ``resting`` kinds and those that a role proves are held against everything; a lasting
    one without an end goes on.
    ``margin`` is added to each end, in seconds: the longest way between two places.
    """

    proving: Collection[str]
    lasting: Collection[str]
    resting: Collection[str]
    present: Collection[str]
    margin: int = 0


def overlapping_stays(
    session: Session, case_id: str, asked: Asked, persons: Sequence[str] | None = None
) -> Iterator[Stretch]:
    """Stays that may overlap another of the same person: person, earliest and latest second, event, whether it lasts.

    ``persons`` limits it to those touched by a change. In no order; an event of two roles comes twice.
    """
    is_searched = persons is None and _is_small(session, case_id)
    yield from cast("Iterable[Stretch]", session.execute(_query(case_id, asked, persons, is_searched=is_searched)))


def _is_small(session: Session, case_id: str) -> bool:
    """Whether a case is a small part of the vault: only then its index is quicker than reading everything in order."""
    own = select(func.count()).where(Event.case_id == case_id)
    return session.execute(own).scalar_one() * _SMALL < session.execute(select(func.count(Event.id))).scalar_one()


def _query(case_id: str, asked: Asked, persons: Sequence[str] | None, *, is_searched: bool) -> Any:
    of_case = Event.case_id == case_id if is_searched else case_id == _UNINDEXED_CASE
    stay = _stays(asked, persons).where(of_case).cte("stay")
    in_time: dict[str, Any] = {"partition_by": stay.c.person, "order_by": (stay.c.start, stay.c.event)}
    before = func.max(stay.c.until).over(**in_time, rows=(None, -1)).label("before")
    after = func.lead(stay.c.start).over(**in_time).label("after")
    marked = select(stay, before, after).subquery("marked")
    is_met = or_(marked.c.before >= marked.c.start, marked.c.after <= marked.c.until)
    return select(marked.c.person, marked.c.start, marked.c.until, marked.c.event, marked.c.lasts).where(is_met)


def _stays(asked: Asked, persons: Sequence[str] | None) -> Any:
    table: Any = Event.table().c
    goes_on = and_(table.until_edtf.is_(None), Event.kind.in_(asked.lasting))
    end = case(
        (goes_on, literal(FOR_EVER)),
        (table.until_edtf.is_not(None), func.coalesce(table.until_latest, FOR_EVER) + asked.margin),
        else_=func.coalesce(table.when_latest, FOR_EVER) + asked.margin,
    )
    conditions: list[ColumnElement[bool]] = [
        Event.trashed_at.is_(None),
        Participation.trashed_at.is_(None),
        Participation.person_id.is_not(None),
        table.when_edtf.is_not(None),
        or_(Event.kind.in_(asked.proving), Participation.role.in_(asked.present)),
    ]
    if persons is not None:
        conditions.append(Participation.person_id.in_(persons))
    return (
        select(
            Participation.person_id.label("person"),
            func.coalesce(table.when_earliest, NEVER).label("start"),
            end.label("until"),
            Event.id.label("event"),
            or_(Event.kind.in_([*asked.lasting, *asked.resting]), Event.kind.not_in(asked.proving)).label("lasts"),
        )
        .join(Event, Event.id == Participation.event_id)
        .where(*conditions)
    )


def decisions(session: Session, case_id: str) -> list[ConflictRow]:
    """What was decided on conflicts of a case, in the order it was."""
    return live(session, ConflictRow, Conflict.case_id == case_id)
