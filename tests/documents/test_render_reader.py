"""The reader's process: what it may not do, and what its death costs."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.documents.render.confinement import MEMORY
from desktop.documents.render.documents import PdfDocument, PictureDocument
from desktop.documents.render.faults import Reason, RenderFailed
from desktop.documents.render.reader import Reader
from desktop.documents.render.service import MOST_BYTES
from tests.documents.papers import PROTOCOL, letter, photograph

ATTEMPTS = """
import os, subprocess, sys
from desktop.documents.render import confinement
here, = sys.argv[1:]
print("landlock", max(0, confinement._system(confinement._CREATE_RULESET, None, 0, confinement._VERSION)))
import socket
confinement.confine_reader()
confinement.confine_document()
def attempt(name, deed):
    try:
        deed()
    except (OSError, MemoryError) as refused:
        print(name, type(refused).__name__, flush=True)
    else:
        print(name, "done", flush=True)
attempt("write", lambda: os.write(os.open(here + "/new", os.O_CREAT | os.O_WRONLY), b"plain"))
attempt("read", lambda: open(here + "/secret").read())
attempt("list", lambda: os.listdir(here))
attempt("delete", lambda: os.unlink(here + "/secret"))
attempt("connect", lambda: socket.create_connection(("127.0.0.1", 9)))
attempt("memory", lambda: bytearray(4 << 30))
attempt("kill", lambda: os.kill(os.getppid(), 0))
attempt("code", lambda: open(os.__file__).read())
"""


@pytest.fixture
def reader() -> Iterator[Reader]:
    warm = Reader(patience=20)
    yield warm
    warm.close()


def test_a_document_in_the_reader_reaches_no_file_no_network_and_no_more_memory(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("of the case")
    run = [sys.executable, "-B", "-c", ATTEMPTS, str(tmp_path)]
    code = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    ended = subprocess.run(run, env=code, capture_output=True, text=True, check=True)
    outcomes = dict(re.findall(r"(\w+) (\w+)", ended.stdout))
    version = int(outcomes.pop("landlock"))  # of the kernel here; what each version closes stands in man 7 landlock
    closed = {"read", "list", "delete"} if version >= 1 else set[str]()
    closed |= {"connect"} if version >= 4 else set()
    closed |= {"kill"} if version >= 6 else set()
    assert outcomes["code"] == "done"
    assert outcomes["memory"] == "MemoryError"
    assert outcomes["write"] != "done"
    assert {outcomes[attempt] for attempt in closed} <= {"PermissionError"}, outcomes
    assert all(path.stat().st_size == 0 for path in tmp_path.iterdir() if path.name != "secret")


def test_reading_leaves_no_copy_of_the_document_in_any_temporary_folder(reader: Reader) -> None:
    places = [Path(place) for place in ("/tmp", "/var/tmp", "/dev/shm", os.environ["HOME"]) if Path(place).is_dir()]  # noqa: S108 - watched, not used
    before = {path for place in places for path in place.iterdir()}
    canary = b"canary-of-the-reader-5f1c"
    content = letter(PROTOCOL, title=canary.decode())
    assert canary in content
    PdfDocument(reader, content).layout(0)
    new = {path for place in places for path in place.iterdir()} - before
    assert not [path for path in new if path.is_file() and canary in path.read_bytes()]


def test_the_reader_may_write_to_no_file_and_dump_no_memory(reader: Reader) -> None:
    PdfDocument(reader, letter(PROTOCOL))
    (apart,) = _children_of(_pid(reader))
    for pid in (_pid(reader), apart):
        limits = Path(f"/proc/{pid}/limits").read_text()
        assert re.search(r"Max file size +0 +0 ", limits)
        assert re.search(r"Max core file size +0 +0 ", limits)
        assert re.search(r"Max open files +32 +32 ", limits)
    assert re.search(rf"Max address space +{MEMORY} +{MEMORY} ", Path(f"/proc/{apart}/limits").read_text())


def test_the_reader_knows_no_key_no_window_and_no_network() -> None:
    modules = (
        "desktop.documents.render.__main__, desktop.documents.render.pdf_source, desktop.documents.render.image_source"
    )
    ask = f"import sys, {modules}; from PIL import Image; Image.init(); print(*sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", ask], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    loaded = {name.partition(".")[0] for name in ended.stdout.split()}
    assert not loaded & {
        "db",
        "socket",
        "ssl",
        "http",
        "PySide6",
        "sqlcipher3",
        "sqlalchemy",
        "nacl",
        "argon2",
        "multiprocessing",
    }


def test_a_reader_that_dies_costs_one_document(reader: Reader) -> None:
    document = PdfDocument(reader, letter(PROTOCOL))
    for child in _children_of(_pid(reader)):
        os.kill(child, signal.SIGSEGV)
    with pytest.raises(RenderFailed) as failed:
        document.layout(0)
    assert failed.value.reason is Reason.CRASHED
    assert PictureDocument(reader, photograph()).width == 40


def test_a_reader_that_does_not_answer_is_ended() -> None:
    reader = Reader(patience=0.3)
    try:
        document = PdfDocument(reader, letter(PROTOCOL))
        pid = _pid(reader)
        for child in _children_of(pid):
            os.kill(child, signal.SIGSTOP)
        with pytest.raises(RenderFailed) as failed:
            document.layout(0)
        assert failed.value.reason is Reason.TOO_SLOW
    finally:
        reader.close()
    assert not Path(f"/proc/{pid}").exists()


def test_closing_ends_a_reader_at_work_in_another_thread(reader: Reader) -> None:
    document = PdfDocument(reader, letter(PROTOCOL))
    for child in _children_of(_pid(reader)):
        os.kill(child, signal.SIGSTOP)
    raised: list[Reason] = []

    def ask() -> None:
        try:
            document.layout(0)
        except RenderFailed as failed:
            raised.append(failed.reason)

    asking = threading.Thread(target=ask)
    asking.start()
    reader.close()
    asking.join(5)
    assert raised == [Reason.CRASHED]


def test_asking_a_closed_reader_is_an_error_not_a_new_reader(reader: Reader) -> None:
    document = PdfDocument(reader, letter(PROTOCOL))
    reader.close()
    with pytest.raises(RenderFailed):
        document.layout(0)


def test_no_document_meets_the_process_of_another(reader: Reader) -> None:
    PdfDocument(reader, letter(PROTOCOL))
    first = _children_of(_pid(reader))
    reader.release()
    PdfDocument(reader, letter(PROTOCOL))
    assert not set(first) & set(_children_of(_pid(reader)))


def test_a_document_beyond_the_limit_is_refused_and_its_stream_still_read_to_the_end(reader: Reader) -> None:
    taken: list[int] = []

    def endless() -> Iterator[bytes]:
        piece = b"%PDF-1.7" + bytes((1 << 20) - 8)
        for number in range(MOST_BYTES // (1 << 20) + 8):
            taken.append(number)
            yield piece

    with pytest.raises(RenderFailed) as refused:
        PdfDocument(reader, endless())
    assert refused.value.reason is Reason.TOO_LARGE
    assert len(taken) == MOST_BYTES // (1 << 20) + 8


def test_a_stream_that_breaks_off_breaks_off_and_the_next_document_opens(reader: Reader) -> None:
    class StorageGoneError(Exception):
        pass

    def broken() -> Iterator[bytes]:
        yield b"%PDF-1.7"
        raise StorageGoneError

    with pytest.raises(StorageGoneError):
        PdfDocument(reader, broken())
    assert len(PdfDocument(reader, letter(PROTOCOL)).sizes) == 1


def _pid(reader: Reader) -> int:
    assert reader._child
    return reader._child.pid


def _children_of(pid: int) -> list[int]:
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
