"""Records that name another of their kind as what they are part of: rings among them, and parents before children."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

Row = TypeVar("Row", bound=Any)


def first_in_rings(parents: Mapping[str, str]) -> list[str]:
    """For each ring (a part of b, b part of a), the record of it that comes first in ``parents``."""
    known: set[str] = set()
    found: list[str] = []
    for start in parents:
        way: list[str] = []
        here: str | None = start
        while here is not None and here not in known:
            known.add(here)
            way.append(here)
            here = parents.get(here)
        if here in way:
            ring = set(way[way.index(here) :])
            found.append(next(record for record in parents if record in ring))
    return found


def parents_first(rows: Iterable[dict[str, Any]], column: str) -> list[dict[str, Any]]:
    """The rows so that whatever ``column`` names comes before the row that names it; there must be no rings."""
    by_id = {row["id"]: row for row in rows}
    ordered: dict[str, dict[str, Any]] = {}
    for row in by_id.values():
        way: list[dict[str, Any]] = []
        here: dict[str, Any] | None = row
        while here is not None and here["id"] not in ordered:
            way.append(here)
            here = by_id.get(here.get(column) or "")
        for one in reversed(way):
            ordered[one["id"]] = one
    return list(ordered.values())


def parents_before(rows: Iterable[Row], column: str = "parent_id") -> list[Row]:
    """Records so that the one each is part of comes before it; those whose whole is not there come as they are."""
    as_rows = [{"id": row.id, "row": row, column: getattr(row, column)} for row in rows]
    return [found["row"] for found in parents_first(as_rows, column)]


def inherited(own: Mapping[str, str], parents: Mapping[str, str], records: Iterable[str]) -> dict[str, str]:
    """What each record has of its own, else what the nearest record above it has."""
    found: dict[str, str] = {}
    for record in records:
        seen: set[str] = set()
        here: str | None = record
        while here is not None and here not in own and here not in seen:
            seen.add(here)
            here = parents.get(here)
        if here is not None and here in own:
            found[record] = own[here]
    return found
