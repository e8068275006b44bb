"""Two records of one person, organisation or place made one: what both say, and what only one of them can say."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from db.rows import OrganisationRow, PersonRow, PlaceRow
from db.types import Name, Protection

Member = PersonRow | OrganisationRow | PlaceRow
Row = TypeVar("Row", PersonRow, OrganisationRow, PlaceRow)

# What a record can say only once; columns of one line go together and are called by the first.
SINGLE: dict[type[Any], tuple[tuple[str, ...], ...]] = {
    PersonRow: (("description",), ("sex",), ("born",), ("deceased",), ("occupation",), ("health",), ("pseudonym",)),
    OrganisationRow: (("kind",), ("parent_id",)),
    PlaceRow: (
        ("kind",), ("address",), ("region",), ("latitude", "longitude"), ("zone",), ("parent_id",), ("capacity",),
    ),
}  # fmt: skip
LISTED = ("citizenships", "languages", "identity_documents", "addresses", "phones", "tags")
STRICTNESS = (Protection.NONE, Protection.INITIALS, Protection.PSEUDONYM, Protection.WITHHELD)


@dataclass(frozen=True, slots=True)
class Difference:
    """A part that both records have and say differently: the values of its columns in each."""

    part: str
    kept: tuple[Any, ...]
    lost: tuple[Any, ...]


def differences(kept: Row, lost: Row) -> list[Difference]:
    """What one of the two must give way in."""
    found: list[Difference] = []
    for columns in SINGLE[type(kept)]:
        ours, theirs = _values(kept, columns), _values(lost, columns)
        if not _is_empty(ours) and not _is_empty(theirs) and ours != theirs:
            found.append(Difference(columns[0], ours, theirs))
    return found


def united(kept: Row, lost: Row, taken: Collection[str] = ()) -> Row:
    """One record out of two: ``kept`` with every name and every entry of a list the other has.

    What ``kept`` leaves open comes from ``lost``, and so do the parts in ``taken``. The stricter protection stands.
    """
    values: dict[str, Any] = {"names": united_names(kept.names, lost.names)}
    for columns in SINGLE[type(kept)]:
        ours, theirs = _values(kept, columns), _values(lost, columns)
        if not _is_empty(theirs) and (_is_empty(ours) or columns[0] in taken):
            values |= dict(zip(columns, theirs, strict=True))
    if isinstance(kept, PersonRow) and isinstance(lost, PersonRow):
        values |= {part: _joined(getattr(kept, part), getattr(lost, part)) for part in LISTED}
        values["protected"] = stricter(kept.protected, lost.protected)
    return replace(kept, **values)


def united_names(kept: Sequence[Name], lost: Iterable[Name]) -> tuple[Name, ...]:
    """Every spelling once, the kept one's first; a language only one of the two knows is kept."""
    found = {name.text: name for name in reversed(kept)}
    found = {name.text: found[name.text] for name in kept}
    for name in lost:
        known = found.setdefault(name.text, name)
        if known.lang is None and name.lang is not None:
            found[name.text] = replace(known, lang=name.lang)
    return tuple(found.values())


def stricter(one: str, other: str) -> str:
    """The protection of two that shows less."""
    return max((Protection(one), Protection(other)), key=STRICTNESS.index).value


def _values(row: Any, columns: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(row, column) for column in columns)


def _is_empty(values: tuple[Any, ...]) -> bool:
    return all(value in (None, "") for value in values)


def _joined(ours: Sequence[Any], theirs: Sequence[Any]) -> Any:
    more = [value for value in theirs if value not in ours]
    return type(ours)([*ours, *more]) if isinstance(ours, list | tuple) else [*ours, *more]
