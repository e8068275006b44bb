"""What of a record can be found by its words: a title and a text for each kind that is searched."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from db.types import Kind, Name

Values = Mapping[str, Any]
# For each kind the columns of its title and those of its text.
_COLUMNS: dict[Kind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Kind.CASE: (("ref", "title"), ("summary", "tags")),
    Kind.PERSON: (("names",), ("description", "pseudonym", "occupation", "health", "tags")),
    Kind.ORGANISATION: (("names",), ()),
    Kind.PLACE: (("names",), ("address", "region")),
    Kind.EVENT: (("title",), ("text", "fields", "tags")),
    Kind.CHARGE: (("article", "part"), ("text",)),
    Kind.DOCUMENT: (
        ("title",), ("author", "addressee", "address", "file_name", "received_from", "tags"),
    ),
    Kind.CITATION: ((), ("quote", "value")),
    Kind.BRIEF: (("title",), ("sections",)),
    Kind.RELATION: ((), ("text",)),
    Kind.INJURY: ((), ("text", "size", "colour", "observed_by")),
    Kind.ISSUE: (("title",), ("basis", "text")),
    Kind.ISSUE_FACT: ((), ("remark",)),
    Kind.CONSENT: ((), ("text", "obtained_by")),
    Kind.INDICATOR: (("title",), ("population", "definition", "publisher", "remark")),
    Kind.TASK: (("title",), ("text", "assignee")),
    Kind.NOTE: ((), ("text",)),
}  # fmt: skip
SEARCHED = tuple(_COLUMNS)


def is_searched(kind: Kind, columns: Iterable[str]) -> bool:
    """Whether a change to these columns changes what can be found, or whether it can be."""
    if kind not in _COLUMNS:
        return False
    title, text = _COLUMNS[kind]
    return not {*title, *text, "trashed_at"}.isdisjoint(columns)


def passage_of(kind: Kind, values: Values) -> tuple[str, str]:
    """The title and the text of a record, given its columns (as the database or a file has them)."""
    title, text = _COLUMNS[kind]
    return _joined(values, title), _joined(values, text)


def _joined(values: Values, columns: tuple[str, ...]) -> str:
    return "\n".join(words for column in columns if (words := _words(values.get(column))))


def _words(value: Any) -> str:
    """The words in a column: a text, the spellings of a name, a list of texts, or the texts among extra fields."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        parts = cast("Mapping[str, Any]", value)
        return "\n".join(part for part in parts.values() if isinstance(part, str))
    if isinstance(value, list | tuple):
        return "; ".join(_word(one) for one in cast("list[Any]", value))
    return ""


def _word(one: Any) -> str:
    if isinstance(one, Name):
        return one.text
    return str(cast("Mapping[str, Any]", one)["text"]) if isinstance(one, Mapping) else str(one)
