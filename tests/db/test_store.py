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

from db.blob import CHUNK, HEADER_BYTES, SEALED_CHUNK
from db.errors import Cancelled, DocumentDamaged, DocumentMissing, StorageFailed
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


def verdict(store: Store, blob: BlobId, content: bytes) -> str:
    """What the store says of a document whose file now holds ``content``."""
    path_of(store, blob).write_bytes(content)
    with pytest.raises(DocumentDamaged) as caught:
        store.read(blob)
    assert caught.value.blob == blob
    return caught.value.what


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


def test_the_same_document_twice_gives_two_unlike_files(store: Store) -> None:
    first, second = (path_of(store, store.add(BytesIO(SECRET)).blob).read_bytes() for _ in range(2))
    assert len(first) == len(second)
    assert first[HEADER_BYTES:] != second[HEADER_BYTES:]


def test_the_file_tells_nothing_of_the_content(store: Store) -> None:
    stored = store.add(BytesIO(SECRET * 10))
    content = path_of(store, stored.blob).read_bytes()
    assert SECRET[:8] not in content
    assert KEYS.subkey("blob") not in content
    assert bytes.fromhex(stored.sha256)[:8] not in content
    assert stored.blob not in (stored.sha256[:32], stored.sha512[:32])


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


def test_every_flipped_bit_is_found(store: Store) -> None:
    blob = store.add(BytesIO(SECRET)).blob
    content = path_of(store, blob).read_bytes()
    for place in range(8 * len(content)):
        altered = bytearray(content)
        altered[place // 8] ^= 1 << place % 8
        verdict(store, blob, bytes(altered))


@settings(max_examples=30)
@given(st.data())
def test_a_flipped_bit_is_found_wherever_it_lies(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    store = Store(tmp_path_factory.mktemp("vault") / "blobs", KEYS)
    blob = store.add(BytesIO(bytes(CHUNK + 1000))).blob
    content = bytearray(path_of(store, blob).read_bytes())
    place = data.draw(st.integers(0, 8 * len(content) - 1))
    content[place // 8] ^= 1 << place % 8
    verdict(store, blob, bytes(content))


def test_a_document_cut_anywhere_is_damaged(store: Store) -> None:
    blob = store.add(BytesIO(bytes(2 * CHUNK + 9))).blob
    content = path_of(store, blob).read_bytes()
    ends = [HEADER_BYTES + number * SEALED_CHUNK for number in range(3)]
    for length in [0, 1, HEADER_BYTES - 1, *ends, ends[1] + 5, ends[2] + 17, len(content) - 1]:
        assert verdict(store, blob, content[:length]) == "truncated"


def test_an_empty_document_cut_short_is_damaged(store: Store) -> None:
    blob = store.add(BytesIO()).blob
    content = path_of(store, blob).read_bytes()
    assert verdict(store, blob, content[:HEADER_BYTES]) == "truncated"


@pytest.mark.parametrize("size", [0, 10, CHUNK, CHUNK + 3])
def test_bytes_after_the_end_are_damage(store: Store, size: int) -> None:
    blob = store.add(BytesIO(bytes(size))).blob
    content = path_of(store, blob).read_bytes()
    verdict(store, blob, content + b"\0")
    verdict(store, blob, content + content[HEADER_BYTES:])


def test_chunks_in_another_order_are_damage(store: Store) -> None:
    blob = store.add(BytesIO(os.urandom(3 * CHUNK))).blob
    content = path_of(store, blob).read_bytes()
    header, chunks = (
        content[:HEADER_BYTES],
        [content[start : start + SEALED_CHUNK] for start in range(HEADER_BYTES, len(content), SEALED_CHUNK)],
    )
    assert verdict(store, blob, b"".join([header, chunks[1], chunks[0], chunks[2]])) == "altered"
    assert verdict(store, blob, b"".join([header, chunks[0], chunks[2]])) == "altered"


def test_a_document_under_the_name_of_another_is_damage(store: Store) -> None:
    first, second = store.add(BytesIO(b"one")).blob, store.add(BytesIO(b"two")).blob
    swapped = path_of(store, second).read_bytes()
    assert verdict(store, first, swapped) == "other document"
    renamed = swapped[:24] + bytes.fromhex(first) + swapped[40:]
    assert verdict(store, first, renamed) == "altered"


def test_the_header_of_one_document_does_not_open_the_chunks_of_another(store: Store) -> None:
    first, second = (path_of(store, store.add(BytesIO(SECRET)).blob) for _ in range(2))
    mixed = first.read_bytes()[:HEADER_BYTES] + second.read_bytes()[HEADER_BYTES:]
    assert verdict(store, BlobId(first.name), mixed) == "truncated"  # a short chunk that does not open


def test_a_document_of_another_vault_is_damage(store: Store) -> None:
    blob = store.add(BytesIO(SECRET)).blob
    with pytest.raises(DocumentDamaged) as caught:
        Store(store._folder, Keys("f0" * 16, b"k" * 32)).read(blob)
    assert caught.value.what == "other vault"
    with pytest.raises(DocumentDamaged):
        Store(store._folder, Keys(KEYS.vault_id, b"x" * 32)).read(blob)


def test_checking_finds_what_reading_finds(store: Store) -> None:
    blob = store.add(BytesIO(SECRET)).blob
    content = path_of(store, blob).read_bytes()
    path_of(store, blob).write_bytes(content[:-1])
    with pytest.raises(DocumentDamaged):
        store.check(blob)


def test_a_format_from_the_future_is_not_guessed_at(store: Store) -> None:
    blob = store.add(BytesIO(SECRET)).blob
    content = bytearray(path_of(store, blob).read_bytes())
    content[7] = 2
    assert verdict(store, blob, bytes(content)) == "format"


def test_no_chunk_is_given_before_it_is_proved(store: Store) -> None:
    blob = store.add(BytesIO(bytes(2 * CHUNK))).blob
    content = bytearray(path_of(store, blob).read_bytes())
    content[-1] ^= 1
    path_of(store, blob).write_bytes(content)
    chunks = store.chunks(blob)
    assert next(chunks) == bytes(CHUNK)
    with pytest.raises(DocumentDamaged):
        next(chunks)


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
