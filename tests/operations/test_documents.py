"""Documents are taken in whole or not at all, never change, and every opening and copy is on their log."""

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from db import search
from db.errors import Cancelled, DocumentDamaged, DocumentMissing
from db.queries import documents, history
from db.queries.records import fetch
from db.rows import DocumentRow
from db.vault import Vault
from desktop.errors import UserError
from desktop.operations.documents import Intake, add_documents, export_document, read_document, save_document
from desktop.operations.history import undo_last
from desktop.operations.verification import verify_vault

LETTER = "Ответ больницы: находился в палате с 5 по 9 января.\n".encode()


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A hospital's letter on the disk."""
    path = tmp_path / "hospital letter.txt"
    path.write_bytes(LETTER)
    return path


def blobs(vault: Vault) -> list[str]:
    """The stored files."""
    return list(vault.store.blobs())


def labels(vault: Vault, record: str) -> Sequence[str]:
    """The log of a record, newest first."""
    with vault.read() as session:
        return [line.label for line in history.page(session, record_id=record).rows]


def test_a_file_is_hashed_stored_examined_and_indexed(vault: Vault, case_id: str, letter: Path) -> None:
    intake = Intake(kind="letter", received_from="the hospital")
    (document,) = add_documents(vault, case_id, [letter], intake=intake).result
    with vault.read() as session:
        row = fetch(session, DocumentRow, document)
        hits = search.find(session.connection(), "палате")
    assert (row.title, row.file_name, row.kind) == ("hospital letter", "hospital letter.txt", "letter")
    assert (row.media_type, row.size, row.sha256) == ("text/plain", len(LETTER), sha256(LETTER).hexdigest())
    assert row.received is not None
    assert row.received.edtf == "2026-03-02T09:00"
    assert [(hit.record_id, hit.page) for hit in hits] == [(document, 1)]


def test_nothing_of_the_file_lies_readable_in_the_vault(vault: Vault, case_id: str, letter: Path) -> None:
    add_documents(vault, case_id, [letter])
    vault.close()
    whole = b"".join(path.read_bytes() for path in vault.folder.rglob("*") if path.is_file())
    assert LETTER[:20] not in whole
    assert b"hospital" not in whole
    assert sha256(LETTER).hexdigest().encode() not in whole


def test_a_folder_stands_for_its_files(vault: Vault, case_id: str, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    (folder / "inner").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "inner/c.txt"):
        (folder / name).write_text(name)
    added = add_documents(vault, case_id, [folder]).result
    with vault.read() as session:
        titles = [line.document.title for line in documents.page(session, case_id=case_id).rows]
    assert (len(added), titles) == (3, ["a", "b", "c"])


def test_one_file_that_cannot_be_read_leaves_none(vault: Vault, case_id: str, letter: Path) -> None:
    with pytest.raises(UserError, match=r"missing\.pdf"):
        add_documents(vault, case_id, [letter, letter.with_name("missing.pdf")])
    assert blobs(vault) == []
    assert documents_of(vault, case_id) == 0


def test_cancelling_leaves_no_file_and_no_record(vault: Vault, case_id: str, letter: Path) -> None:
    asked: list[int] = []

    def is_cancelled() -> bool:
        asked.append(1)
        return len(asked) > 1

    with pytest.raises(Cancelled):
        add_documents(vault, case_id, [letter, letter, letter], is_cancelled=is_cancelled)
    assert blobs(vault) == []
    assert documents_of(vault, case_id) == 0


def test_opening_and_copying_are_on_the_log_and_no_steps_of_undo(
    vault: Vault, case_id: str, letter: Path, tmp_path: Path
) -> None:
    (document,) = add_documents(vault, case_id, [letter]).result
    assert read_document(vault, document).result == LETTER
    copy = export_document(vault, document, tmp_path / "copy.txt").result
    assert copy.read_bytes() == LETTER
    assert labels(vault, document) == ["export-document", "open-document", "add-documents"]
    assert undo_last(vault).result == "add-documents"


def test_a_copy_never_overwrites(vault: Vault, case_id: str, letter: Path) -> None:
    (document,) = add_documents(vault, case_id, [letter]).result
    with pytest.raises(UserError):
        export_document(vault, document, letter)
    assert letter.read_bytes() == LETTER


def test_a_document_known_by_its_address_has_no_file_to_open(vault: Vault, case_id: str) -> None:
    row = DocumentRow(id="", case_id=case_id, title="Report", address="https://example.org/report")
    document = save_document(vault, row).result
    with pytest.raises(DocumentMissing):
        read_document(vault, document)


def test_a_sound_vault_verifies(vault: Vault, case_id: str, letter: Path) -> None:
    add_documents(vault, case_id, [letter])
    verified = verify_vault(vault).result
    assert (verified.is_sound, verified.files, verified.entries) == (True, 1, 2)


def test_verification_names_a_missing_a_damaged_and_a_stray_file(vault: Vault, case_id: str, letter: Path) -> None:
    first, second = add_documents(vault, case_id, [letter, letter]).result
    with vault.read() as session:
        paths = {one: vault.folder / "blobs" / blob[:2] / blob
                 for one in (first, second) if (blob := fetch(session, DocumentRow, one).blob)}  # fmt: skip
    paths[first].unlink()
    content = bytearray(paths[second].read_bytes())
    content[-1] ^= 1
    paths[second].write_bytes(content)
    with letter.open("rb") as source:
        stray = vault.store.add(source).blob
    verified = verify_vault(vault).result
    assert {(finding.code, finding.place) for finding in verified.findings} == {
        ("file-missing", first), ("file-damaged", second), ("file-stray", stray),
    }  # fmt: skip
    assert not verified.is_sound
    with pytest.raises(DocumentDamaged):
        read_document(vault, second)


def test_verification_finds_a_file_that_is_not_the_one_on_record(vault: Vault, case_id: str, letter: Path) -> None:
    first, _second = add_documents(vault, case_id, [letter, _other(letter)]).result
    with vault.read() as session:
        rows = [line.document for line in documents.page(session, case_id=case_id).rows]
    with vault.change("swap", can_undo=False) as change:
        change.connection.exec_driver_sql("UPDATE document SET blob = ? WHERE id = ?", (rows[1].blob, first))
    assert [finding.code for finding in verify_vault(vault).result.findings] == ["file-altered", "file-stray"]


def test_one_flipped_byte_in_the_database_is_found(vault: Vault, case_id: str, letter: Path) -> None:
    add_documents(vault, case_id, [letter])
    path = vault.folder / "vault.db"
    with path.open("r+b") as file:
        file.seek(-2000, os.SEEK_END)
        byte = file.read(1)[0]
        file.seek(-2000, os.SEEK_END)
        file.write(bytes([byte ^ 1]))
    assert not verify_vault(vault).result.is_sound


def documents_of(vault: Vault, case_id: str) -> int:
    """How many documents the case has."""
    with vault.read() as session:
        return len(documents.page(session, case_id=case_id).rows)


def _other(letter: Path) -> Path:
    other = letter.with_name("other.txt")
    other.write_bytes(LETTER * 2)
    return other
