"""The encrypted database engine: how a connection is opened, what it may do, and what its failures mean."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlalchemy.pool import NullPool, QueuePool
from sqlcipher3 import dbapi2

from db.errors import (
    DiskFull,
    RecordInUse,
    RecordTaken,
    StorageFailed,
    VaultDamaged,
    VaultError,
    VaultInUse,
    VaultTooOldEngine,
)
from db.matching import FOLD, fold

sqlcipher: Any = dbapi2  # the driver has no types
# SQLite 3.7.0 to 3.51.2 could corrupt a database in WAL mode; we refuse them even though we use DELETE mode.
OLDEST_SQLITE = (3, 51, 3)
# Rollback journal rather than WAL: between transactions the vault is one consistent file that may be copied as it is.
SETTINGS = (
    "journal_mode=DELETE", "synchronous=EXTRA", "foreign_keys=ON", "recursive_triggers=ON", "trusted_schema=OFF",
    "secure_delete=ON", "temp_store=MEMORY", "cell_size_check=ON", "fullfsync=ON", "checkpoint_fullfsync=ON",
    "busy_timeout=5000",
)  # fmt: skip
_READABLE_PRAGMAS = frozenset(
    {"integrity_check", "cipher_integrity_check", "foreign_key_check", "page_count", "page_size", "data_version",
     "read_uncommitted", "freelist_count"},
)  # fmt: skip
_SCHEMA = frozenset({"sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_temp_schema"})
_ERASABLE = frozenset({"salt", "before", "after"})
_BUSY, _LOCKED, _IOERR, _CORRUPT, _FULL, _CONSTRAINT, _NOTADB = 5, 6, 10, 11, 13, 19, 26
_DELETE, _INSERT, _PRAGMA, _READ, _SELECT, _TRANSACTION, _UPDATE, _FUNCTION, _SAVEPOINT, _RECURSIVE = (
    9, 18, 19, 20, 21, 22, 23, 31, 32, 33,
)  # fmt: skip


def open_engine(path: Path, key: bytes, *, is_guarded: bool = True) -> sa.Engine:
    """An engine on the database at ``path``; ``key`` is 32 bytes. Only migrations ask for it unguarded.

    A guarded connection can read and write records and append to the journal; it cannot change the schema or history.
    """
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise VaultTooOldEngine(sqlcipher.sqlite_version, ".".join(map(str, OLDEST_SQLITE)))

    def connect() -> Any:
        connection = sqlcipher.connect(str(path), timeout=5.0, check_same_thread=False, isolation_level=None)
        connection.execute("PRAGMA cipher_log_level = NONE")  # a failed unlock is otherwise printed on stderr
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.create_function(FOLD, 1, fold, deterministic=True)
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        if is_guarded:
            connection.set_authorizer(_authorize)
        return connection

    pool: dict[str, Any] = {"poolclass": QueuePool, "pool_size": 4} if is_guarded else {"poolclass": NullPool}
    engine = sa.create_engine("sqlite://", module=sqlcipher, creator=connect, hide_parameters=True, **pool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _authorize(action: int, first: str | None, second: str | None, database: str | None, _inner: str | None) -> int:
    """SQLite's authorizer: 0 permits, 1 refuses (https://sqlite.org/c3ref/set_authorizer.html)."""
    del database
    if action in {_READ, _SELECT, _TRANSACTION, _FUNCTION, _SAVEPOINT, _RECURSIVE}:
        return 0
    if action == _PRAGMA:
        return 0 if (first or "").lower() in _READABLE_PRAGMAS and second is None else 1
    if first in _SCHEMA or action not in {_INSERT, _UPDATE, _DELETE}:
        return 1
    if first == "journal":
        return 0 if action == _INSERT else 1
    if first == "journal_detail" and action != _INSERT:
        return 0 if action == _UPDATE and second in _ERASABLE else 1
    return 0


@contextmanager
def typed_errors() -> Generator[None]:
    """Turn the driver's failures into the vault's own types; their texts, which may quote values, are dropped."""
    try:
        yield
    except exc.DBAPIError as failure:
        typed = _typed(failure.orig)
        if typed is None:
            raise
        raise typed from None
    except sqlcipher.DatabaseError as failure:
        typed = _typed(failure)
        if typed is None:
            raise
        raise typed from None


def _typed(failure: BaseException | None) -> VaultError | None:
    code = getattr(failure, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    if code & 0xFF == _CONSTRAINT:
        return _constraint(str(failure))
    return {
        _BUSY: VaultInUse(), _LOCKED: VaultInUse(), _FULL: DiskFull(), _IOERR: StorageFailed(code),
        _CORRUPT: VaultDamaged("page"), _NOTADB: VaultDamaged("page"),
    }.get(code & 0xFF)  # fmt: skip


def _constraint(text: str) -> VaultError | None:
    kind, _, columns = text.partition(" constraint failed")
    named = columns.lstrip(": ")
    if kind == "UNIQUE":
        return RecordTaken(named)
    return RecordInUse(named or "reference") if kind == "FOREIGN KEY" else None
