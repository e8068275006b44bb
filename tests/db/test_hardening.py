"""The process keeps its memory to itself, and says so when the system does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.hardening import harden, plain_swap

PROJECT = str(Path(harden.__code__.co_filename).parents[1])


def run(code: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a program of its own: hardening cannot be undone."""
    command = [sys.executable, "-c", f"from db.hardening import harden\n{code}"]
    environment = {**os.environ, "PYTHONPATH": PROJECT}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)


CRASH = """
import ctypes, resource
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
harden()
ctypes.string_at(0)
"""


def test_a_crash_leaves_no_core_file(tmp_path: Path) -> None:
    assert run(CRASH, tmp_path).returncode == -11
    assert list(tmp_path.iterdir()) == []


LIMITS = """
import ctypes, resource
harden()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


def test_no_core_is_allowed_and_memory_is_not_dumpable(tmp_path: Path) -> None:
    assert run(LIMITS, tmp_path).stdout == "(0, 0) 0\n"


# An ordinary user whose own child opens its memory to him, or does not; root could read any process. Changing user
# closes the memory as well, so the child opens it again first.
NEIGHBOUR = """
import ctypes, os, resource, time
if os.getuid() == 0:
    os.setuid(65534)
told, tell = os.pipe()
child = os.fork()
if child == 0:
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
    {hardening}
    os.write(tell, b"ready")
    time.sleep(30)
os.close(tell)
os.read(told, 5)
try:
    open(f"/proc/{{child}}/mem", "rb").close()
    print("open")
except PermissionError:
    print("closed")
os.kill(child, 9)
os.waitpid(child, 0)
"""


@pytest.mark.parametrize(("hardening", "memory"), [("pass", "open"), ("harden()", "closed")])
def test_programs_of_the_same_user_cannot_read_our_memory(tmp_path: Path, hardening: str, memory: str) -> None:
    assert run(NEIGHBOUR.format(hardening=hardening), tmp_path).stdout == f"{memory}\n"


def test_new_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    run("harden(); open('file', 'w').close()", tmp_path)
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


class Machine:
    """The files of /proc, /sys and /dev that tell about swap."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "proc").mkdir()
        self._swaps = ["Filename Type Size Used Priority"]
        self._write()

    def _write(self) -> None:
        (self.root / "proc/swaps").write_text("\n".join(self._swaps) + "\n")

    def device(self, name: str, *, uuid: str | None = None, below: tuple[str, ...] = ()) -> None:
        """A block device, encrypted if its uuid says so, standing on others."""
        folder = self.root / "sys/devices" / name
        (folder / "slaves").mkdir(parents=True)
        for other in below:
            (folder / "slaves" / other).symlink_to(self.root / "sys/devices" / other)
        if uuid is not None:
            (folder / "dm").mkdir()
            (folder / "dm/uuid").write_text(uuid + "\n")

    def swap(self, name: str, kind: str, device: str | None) -> None:
        """A swap area at ``name`` on ``device``."""
        path = self.root / name.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        if device is not None:
            number = path.stat().st_dev if kind == "file" else path.stat().st_rdev
            link = self.root / f"sys/dev/block/{os.major(number)}:{os.minor(number)}"
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(self.root / "sys/devices" / device)
        self._swaps.append(f"{name.replace(' ', chr(92) + '040')} {kind} 1048576 0 -2")
        self._write()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_no_swap_is_no_danger(machine: Machine) -> None:
    assert plain_swap(machine.root) == ()


def test_a_plain_partition_is_named(machine: Machine) -> None:
    machine.device("sda2")
    machine.swap("/dev/sda2", "partition", "sda2")
    assert plain_swap(machine.root) == ("/dev/sda2",)


def test_an_encrypted_partition_is_fine(machine: Machine) -> None:
    machine.device("sda2")
    machine.device("dm-0", uuid="CRYPT-LUKS2-0123-swap", below=("sda2",))
    machine.swap("/dev/dm-0", "partition", "dm-0")
    assert plain_swap(machine.root) == ()


@pytest.mark.parametrize(("uuid", "named"), [("CRYPT-LUKS2-0123-disk", ()), ("LVM-other", ("/dev/dm-1",))])
def test_a_volume_is_as_good_as_what_it_stands_on(machine: Machine, uuid: str, named: tuple[str, ...]) -> None:
    machine.device("sda2")
    machine.device("dm-0", uuid=uuid, below=("sda2",))
    machine.device("dm-1", uuid="LVM-0123-swap", below=("dm-0",))
    machine.swap("/dev/dm-1", "partition", "dm-1")
    assert plain_swap(machine.root) == named


def test_a_volume_over_one_encrypted_and_one_plain_disk_is_named(machine: Machine) -> None:
    machine.device("sda2")
    machine.device("dm-0", uuid="CRYPT-LUKS2-0123-disk")
    machine.device("dm-1", uuid="LVM-0123-swap", below=("dm-0", "sda2"))
    machine.swap("/dev/dm-1", "partition", "dm-1")
    assert plain_swap(machine.root) == ("/dev/dm-1",)


def test_compressed_memory_is_fine(machine: Machine) -> None:
    machine.device("zram0")
    machine.swap("/dev/zram0", "partition", "zram0")
    assert plain_swap(machine.root) == ()


@pytest.mark.parametrize(("uuid", "named"), [("CRYPT-LUKS2-0123-disk", ()), (None, ("/swap file",))])
def test_a_swap_file_is_as_good_as_its_disk(machine: Machine, uuid: str | None, named: tuple[str, ...]) -> None:
    machine.device("dm-0", uuid=uuid)
    machine.swap("/swap file", "file", "dm-0")
    assert plain_swap(machine.root) == named


def test_a_swap_we_cannot_place_is_named(machine: Machine) -> None:
    machine.swap("/dev/sda2", "partition", None)
    machine.swap("/gone", "file", None)
    (machine.root / "gone").unlink()
    assert plain_swap(machine.root) == ("/dev/sda2", "/gone")


def test_a_machine_that_does_not_say_is_not_judged(tmp_path: Path) -> None:
    assert plain_swap(tmp_path) is None


def test_this_machine_can_be_asked() -> None:
    assert plain_swap() is not None or sys.platform != "linux"
