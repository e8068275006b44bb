"""The encrypted files of documents: one per document, under a random name, streamed in one pass and constant memory.

``blobs/ab/ab12…``: the name says nothing about the content; the hashes are kept in the encrypted database only. A crash
leaves at worst a file no record knows, never a record without its file, whose row is committed after the file is safe.
"""

import re
import secrets
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from db.blob import CHUNK, HEADER_BYTES, SEALED_CHUNK, Opener, Sealer
from db.errors import Cancelled, DocumentDamaged, DocumentMissing
from db.files import PART, delete_durably, make_folder, replacing, storage_errors
from db.keys import Keys
from db.lanes import Digests, Writing
from db.types import BlobId

_NAME = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored document: its blob, the hashes of its plain bytes in hex, and their number."""

    blob: BlobId
    sha256: str
    sha512: str
    size: int


class Store:
    """The document files of one vault, ``folder`` being its ``blobs``. May be used from several threads."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        self._folder = folder
        self._keys = keys
        self._ours: set[BlobId] = set()  # written since the vault was opened; their rows may not be committed yet

    def add(
        self,
        source: BinaryIO,
        *,
        progress: Callable[[int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> Stored:
        """Hash, encrypt and store what ``source`` holds; on the disk when this returns, and nothing left if it raises.

        ``progress`` is told the bytes taken so far. Raises `Cancelled`, `DiskFull`, `StorageFailed`.
        """
        blob = BlobId(secrets.token_hex(16))
        path = self._path(blob)
        make_folder(self._folder)
        make_folder(path.parent)
        self._ours.add(blob)
        sealer = Sealer(self._keys, blob)
        with replacing(path) as file, Digests() as digests, Writing(file) as writing:
            writing.put(sealer.header)
            for chunk, is_last in _chunks_of(source):
                if is_cancelled is not None and is_cancelled():
                    raise Cancelled
                digests.update(chunk)
                writing.put(sealer.seal(chunk, is_last=is_last))
                if progress is not None:
                    progress(digests.size)
        return Stored(blob, digests.sha256, digests.sha512, digests.size)

    def chunks(self, blob: BlobId) -> Iterator[bytes]:
        """The document's bytes, each chunk proved before it is given; only the end of the iteration proves the whole.

        Raises `DocumentMissing`, `DocumentDamaged`, `StorageFailed`.
        """
        with self._open(blob) as file:
            opener = Opener(self._keys, blob, _read(file, HEADER_BYTES))
            is_last = False
            while not is_last:
                chunk, is_last = opener.open(_read(file, SEALED_CHUNK))
                if is_last and _read(file, 1):
                    raise DocumentDamaged(blob, "trailing")
                if chunk:
                    yield chunk

    def read(self, blob: BlobId, *, limit: int | None = None) -> bytes:
        """The document's bytes at once, or its first ``limit`` bytes; errors as `chunks`."""
        content = bytearray()
        for chunk in self.chunks(blob):
            content += chunk
            if limit is not None and len(content) >= limit:
                break
        return bytes(content[:limit])

    def check(self, blob: BlobId) -> Stored:
        """Prove every chunk and hash the document anew, to be compared with its record; errors as `chunks`."""
        with Digests() as digests:
            for chunk in self.chunks(blob):
                digests.update(chunk)
        return Stored(blob, digests.sha256, digests.sha512, digests.size)

    def remove(self, blob: BlobId) -> None:
        """Delete the document's file; one that is gone already is fine."""
        delete_durably(self._path(blob))

    def sweep(self, known: Collection[BlobId] | Callable[[BlobId], bool]) -> int:
        """Delete what earlier sessions left behind: files still in writing, and documents that no record knows.

        ``known`` holds, or recognises, the blobs that records refer to. Returns how many files went.
        """
        is_known = known if callable(known) else known.__contains__
        stray = [blob for blob in self.blobs() if blob not in self._ours and not is_known(blob)]
        parts = [path for path in self._files(PART) if path.stem not in self._ours]
        for path in [*map(self._path, stray), *parts]:
            delete_durably(path)
        return len(stray) + len(parts)

    def blobs(self) -> Iterator[BlobId]:
        """Every document file there is, by name."""
        return (BlobId(path.name) for path in self._files(""))

    def _files(self, ending: str) -> list[Path]:
        """The files this store has named, and nothing else that may lie in its folder."""
        with storage_errors():
            found = sorted(self._folder.glob(f"[0-9a-f][0-9a-f]/*{ending}"))
        named = re.compile(_NAME.pattern + re.escape(ending))
        return [path for path in found if named.fullmatch(path.name) and path.name.startswith(path.parent.name)]

    def _path(self, blob: BlobId) -> Path:
        if not _NAME.fullmatch(blob):  # a name from outside must not point anywhere else
            raise DocumentMissing(blob)
        return self._folder / blob[:2] / blob

    def _open(self, blob: BlobId) -> BinaryIO:
        path = self._path(blob)
        with storage_errors():
            try:
                return path.open("rb")
            except FileNotFoundError:
                raise DocumentMissing(blob) from None


def _chunks_of(source: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """The source in full chunks, and whether each is the last; there is always a last, if only an empty one."""
    chunk = _filled(source)
    while len(chunk) == CHUNK:
        following = _filled(source)
        yield chunk, not following
        if not following:
            return
        chunk = following
    yield chunk, True


def _filled(source: BinaryIO) -> bytes:
    """A whole chunk, however little the source gives at a time; less only at its end."""
    chunk = source.read(CHUNK)
    while 0 < len(chunk) < CHUNK and (more := source.read(CHUNK - len(chunk))):
        chunk += more
    return chunk


def _read(file: BinaryIO, size: int) -> bytes:
    with storage_errors():
        return file.read(size)
