"""Undo and redo, by the journal, across restarts."""

from db import undo
from db.errors import NothingToUndo
from db.types import Kind
from db.vault import Vault
from desktop.operations import Done, Touched


def undo_last(vault: Vault) -> Done[str]:
    """Undo the newest change that stands; returns its label. Raises ``NothingToUndo``, ``RecordMoved``."""
    return _reverse(vault, is_redo=False)


def redo_last(vault: Vault) -> Done[str]:
    """Do again what was undone last; returns its label. Raises ``NothingToUndo``, ``RecordMoved``."""
    return _reverse(vault, is_redo=True)


def _reverse(vault: Vault, *, is_redo: bool) -> Done[str]:
    with vault.reading() as connection:
        step = undo.next_redo(connection) if is_redo else undo.next_undo(connection)
    if step is None:
        raise NothingToUndo
    with vault.change(step.label, reverses=step.seq, is_redo=is_redo) as change:
        undo.reverse(change.connection, change.entry, step, is_redo=is_redo)
    return Done(step.label, Touched(frozenset(Kind)))
