"""Where the command line speaks and listens: text, JSON, complaints and progress, on any terminal."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TextIO

from desktop.i18n import _

if TYPE_CHECKING:
    from desktop.errors import InputFaults, UserError

NAME = "sandyq"
_WIDEST = 40  # characters of a column
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(slots=True)
class Console:
    """The streams of one run, its clock, and what tests choose for deriving keys (``cost``, ``floor``)."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    clock: Callable[[], datetime]
    costs: Mapping[str, Any] = field(default_factory=dict[str, Any])
    is_json: bool = False
    subject: str = ""  # which of several things the work is at: stands before an error
    _is_drawing: bool = False

    def say(self, text: str) -> None:
        """Print lines for people; nothing in them can steer the terminal."""
        self.stdout.write(_harmless(text) + "\n")

    def give(self, value: object) -> None:
        """Print one JSON value on one line; ASCII where the terminal is not UTF-8."""
        is_unicode = (self.stdout.encoding or "").lower().replace("-", "") in {"utf8", ""}
        self.stdout.write(json.dumps(value, ensure_ascii=not is_unicode) + "\n")

    def complain(self, text: str) -> None:
        """Print one line on the error stream."""
        self._rub_out()
        line = " ".join(_harmless(text).split())
        self.stderr.write(f"{NAME}: {line}\n")

    def explain(self, error: "UserError") -> None:
        """Print an error: what happened and what to do in one line, then a line for each fault of an input."""
        from desktop.errors import InputFaults

        self.complain(f"{self.subject}{': ' if self.subject else ''}{error.what} {error.remedy}")
        if isinstance(error, InputFaults):
            self._list_faults(error)

    def _list_faults(self, error: "InputFaults") -> None:
        for fault in error.faults:
            line = f"{fault.place}: {fault.what}" if fault.place else fault.what
            self.stderr.write("  " + " ".join(_harmless(line).split()) + "\n")

    def progress(self, done: int, total: int) -> None:
        """Show how far a piece of work is, where somebody is looking."""
        if self.stderr.isatty() and total:
            self._is_drawing = True
            self.stderr.write(f"\r{min(done, total) * 100 // total:3d} %")
            self.stderr.flush()

    def _rub_out(self) -> None:
        if self._is_drawing:
            self._is_drawing = False
            self.stderr.write("\r     \r")

    def close(self) -> None:
        """Leave the terminal as it was found, and everything printed."""
        self._rub_out()
        self.stdout.flush()
        self.stderr.flush()


def table(rows: Iterable[Sequence[str]]) -> str:
    """Rows as aligned columns, each row on its line; a cell wider than most pushes the rest of its row aside."""
    lines = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max(min(len(line[place]), _WIDEST) for line in lines) for place in range(max(map(len, lines), default=0))]
    return "\n".join("  ".join(cell.ljust(widths[place]) for place, cell in enumerate(line)).rstrip() for line in lines)


def nothing() -> str:
    """What is said where a list is empty."""
    return _("Nothing here yet.")


def _harmless(text: str) -> str:
    """The text without characters that would steer a terminal or turn its reading order."""
    return _STEERING.sub("�", text)
