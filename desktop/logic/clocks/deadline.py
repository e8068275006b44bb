"""What comes out: deadlines with their steps, and what could not be counted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import cast, overload

from desktop.logic.clocks.facts import Span
from desktop.logic.clocks.rule import Anchor, Rule
from desktop.logic.clocks.steps import Step


class Status(StrEnum):
    """How a deadline stands; the last four only by our own decision."""

    OPEN = "open"
    MET = "met"
    BREACHED = "breached"  # theirs: a record shows the act late, or a source says it never came
    MISSED = "missed"  # the same, of ours
    UNPROVEN = "unproven"  # past due, nothing on file
    RESTORATION_ASKED = "restoration-asked"
    RESTORED = "restored"
    REFUSED = "refused"
    WAIVED = "waived"


class Certainty(StrEnum):
    """Certain when it holds at every time the facts leave possible."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


class Trace(Sequence[Step]):
    """Steps that are told when somebody first reads them: of most deadlines nobody does."""

    __slots__ = ("_steps", "_tell")

    def __init__(self, tell: Callable[[], tuple[Step, ...]]) -> None:
        self._tell = tell
        self._steps: tuple[Step, ...] | None = None

    @overload
    def __getitem__(self, place: int) -> Step: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Step, ...]: ...
    def __getitem__(self, place: int | slice) -> Step | tuple[Step, ...]:
        return self._told()[place]

    def __len__(self) -> int:
        return len(self._told())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._told() == tuple(cast("Sequence[object]", other))

    def __hash__(self) -> int:
        return hash(self._told())

    def _told(self) -> tuple[Step, ...]:
        if self._steps is None:
            self._steps = self._tell()
        return self._steps


@dataclass(frozen=True, slots=True)
class Deadline:
    """One clock of one person (``None``: of nobody in particular).

    ``due`` is what holds (an order's date, or our own, before the law's), ``by_law`` what was counted; ``None`` where
    the law sets no time. ``cautious`` is the end to be told by, ``reminders`` moments before it (Unix seconds).
    ``shown`` is the event that shows the act. ``decision`` is the record of what we wrote down about it.
    """

    rule: Rule
    person: str | None
    event: str
    anchor: Anchor
    zone: str
    trigger: Span
    by_law: Span | None
    due: Span | None
    status: Status
    certainty: Certainty
    steps: Sequence[Step]
    shown: str | None = None
    reminders: tuple[int, ...] = ()
    decision: str | None = None

    @property
    def cautious(self) -> int | None:
        """The earliest moment it can fall due (Unix seconds)."""
        return self.due.earliest if self.due else None

    @property
    def is_verified(self) -> bool:
        """Whether a lawyer signed the rule."""
        return self.rule.verified_by is not None and self.rule.verified_on is not None


@dataclass(frozen=True, slots=True)
class Fault:
    """What could not be counted, with a short code; everything else was.

    ``why``: ``ring`` (the rule is counted from itself), ``no-such-rule`` (counted from one that is not there),
    ``links-ring`` (events that prolong one another in a circle), ``reversed`` (a time that ends before it begins),
    or a code of ``WhenUnreadable``, ``TooFar`` or ``NoWorkingDay``.
    """

    why: str
    rule: str | None = None
    event: str | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Clocks:
    """Every deadline of a case, by its due, and what could not be counted."""

    deadlines: tuple[Deadline, ...]
    faults: tuple[Fault, ...] = ()
