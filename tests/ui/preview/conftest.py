"""A preview on the screen, and hands to use it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.preview.document_preview import DocumentPreview
from desktop.ui.settings import Look
from tests.ui.preview.hands import Hands


@pytest.fixture
def preview(qtbot: QtBot) -> Iterator[DocumentPreview]:
    """A preview in a window of its own, 800 by 900 points."""
    theme.worn().wear(Look.LIGHT, 100)
    shown = DocumentPreview()
    qtbot.addWidget(shown)
    shown.resize(800, 900)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    yield shown
    shown.clear()
    QApplication.clipboard().clear()  # what lies there when the program ends is freed after Python, and crashes


@pytest.fixture
def hands(qtbot: QtBot, preview: DocumentPreview) -> Hands:
    """Someone who uses it."""
    return Hands(qtbot, preview)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Qt's platform without a screen complains about every window that has a smallest size."""
    item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))
