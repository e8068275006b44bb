"""What a table shows of a row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Identified(Protocol):
    """A row of anything: it has an id that stays the same when its content changes."""

    @property
    def id(self) -> str:
        """The record's id."""
        ...


Row = TypeVar("Row", bound=Identified)


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column; ``title`` is marked with ``N_``, ``width`` counts letters, ``sort`` names the order in the query."""

    key: str
    title: str
    text: Callable[[Row], str]
    width: int = 16
    sort: str = ""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Which rows are wanted, in which order; an empty ``sort`` is the list's own order."""

    text: str = ""
    sort: str = ""
    is_descending: bool = False
