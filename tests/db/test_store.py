"""Stored documents come back as they went in, and nothing altered is ever taken for one."""

import hashlib
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.blob import CHUNK
from db.errors import Cancelled, DocumentMissing, StorageFailed
from db.keys import Keys
from db.store import Store
from db.types import BlobId

KEYS = Keys("0f" * 16, b"k" * 32)
SECRET = b"What nobody may read. "


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "blobs", KEYS)


def files(store: Store) -> list[Path]:
    return [path for path in store._folder.rglob("*") if path.is_file()]


def path_of(store: Store, blob: BlobId) -> Path:
    return store._folder / blob[:2] / blob


class Dribble(BytesIO):
    """A source that gives less than it is asked for."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(size or 0, 100_000))


class Unplugged(BytesIO):
    """A stick pulled out after its first chunk."""

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() >= CHUNK:
            raise OSError(5, "gone", "/media/stick/witness.pdf")
        return super().read(size)


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 7])
def test_a_document_comes_back_byte_for_byte(store: Store, size: int) -> None:
    content = os.urandom(size)
    stored = store.add(BytesIO(content))
    assert store.read(stored.blob) == content
    assert store.check(stored.blob) == stored
    assert stored.size == size
    assert stored.sha256 == hashlib.sha256(content).hexdigest()
    assert stored.sha512 == hashlib.sha512(content).hexdigest()


@settings(max_examples=25)
@given(st.binary(max_size=300))
def test_any_bytes_come_back(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    store = Store(tmp_path_factory.mktemp("vault") / "blobs", KEYS)
    assert store.read(store.add(BytesIO(content)).blob) == content


def test_a_source_may_give_its_bytes_in_small_pieces(store: Store) -> None:
    content = os.urandom(CHUNK + 50)
    assert store.read(store.add(Dribble(content)).blob) == content


def test_only_its_owner_may_read_a_file(store: Store) -> None:
    path = path_of(store, store.add(BytesIO(SECRET)).blob)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_documents_may_be_added_side_by_side(store: Store) -> None:
    contents = [os.urandom(50_000) for _ in range(8)]
    with ThreadPoolExecutor(4) as pool:
        stored = list(pool.map(store.add, map(BytesIO, contents)))
    assert [store.read(one.blob) for one in stored] == contents


def test_the_beginning_can_be_read_alone(store: Store) -> None:
    content = os.urandom(CHUNK + 10)
    blob = store.add(BytesIO(content)).blob
    assert store.read(blob, limit=4) == content[:4]
    assert store.read(blob, limit=CHUNK + 5) == content[: CHUNK + 5]
    assert store.read(blob, limit=2 * CHUNK) == content


def test_progress_counts_bytes_up_to_the_last(store: Store) -> None:
    told: list[int] = []
    store.add(BytesIO(bytes(CHUNK + 5)), progress=told.append)
    assert told == [CHUNK, CHUNK + 5]


def test_cancelling_midway_leaves_no_file(store: Store) -> None:
    told: list[int] = []
    with pytest.raises(Cancelled):
        store.add(BytesIO(bytes(3 * CHUNK)), progress=told.append, is_cancelled=lambda: len(told) == 2)
    assert told == [CHUNK, 2 * CHUNK]
    assert files(store) == []


def test_adding_is_finished_when_nobody_cancels(store: Store) -> None:
    blob = store.add(BytesIO(SECRET), is_cancelled=lambda: False).blob
    assert store.read(blob) == SECRET


def test_a_source_that_fails_leaves_no_file_and_no_name(store: Store) -> None:
    with pytest.raises(StorageFailed) as caught:
        store.add(Unplugged(bytes(3 * CHUNK)))
    assert caught.value.code == 5
    assert "witness" not in f"{caught.value!r} {caught.value}"
    assert files(store) == []


FULL_DISK = """
import resource, sys
from io import BytesIO
from pathlib import Path
from db.errors import DiskFull
from db.keys import Keys
from db.store import Store

store = Store(Path(sys.argv[1]), Keys("0f" * 16, b"k" * 32))
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
try:
    store.add(BytesIO(bytes(int(sys.argv[2]))))
