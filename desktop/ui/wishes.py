"""The user's wishes carried out: language, look and text size are worn at once and kept for the next start."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.i18n import Language
from desktop.ui import theme
from desktop.ui.language import speech
from desktop.ui.settings import TEXT_PERCENTS, Look, Preferences, Settings

if TYPE_CHECKING:
    from desktop.ui.actions import Actions
    from desktop.ui.widgets.status_bar import StatusBar


class Wishes(QObject):
    """Applies preferences; ``changed`` carries them afterwards."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.preferences = settings.preferences()

    def apply(self, preferences: Preferences) -> None:
        """Speak and look like this from now on, and at the next start."""
        before, self.preferences = self.preferences, preferences
        self._settings.keep(preferences)
        if (before.look, before.text_percent) != (preferences.look, preferences.text_percent):
            theme.worn().wear(preferences.look, preferences.text_percent)
        if before.language is not preferences.language:
            speech().switch(preferences.language)
        self.changed.emit(preferences)

    def start(self) -> None:
        """Speak and look as was chosen the last time."""
        theme.worn().wear(self.preferences.look, self.preferences.text_percent)
        speech().switch(self.preferences.language)

    def speak(self, language: Language | str) -> None:
        """Speak another language."""
        self.apply(replace(self.preferences, language=Language(language)))

    def bind(self, actions: "Actions", status: "StatusBar") -> None:
        """Answer the window's actions of this kind."""
        window = status.window()
        actions.bind("window.settings", window, partial(self._show, status))
        actions.bind("view.larger", window, partial(self._step_text, 1))
        actions.bind("view.smaller", window, partial(self._step_text, -1))
        actions.bind("view.normal", window, self._normal_text)
        actions.bind("view.light", window, partial(self._wear, Look.LIGHT))
        actions.bind("view.dark", window, partial(self._wear, Look.DARK))
        status.language_chosen.connect(self.speak)

    def _show(self, status: "StatusBar") -> None:
        from desktop.ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self.preferences, status.window())
        dialog.changed.connect(self.apply)
        dialog.open()

    def _step_text(self, step: int) -> None:
        place = TEXT_PERCENTS.index(self.preferences.text_percent) + step
        if 0 <= place < len(TEXT_PERCENTS):
            self.apply(replace(self.preferences, text_percent=TEXT_PERCENTS[place]))

    def _normal_text(self) -> None:
        self.apply(replace(self.preferences, text_percent=100))

    def _wear(self, look: Look) -> None:
        self.apply(replace(self.preferences, look=look))
