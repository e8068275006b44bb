"""Messages between the program and its reader: two lengths, fields as a JSON object, a body of bytes.

Neither side trusts the other: lengths are checked before anything is read, fields by type and range when taken out.
"""

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import FileIO
from typing import cast

from desktop.documents.render.faults import Reason, RenderFailed

_LENGTHS = struct.Struct(">II")
MAX_FIELDS = 256 * 1024  # bytes of JSON in one message
CHUNK = 1 << 20  # bytes of a document sent at once

Body = bytes | bytearray | memoryview


@dataclass(frozen=True, slots=True)
class Message:
    """One request or answer."""

    fields: Mapping[str, object]
    body: Body = field(default=b"", repr=False)

    def number(self, name: str, low: int, high: int) -> int:
        """A whole number within bounds, or the error of an answer that makes no sense."""
        value = self.fields.get(name)
        if type(value) is not int or not low <= value <= high:
            raise RenderFailed(Reason.CRASHED)
        return value

    def text(self, name: str, longest: int = 200) -> str:
        """A text of bounded length, or the same error."""
        value = self.fields.get(name)
        if not isinstance(value, str) or len(value) > longest:
            raise RenderFailed(Reason.CRASHED)
        return value


class Broken(Exception):
    """The other side is gone or does not speak the language."""


def write(sink: FileIO, message: Message) -> None:
    """Send one message; ``Broken`` when nobody listens any more."""
    head = json.dumps(dict(message.fields)).encode()
    try:
        for piece in (_LENGTHS.pack(len(head), len(message.body)) + head, message.body):
            view = memoryview(piece)
            while view:
                view = view[sink.write(view) :]
    except (OSError, ValueError) as gone:
        raise Broken from gone


def read(source: FileIO, limit: int) -> Message | None:
    """The next message with a body of at most ``limit`` bytes; None when the other side has hung up in between."""
    head = _exactly(source, _LENGTHS.size)
    if not head:
        return None
    if len(head) < _LENGTHS.size:
        raise Broken
    fields_length, body_length = _LENGTHS.unpack(head)
    if fields_length > MAX_FIELDS or body_length > limit:
        raise Broken
    raw, body = _exactly(source, fields_length), _exactly(source, body_length)
    if len(raw) < fields_length or len(body) < body_length:
        raise Broken
    try:
        fields = json.loads(raw.decode())
    except (ValueError, RecursionError) as nonsense:
        raise Broken from nonsense
    if not isinstance(fields, dict):
        raise Broken
    return Message(cast("dict[str, object]", fields), body)


def _exactly(source: FileIO, length: int) -> bytearray:
    """``length`` bytes, fewer only when the other side hangs up."""
    taken = bytearray(length)
    view, got = memoryview(taken), 0
    while got < length:
        try:
            count = source.readinto(view[got:])
        except (OSError, ValueError) as gone:
            raise Broken from gone
        if not count:
            view.release()
            del taken[got:]
            return taken
        got += count
    return taken
