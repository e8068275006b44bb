"""Verify a vault: every page, every journal link, every reference, every stored file against its fingerprint."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from db.errors import Cancelled, DocumentDamaged, DocumentMissing, VaultDamaged
from db.integrity import dangling_references, database_faults
from db.journal import verify_chain, verify_details
from db.queries.documents import stored_files
from db.rows import DocumentRow
from db.types import BlobId
from db.vault import Vault
from desktop.operations import Done, Touched


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is off: a short code, and the record or place it concerns.

    Codes: ``database``, ``chain``, ``journal``, ``reference``, ``file-missing``, ``file-damaged``, ``file-altered``,
    ``file-stray`` (the last is harmless: a file no record knows, left by a crash).
    """

    code: str
    place: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at and what was found; ``is_sound`` when nothing is off."""

    entries: int
    files: int
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is off that matters."""
        return all(finding.code == "file-stray" for finding in self.findings)


def verify_vault(
    vault: Vault,
    *,
    progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Done[Verified]:
    """Check everything; ``progress`` is told files done and in all. Nothing is changed."""
    entries, findings = _verify_database(vault)
    files: list[DocumentRow] = []
    if not any(finding.code == "database" for finding in findings):
        with vault.read() as session:
            files = stored_files(session)
        for done, row in enumerate(files, start=1):
            if is_cancelled is not None and is_cancelled():
                raise Cancelled
            findings += _verify_file(vault, row)
            if progress is not None:
                progress(done, len(files))
        known = {row.blob for row in files}
        findings += [Finding("file-stray", blob) for blob in vault.store.blobs() if blob not in known]
    return Done(Verified(entries, len(files), tuple(findings)), Touched())


def _verify_database(vault: Vault) -> tuple[int, list[Finding]]:
    findings: list[Finding] = []
    entries = 0
    try:
        with vault.reading() as connection:
            findings += [Finding("database", fault) for fault in database_faults(connection)]
            entries = verify_chain(connection)
            verify_details(connection)
            findings += [Finding("reference", fault) for fault in dangling_references(connection)]
    except VaultDamaged as damaged:
        code, _space, place = damaged.what.partition(" ")
        findings.append(Finding(code if code in {"chain", "journal"} else "database", place or damaged.what))
    return entries, findings


def _verify_file(vault: Vault, row: DocumentRow) -> Iterator[Finding]:
    try:
        stored = vault.store.check(BlobId(row.blob or ""))
    except DocumentMissing:
        yield Finding("file-missing", row.id)
    except DocumentDamaged:
        yield Finding("file-damaged", row.id)
    else:
        if (stored.sha256, stored.size) != (row.sha256, row.size):
            yield Finding("file-altered", row.id)
