"""What the program remembers between starts: language, look, sizes and places of windows; no path, no name.

Qt's own settings (the file dialog keeps visited folders) are led into the same private folder and wiped there.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QLocale, QSettings

from desktop.i18n import Language

FILE_NAME = "window.ini"
TEXT_PERCENTS = (90, 100, 110, 125, 150, 175, 200)
IDLE_MINUTES = (1, 2, 5, 10, 15, 30, 60)
Choice = TypeVar("Choice", bound=StrEnum)


class Look(StrEnum):
    """How the window looks; ``SYSTEM`` follows the desktop's own choice."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the user chose in the settings; text size in percent, idle time in minutes."""

    language: Language = Language.ENGLISH
    look: Look = Look.SYSTEM
    text_percent: int = 100
    idle_minutes: int = 5


def private_folder() -> Path:
    """The folder of the program's own settings for this user."""
    import platformdirs

    return platformdirs.user_config_path("sandyq", appauthor=False)


def spoken_language() -> Language:
    """The language of the desktop if the program speaks it, else English."""
    spoken = QLocale.system().name()[:2]
    return next((language for language in Language if language.value == spoken), Language.ENGLISH)


class Settings:
    """Reads and writes the preferences and the geometry of windows."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, str(folder))
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        self._file = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)

    def is_new(self) -> bool:
        """Whether nothing was ever chosen on this machine."""
        return not self._file.contains("language")

    def preferences(self) -> Preferences:
        """What was chosen; a value that is missing or not understood counts as not chosen."""
        standard = Preferences(language=spoken_language())
        return Preferences(
            language=_member(Language, self._text("language"), standard.language),
            look=_member(Look, self._text("look"), standard.look),
            text_percent=_nearest(TEXT_PERCENTS, self._text("text"), standard.text_percent),
            idle_minutes=_nearest(IDLE_MINUTES, self._text("idle"), standard.idle_minutes),
        )

    def keep(self, preferences: Preferences) -> None:
        """Remember what was chosen."""
        self._file.setValue("language", preferences.language.value)
        self._file.setValue("look", preferences.look.value)
        self._file.setValue("text", preferences.text_percent)
        self._file.setValue("idle", preferences.idle_minutes)
        self._file.sync()

    def choose_language(self, language: Language) -> Preferences:
        """Remember another language and return the preferences with it."""
        chosen = replace(self.preferences(), language=language)
        self.keep(chosen)
        return chosen

    def shape(self, name: str) -> QByteArray | None:
        """The remembered geometry, splitter or column state called ``name``."""
        value = self._file.value(f"shape/{name}")
        return value if isinstance(value, QByteArray) else None

    def keep_shape(self, name: str, state: QByteArray) -> None:
        """Remember a geometry, splitter or column state; ``name`` is one of the program's own, never the user's."""
        self._file.setValue(f"shape/{name}", state)

    def _text(self, key: str) -> str:
        return str(self._file.value(key, ""))


def forget_visited_folders() -> None:
    """Wipe what Qt's file dialog keeps about the folders it showed."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.remove("FileDialog")
    kept.sync()


def _member(choices: type[Choice], text: str, standard: Choice) -> Choice:
    return next((choice for choice in choices if choice.value == text), standard)


def _nearest(allowed: tuple[int, ...], text: str, standard: int) -> int:
    if not text.isdecimal():
        return standard
    wanted = int(text)
    return min(allowed, key=lambda value: abs(value - wanted))
