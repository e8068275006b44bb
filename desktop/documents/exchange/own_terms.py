"""Which of the user's own terms a case file needs: those it names, and what their kinds of event and fields draw on."""

from collections.abc import Sequence
from typing import Any

from db.rows import TermRow

KINDS_OF_EVENT, FIELDS = "event-kinds", "fields"
Named = tuple[str, str]  # a vocabulary and a term of it


def needed_terms(terms: Sequence[TermRow], named: set[Named]) -> list[TermRow]:
    """The terms that are named, with the fields of those that are kinds of event, in their order."""
    needed = set(named)
    for row in terms:
        if (row.vocabulary, row.term) in needed and row.vocabulary == KINDS_OF_EVENT:
            fields: Sequence[Any] = row.body.get("fields", ())
            needed |= {(FIELDS, field) for field in fields}
    return [row for row in terms if (row.vocabulary, row.term) in needed]
