"""The program: without a verb the window, with one the command line."""

import os
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path

VAULT_ENDING = ".sandyq"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; ``argv`` are the words after its name."""
    from db.hardening import harden

    harden()
    words = list(sys.argv[1:] if argv is None else argv)
    if is_for_window(words) and has_display(os.environ):
        from desktop.ui.app import start

        return start(words)
    from desktop.cli.program import run

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # what a terminal cannot show must not end the program
    return run(words, clock=system_clock, stdin=sys.stdin, stdout=sys.stdout, stderr=sys.stderr)


def is_for_window(words: Sequence[str]) -> bool:
    """Whether no verb was given: nothing at all, or the folder of a vault to open."""
    return not words or (len(words) == 1 and words[0].endswith(VAULT_ENDING) and Path(words[0]).is_dir())


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether there is somewhere to show a window."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in {"win32", "darwin"} or any(environment.get(name) for name in named)


def system_clock() -> datetime:
    """What time it is."""
    return datetime.fromtimestamp(time.time(), UTC)


if __name__ == "__main__":
    sys.exit(main())
