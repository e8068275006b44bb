"""The command line as tests use it: one call a command, its streams in memory, keys derived cheaply."""

import io
import json
from dataclasses import dataclass
from typing import Any

from desktop.cli.program import run
from tests.builders import CHEAP, TestClock


@dataclass(frozen=True)
class Outcome:
    """How a command ended: its exit code, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value printed."""
        return json.loads(self.out)


def sandyq(*words: object, stdin: str = "", clock: Any = None) -> Outcome:
    """Run one command."""
    out, err = io.StringIO(), io.StringIO()
    code = run(
        [str(word) for word in words], clock=clock or TestClock(), stdin=io.StringIO(stdin), stdout=out, stderr=err,
        cost=CHEAP, floor=CHEAP,
    )  # fmt: skip
    return Outcome(code, out.getvalue(), err.getvalue())
