"""Every verb of the program, once: the window and the command line both call these.

An operation checks, opens one transaction and returns ``Done``: its result and what it touched.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from db.types import Kind

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change touched, so that windows know what to read again."""

    kinds: frozenset[Kind] = frozenset()
    case_id: str | None = None


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """The result of an operation and what it touched."""

    result: Result
    touched: Touched
