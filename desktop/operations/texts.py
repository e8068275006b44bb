"""Texts as they are kept: what pasting leaves behind is taken off, everywhere in a record."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar, cast

from db.types import Name
from desktop.documents.exchange.letters import cleaned

Row = TypeVar("Row")


def cleaned_row(row: Row) -> Row:
    """The row with every text in it cleaned."""
    record = cast("Any", row)
    return replace(record, **{part.name: _cleaned(getattr(record, part.name)) for part in fields(record)})


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return str(cleaned(value))
    if isinstance(value, Name):
        return replace(value, text=cleaned(value.text))
    if isinstance(value, Mapping):
        return {key: _cleaned(inner) for key, inner in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, tuple):
        return tuple(_cleaned(inner) for inner in cast("tuple[Any, ...]", value))
    if isinstance(value, list):
        return [_cleaned(inner) for inner in cast("list[Any]", value)]
    return value
