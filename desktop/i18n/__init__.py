"""Gettext without Qt: the interface language is set once, a document's language is an argument.

Strings are marked with ``_``, ``ngettext`` and ``pgettext`` (translated when called) or ``N_`` (marked only, translated
where it is shown). The catalogues are ``resources/locale/<lang>/LC_MESSAGES/sandyq.mo``; English is the source.
"""

import gettext as _gettext
from enum import StrEnum
from functools import cache
from importlib.resources import files

DOMAIN = "sandyq"


class Language(StrEnum):
    """The languages the program speaks, in the order it offers them."""

    ENGLISH = "en"
    RUSSIAN = "ru"
    KAZAKH = "kk"

    @property
    def own_name(self) -> str:
        """The language's name for itself, never translated."""
        return {"en": "English", "ru": "Русский", "kk": "Қазақша"}[self.value]


@cache
def catalogue(language: str) -> _gettext.NullTranslations:
    """The catalogue of one language: ``catalogue("ru").gettext("…")`` for text that goes into a document."""
    if language == Language.ENGLISH:
        return _gettext.NullTranslations()
    path = files("resources") / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    with path.open("rb") as compiled:
        return _gettext.GNUTranslations(compiled)


class _Interface:
    """The one piece of global state of the program: what language its interface speaks."""

    language: Language = Language.ENGLISH


def use(language: Language) -> None:
    """Switch the interface; windows already open retranslate themselves when told to."""
    _Interface.language = language


def current() -> Language:
    """The language the interface speaks now."""
    return _Interface.language


def _(text: str) -> str:
    """Translate ``text`` into the interface language."""
    return catalogue(_Interface.language).gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate with the plural form of the interface language for ``count`` (ru has three, kk two)."""
    return catalogue(_Interface.language).ngettext(one, many, count)


def pgettext(context: str, text: str) -> str:
    """Translate ``text`` as it is meant in ``context``."""
    return catalogue(_Interface.language).pgettext(context, text)


def N_(text: str) -> str:  # noqa: N802 - the name gettext tools look for
    """Mark ``text`` for translation and return it unchanged."""
    return text
