"""Whatever step of a disk fails, the vault opens again, is sound, holds what was acknowledged; no error is untyped."""

import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import pytest

from db.queries.records import fetch, live
from db.rows import CaseRow, DocumentRow
from db.types import BlobId
from desktop.operations.verification import verify_vault
from tests.builders import new_vault, open_vault
from tests.faults.road import LETTER, TYPED

HERE = Path(__file__).parent
NO_COMPILER = "there is no C compiler to build the failing disk with"
FEW = (1, 45, 110, 176, 177, 178, 179, 230)  # from 172 to 180 the document is put on record: committing fails there


class Fault(IntEnum):
    """What becomes of the step, as the disk knows it."""

    NOTHING = 0
    BROKEN = 1
    FULL = 2
    KILLED = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a road ended, and what it had said by then."""

    folder: Path
    status: int
    said: dict[str, str]
    complained: str


class Road:
    """A process with a failing disk, and the folders its roads lead through."""

    def __init__(self, folder: Path, process: "subprocess.Popen[str]") -> None:
        self._folder, self._process, self._count = folder, process, 0
        (folder / "letter.txt").write_bytes(LETTER)
        new_vault(folder).close()

    def walk(self, step: int, fault: Fault) -> Outcome:
        """The road in a vault of its own, failing at a step (counted from 1)."""
        self._count += 1
        folder = self._folder / f"road-{self._count}"
        folder.mkdir()
        shutil.copytree(self._folder / "test.sandyq", folder / "test.sandyq")
        asked, answered = self._process.stdin, self._process.stdout
        assert asked is not None
        assert answered is not None
        asked.write(f"{step} {int(fault)} {folder}\n")
        asked.flush()
        status = int(answered.readline())
        said = folder.with_suffix(".said").read_text(encoding="utf-8")
        told = {word: rest for word, _blank, rest in (line.partition(" ") for line in said.splitlines())}
        return Outcome(folder, status, told, folder.with_suffix(".complained").read_text(encoding="utf-8"))


@contextmanager
def road_in(folder: Path) -> Generator[Road]:
    """A road in a folder. Skips where nothing can build the disk."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None or sys.platform != "linux":
        pytest.skip(NO_COMPILER)
    library = folder / "failing_disk.so"
    subprocess.run(
        [compiler, "-O1", "-w", "-shared", "-fPIC", "-o", library, HERE / "failing_disk.c", "-ldl"], check=True
    )
    environment = os.environ | {"LD_PRELOAD": str(library), "PYTHONPATH": str(HERE.parents[1])}
    command = [sys.executable, str(HERE / "road.py")]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Road(folder, process)
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Road]:
    """One road for all the tests."""
    with road_in(tmp_path_factory.mktemp("faults").resolve()) as opened:
        yield opened


def check(outcome: Outcome, fault: Fault) -> str:
    """See that everything holds after a road; returns how it ended."""
    killed = os.WIFSIGNALED(outcome.status) and os.WTERMSIG(outcome.status) == signal.SIGKILL
    code = -1 if os.WIFSIGNALED(outcome.status) else os.WEXITSTATUS(outcome.status)
    assert killed if fault is Fault.KILLED and code else code in {0, TYPED}, outcome.complained
    assert outcome.complained == ""
    vault = open_vault(outcome.folder / "test.sandyq")
    found = verify_vault(vault).result
    assert found.is_sound, found.findings
    said = outcome.said
    with vault.read() as session:
        if "case" in said:
            assert fetch(session, CaseRow, said["case"]).title in _titles(said)
        if "document" in said:
            blob = fetch(session, DocumentRow, said["document"]).blob
            assert vault.store.read(BlobId(blob or "")) == LETTER
        assert all(row.blob for row in live(session, DocumentRow))
    vault.close()
    if "export" in said:
        assert (outcome.folder / "out" / "case.json").stat().st_size > 0
        assert (outcome.folder / "out" / "documents" / "letter.txt").read_bytes() == LETTER
    return "killed" if killed else said.get("error", "finished")


def _titles(said: dict[str, str]) -> set[str]:
    """Titles the case may have: once the second was acknowledged, no other."""
    return {"Second title"} if "title" in said else {"First title", "Second title"}


def test_without_a_fault_the_road_is_finished(road: Road) -> None:
    outcome = road.walk(0, Fault.NOTHING)
    assert check(outcome, Fault.NOTHING) == "finished"
    assert {"case", "document", "title", "export", "closed"} <= outcome.said.keys()
    assert int(outcome.said["steps"]) > FEW[-1]  # else the last of the few would test nothing


@pytest.mark.parametrize("fault", [Fault.BROKEN, Fault.FULL, Fault.KILLED])
@pytest.mark.parametrize("step", FEW)
def test_a_fault_on_the_way_costs_nothing_that_was_acknowledged(road: Road, step: int, fault: Fault) -> None:
    assert check(road.walk(step, fault), fault)


@pytest.mark.faults
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("fault", [Fault.BROKEN, Fault.FULL, Fault.KILLED])
def test_no_fault_anywhere_costs_anything_that_was_acknowledged(tmp_path: Path, fault: Fault) -> None:
    with road_in(tmp_path.resolve()) as road:
        steps = int(road.walk(0, Fault.NOTHING).said["steps"])
        ends, wrong = Counter[str](), list[str]()
        for step in range(1, steps + 1):
            outcome = road.walk(step, fault)
            try:
                ends[check(outcome, fault)] += 1
            except Exception as error:  # noqa: BLE001 - every step is looked at before the test speaks
                wrong.append(f"{fault.name} at step {step}: {type(error).__name__} {error}")
            shutil.rmtree(outcome.folder)
        print(f"\n{fault.name}: {steps} steps, {dict(ends)}")  # noqa: T201 - `make faults` is read by people
    assert wrong == []
