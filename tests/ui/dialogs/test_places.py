"""Asking for files and folders leaves no trace of where one looked."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from desktop.ui.dialogs.places import ask_files, ask_folder, ask_new_file
from desktop.ui.settings import Settings
from tests.ui.hands import Hands


@pytest.fixture
def window(hands: Hands) -> QWidget:
    """A window for dialogs to stand on."""
    return hands.window(QLabel("The window"))


def test_choosing_a_folder_leaves_no_trace(hands: Hands, window: QWidget, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "client").mkdir()
    chosen: list[list[Path]] = []
    dialog = ask_folder(window, "Choose", chosen.append, tmp_path / "client")
    hands.wait(dialog.isVisible)
    dialog.accept()
    hands.wait_gone(dialog)

    assert chosen == [[tmp_path / "client"]]
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert kept.childGroups() == []
    assert not any(b"client" in file.read_bytes() for file in (tmp_path / "settings").rglob("*") if file.is_file())


def test_files_are_asked_for_with_our_own_dialog(hands: Hands, window: QWidget, tmp_path: Path) -> None:
    opens = ask_files(window, "Choose files", lambda _files: None, tmp_path, ("Case files (*.json)",))
    saves = ask_new_file(window, "Save", lambda _files: None, tmp_path / "brief.pdf", "pdf")

    for dialog in (opens, saves):
        assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    assert saves.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert opens.nameFilters() == ["Case files (*.json)"]
    for dialog in (opens, saves):
        dialog.reject()
        hands.wait_gone(dialog)
