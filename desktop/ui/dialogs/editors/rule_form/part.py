"""One field of a rule's record: what it is called, what it means, its input, and how it is read and written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from desktop.ui.inputs.input import Input

_BLANK: tuple[object, ...] = (None, "", [], {})


@dataclass(frozen=True, slots=True)
class Part:
    """A value of a table: ``key`` in it, ``title`` and ``why`` (marked with ``N_``), what makes its input.

    ``usual`` is what a record means that leaves it out. A rare part is shown when it says something, or is asked for.
    """

    key: str
    title: str
    why: str
    make: Callable[[], Input]
    usual: Any = None
    is_wide: bool = False
    is_rare: bool = False


def shown(table: Mapping[str, Any], part: Part) -> Any:
    """What the input of a part shows for a table."""
    return table.get(part.key, part.usual)


def written(table: Mapping[str, Any], values: Mapping[str, Any], parts: Sequence[Part]) -> dict[str, Any]:
    """The table with these values: what did not change, and what no part is of, stays word by word as it was."""
    made = dict(table)
    for part in parts:
        value = plain(values[part.key])
        before = plain(shown(table, part))
        if value == before or (value in _BLANK and before in _BLANK):
            continue
        if value in _BLANK or value == plain(part.usual):
            made.pop(part.key, None)
        else:
            made[part.key] = value
    return made


def plain(value: Any) -> Any:
    """A value of the record as JSON has it: lists for tuples."""
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, tuple | list):
        return [plain(one) for one in cast("Sequence[Any]", value)]
    return value


def strangers(table: Mapping[str, Any], parts: Sequence[Part]) -> list[str]:
    """The keys of a table that no part shows."""
    known = {part.key for part in parts}
    return [key for key in table if key not in known]
