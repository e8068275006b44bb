"""Lanes keep order, and an error in one reaches whoever gave it the work."""

import hashlib
from threading import Event

import pytest

from db.lanes import Digests, Lane


def test_a_lane_works_in_order_and_is_done_when_left() -> None:
    seen: list[bytes] = []
    with Lane(seen.append) as lane:
        for number in range(100):
            lane.put(bytes([number]))
    assert seen == [bytes([number]) for number in range(100)]


def fail_on_x(chunk: bytes) -> None:
    if chunk == b"x":
        raise OSError(28, "full")


def test_an_error_in_a_lane_is_raised_when_it_is_left() -> None:
    with pytest.raises(OSError, match="full"), Lane(fail_on_x) as lane:
        lane.put(b"x")


def test_after_an_error_the_next_chunk_is_refused() -> None:
    met = Event()

    def fail(_chunk: bytes) -> None:
        met.set()
        raise OSError(28, "full")

    def feed(lane: Lane) -> None:
        lane.put(b"x")
        met.wait()
        while True:
            lane.put(b"y")

    with pytest.raises(OSError, match="full"), Lane(fail) as lane:
        feed(lane)


def test_after_an_error_waiting_chunks_are_dropped() -> None:
    go, seen = Event(), list[bytes]()

    def work(chunk: bytes) -> None:
        go.wait()
        fail_on_x(chunk)
        seen.append(chunk)

    def feed(lane: Lane) -> None:
        with lane:
            for chunk in (b"a", b"x", b"b", b"c"):
                lane.put(chunk)
            go.set()

    with pytest.raises(OSError, match="full"):
        feed(Lane(work))
    assert seen == [b"a"]


def test_an_error_outside_is_not_hidden_by_one_in_a_lane() -> None:
    def feed(lane: Lane) -> None:
        with lane:
            lane.put(b"x")
            raise ValueError("mine")

    with pytest.raises(ValueError, match="mine"):
        feed(Lane(fail_on_x))


def test_digests_are_those_of_the_whole() -> None:
    with Digests() as digests:
        for _ in range(10):
            digests.update(b"chunk" * 1000)
    assert digests.size == 50_000
    assert digests.sha256 == hashlib.sha256(b"chunk" * 10_000).hexdigest()
    assert digests.sha512 == hashlib.sha512(b"chunk" * 10_000).hexdigest()
