"""Language, look, size of text and the time until the vault locks itself: applied as they are chosen."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import N_, Language, _, ngettext
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.settings import IDLE_MINUTES, TEXT_PERCENTS, Look, Preferences
from desktop.ui.widgets.choice import Choice, language_choice
from desktop.ui.widgets.layout import form, named, said


class SettingsDialog(Dialog):
    """Shows the preferences; ``changed`` carries them anew after each choice."""

    changed = Signal(object)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(N_("Settings"), parent, letters=56)
        self._preferences = preferences
        languages = language_choice()
        languages.choose(preferences.language)
        languages.chosen.connect(self._speak)
        looks: Choice[Look] = Choice(N_("Look"), list(Look), _look_name)
        looks.choose(preferences.look)
        looks.chosen.connect(self._dress)
        sizes: Choice[int] = Choice(N_("Size of text"), TEXT_PERCENTS, _percent)
        sizes.choose(preferences.text_percent)
        sizes.chosen.connect(self._size)
        minutes: Choice[int] = Choice(N_("Lock when nothing is touched for"), IDLE_MINUTES, _minutes)
        minutes.choose(preferences.idle_minutes)
        minutes.chosen.connect(self._wait)
        fields = form()
        fields.addRow(named(self.texts, N_("&Language"), languages), languages)
        fields.addRow(named(self.texts, N_("L&ook"), looks), looks)
        fields.addRow(named(self.texts, N_("&Size of text"), sizes), sizes)
        fields.addRow(named(self.texts, N_("Loc&k when nothing is touched for"), minutes), minutes)
        self.add(fields)
        self.add(
            said(self.texts, N_("These choices are kept on this computer, outside the vault. No names are."), "hint")
        )
        self.content.addStretch(1)
        self.verb(N_("Close"), self.accept, role="primary", is_default=True)

    def _speak(self, language: Language) -> None:
        self._change(replace(self._preferences, language=language))

    def _dress(self, look: Look) -> None:
        self._change(replace(self._preferences, look=look))

    def _size(self, percent: int) -> None:
        self._change(replace(self._preferences, text_percent=percent))

    def _wait(self, minutes: int) -> None:
        self._change(replace(self._preferences, idle_minutes=minutes))

    def _change(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self.changed.emit(preferences)


def _look_name(look: Look) -> str:
    names = {Look.SYSTEM: _("As the desktop"), Look.LIGHT: _("Light"), Look.DARK: _("Dark")}
    return names[look]


def _percent(percent: int) -> str:
    return _("{number} %").format(number=percent)


def _minutes(count: int) -> str:
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)
