"""Somebody in the vault who may be the same as a record, or as somebody called by a name."""

from collections.abc import Iterator, Sequence
from typing import Any

from db.queries import members
from db.rows import Page
from db.vault import Session
from desktop.logic.duplicates import Pair, likest
from desktop.ui import labels

PAGE = 500


def find_alike(row: labels.Member, texts: Sequence[str], session: Session) -> Pair | None:
    """Whoever of the vault is most likely the same as this record, called by one of these names; if anyone is."""
    return likest(row, _all(row, session), texts)


def _all(row: labels.Member, session: Session) -> Iterator[labels.Member]:
    row_type: type[Any] = row.__class__
    page: Page[Any] = members.page(session, row_type, limit=PAGE)
    while True:
        yield from (one for one in page.rows if one.id != row.id)
        if page.next_key is None:
            return
        page = members.page(session, row_type, after=page.next_key, limit=PAGE)
