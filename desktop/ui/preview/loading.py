"""Bringing a document from the vault into the preview: what runs in the lane, away from the window."""

import hashlib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtGui import QImage

from db.errors import Cancelled
from desktop.documents.extract.encodings import Decoded, decode
from desktop.documents.render.documents import PdfDocument, PictureDocument
from desktop.documents.render.faults import Reason, RenderFailed
from desktop.documents.render.reader import Content, Reader, pieces
from desktop.ui.preview.page_images import image_of
from desktop.ui.tasks import Job

MOST_TEXT_BYTES = 8 * 1024 * 1024  # of a plain text; the rest is not shown

Load = Callable[[], Content]


@dataclass(frozen=True, slots=True)
class Shown:
    """A document to be shown: its bytes come from ``load``, called in the lane, never from a file on the disk."""

    title: str
    media_type: str
    load: Load
    size: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is known of a document nobody can show."""

    size: int
    sha256: str


def open_pdf(shown: Shown, reader: Reader, job: Job) -> PdfDocument:
    """Hand a PDF to the reader, which ends when that fails."""
    with _ending(reader):
        return PdfDocument(reader, shown.load(), _Sent(shown, job).tell)


def open_picture(shown: Shown, reader: Reader, job: Job) -> tuple[PictureDocument, QImage]:
    """Hand a picture to the reader and have its first frame drawn; the reader ends when that fails."""
    with _ending(reader):
        picture = PictureDocument(reader, shown.load(), _Sent(shown, job).tell)
        return picture, image_of(picture.frame(0))


def read_text(shown: Shown, job: Job) -> Decoded:
    """Decode a plain text, as much of it as can be shown."""
    content, sent = bytearray(), _Sent(shown, job)
    for piece in pieces(shown.load()):
        content += piece
        sent.tell(len(content))
        if len(content) > MOST_TEXT_BYTES:
            break
    if not content:
        raise RenderFailed(Reason.EMPTY)
    decoded = decode(bytes(content[:MOST_TEXT_BYTES]), is_cut=len(content) > MOST_TEXT_BYTES)
    if decoded is None:
        raise RenderFailed(Reason.DAMAGED)
    return decoded


def weigh(shown: Shown, job: Job) -> Weighed:
    """Count and hash a document, unless both are known."""
    if shown.size is not None and shown.sha256:
        return Weighed(shown.size, shown.sha256)
    digest, count, sent = hashlib.sha256(), 0, _Sent(shown, job)
    for piece in pieces(shown.load()):
        digest.update(piece)
        count += len(piece)
        sent.tell(count)
    return Weighed(count, digest.hexdigest())


@contextmanager
def _ending(reader: Reader) -> Generator[None]:
    try:
        yield
    except BaseException:
        reader.close()
        raise


@dataclass(frozen=True, slots=True)
class _Sent:
    """Tells how far the loading is, and stops it when another document was chosen."""

    shown: Shown
    job: Job

    def tell(self, count: int) -> None:
        if self.job.is_cancelled():
            raise Cancelled
        self.job.progress(count, max(count, self.shown.size or 0) if self.shown.size else 0)


class ReaderShelf:
    """The one reader in use: a new document gets a new one, and the old one ends with all it held."""

    def __init__(self) -> None:
        self._reader: Reader | None = None

    def renew(self) -> Reader:
        """A reader that has seen no document."""
        self.close()
        self._reader = Reader()
        return self._reader

    def close(self) -> None:
        """End the reader."""
        if self._reader:
            self._reader.close()
            self._reader = None
