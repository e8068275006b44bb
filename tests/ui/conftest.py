"""What tests of the window stand on: a private settings folder, lanes that end, a real vault in a real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.rows import CaseRow
from db.vault import Vault
from desktop.i18n import Language
from desktop.operations.cases import save_case
from desktop.ui import theme
from desktop.ui.garbage import Garbage
from desktop.ui.language import speech
from desktop.ui.open_vault import OpenVault
from desktop.ui.settings import Look, Settings
from desktop.ui.tasks import Tasks
from desktop.ui.unlock import Door
from desktop.ui.wishes import Wishes
from tests.builders import CHEAP, TestClock, new_vault
from tests.ui.hands import Hands


@pytest.fixture(scope="session", autouse=True)
def garbage(qapp: QApplication) -> Iterator[None]:
    """Nothing of a window is collected on a lane, in tests as in the program."""
    collector = Garbage(qapp)
    yield
    collector.stop()


@pytest.fixture(autouse=True)
def english_and_light(qapp: QApplication) -> Iterator[None]:
    """Every test starts in English and in the light look."""
    theme.worn().wear(Look.LIGHT, 100)
    speech().switch(Language.ENGLISH)
    yield
    speech().switch(Language.ENGLISH)


@pytest.fixture(autouse=True)
def nothing_left_open(qapp: QApplication) -> Iterator[None]:
    """No test finds on the screen, or in front, what another one left there."""
    yield
    for left in qapp.topLevelWidgets():
        left.hide()


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    """Someone at the keyboard."""
    someone = Hands(qtbot)
    yield someone
    someone.go()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings nobody ever touched."""
    return Settings(tmp_path / "settings")


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """The two lanes, emptied at the end."""
    lanes = Tasks()
    yield lanes
    lanes.stop()


@pytest.fixture
def door() -> Door:
    """Opens vaults at the cost of tests."""
    return Door(TestClock(), cost=CHEAP, floor=CHEAP)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """An empty vault, open."""
    return new_vault(tmp_path)


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """The vault with three cases in it, before the window opens."""
    for ref, title in (("KZ-2026-01", "Airport"), ("KZ-2026-02", "Жаңаөзен"), ("KZ-2025-09", "Colony")):
        save_case(vault, CaseRow(id="", ref=ref, title=title, stage="trial"))
    return vault


@pytest.fixture
def relocked() -> list[Path]:
    """The vaults that were locked, instead of a new process."""
    return []


@pytest.fixture
def opened(
    qapp: QApplication, hands: Hands, vault: Vault, settings: Settings, tasks: Tasks, door: Door, relocked: list[Path]
) -> OpenVault:
    """The window of the vault on the screen, showing the list of cases."""
    made = OpenVault(vault, settings, tasks, door, Wishes(settings), relocked.append, app=qapp)
    made.show()
    hands.open(made.window)
    return made


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says of windows and lists what it cannot do with them: no fault of ours."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support"))
