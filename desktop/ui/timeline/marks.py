"""What is drawn over the events: the clocks of the law and the statements that cannot both be true.

Plain values: whoever computes clocks and conflicts makes these, and the drawing knows nothing of rules.
"""

from dataclasses import dataclass
from enum import StrEnum


class ClockStatus(StrEnum):
    """How a clock stands; amber where it is due soon or nobody can show that it was met, red where it was broken."""

    OPEN = "open"
    DUE = "due"
    MET = "met"
    UNPROVEN = "unproven"
    BREACHED = "breached"


ORDER = (ClockStatus.MET, ClockStatus.OPEN, ClockStatus.DUE, ClockStatus.UNPROVEN, ClockStatus.BREACHED)


class Certainty(StrEnum):
    """Whether two statements clash whatever their uncertain times mean, or only if they mean the worst."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time limit that began with ``event`` for ``person`` (ids; empty for nobody in particular).

    Times are Unix seconds, ``None`` where nobody can tell.
    """

    start: int
    due_earliest: int
    due_latest: int | None
    status: ClockStatus
    title: str
    event: str
    person: str = ""
    is_verified: bool = True  # by a lawyer, is the rule


@dataclass(frozen=True, slots=True)
class Clash:
    """Two events (their ids) that cannot both be as told, and the sentence that says why."""

    first: str
    second: str
    certainty: Certainty
    text: str
