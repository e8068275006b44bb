"""A road through a vault while its disk fails: what walks it, the folders it leads through, and how it ended."""

import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import pytest

from db.vault import Vault
from desktop.operations.verification import verify_vault
from tests.builders import new_vault, open_vault
from tests.faults.road import LETTER, TYPED

HERE = Path(__file__).parent
NO_COMPILER = "there is no C compiler to build the failing disk with"


class Fault(IntEnum):
    """What becomes of the step, as the disk knows it."""

    NOTHING = 0
    BROKEN = 1
    FULL = 2
    KILLED = 3


Prepare = Callable[[Vault], object]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a road ended, and what it had said by then."""

    folder: Path
    status: int
    said: dict[str, str]
    complained: str


class Road:
    """A process with a failing disk, and the folders its roads lead through."""

    def __init__(self, folder: Path, process: "subprocess.Popen[str]", name: str, prepare: Prepare) -> None:
        self._folder, self._process, self._name, self._count = folder, process, name, 0
        (folder / "letter.txt").write_bytes(LETTER)
        vault = new_vault(folder)
        prepare(vault)
        vault.close()

    def walk(self, step: int, fault: Fault) -> Outcome:
        """The road in a vault of its own, failing at a step (counted from 1)."""
        self._count += 1
        folder = self._folder / f"road-{self._count}"
        folder.mkdir()
        shutil.copytree(self._folder / "test.sandyq", folder / "test.sandyq")
        asked, answered = self._process.stdin, self._process.stdout
        assert asked is not None
        assert answered is not None
        asked.write(f"{step} {int(fault)} {self._name} {folder}\n")
        asked.flush()
        status = int(answered.readline())
        said = folder.with_suffix(".said").read_text(encoding="utf-8")
        told = {word: rest for word, _blank, rest in (line.partition(" ") for line in said.splitlines())}
        return Outcome(folder, status, told, folder.with_suffix(".complained").read_text(encoding="utf-8"))


@contextmanager
def road_in(folder: Path, name: str, prepare: Prepare) -> Generator[Road]:
    """One of ``road.ROADS`` through a prepared vault in a folder. Skips where nothing can build the disk."""
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
        yield Road(folder, process, name, prepare)
        assert process.stdin is not None
        process.stdin.close()


def check(outcome: Outcome, fault: Fault, holds: Callable[[Vault, Outcome], None]) -> str:
    """See that everything holds after a road; returns how it ended."""
    killed = os.WIFSIGNALED(outcome.status) and os.WTERMSIG(outcome.status) == signal.SIGKILL
    code = -1 if os.WIFSIGNALED(outcome.status) else os.WEXITSTATUS(outcome.status)
    assert killed if fault is Fault.KILLED and code else code in {0, TYPED}, outcome.complained
    assert outcome.complained == ""
    vault = open_vault(outcome.folder / "test.sandyq")
    found = verify_vault(vault).result
    assert found.is_sound, found.findings
    holds(vault, outcome)
    vault.close()
    return "killed" if killed else outcome.said.get("error", "finished")


def check_every_step(road: Road, fault: Fault, holds: Callable[[Vault, Outcome], None]) -> list[str]:
    """Walk the road once for each of its steps, that step failing; returns what went wrong, none is right."""
    steps = int(road.walk(0, Fault.NOTHING).said["steps"])
    ends, wrong = Counter[str](), list[str]()
    for step in range(1, steps + 1):
        outcome = road.walk(step, fault)
        try:
            ends[check(outcome, fault, holds)] += 1
        except Exception as error:  # noqa: BLE001 - every step is looked at before the test speaks
            wrong.append(f"{fault.name} at step {step}: {type(error).__name__} {error}")
        shutil.rmtree(outcome.folder)
    print(f"\n{fault.name}: {steps} steps, {dict(ends)}")  # noqa: T201 - `make faults` is read by people
    return wrong
