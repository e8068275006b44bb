"""The road of a reader on a real screen: unlock, choose the case, read its timeline, lock. Run by ``make window``."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.operations.exchange import import_case
from desktop.ui.launch import Launch
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings
from desktop.ui.unlock import Door
from tests.builders import CHEAP, PASSPHRASE, TestClock, new_vault
from tests.ui.hands import Hands

pytestmark = pytest.mark.real_window
SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "almaty-airport" / "case.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vault with the airport case in it, locked."""
    vault = new_vault(tmp_path)
    import_case(vault, SAMPLE)
    vault.close()
    return vault.folder


@pytest.fixture
def relocked() -> list[Path]:
    """The vaults that were locked, instead of a new process."""
    return []


@pytest.fixture
def launch(qapp: QApplication, tmp_path: Path, folder: Path, relocked: list[Path]) -> Iterator[Launch]:
    """The program as it starts, with the vault to ask for."""
    door = Door(TestClock(), cost=CHEAP, floor=CHEAP)
    started = Launch(qapp, Settings(tmp_path / "settings"), door, [folder], relocked.append)
    started.begin()
    yield started
    started.deleteLater()


def lists(window: QWidget) -> dict[str, QTableView]:
    """The lists that can be seen, by the name a screen reader gives them."""
    return {one.accessibleName(): one for one in window.findChildren(QTableView) if one.isVisible()}


def colours_on_screen() -> int:
    """How many colours the screen itself shows, a pixel in every eight by eight."""
    picture = QGuiApplication.primaryScreen().grabWindow(0).toImage()
    return len({picture.pixel(x, y) for x in range(0, picture.width(), 8) for y in range(0, picture.height(), 8)})


def test_a_case_is_unlocked_read_and_locked_on_a_real_screen(
    qtbot: QtBot, launch: Launch, folder: Path, relocked: list[Path]
) -> None:
    hands = Hands(qtbot)
    assert QGuiApplication.platformName() == "xcb"

    hands.wait(lambda: isinstance(hands.focus(), QLineEdit))
    hands.type(PASSPHRASE)
    hands.press("Return")
    hands.wait(lambda: isinstance(launch.front, MainWindow) and launch.front.isActiveWindow())
    window = launch.front
    assert window

    hands.wait(lambda: "Cases" in lists(window) and lists(window)["Cases"].model().rowCount() == 1)
    lists(window)["Cases"].setFocus()
    hands.press("Home")
    hands.press("Return")
    hands.press("Alt+2")
    hands.wait(lambda: any(one.model().rowCount() >= 50 for one in lists(window).values()))
    assert colours_on_screen() > 20

    hands.press("Ctrl+L")
    hands.wait(lambda: relocked == [folder])
    assert not window.isVisible()
