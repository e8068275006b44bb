"""The program's end of the reader: starts it, sends it a document, asks, and outlives whatever happens to it."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from io import FileIO
from pathlib import Path
from typing import IO, Protocol, runtime_checkable

from desktop.documents.render import wire
from desktop.documents.render.faults import Reason, RenderFailed
from desktop.documents.render.service import MOST_BYTES, OUT_OF_TIME
from desktop.documents.render.wire import Message

PATIENCE = 60.0  # seconds for one answer, as the clock on the wall counts
MOST_ANSWERED = 128 * 1024 * 1024  # bytes of one answer


@runtime_checkable
class Readable(Protocol):
    """Anything bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes, none at the end."""
        ...


Content = bytes | Readable | Iterable[bytes]


class Reader:
    """A reader and the one document it has open. Ask from one thread; ``close`` from any, at any moment."""

    def __init__(self, *, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._child: subprocess.Popen[bytes] | None = None
        self._asking = threading.Lock()

    def open(self, kind: str, content: Content, *, sent: Callable[[int], None] | None = None) -> Message:
        """Hand over a document (``pdf`` or ``image``) and return its description; ``sent`` hears the bytes so far.

        Unless ``sent`` raises, the content is consumed to its end, so that it may be the very stream being stored.
        """
        stream = pieces(content)
        with self._asking:
            child = self._running()
            try:
                return self._hand_over(child, kind, stream, sent)
            except RenderFailed:
                for _piece in stream:
                    pass
                raise
            except BaseException:  # the content broke off: the reader waits for the rest in vain
                _kill(child)
                child.wait()
                raise

    def ask(self, verb: str, **numbers: int) -> Message:
        """The answer to one request about the open document."""
        with self._asking:
            child = self._child
            if child is None or child.poll() is not None:
                raise RenderFailed(Reason.CRASHED)
            with self._watch(child):
                wire.write(_pipe(child.stdin), Message({"verb": verb, **numbers}))
                return _taken(wire.read(_pipe(child.stdout), MOST_ANSWERED))

    def release(self) -> None:
        """Close the document; the reader stays for another."""
        with self._asking, contextlib.suppress(wire.Broken):
            if self._child:
                wire.write(_pipe(self._child.stdin), Message({"verb": "close"}))

    def close(self) -> None:
        """End the reader at once, whatever it is doing."""
        if child := self._child:
            _kill(child)
            with self._asking:
                _bury(child)
                self._child = None

    def _running(self) -> subprocess.Popen[bytes]:
        """A living reader, a new one where there is none."""
        if self._child and self._child.poll() is not None:
            _bury(self._child)
            self._child = None
        if self._child is None:
            self._child = _start()
        return self._child

    def _hand_over(
        self, child: subprocess.Popen[bytes], kind: str, stream: Iterator[bytes], sent: Callable[[int], None] | None
    ) -> Message:
        requests, count = _pipe(child.stdin), 0
        try:
            wire.write(requests, Message({"verb": "open", "kind": kind}))
            for piece in stream:
                count += len(piece)
                if count <= MOST_BYTES + wire.CHUNK:  # one byte too many is enough for it to refuse
                    wire.write(requests, Message({"verb": "bytes"}, piece))
                if sent:
                    sent(count)
        except wire.Broken as broken:
            raise RenderFailed(Reason.CRASHED) from broken
        with self._watch(child):
            wire.write(requests, Message({"verb": "read"}))
            return _taken(wire.read(_pipe(child.stdout), MOST_ANSWERED))

    @contextlib.contextmanager
    def _watch(self, child: subprocess.Popen[bytes]) -> Generator[None]:
        """Wait for a reader, but not for ever; what it does wrong becomes one error and its end."""
        since = time.monotonic()
        late = threading.Timer(self._patience, _kill, [child])
        late.daemon = True
        late.start()
        try:
            yield
        except (wire.Broken, RenderFailed) as failed:
            if isinstance(failed, RenderFailed) and failed.reason is not Reason.CRASHED:
                raise
            is_late = time.monotonic() - since >= self._patience or _end(child) == OUT_OF_TIME
            raise RenderFailed(Reason.TOO_SLOW if is_late else Reason.CRASHED) from failed
        finally:
            late.cancel()


def pieces(content: Content) -> Iterator[bytes]:
    """A document in pieces no larger than the wire carries, whatever it came as."""
    if isinstance(content, bytes):
        yield from (content[at : at + wire.CHUNK] for at in range(0, len(content), wire.CHUNK))
    elif isinstance(content, Readable):
        while piece := content.read(wire.CHUNK):
            yield piece
    else:
        for piece in content:
            yield from (piece[at : at + wire.CHUNK] for at in range(0, len(piece), wire.CHUNK))


def _start() -> subprocess.Popen[bytes]:
    """A reader with an empty environment: it learns where our code lies, and nothing else."""
    command = [sys.executable, "-B", "-P", "-s", "-m", "desktop.documents.render"]
    code = str(Path(__file__).parents[3])
    keep = {name: os.environ[name] for name in ("SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    try:
        return subprocess.Popen(  # noqa: S603 - our own module, under our own interpreter
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            pipesize=wire.CHUNK,  # pictures are megabytes: fewer turns between the two
            cwd=os.sep,
            env={**keep, "PYTHONPATH": code},
            start_new_session=True,  # it and what it forks end together, and Ctrl+C in a terminal is not for it
        )
    except OSError as refused:
        raise RenderFailed(Reason.NO_READER) from refused


def _kill(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(child.pid, signal.SIGKILL)
            else:
                child.kill()


def _end(child: subprocess.Popen[bytes]) -> int | None:
    """How it ended by itself; a moment's grace, then it is ended."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        return child.wait(0.5)
    _kill(child)
    child.wait()
    return None


def _bury(child: subprocess.Popen[bytes]) -> None:
    child.wait()
    for pipe in (child.stdin, child.stdout):
        with contextlib.suppress(OSError):
            _pipe(pipe).close()


def _pipe(pipe: IO[bytes] | None) -> FileIO:
    if not isinstance(pipe, FileIO):  # every reader is started with both, unbuffered
        raise RenderFailed(Reason.NO_READER)
    return pipe


def _taken(answer: Message | None) -> Message:
    """An answer as it came, or the error it carries."""
    if answer is None:
        raise wire.Broken
    if "fault" in answer.fields:
        try:
            reason = Reason(answer.text("fault"))
        except ValueError as unknown:
            raise wire.Broken from unknown
        raise RenderFailed(reason)
    return answer
