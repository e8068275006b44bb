"""Examining a file at intake: what it is and what it says, whatever it does to the one who reads it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Self

from desktop.documents.extract.encodings import decode
from desktop.documents.extract.kinds import EMPTY, HEAD, IMAGES, PDF, TEXTS, is_misnamed, media_type
from desktop.documents.render.documents import PdfDocument, PictureDocument
from desktop.documents.render.faults import Reason, RenderFailed
from desktop.documents.render.page_text import plain
from desktop.documents.render.reader import Content, Reader, pieces

MOST_TEXT = 20_000_000  # characters taken from one document
MOST_TEXT_PAGES = 5_000
MOST_TEXT_BYTES = 64 * 1024 * 1024  # of a plain text
_BATCH = 50  # pages asked for at once; what a crash can cost beyond the page it happens on
_DAY = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_TAKEN = re.compile(_DAY + r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:[+-]\d\d:\d\d)?")

Tick = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found. ``fault`` says why a file of a readable kind could not be read, or not to its end.

    ``text_by_page`` has one entry for each page ("" where there is no text) and is None where the kind has no pages of
    text; ``width`` and ``height`` are pixels as stored; ``taken_at`` is the camera's clock as EDTF, with its offset
    from UTC where the camera knew it; ``encoding`` that of a plain text; ``facts`` are (name, text) pairs as the file
    states them, true or not.
    """

    media_type: str
    fault: Reason | None = None
    pages: int | None = None
    text_by_page: tuple[str, ...] | None = None
    width: int | None = None
    height: int | None = None
    taken_at: str | None = None
    encoding: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    is_misnamed: bool = False

    @property
    def is_without_text(self) -> bool:
        """Whether it has pages and not a word on them: a scan."""
        return bool(self.text_by_page) and not any(text.strip() for text in self.text_by_page or ())


class Examiner:
    """Examines files one after another with one reader kept warm between them; a context manager."""

    def __init__(self) -> None:
        self._reader = Reader()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._reader.close()

    def examine(self, content: Content, name: str, *, tick: Tick | None = None) -> Examined:
        """Examine one file. ``content`` is always read to its end, so it may be the stream that is being stored.

        ``tick`` is called again and again and may raise to stop; nothing else is raised but what ``content`` raises.
        """
        stream = pieces(content)
        head = _head(stream)
        kind = media_type(bytes(head[:HEAD]))
        whole = _told(_joined(head, stream), tick)
        found = Examined(kind, is_misnamed=is_misnamed(name, kind))
        try:
            return self._read(found, whole, tick)
        except RenderFailed as failed:
            return replace(found, fault=failed.reason)
        finally:
            for _piece in whole:
                pass

    def _read(self, found: Examined, whole: Iterator[bytes], tick: Tick | None) -> Examined:
        if found.media_type == EMPTY:
            return replace(found, fault=Reason.EMPTY)
        if found.media_type in TEXTS:
            return _text(found, whole)
        if found.media_type == PDF:
            return self._pdf(found, whole, tick)
        return self._image(found, whole) if found.media_type in IMAGES else found

    def _pdf(self, found: Examined, whole: Iterator[bytes], tick: Tick | None) -> Examined:
        document = PdfDocument(self._reader, whole)
        count, fault = len(document.sizes), None
        texts: list[str] = []
        try:
            texts.extend(_pages(document, min(count, MOST_TEXT_PAGES), tick))
        except RenderFailed as failed:
            fault = failed.reason
        finally:
            self._reader.release()
        if fault is None and len(texts) < count:
            fault = Reason.TOO_LARGE
        texts += [""] * (count - len(texts))
        return replace(found, fault=fault, pages=count, text_by_page=tuple(texts), facts=document.facts)

    def _image(self, found: Examined, whole: Iterator[bytes]) -> Examined:
        picture = PictureDocument(self._reader, whole)
        self._reader.release()
        taken = dict(picture.facts).get("taken", "")
        return replace(
            found,
            pages=picture.frames,
            width=picture.width,
            height=picture.height,
            taken_at=taken if _TAKEN.fullmatch(taken) else None,
            facts=picture.facts,
        )


def examine(content: Content, name: str, *, tick: Tick | None = None) -> Examined:
    """Examine a single file; for several, ``Examiner`` saves the start of a reader for each."""
    with Examiner() as examiner:
        return examiner.examine(content, name, tick=tick)


def _pages(document: PdfDocument, count: int, tick: Tick | None) -> Iterator[str]:
    """The text of the first ``count`` pages, ready for an index, as long as it stays within bounds."""
    room = MOST_TEXT
    for first in range(0, count, _BATCH):
        if tick:
            tick()
        for text in document.texts(first, min(_BATCH, count - first)):
            room -= len(text)
            if room < 0:
                return
            yield plain(text)


def _text(found: Examined, whole: Iterator[bytes]) -> Examined:
    content = bytearray()
    for piece in whole:
        if len(content) <= MOST_TEXT_BYTES:
            content += piece
    is_cut = len(content) > MOST_TEXT_BYTES
    decoded = decode(bytes(content[:MOST_TEXT_BYTES]), is_cut=is_cut)
    if decoded is None:  # it began like a text
        return replace(found, fault=Reason.DAMAGED)
    fault = Reason.TOO_LARGE if is_cut or len(decoded.text) > MOST_TEXT else None
    return replace(found, fault=fault, text_by_page=(decoded.text[:MOST_TEXT],), encoding=decoded.encoding)


def _head(stream: Iterator[bytes]) -> bytearray:
    """The beginning, and what was read with it."""
    head = bytearray()
    for piece in stream:
        head += piece
        if len(head) >= HEAD:
            break
    return head


def _joined(head: bytearray, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield bytes(head)
    yield from rest


def _told(stream: Iterator[bytes], tick: Tick | None) -> Iterator[bytes]:
    for piece in stream:
        if tick:
            tick()
        yield piece
