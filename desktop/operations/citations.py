"""Citations: say which passage of a document supports, contradicts or mentions a fact."""

from db.rows import CitationRow
from db.types import Kind
from db.vault import Vault
from desktop.operations import Done, Touched
from desktop.operations.checks import check_citation
from desktop.operations.texts import cleaned_row

_CITATION = frozenset({Kind.CITATION})


def save_citation(vault: Vault, row: CitationRow, case_id: str) -> Done[str]:
    """Write a citation; returns its id. Raises ``InputFaults``, ``RecordMissing`` without its document or target."""
    row = cleaned_row(row)
    check_citation(row)
    with vault.change("edit-citation" if row.id else "add-citation") as change:
        change.record(Kind.DOCUMENT, row.document_id)
        change.record(Kind(row.target_kind), row.target_id)
        citation = change.put(row)
    return Done(citation, Touched(_CITATION, case_id))


def remove_citation(vault: Vault, citation: str, case_id: str) -> Done[None]:
    """Take a citation back."""
    with vault.change("remove-citation") as change:
        change.remove(Kind.CITATION, citation)
    return Done(None, Touched(_CITATION, case_id))
