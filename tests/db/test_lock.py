"""One vault, one program at a time; and no crash leaves it locked."""

import os
import signal
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db.errors import StorageFailed, VaultInUse
from db.lock import VaultLock

HOLDER = """
import subprocess, sys
from pathlib import Path
from db.lock import VaultLock

lock = VaultLock(Path(sys.argv[1]))
lock.take()
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], close_fds=False)
print("held", child.pid, sep="\\n", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_program(folder: Path) -> Generator["subprocess.Popen[str]"]:
    """Another process that holds the lock of ``folder``, and has started a third one since."""
    command = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        child = int(holder.stdout.readline())
        try:
            yield holder
        finally:
            holder.kill()
            os.kill(child, signal.SIGKILL)  # raises, should the child have ended by itself


def test_a_second_opener_is_refused_at_once(tmp_path: Path) -> None:
    with VaultLock(tmp_path) as lock, pytest.raises(VaultInUse):
        VaultLock(tmp_path).take()
    assert not lock.is_held


def test_a_lock_is_not_taken_twice(tmp_path: Path) -> None:
    with VaultLock(tmp_path) as lock:
        with pytest.raises(VaultInUse):
            lock.take()
        assert lock.is_held


def test_a_released_lock_can_be_taken_again(tmp_path: Path) -> None:
    lock = VaultLock(tmp_path)
    lock.take()
    lock.release()
    lock.release()
    with VaultLock(tmp_path) as other:
        assert other.is_held


def test_a_refused_lock_is_not_held(tmp_path: Path) -> None:
    refused = VaultLock(tmp_path)
    with VaultLock(tmp_path), pytest.raises(VaultInUse):
        refused.take()
    assert not refused.is_held
    refused.take()


def test_another_program_is_refused(tmp_path: Path) -> None:
    with another_program(tmp_path), pytest.raises(VaultInUse):
        VaultLock(tmp_path).take()


def test_a_killed_holder_leaves_the_vault_free_though_its_children_live(tmp_path: Path) -> None:
    with another_program(tmp_path) as holder:
        holder.kill()
        holder.wait()
        with VaultLock(tmp_path) as lock:
            assert lock.is_held


def test_the_lock_file_says_nothing(tmp_path: Path) -> None:
    with VaultLock(tmp_path):
        assert (tmp_path / "lock").read_bytes() == b""
        assert (tmp_path / "lock").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_not_there_fails(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        VaultLock(tmp_path / "missing").take()
