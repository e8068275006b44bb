"""What the program tells a person when something cannot be done: what happened, and what to do about it."""

from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """How the command line ends (documented in the README; never renumbered)."""

    FINE = 0
    OUR_BUG = 1
    WRONG_USE = 2
    WRONG_PASSPHRASE = 3
    BAD_INPUT = 4
    DAMAGED = 5
    IN_USE = 6
    DISK = 7
    TOO_NEW = 8
    NOT_FOUND = 9
    CANCELLED = 10


class UserError(Exception):
    """Something a person can put right: ``what`` happened and the ``remedy``, both in the interface's language."""

    def __init__(self, what: str, remedy: str = "", *, code: ExitCode = ExitCode.BAD_INPUT) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy
        self.code = code


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with what was given: its place (``events[3].when``, ``names``) and a sentence about it."""

    place: str
    what: str


class InputFaults(UserError):
    """What was given has faults, each with its place; nothing was kept."""

    def __init__(self, what: str, faults: list[Fault], remedy: str = "") -> None:
        super().__init__(what, remedy)
        self.faults = faults
