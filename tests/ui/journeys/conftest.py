"""A window open at an empty case."""

import pytest

from db.rows import CaseRow
from db.vault import Vault
from desktop.operations.cases import save_case
from desktop.ui.open_vault import OpenVault
from tests.ui.casework import Room
from tests.ui.hands import Hands
from tests.ui.journeys.road import Writer


@pytest.fixture
def case(vault: Vault) -> str:
    """A case with nothing in it."""
    return save_case(vault, CaseRow("", "KZ-2022-01", "Январь 2022")).result


@pytest.fixture
def writer(opened: OpenVault, hands: Hands, vault: Vault, case: str) -> Writer:
    """Someone in front of it."""
    return Writer(Room(opened, hands, vault, case))
