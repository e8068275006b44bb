"""What the reader may still do once it holds a stranger's bytes: compute, read fonts, answer. Linux only in full.

Limits of the system (``setrlimit``) hold everywhere on POSIX; Landlock (Linux 5.13 or later, `man 7 landlock`) also
takes away every file but fonts and program code, and every network connection. Where a layer is missing the others
stay; what always holds is that this process has no key, no passphrase and no other document.
"""

import contextlib
import ctypes
import os
import struct
import sys
import sysconfig
from pathlib import Path

MEMORY = 1536 * 1024 * 1024  # bytes of address space for one document
SECONDS = 30  # of computing for one answer
_OPEN_FILES = 32
_FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/usr/share/X11/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
)

# linux/prctl.h
_SET_PARENT_DEATH_SIGNAL, _SET_DUMPABLE, _SET_NO_NEW_PRIVILEGES = 1, 4, 38
# linux/landlock.h: the same numbers on every processor
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF, _BENEATH, _VERSION = 444, 445, 446, 1, 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # how many rights over files each version knows; 16 from version 5


def confine_reader() -> None:
    """For the life of the process: no core dump, no byte written to a file, few open files, memory closed to others."""
    try:
        import resource
    except ImportError:  # not POSIX
        return
    for limit, value in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NOFILE, _OPEN_FILES)):
        resource.setrlimit(limit, (value, value))
    if sys.platform == "linux":
        system = ctypes.CDLL(None)
        system.prctl(_SET_DUMPABLE, 0, 0, 0, 0)
        system.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def confine_document() -> None:
    """For the document about to be read: bounded memory, no child process, no file but fonts and code, no network."""
    try:
        import resource
    except ImportError:  # not POSIX
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    if sys.platform == "linux":
        import signal

        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
        _close_files()


def allow_seconds(seconds: int = SECONDS) -> None:
    """Grant the next answer its share of computing time; the system ends the process when it is used up."""
    try:
        import resource
    except ImportError:  # not POSIX
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds, resource.RLIM_INFINITY))


def _close_files() -> bool:
    """Take away every path but those of fonts and code; False when the kernel cannot."""
    version = _system(_CREATE_RULESET, None, 0, _VERSION)
    if version < 1:
        return False
    files = (1 << _FILE_RIGHTS.get(version, 16)) - 1
    ports = 3 if version >= 4 else 0  # bind and connect
    scopes = 3 if version >= 6 else 0  # abstract sockets and signals to others
    attributes = struct.pack("=QQQ", files, ports, scopes)[: 8 if version < 4 else 16 if version < 6 else 24]
    rules = _system(_CREATE_RULESET, attributes, len(attributes), 0)
    if rules < 0:
        return False
    for folder in _readable_folders():
        with contextlib.suppress(OSError):
            where = os.open(folder, os.O_PATH | os.O_CLOEXEC)
            _system(_ADD_RULE, rules, _BENEATH, struct.pack("=Qi", _READ_FILE | _READ_FOLDER, where), 0)
            os.close(where)
    closed = _system(_RESTRICT_SELF, rules, 0) == 0
    os.close(rules)
    return closed


def _system(number: int, *arguments: int | bytes | None) -> int:
    """One call of the kernel's own, which Python has no name for."""
    call = ctypes.CDLL(None).syscall
    call.restype = ctypes.c_long
    return int(call(ctypes.c_long(number), *(ctypes.c_long(a) if isinstance(a, int) else a for a in arguments)))


def _readable_folders() -> set[str]:
    """Fonts for documents that embed none, and the code this process is made of."""
    code = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    return {*_FONT_FOLDERS, *code, str(Path(__file__).parents[2])}
