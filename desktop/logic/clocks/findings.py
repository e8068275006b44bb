"""The steps after the due, typed: what is on file about the act, and what that leaves open."""

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
class Decided:
    """What we wrote down: the status, when and how it was handed over."""

    status: str
    span: Span | None
    channel: str | None


@dataclass(frozen=True, slots=True)
class Unchecked:
    """The law may have changed after this day; nobody has looked at the rule since."""

    day: date
