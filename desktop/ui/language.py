"""Switching the language while windows are open: who shows a sentence registers how it is set and is asked again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from desktop import i18n
from desktop.i18n import Language, _

Setter = Callable[[str], object]


class Speech(QObject):
    """The language of the interface: one for the program, with a signal for those who must speak anew."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translator: QTranslator | None = None

    def switch(self, language: Language) -> None:
        """Speak ``language`` from now on, in our words and in Qt's own buttons."""
        i18n.use(language)
        QLocale.setDefault(QLocale(language.value))
        if self._translator:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        if language is not Language.ENGLISH:
            self._translator = QTranslator(self)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._translator.load(f"qtbase_{language.value}", folder)
            QCoreApplication.installTranslator(self._translator)
        self.changed.emit()


class _Shared:
    speech: Speech | None = None


def speech() -> Speech:
    """The one voice of the program."""
    if _Shared.speech is None:
        _Shared.speech = Speech()
    return _Shared.speech


class Texts(QObject):
    """The sentences of one widget; a child of it, so that it falls silent with it.

    ``put(label.setText, N_("Cases"))`` shows the text now and again whenever the language changes; a function instead
    of a text is asked each time, for sentences with numbers in them.
    """

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        self._entries: list[Callable[[], object]] = []
        speech().changed.connect(self.speak)

    def put(self, setter: Setter, text: str | Callable[[], str]) -> None:
        """Show ``text`` through ``setter``, in every language to come."""
        entry = partial(_say, setter, text)
        self._entries.append(entry)
        entry()

    def speak(self) -> None:
        """Set every text again."""
        for entry in self._entries:
            entry()


def _say(setter: Setter, text: str | Callable[[], str]) -> None:
    setter(_(text) if isinstance(text, str) else text())
