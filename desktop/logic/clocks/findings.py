"""The steps after the due, typed: what is on file about the act, and what that leaves open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.logic.clocks.facts import Span


@dataclass(frozen=True, slots=True)
class Shown:
    """The act is on file: an event, or a field of the trigger."""

    event: str
    kind: str
    span: Span
    field: str | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Respected:
    """A field says that it was done; no time is on file."""

    field: str


@dataclass(frozen=True, slots=True)
class Never:
    """By a source it never came: this field has this value."""

    field: str
    value: Any


@dataclass(frozen=True, slots=True)
class Closed:
    """The matter ended in another way: an event, or the end of the trigger itself (``field`` is ``until``)."""

    event: str
    kind: str
    span: Span
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Contested:
    """Another trigger of the same kind may lie between this one and the act, which may then belong to that one."""

    event: str


@dataclass(frozen=True, slots=True)
class NothingShown:
    """Nothing on file shows the act: no breach yet, a question to ask and a document to request."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a checklist: there, not there, or (``None``) nothing on file says."""

    item: str
    is_there: bool | None


@dataclass(frozen=True, slots=True)
class NotAllTold:
    """Not every line of the checklist is told on file: what is not, is to be looked up."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What we wrote down: the status, when and how it was handed over."""

    status: str
    span: Span | None
    channel: str | None


@dataclass(frozen=True, slots=True)
class Unchecked:
    """The law may have changed after this day; nobody has looked at the rule since."""

    day: date


@dataclass(frozen=True, slots=True)
class Told:
    """Whether a limit applies hangs on what a field of the trigger says; ``None``: it says nothing."""

    field: str
    value: Any
    kind: str


@dataclass(frozen=True, slots=True)
class Otherwise:
    """By another limit that may apply instead it is due later, so that the breach is possible only.

    ``hangs_on``: the steps that say what would decide which of them applies.
    """

    rule: str
    title: Mapping[str, str]
    due: Span
    hangs_on: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class StandsFor:
    """The clock runs from the time this field would tell, which is not on file: it may run later."""

    field: str


@dataclass(frozen=True, slots=True)
class Doubted:
    """A record this rests on is a rumour, or we dispute it, or its only source denies it."""

    event: str
    kind: str


@dataclass(frozen=True, slots=True)
class MayBeBetween:
    """The extension that came late prolongs no term by name: another that is not on file may lie between."""

    event: str


@dataclass(frozen=True, slots=True)
class RestorationAsked:
    """We asked for the missed term to be restored."""

    event: str
    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class RestorationAnswered:
    """What came of it; ``is_granted`` is ``None`` where an answer is on file but not what it says."""

    event: str
    kind: str
    span: Span
    is_granted: bool | None
