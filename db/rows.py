"""Frozen rows that lists are made of: they may cross threads and know no session. Standard library only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list and the key to ask for the next with; ``next_key`` is ``None`` on the last page."""

    rows: Sequence[Row]
    next_key: tuple[int | str, ...] | None
