"""A vault with one case in it, for every operation that works inside a case."""

import pytest

from db.rows import CaseRow
from db.vault import Vault
from desktop.operations.cases import save_case


@pytest.fixture
def case_id(vault: Vault) -> str:
    """The case of the airport."""
    return save_case(vault, CaseRow(id="", ref="KZ-2023-07", title="Almaty airport", jurisdiction="kz")).result
