"""A desk without a window to be seen, and an empty case: what a tab needs to stand on the screen alone."""

from collections.abc import Iterator

import pytest

from db.rows import CaseRow
from db.vault import Vault
from desktop.operations.cases import save_case
from desktop.ui.desk import Desk
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings
from desktop.ui.tasks import Tasks


@pytest.fixture
def case(vault: Vault) -> str:
    """An empty case."""
    return save_case(vault, CaseRow(id="", ref="KZ-1", title="Airport", language="ru")).result


@pytest.fixture
def desk(vault: Vault, settings: Settings, tasks: Tasks) -> Iterator[Desk]:
    """What a screen is given to work with; its window stays unseen."""
    window = MainWindow(vault, settings, tasks, (), None)
    yield window.desk
    window.deleteLater()
