"""What the process does for its own secrecy at start-up, and what it can see that it cannot help.

Memory may still be written out by the system: to a swap that is not encrypted, or by hibernation, which writes to the
same place. That is reported, not prevented (vault.md 2.5), and on Linux only: macOS encrypts its swap by itself, on
Windows it depends on BitLocker.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

_PR_SET_DUMPABLE = 4  # linux/prctl.h


def harden() -> None:
    """No core dumps, no reading of our memory by other programs of the same user, and files for the owner alone.

    Both switches against dumps are needed: the limit does not apply where the system pipes dumps to a program.
    Debuggers and profilers of the same user cannot attach afterwards. On Windows nothing here takes effect.
    """
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def plain_swap(root: Path = Path("/")) -> tuple[str, ...] | None:
    """The swap areas that are not encrypted, as Linux names them; None where this cannot be told.

    Compressed memory (zram) never leaves the machine's memory and is fine. A swap
    file on btrfs is always named, for its device cannot be found this way. ``root`` is where /proc and /sys lie.
    """
    try:
        lines = (root / "proc/swaps").read_text().splitlines()[1:]
    except OSError:
        return None
    # A line is: name, type, size, used, priority; the kernel writes a space in a name as \040.
    areas = [(fields[0].replace("\\040", " "), fields[1]) for line in lines if len(fields := line.split()) > 1]
    return tuple(name for name, kind in areas if not _is_safe(root, name, kind))


def _is_safe(root: Path, name: str, kind: str) -> bool:
    """Whether what is written to this swap area stays in memory or is encrypted on its way to the disk."""
    try:
        status = (root / name.lstrip("/")).stat()
    except OSError:
        return False
    number = status.st_dev if kind == "file" else status.st_rdev
    device = root / f"sys/dev/block/{os.major(number)}:{os.minor(number)}"
    return device.exists() and _is_covered(device.resolve())


def _is_covered(device: Path) -> bool:
    """Whether a block device is encrypted or memory, or stands on nothing but such devices."""
    if device.name.startswith("zram") or _dm_uuid(device).startswith("CRYPT-"):
        return True
    below = list(_below(device))
    return bool(below) and all(map(_is_covered, below))


def _dm_uuid(device: Path) -> str:
    try:
        return (device / "dm/uuid").read_text()
    except OSError:
        return ""


def _below(device: Path) -> Iterator[Path]:
    slaves = device / "slaves"
    return (link.resolve() for link in slaves.iterdir()) if slaves.is_dir() else iter(())
