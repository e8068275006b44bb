"""Everything of a list that is read by pages, one stretch in memory at a time."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from db.rows import Key, Page

Row = TypeVar("Row")


def every(page: Callable[[Key | None], Page[Row]]) -> Iterator[Row]:
    """Each row of a list; ``page`` reads one stretch of it after a key."""
    key: Key | None = None
    while True:
        found = page(key)
        yield from found.rows
        key = found.next_key
        if key is None:
            return
