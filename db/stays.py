"""Stays: who was where from when to when, by person and beginning; what presence is searched in, and nothing else.

Triggers keep them in step with events and participations (``migrations/versions/v0004_stays.py``), in whatever way
those are written; like full text they are derived and stand in no journal. Every participation of a person in an event
with a time is one, whatever its kind: which kinds prove presence the question tells, since users add kinds.
"""

from sqlalchemy import BigInteger, Column, Connection, Integer, LargeBinary, String, Table, UniqueConstraint

from db.base import Base

STAY_PERSON = Table(
    "stay_person", Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("case_id", String(36), nullable=False),
    Column("person_id", String(36), nullable=False),
    UniqueConstraint("case_id", "person_id"),
)  # fmt: skip
# In what way somebody was at an event: its kind, their role, whether no end is written down, whether it may have lasted
# longer than a day.
STAY_WAY = Table(
    "stay_way", Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(64), nullable=False),
    Column("role", String(64), nullable=False),
    Column("is_open", Integer, nullable=False),
    Column("is_wide", Integer, nullable=False),
    UniqueConstraint("kind", "role", "is_open", "is_wide"),
)  # fmt: skip
STAY = Table(
    "stay", Base.metadata,
    Column("who", Integer, primary_key=True),
    Column("start", BigInteger, primary_key=True),
    Column("until", BigInteger, primary_key=True),
    Column("way", Integer, primary_key=True),
    Column("event", LargeBinary, primary_key=True),
    sqlite_with_rowid=False,
)  # fmt: skip
_KEYS = "who, start, until, way, event"
_VIEWS = ("stay_told", "stay_due")  # what the records tell, and the stays they make


def stays_out_of_step(connection: Connection) -> int:
    """How many stays are missing or should not be there: 0 in a sound vault."""
    told, due = (connection.exec_driver_sql(f"SELECT count(*) FROM {view}").scalar_one() for view in _VIEWS)  # noqa: S608 - fixed names
    found = abs(told - due)
    for one, other in (("stay", "stay_due"), ("stay_due", "stay")):
        query = f"SELECT count(*) FROM (SELECT {_KEYS} FROM {one} EXCEPT SELECT {_KEYS} FROM {other})"  # noqa: S608 - fixed names
        found += connection.exec_driver_sql(query).scalar_one()
    return found
