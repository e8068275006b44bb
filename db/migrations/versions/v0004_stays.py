"""Stays: who was where from when to when, kept in step with events and participations by the database itself.

They are derived and in no journal. Triggers keep them whoever writes: the window, an import, undo, a merge.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_FOR_EVER = 1 << 62  # seconds: after any time a record holds
_DAY = 90_000  # seconds: clocks put back make a day of 25 hours
_START = f"coalesce(e.when_earliest, -{_FOR_EVER})"
_UNTIL = f"coalesce(CASE WHEN e.until_edtf IS NULL THEN e.when_latest ELSE e.until_latest END, {_FOR_EVER})"
# An id as the sixteen bytes it tells, where it is one of ours: half as much to read and to decipher.
_EVENT = (
    "CASE WHEN e.id = lower(e.id) AND e.id LIKE '________-____-____-____-____________'"
    " THEN coalesce(unhex(replace(e.id, '-', '')), e.id) ELSE e.id END"
)
_TOLD = (
    "CREATE VIEW stay_told AS"  # noqa: S608 - fixed texts, as all of this module
    " SELECT p.id AS participation_id, p.person_id, p.role, e.id AS event_id, e.case_id, e.kind,"
    f" e.until_edtf IS NULL AS is_open, {_UNTIL} - {_START} > {_DAY} AS is_wide,"
    f" {_START} AS start, {_UNTIL} AS until, {_EVENT} AS event"
    " FROM participation p JOIN event e ON e.id = p.event_id"
    " WHERE p.person_id IS NOT NULL AND e.when_edtf IS NOT NULL AND p.trashed_at IS NULL AND e.trashed_at IS NULL"
)
_DUE = (
    "CREATE VIEW stay_due AS"
    " SELECT t.participation_id, t.event_id, t.person_id, t.role, w.id AS who, t.start, t.until, y.id AS way, t.event"
    " FROM stay_told t JOIN stay_person w ON w.case_id = t.case_id AND w.person_id = t.person_id"
    " JOIN stay_way y ON y.kind = t.kind AND y.role = t.role AND y.is_open = t.is_open AND y.is_wide = t.is_wide"
)
_KEYS = "who, start, until, way, event"
_WAY = "kind, role, is_open, is_wide"
_OF_EVENT = "case_id, kind, when_edtf, when_earliest, when_latest, until_edtf, until_latest, trashed_at"
_OF_PARTICIPATION = "event_id, person_id, role, trashed_at"
# The plus keeps SQLite from going through everything the person ever took part in.
_ALIKE = "event_id = OLD.event_id AND +person_id = OLD.person_id AND role = OLD.role"


def _put_in(where: str) -> tuple[str, ...]:
    person = f"INSERT OR IGNORE INTO stay_person (case_id, person_id) SELECT case_id, person_id FROM stay_told {where}"  # noqa: S608 - fixed
    way = f"INSERT OR IGNORE INTO stay_way ({_WAY}) SELECT {_WAY} FROM stay_told {where}"  # noqa: S608 - fixed
    return person, way, f"INSERT OR IGNORE INTO stay ({_KEYS}) SELECT {_KEYS} FROM stay_due {where}"  # noqa: S608 - fixed


def _take_out(where: str) -> tuple[str, ...]:
    return (f"DELETE FROM stay WHERE ({_KEYS}) IN (SELECT {_KEYS} FROM stay_due {where})",)  # noqa: S608 - fixed


# What a change is about is taken out as it stood and put in as it stands then. Events need none for being made or
# destroyed: no participation is there without its event.
_TRIGGERS = (
    ("stay_participation_added", "AFTER INSERT ON participation", _put_in("WHERE participation_id = NEW.id")),
    (
        "stay_participation_changing",
        f"BEFORE UPDATE OF {_OF_PARTICIPATION} ON participation",
        _take_out("WHERE participation_id = OLD.id"),
    ),
    (
        "stay_participation_changed",
        f"AFTER UPDATE OF {_OF_PARTICIPATION} ON participation",
        (*_put_in(f"WHERE {_ALIKE}"), *_put_in("WHERE participation_id = NEW.id")),
    ),
    (
        "stay_participation_removing",
        "BEFORE DELETE ON participation",
        _take_out("WHERE participation_id = OLD.id"),
    ),
    ("stay_participation_removed", "AFTER DELETE ON participation", _put_in(f"WHERE {_ALIKE}")),
    ("stay_event_changing", f"BEFORE UPDATE OF {_OF_EVENT} ON event", _take_out("WHERE event_id = OLD.id")),
    ("stay_event_changed", f"AFTER UPDATE OF {_OF_EVENT} ON event", _put_in("WHERE event_id = NEW.id")),
)  # fmt: skip


def upgrade() -> None:
    """Add the tables, the views that tell what is to stand in them, the triggers, and the stays on file."""
    op.create_table(
        "stay_person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stay_person"),
        sa.UniqueConstraint("case_id", "person_id", name="uq_stay_person_case_id_person_id"),
    )
    op.create_table(
        "stay_way",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=64), nullable=False),
        sa.Column("is_open", sa.Integer(), nullable=False),
        sa.Column("is_wide", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stay_way"),
        sa.UniqueConstraint("kind", "role", "is_open", "is_wide", name="uq_stay_way_kind_role_is_open_is_wide"),
    )
    op.create_table(
        "stay",
        sa.Column("who", sa.Integer(), nullable=False),
        sa.Column("start", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("way", sa.Integer(), nullable=False),
        sa.Column("event", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("who", "start", "until", "way", "event", name="pk_stay"),
        sqlite_with_rowid=False,
    )
    op.execute(_TOLD)
    op.execute(_DUE)
    for name, when, steps in _TRIGGERS:
        op.execute(f"CREATE TRIGGER {name} {when} BEGIN {'; '.join(steps)}; END")
    for statement in _put_in(""):
        op.execute(statement)


def downgrade() -> None:
    """Take the stays away; the events and participations they are made from stay."""
    for name, _when, _steps in _TRIGGERS:
        op.execute(f"DROP TRIGGER {name}")
    op.execute("DROP VIEW stay_due")
    op.execute("DROP VIEW stay_told")
    for table in ("stay", "stay_way", "stay_person"):
        op.drop_table(table)
