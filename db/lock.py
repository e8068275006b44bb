"""One vault, one program at a time: a lock the system itself takes away when the holder dies, even by SIGKILL.

The lock file stays empty and stays in place: deleting it would let two programs lock two files of one name. A forked
child would keep the lock alive after our death; children are therefore spawned (the open file does not pass on to a
new program).
"""

import errno
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from db.errors import StorageFailed, VaultInUse

_HELD_BY_ANOTHER = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})


class VaultLock:
    """The right to have a vault open; taken at once or refused with `VaultInUse`, never waited for."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "lock"
        self._descriptor: int | None = None

    def take(self) -> None:
        """Take the lock, or raise `VaultInUse` when any program, this one included, holds it."""
        if self._descriptor is not None:
            raise VaultInUse
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StorageFailed(error.errno) from None
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise (VaultInUse() if error.errno in _HELD_BY_ANOTHER else StorageFailed(error.errno)) from None
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock back; without effect when it is not held."""
        if self._descriptor is not None:
            _unlock(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = None

    @property
    def is_held(self) -> bool:
        """Whether this object holds the lock now."""
        return self._descriptor is not None

    def __enter__(self) -> Self:
        self.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _lock(descriptor: int) -> None:
    """Lock an open file for this program alone, without waiting; OSError when another has it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _unlock(descriptor: int) -> None:
    """Give up the lock itself: closing alone leaves it with a child that is just being started."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_UN)
