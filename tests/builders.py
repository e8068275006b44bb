"""The language tests are written in: a real vault, cheaply unlocked, and the few facts most of them need."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from db.keys import KdfCost
from db.vault import Vault

# Only tests know this cost: the product passes none and gets a calibrated one, and refuses anything under its floor.
CHEAP = KdfCost(memory_kib=8, passes=1, lanes=1)
PASSPHRASE = "otter velvet quarry lantern mosaic"
AUTHOR = "A. Lawyer"
MORNING = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


class TestClock:
    """A clock that moves one second at each reading."""

    __test__ = False

    def __init__(self, start: datetime = MORNING) -> None:
        self.now = start

    def __call__(self) -> datetime:
        """Tell the time and move on."""
        self.now += timedelta(seconds=1)
        return self.now


@cache
def _pattern() -> tuple[Path, str]:
    """An empty vault made once a process, and its recovery key; tests work on copies of it."""
    folder = Path(tempfile.mkdtemp(prefix="pattern-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    vault, recovery_key = Vault.create(
        folder / "test.sandyq", PASSPHRASE, clock=TestClock(), author=AUTHOR, cost=CHEAP, floor=CHEAP
    )
    vault.close()
    return vault.folder, recovery_key


def recovery_key() -> str:
    """The recovery key of every vault ``new_vault`` makes."""
    return _pattern()[1]


def new_vault(folder: Path, *, clock: Callable[[], datetime] | None = None) -> Vault:
    """A new vault in ``folder``."""
    path = folder / "test.sandyq"
    shutil.copytree(_pattern()[0], path)
    return open_vault(path, clock=clock)


def open_vault(path: Path, *, clock: Callable[[], datetime] | None = None) -> Vault:
    """Open a vault that ``new_vault`` made."""
    return Vault.open(path, PASSPHRASE, clock=clock or TestClock(), device="laptop", floor=CHEAP)


def reopen(vault: Vault) -> Vault:
    """Close a vault and open it again, as after a restart."""
    vault.close()
    return open_vault(vault.folder)
