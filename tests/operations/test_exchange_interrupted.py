"""An import that is stopped or runs out of disk leaves nothing of itself."""

import os
import resource
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from db.base import Base
from db.errors import Cancelled, DiskFull, StorageFailed
from db.vault import Vault
from desktop.operations.exchange import import_case
from tests.case_files import a_case, nothing_changes, stored, with_letter, write_case


def rows_of(vault: Vault) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the database."""
    with vault.reading() as connection:
        tables = Base.metadata.sorted_tables
        return {table.name: [tuple(row) for row in connection.execute(select(table))] for table in tables}


@pytest.mark.parametrize("asked", range(4))
def test_a_cancelled_import_leaves_nothing(vault: Vault, tmp_path: Path, asked: int) -> None:
    file = write_case(tmp_path / "in", with_letter())
    answers = iter([False] * asked)
    with nothing_changes(vault), pytest.raises(Cancelled):
        import_case(vault, file, is_cancelled=lambda: next(answers, True))


@contextmanager
def room_for(size: int) -> Generator[None]:
    """A disk that lets no file grow beyond ``size`` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_too_small_for_a_document_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    content = a_case(documents=[{"id": "d1", "title": "t", "file": "documents/letter.txt"}])
    file = write_case(tmp_path / "in", content, os.urandom(3_000_000))
    with nothing_changes(vault), room_for(1_000_000), pytest.raises(DiskFull):
        import_case(vault, file)
    assert import_case(vault, file).result.ids["d1"]


def test_a_disk_too_small_for_the_records_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    content = with_letter()
    content["events"] += [{"id": f"e{n}", "kind": "other", "text": "x" * 2000} for n in range(3, 500)]
    file = write_case(tmp_path / "in", content)
    before = rows_of(vault)
    with room_for((vault.folder / "vault.db").stat().st_size + 50_000), pytest.raises((DiskFull, StorageFailed)):
        import_case(vault, file)
    assert rows_of(vault) == before  # not its bytes: what is rolled back is encrypted anew
    assert stored(vault) == []
    assert import_case(vault, file).result.ids["e499"]
