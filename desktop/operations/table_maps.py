"""Column maps kept under a name, so that the next table of the same make needs no mapping."""

from collections.abc import Mapping
from typing import Any

from db.queries.settled import views
from db.rows import ViewRow
from db.types import Kind
from db.vault import Session, Vault
from desktop.errors import Fault, InputFaults
from desktop.i18n import _
from desktop.operations import Done, Touched

_VIEWS = frozenset({Kind.VIEW})


def scope_of(entity: str) -> str:
    """Where the maps for one kind of table are kept."""
    return f"map:{entity}"


def maps_for(session: Session, entity: str) -> list[ViewRow]:
    """The maps kept for tables of these records, in the order they were kept."""
    return views(session, scope_of(entity))


def save_map(vault: Vault, title: str, body: Mapping[str, Any]) -> Done[str]:
    """Keep a map (``sheets.mapping.kept``) under a name, in place of one that has it; returns its id."""
    title, scope = title.strip(), scope_of(str(body["entity"]))
    if not title:
        raise InputFaults(_("Some fields need attention."), [Fault("title", _("This field is needed."))])
    with vault.change("keep-map") as change:
        same = [row.id for row in views(change.session, scope) if row.title == title]
        kept = change.put(ViewRow(same[0] if same else "", scope, title, body=dict(body)))
    return Done(kept, Touched(_VIEWS))


def remove_map(vault: Vault, map_id: str) -> Done[None]:
    """Take a kept map away; undo brings it back."""
    with vault.change("remove-map") as change:
        change.remove(Kind.VIEW, map_id)
    return Done(None, Touched(_VIEWS))
