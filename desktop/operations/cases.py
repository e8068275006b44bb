"""Cases: open one, correct it."""

from db.rows import CaseRow
from db.types import Kind
from db.vault import Vault
from desktop.operations import Done, Touched
from desktop.operations.checks import check_case
from desktop.operations.texts import cleaned_row


def save_case(vault: Vault, row: CaseRow) -> Done[str]:
    """Open a case (``id`` empty) or correct one; returns its id. Raises ``InputFaults``, ``RecordTaken``."""
    row = cleaned_row(row)
    check_case(row)
    with vault.change("edit-case" if row.id else "add-case") as change:
        case_id = change.put(row)
    return Done(case_id, Touched(frozenset({Kind.CASE}), case_id))
