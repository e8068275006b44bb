"""What a table shows of a row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")
Identify = Callable[[Row], str]


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column; ``title`` is marked with ``N_`` and ``width`` counts letters.

    ``sort`` is what the query calls the order; without it rows are ordered here, by ``order`` or else by their text.
    A spare column is hidden until somebody asks for it.
    """

    key: str
    title: str
    text: Callable[[Row], str]
    width: int = 16
    sort: str = ""
    order: Callable[[Row], Any] | None = None
    is_number: bool = False
    is_spare: bool = False

    def rank(self, row: Row) -> Any:
        """What rows are ordered by when they are ordered here."""
        return self.order(row) if self.order else self.text(row).casefold()


@dataclass(frozen=True, slots=True)
class Query:
    """Which rows are wanted, in which order; an empty ``sort`` is the list's own order."""

    text: str = ""
    sort: str = ""
    is_descending: bool = False