except DiskFull:
    print("full", sum(path.is_file() for path in Path(sys.argv[1]).rglob("*")))
"""


@pytest.mark.parametrize("size", [2_000_000, 40_000_000])
def test_a_full_disk_is_named_and_nothing_stays(tmp_path: Path, size: int) -> None:
    command = [sys.executable, "-c", FULL_DISK, str(tmp_path / "blobs"), str(size)]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "full 0\n"


@pytest.mark.parametrize("blob", ["ab" * 16, "../../etc/passwd", "AB" * 16, "", "ab" * 16 + "\n"])
def test_a_document_that_is_not_there_is_missing(store: Store, blob: str) -> None:
    for ask in (store.check, store.read):
        with pytest.raises(DocumentMissing):
            ask(BlobId(blob))


def test_what_cannot_be_read_is_a_failure_not_damage(store: Store) -> None:
    blob = store.add(BytesIO(SECRET)).blob
    path_of(store, blob).unlink()
    path_of(store, blob).mkdir()
    with pytest.raises(StorageFailed):
        store.read(blob)


def test_a_removed_document_is_gone(store: Store) -> None:
    blob = store.add(BytesIO(SECRET)).blob
    store.remove(blob)
    store.remove(blob)
    assert files(store) == []
    with pytest.raises(DocumentMissing):
        store.read(blob)


def earlier(store: Store) -> Store:
    """The same folder as a later session sees it."""
    return Store(store._folder, KEYS)


def test_sweeping_removes_what_no_record_knows(store: Store) -> None:
    kept = store.add(BytesIO(b"kept")).blob
    store.add(BytesIO(b"stray"))
    part = store._folder / "ab" / ("ab" * 16 + ".part")
    part.parent.mkdir(exist_ok=True)
    part.write_bytes(b"half")
    later = earlier(store)
    assert later.sweep({kept}) == 2
    assert list(later.blobs()) == [kept]
    assert files(later) == [path_of(later, kept)]


def test_sweeping_asks_a_function_as_well(store: Store) -> None:
    blobs = [store.add(BytesIO(b"x")).blob for _ in range(3)]
    later = earlier(store)
    assert later.sweep(lambda blob: blob == blobs[0]) == 2
    assert list(later.blobs()) == blobs[:1]


def test_sweeping_spares_what_this_session_has_written(store: Store) -> None:
    blob = store.add(BytesIO(SECRET)).blob
    assert store.sweep([]) == 0
    assert store.read(blob) == SECRET


def test_sweeping_spares_a_document_still_being_written(store: Store) -> None:
    swept: list[int] = []
    content = bytes(2 * CHUNK)
    stored = store.add(BytesIO(content), progress=lambda _count: swept.append(store.sweep([])))
    assert swept == [0, 0]
    assert store.read(stored.blob) == content


def test_sweeping_leaves_alone_what_is_not_ours(store: Store) -> None:
    foreign = [
        store._folder / name for name in ("notes.txt", "ab/readme", "ab/" + "cd" * 16, "ab/" + "cd" * 16 + ".part")
    ]
    for path in foreign:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("not ours")
    assert store.sweep([]) == 0
    assert all(path.exists() for path in foreign)
    assert list(store.blobs()) == []


def test_a_store_that_holds_nothing_yet_is_empty(store: Store) -> None:
    assert list(store.blobs()) == []
    assert store.sweep([]) == 0


def test_no_thread_is_left_behind(store: Store) -> None:
    before = threading.active_count()
    store.add(BytesIO(bytes(CHUNK + 1)))
    with pytest.raises(StorageFailed):
        store.add(Unplugged(bytes(3 * CHUNK)))
    assert threading.active_count() == before


def test_memory_stays_the_same_whatever_the_size(store: Store) -> None:
    """Sixty chunks never stand in memory at once: the source is never more than a few lanes ahead of the disk."""
    ahead: list[int] = []

    def note(taken: int) -> None:
        written = sum(path.stat().st_size for path in files(store))
        ahead.append(taken - written)

    store.add(BytesIO(bytes(60 * CHUNK)), progress=note)
    assert max(ahead) <= 8 * CHUNK
