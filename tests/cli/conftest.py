"""A vault with one case in it, closed, and its passphrase in the environment."""

from pathlib import Path

import pytest

from desktop.operations.exchange import import_case
from tests.builders import PASSPHRASE, new_vault
from tests.case_files import full_case, write_case


@pytest.fixture(autouse=True)
def known_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """The passphrase is in the environment unless a test takes it out."""
    monkeypatch.setenv("SANDYQ_PASSPHRASE", PASSPHRASE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vault with the case KZ-2023-07, closed."""
    vault = new_vault(tmp_path)
    import_case(vault, write_case(tmp_path / "in", full_case()))
    vault.close()
    return vault.folder
