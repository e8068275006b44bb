"""A window open at a small case."""

import pytest

from db.vault import Vault
from desktop.ui.open_vault import OpenVault
from tests.ui.casework import Facts, Room, write_facts
from tests.ui.hands import Hands


@pytest.fixture
def facts(vault: Vault) -> Facts:
    """What the case holds."""
    return write_facts(vault)


@pytest.fixture
def room(facts: Facts, opened: OpenVault, hands: Hands, vault: Vault) -> Room:
    """The window, showing the case."""
    return Room(opened, hands, vault, facts.case)
