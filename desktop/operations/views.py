"""Saved views: a filter and the order of its list, kept under a name, with what it finds now."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, cast

from db.queries import settled, timeline
from db.queries.event_filter import Filter
from db.rows import ViewRow
from db.types import Kind
from db.vault import Session, Vault
from desktop.errors import Fault
from desktop.i18n import _
from desktop.operations import Done, Touched
from desktop.operations.checks import filled, require
from desktop.operations.texts import cleaned_row

TIMELINE = "timeline"
_VIEW = frozenset({Kind.VIEW})


@dataclass(frozen=True, slots=True)
class CountedView:
    """A saved view with the number of events it finds now."""

    row: ViewRow
    count: int


def save_view(vault: Vault, row: ViewRow) -> Done[str]:
    """Keep a view under its name; one of the same name, scope and case is replaced. Raises ``InputFaults``."""
    row = cleaned_row(row)
    require((filled("title", row.title), None if row.scope else Fault("scope", _("This field is needed."))))
    with vault.change("add-view") as change:
        for standing in settled.views(change.session, row.scope, row.case_id):
            if standing.title == row.title and standing.case_id == row.case_id and standing.id != row.id:
                change.remove(Kind.VIEW, standing.id)
        view = change.put(row)
    return Done(view, Touched(_VIEW, row.case_id))


def remove_view(vault: Vault, view: str, case_id: str | None) -> Done[None]:
    """Forget a view; undo brings it back."""
    with vault.change("remove-view") as change:
        change.remove(Kind.VIEW, view)
    return Done(None, Touched(_VIEW, case_id))


def body_of(wanted: Filter) -> dict[str, Any]:
    """A filter as a view keeps it: what it asks for, and nothing it does not."""
    return {name: value for name, value in asdict(wanted).items() if value not in (None, "", (), False)}


def filter_of(body: Mapping[str, Any]) -> Filter:
    """The filter a view keeps; what this version does not know is left out."""
    known = {part.name: part for part in fields(Filter)}
    read: dict[str, Any] = {}
    for name, value in body.items():
        if name in known:
            read[name] = tuple(cast("list[str]", value)) if isinstance(value, list) else value
    return Filter(**read)


def count_views(session: Session, case_id: str) -> Sequence[CountedView]:
    """The saved views of a case's timeline, each with what it finds now."""
    rows = settled.views(session, TIMELINE, case_id)
    return [CountedView(row, timeline.count(session, case_id, filter_of(row.body))) for row in rows]
