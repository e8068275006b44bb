"""In the reader: takes a document in, answers requests about it until told to close."""

import importlib
from collections.abc import Callable
from io import FileIO
from typing import Protocol

from desktop.documents.render import wire
from desktop.documents.render.faults import Reason, RenderFailed
from desktop.documents.render.wire import Message

MOST_BYTES = 256 * 1024 * 1024  # of one document
OUT_OF_TIME = 3  # how the reader ends when the system stopped it for computing too long


class Source(Protocol):
    """A document a reader has opened."""

    def describe(self) -> Message:
        """What is known at once: pages or pixels, and facts."""
        ...


def preload(kind: str) -> None:
    """Load the library that reads ``kind`` (``pdf`` or ``image``), before the door to the disk closes."""
    if kind == "pdf":
        importlib.import_module("desktop.documents.render.pdf_source")
    elif kind == "image":
        importlib.import_module("desktop.documents.render.image_source")
        for name in ("Jpeg", "Mpo", "Png", "Gif", "Tiff", "Bmp", "WebP", "Jpeg2K"):
            importlib.import_module(f"PIL.{name}ImagePlugin")


def serve(requests: FileIO, answers: FileIO, kind: str, grant: Callable[[], None]) -> None:
    """Receive one document and answer about it until it is closed; ``grant`` allows the time for each answer."""
    try:
        content = _receive(requests)
        grant()
        opened = _answer(answers, kind, content)
        while opened and (request := wire.read(requests, 0)) and request.fields.get("verb") != "close":
            grant()
            wire.write(answers, _attempt(opened, request))
    except wire.Broken:
        return


def _receive(requests: FileIO) -> bytes | None:
    """The document's bytes; None when there are more than a reader takes (they are read to the end all the same)."""
    content: bytearray | None = bytearray()
    while (piece := wire.read(requests, wire.CHUNK)) and piece.fields.get("verb") == "bytes":
        if content is not None:
            content += piece.body
            content = content if len(content) <= MOST_BYTES else None
    return None if content is None else bytes(content)


def _answer(answers: FileIO, kind: str, content: bytes | None) -> Source | None:
    """Open the document and say what it is, or why it does not open."""
    try:
        source = _open(kind, content)
        description = source.describe()
    except RenderFailed as failed:
        wire.write(answers, _fault(failed.reason))
    except MemoryError:
        wire.write(answers, _fault(Reason.TOO_LARGE))
    else:
        wire.write(answers, description)
        return source
    return None


def _open(kind: str, content: bytes | None) -> Source:
    if content is None:
        raise RenderFailed(Reason.TOO_LARGE)
    if not content:
        raise RenderFailed(Reason.EMPTY)
    if kind == "pdf":
        from desktop.documents.render.pdf_source import PdfSource

        return PdfSource(content)
    if kind == "image":
        from desktop.documents.render.image_source import ImageSource

        return ImageSource(content)
    raise RenderFailed(Reason.NO_READER)


def _attempt(source: Source, request: Message) -> Message:
    verb = request.text("verb")
    try:
        if verb not in {"tile", "layout", "texts", "frame"}:
            return _fault(Reason.NO_READER)
        answer: Message = getattr(source, verb)(request)
    except RenderFailed as failed:  # a request out of bounds asks for a part the document does not have
        return _fault(Reason.DAMAGED if failed.reason is Reason.CRASHED else failed.reason)
    except MemoryError:
        return _fault(Reason.TOO_LARGE)
    return answer


def _fault(reason: Reason) -> Message:
    return Message({"fault": reason.value})
