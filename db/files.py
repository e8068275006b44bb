"""Writing files so that a power cut leaves the old one or the new one, never a mixture.

The order is always the same: write a neighbour, sync it, rename it over the name, sync the folder (vault.md 2.3).
After a failed sync nothing is tried again: the kernel has marked the pages clean (Rebello et al., 2020).
"""

import errno
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from db.errors import DiskFull, StorageFailed

PART = ".part"  # the ending of a file still being written; whatever carries it after a crash is rubbish

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def storage_errors() -> Generator[None]:
    """Turn what the system refuses into `DiskFull` or `StorageFailed`, without the path it would name."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull from None
        raise StorageFailed(error.errno) from None


@contextmanager
def replacing(path: Path) -> Generator[BinaryIO]:
    """Open a file that takes the place of ``path`` when the block ends well, and leaves no trace when it does not.

    On return the bytes and the name have reached the disk. Raises `DiskFull` or `StorageFailed`.
    """
    part = path.with_name(path.name + PART)
    with storage_errors():
        try:
            with os.fdopen(_open_privately(part), "wb") as file:
                yield file
                file.flush()
                sync(file)
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def write_durably(path: Path, content: bytes) -> None:
    """Put ``content`` in place of ``path``, on the disk when this returns."""
    with replacing(path) as file:
        file.write(content)


def make_folder(folder: Path) -> None:
    """Make a folder only its owner may enter, its name on the disk when this returns; an existing one is fine."""
    with storage_errors():
        if not folder.is_dir():
            folder.mkdir(mode=0o700, exist_ok=True)
            sync_folder(folder.parent)


def delete_durably(path: Path) -> None:
    """Delete a file, gone from the disk when this returns; a missing one is fine."""
    with storage_errors():
        if path.exists():
            path.unlink(missing_ok=True)
            sync_folder(path.parent)


def sync(file: BinaryIO) -> None:
    """Wait until the bytes of a file are on the disk itself; a Mac must be asked twice not to stop at its cache."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(file, fcntl.F_FULLFSYNC)
    else:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows keeps them so by itself and offers no such call."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _open_privately(path: Path) -> int:
    """Open an empty file for the owner alone, and never through a link somebody else has laid in the way."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0), 0o600)
