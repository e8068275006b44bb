"""Work on a stream of chunks side by side: hashing, encryption and writing all leave the interpreter free meanwhile."""

import hashlib
import os
from collections.abc import Callable
from contextlib import ExitStack
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import BinaryIO, Self

_DEPTH = 4  # chunks waiting in a lane: enough to keep it busy, few enough to keep memory small
_SYNC_EVERY = 16 * 1024 * 1024  # bytes


class Lane:
    """A thread that does one thing to each chunk, in order; leaving the block waits for it and raises what it met."""

    def __init__(self, work: Callable[[bytes], object]) -> None:
        self._work = work
        self._queue: Queue[bytes | None] = Queue(_DEPTH)
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, daemon=True)

    def put(self, chunk: bytes) -> None:
        """Hand over a chunk, waiting while the lane is full; raises what an earlier chunk met."""
        if self._error is not None:
            raise self._error
        self._queue.put(chunk)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._queue.put(None)
        self._thread.join()
        if error is None and self._error is not None:
            raise self._error

    def _run(self) -> None:
        """After an error the rest is taken and dropped, so that nobody waits for room for ever."""
        while (chunk := self._queue.get()) is not None:
            if self._error is None:
                try:
                    self._work(chunk)
                except BaseException as error:  # noqa: BLE001 - raised again in the thread that asked for the work
                    self._error = error


class Digests:
    """SHA-256 and SHA-512 of a stream in one pass; read them after the block."""

    def __init__(self) -> None:
        self._sha256 = hashlib.sha256()
        self._sha512 = hashlib.sha512()
        self._lanes = [Lane(self._sha256.update), Lane(self._sha512.update)]
        self._stack = ExitStack()
        self.size = 0

    def update(self, chunk: bytes) -> None:
        """Take the next chunk in."""
        self.size += len(chunk)
        for lane in self._lanes:
            lane.put(chunk)

    @property
    def sha256(self) -> str:
        """64 hex digits."""
        return self._sha256.hexdigest()

    @property
    def sha512(self) -> str:
        """128 hex digits."""
        return self._sha512.hexdigest()

    def __enter__(self) -> Self:
        for lane in self._lanes:
            self._stack.enter_context(lane)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)


class Writing:
    """Writes chunks to a file and lets the disk take them meanwhile, so that the last sync finds little left to do.

    Leaving the block means written, not yet synced. Raises what writing or syncing met.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._unsynced = 0
        self._syncs = Lane(self._sync)
        self._writes = Lane(self._write)
        self._stack = ExitStack()

    def put(self, chunk: bytes) -> None:
        """Write the next chunk soon; raises what an earlier one met."""
        self._writes.put(chunk)

    def __enter__(self) -> Self:
        self._stack.enter_context(self._syncs)
        self._stack.enter_context(self._writes)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def _write(self, chunk: bytes) -> None:
        self._file.write(chunk)
        self._unsynced += len(chunk)
        if self._unsynced >= _SYNC_EVERY:
            self._unsynced = 0
            self._syncs.put(b"")

    def _sync(self, _signal: bytes) -> None:
        os.fsync(self._file.fileno())
