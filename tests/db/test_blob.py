"""Nothing altered, cut, exchanged or foreign is ever taken for a stored document."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.blob import CHUNK, HEADER_BYTES, SEALED_CHUNK
from db.errors import DocumentDamaged
from db.keys import Keys
from db.store import Store
from db.types import BlobId

KEYS = Keys("0f" * 16, b"k" * 32)
SECRET = b"What nobody may read. "


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "blobs", KEYS)


def path_of(store: Store, blob: BlobId) -> Path:
    return store._folder / blob[:2] / blob


def verdict(store: Store, blob: BlobId, content: bytes) -> str:
    """What the store says of a document whose file now holds ``content``."""
    path_of(store, blob).write_bytes(content)
    with pytest.raises(DocumentDamaged) as caught:
        store.read(blob)
    assert caught.value.blob == blob
    return caught.value.what


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
