"""The trash: put a record there, take it back, or destroy it for good."""

from collections.abc import Sequence

from db.change import Change
from db.errors import RecordInUse
from db.journal import PURGE
from db.queries.records import row_of
from db.queries.references import dependants, live_references
from db.rows import DocumentRow, EventRow
from db.types import Kind
from db.vault import Vault
from desktop.operations import Done, Touched
from desktop.operations.work import remove_unneeded


def trash_record(vault: Vault, kind: Kind, record: str, *, case_id: str | None = None) -> Done[None]:
    """Put a record in the trash. Raises ``RecordInUse`` while live events, parties or charges name it."""
    with vault.change(f"trash-{kind.value}") as change:
        if live_references(change.session, kind, record):
            raise RecordInUse(kind.value)
        change.put_in_trash(kind, record, at=int(vault.clock().timestamp()))
    return Done(None, Touched(frozenset({kind}), case_id))


def restore_record(vault: Vault, kind: Kind, record: str) -> Done[None]:
    """Take a record out of the trash, with the persons and places it cannot stand without."""
    with vault.change(f"restore-{kind.value}") as change:
        change.put_in_trash(kind, record, at=None)
        for needed_kind, needed in _needed(change, kind, record):
            change.put_in_trash(needed_kind, needed, at=None)
    return Done(None, Touched(frozenset(Kind)))


def _needed(change: Change, kind: Kind, record: str) -> list[tuple[Kind, str]]:
    row = row_of(change.record(kind, record))
    needed = [(Kind.PERSON, getattr(row, "person_id", None))]
    if isinstance(row, EventRow):
        needed += [(Kind.PLACE, row.place_id), (Kind.PLACE, row.until_place_id), (Kind.CASE, row.case_id)]
        parts = [
            part for part_kind, part in dependants(change.session, kind, record) if part_kind is Kind.PARTICIPATION
        ]
        for part in parts:
            acting = row_of(change.record(Kind.PARTICIPATION, part))
            needed += [(Kind.PERSON, acting.person_id), (Kind.ORGANISATION, acting.organisation_id)]
    else:
        needed += [(Kind.CASE, getattr(row, "case_id", None)), (kind, getattr(row, "parent_id", None))]
    return [(needed_kind, needed_id) for needed_kind, needed_id in needed if needed_id]


def purge_records(vault: Vault, records: Sequence[tuple[Kind, str]]) -> Done[int]:
    """Destroy records for good with all that depends on them: values, index, journal contents and stored files.

    That they existed, and when they were destroyed, stays in the journal. Returns how many records went. Raises
    ``RecordInUse`` when something else still needs one of them; then nothing is destroyed.
    """
    blobs: set[str] = set()
    with vault.change(PURGE, can_undo=False) as change:
        doomed: list[tuple[Kind, str]] = []
        for kind, record in records:
            doomed += [*dependants(change.session, kind, record), (kind, record)]
        doomed = list(dict.fromkeys(doomed))
        for kind, record in doomed:
            row = row_of(change.record(kind, record))
            if isinstance(row, DocumentRow) and row.blob:
                blobs.add(row.blob)
        change.session.expunge_all()
        for kind, record in doomed:
            change.purge(kind, [record])
    remove_unneeded(vault, blobs)  # after the commit: a crash leaves at worst a stray file, no document without one
    return Done(len(doomed), Touched(frozenset(Kind)))
