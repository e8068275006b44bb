"""What is remembered between starts, and what never is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from desktop.i18n import Language
from desktop.ui.settings import FILE_NAME, Look, Preferences, Settings, forget_visited_folders

CHOSEN = Preferences(Language.KAZAKH, Look.DARK, 150, 10)


def test_preferences_come_back_at_the_next_start(tmp_path: Path) -> None:
    Settings(tmp_path).keep(CHOSEN)

    assert Settings(tmp_path).preferences() == CHOSEN


@pytest.mark.parametrize("text", ["", "nonsense", "language=xx\nlook=pink\ntext=-3\nidle=soon", "\x00\xff"])
def test_a_broken_settings_file_counts_as_nothing_chosen(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")

    preferences = Settings(tmp_path).preferences()

    assert (preferences.look, preferences.text_percent, preferences.idle_minutes) == (Look.SYSTEM, 100, 5)


def test_a_size_nobody_offers_becomes_the_nearest(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("text=1000\nidle=7\n", encoding="utf-8")

    preferences = Settings(tmp_path).preferences()

    assert (preferences.text_percent, preferences.idle_minutes) == (200, 5)


def test_shapes_come_back_and_unknown_ones_are_none(settings: Settings) -> None:
    settings.keep_shape("table-cases", QByteArray(b"wide"))

    assert settings.shape("table-cases") == QByteArray(b"wide")
    assert settings.shape("table-people") is None


def test_the_settings_folder_is_closed_to_others(tmp_path: Path) -> None:
    Settings(tmp_path / "new")

    assert (tmp_path / "new").stat().st_mode & 0o077 == 0


def test_what_qt_keeps_about_visited_folders_lands_here_and_is_wiped(tmp_path: Path) -> None:
    Settings(tmp_path)
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.setValue("FileDialog/history", ["/home/lawyer/secret-client"])
    kept.sync()
    assert any(b"secret-client" in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())

    forget_visited_folders()

    assert not any(b"secret-client" in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
