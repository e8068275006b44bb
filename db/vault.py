"""The vault: one folder with everything in it, and the only door to it."""

import os
import shutil
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from db.change import Change
from db.engine import open_engine, typed_errors
from db.errors import NotAVault, VaultDamaged, VaultExists
from db.files import storage_errors, sync_folder
from db.journal import Entry, verify_chain
from db.keys import FLOOR, KdfCost, Keys, calibrated_cost, check_passphrase, create_slots, recover, unlock
from db.lock import VaultLock
from db.own_terms import forget_terms, put_terms_in_force
from db.revisions import HEAD, revision_of
from db.settings import set_setting, setting
from db.store import Store
from db.types import Kind

DATABASE, BLOBS, BACKUPS = "vault.db", "blobs", "backups"
Clock = Callable[[], datetime]


class Vault:
    """An open vault. Several threads may read; changes are made one at a time."""

    def __init__(self, folder: Path, keys: Keys, lock: VaultLock, *, clock: Clock, device: str) -> None:
        self.folder = folder
        self.keys = keys
        self.store = Store(folder / BLOBS, keys)
        self.clock = clock
        self._device = device
        self._lock = lock
        self._one_change = threading.Lock()
        self._engine: Engine = open_engine(folder / DATABASE, keys.subkey("database"))
        with self.reading() as connection:
            self.author = setting(connection, "author") or ""

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        *,
        clock: Clock,
        author: str = "",
        device: str = "",
        cost: KdfCost | None = None,
        floor: KdfCost = FLOOR,
    ) -> tuple[Self, str]:
        """Make a vault at ``folder`` (which must not exist) and open it; returns it with its recovery key.

        ``cost`` and ``floor`` are for tests; without them the derivation is calibrated to about a second.
        Raises ``VaultExists``, ``WeakPassphrase``, ``DiskFull``.
        """
        from db.migrate import create_schema

        check_passphrase(passphrase)
        if folder.exists():
            raise VaultExists(folder)
        building = folder.with_name(f".{folder.name}.new-{os.getpid()}")
        with typed_errors(), storage_errors(), _taken_back_on_failure(building):
            building.mkdir(mode=0o700, parents=True)
            (building / BLOBS).mkdir(mode=0o700)
            keys, recovery_key = create_slots(building, passphrase, cost=cost or calibrated_cost(), floor=floor)
            engine = open_engine(building / DATABASE, keys.subkey("database"), is_guarded=False)
            create_schema(engine)
            with engine.execution_options(writes=True).begin() as connection:
                set_setting(connection, "author", author)
                set_setting(connection, "created", stamp_of(clock()))
            engine.dispose()
            building.rename(folder)
            sync_folder(folder.parent)
        lock = _claim(folder)
        with _released_on_failure(lock):
            return cls._enter(folder, keys, lock, clock=clock, device=device), recovery_key

    @classmethod
    def open(cls, folder: Path, passphrase: str, *, clock: Clock, device: str = "", floor: KdfCost = FLOOR) -> Self:
        """Open with the passphrase. Raises the errors of ``db/errors.py``; nothing is changed when it does."""
        lock = _claim(folder)
        with _released_on_failure(lock):
            return cls._enter(folder, unlock(folder, passphrase, floor=floor), lock, clock=clock, device=device)

    @classmethod
    def open_with_recovery_key(
        cls, folder: Path, recovery_key: str, *, clock: Clock, device: str = "", floor: KdfCost = FLOOR
    ) -> Self:
        """Open with the recovery key."""
        lock = _claim(folder)
        with _released_on_failure(lock):
            return cls._enter(folder, recover(folder, recovery_key, floor=floor), lock, clock=clock, device=device)

    @classmethod
    def _enter(cls, folder: Path, keys: Keys, lock: VaultLock, *, clock: Clock, device: str) -> Self:
        with typed_errors():
            _bring_up_to_date(folder, keys, stamp_of(clock()))
            vault = cls(folder, keys, lock, clock=clock, device=device)
            with vault.reading() as connection:
                verify_chain(connection)
            with vault.read() as session:
                put_terms_in_force(session, vault)
            return vault

    @contextmanager
    def read(self) -> Generator[Session]:
        """A session for reading; whatever is changed in it is thrown away."""
        with typed_errors(), Session(self._engine) as session:
            yield session

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """A bare connection for reading, where a session would only be in the way."""
        with typed_errors(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def change(
        self, label: str, *, reverses: int | None = None, is_redo: bool = False, can_undo: bool = True
    ) -> Generator[Change]:
        """One transaction under ``label`` (an operation's id). Any exception takes everything back."""
        entry = Entry(label, stamp_of(self.clock()), self.author, self._device, reverses, is_redo, can_undo)
        engine = self._engine.execution_options(writes=True)
        with self._one_change, typed_errors(), Session(engine, expire_on_commit=False) as session:
            change = Change(session, entry)
            yield change
            change.seal()
            session.commit()
            if any(detail.kind == Kind.TERM for detail in entry.details):
                put_terms_in_force(session, self)

    @contextmanager
    def aside(self) -> Generator[Connection]:
        """One transaction beside the journal: for drafts, which are nobody's record yet."""
        engine = self._engine.execution_options(writes=True)
        with self._one_change, typed_errors(), engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Close the database and let others open the vault."""
        forget_terms(self)
        self._engine.dispose()
        self._lock.release()


def stamp_of(moment: datetime) -> str:
    """A moment as the journal writes it: ISO 8601 in UTC with microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _claim(folder: Path) -> VaultLock:
    if not any((folder / name).exists() for name in (DATABASE, "keyslots.json", "keyslots.bak")):
        raise NotAVault(folder)
    lock = VaultLock(folder)
    lock.take()
    return lock


@contextmanager
def _released_on_failure(lock: VaultLock) -> Generator[None]:
    try:
        yield
    except BaseException:
        lock.release()
        raise


@contextmanager
def _taken_back_on_failure(building: Path) -> Generator[None]:
    try:
        yield
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise


def _bring_up_to_date(folder: Path, keys: Keys, stamp: str) -> None:
    """Look at the schema revision; only an older vault pays for loading Alembic."""
    database = folder / DATABASE
    if not database.is_file() or database.stat().st_size == 0:
        raise VaultDamaged("missing")
    engine = open_engine(database, keys.subkey("database"), is_guarded=False)
    try:
        with engine.connect() as connection:
            is_current = revision_of(connection) == HEAD
        if not is_current:
            from db.migrate import upgrade

            upgrade(engine, database, folder / BACKUPS, stamp=stamp)
    finally:
        engine.dispose()
