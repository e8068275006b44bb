"""One dictionary of the three languages: a lawyer in Almaty writes "5 Jan" and "5 қаңтар" on the same page."""

from functools import cache

from desktop.logic.when import words_en, words_kk, words_ru
from desktop.logic.when.tokens import HalfOfDay, Mark, Token

LONGEST_PHRASE = 4  # words


def _split(phrases: str) -> list[str]:
    return phrases.split(", ")


@cache
def lexicon() -> dict[str, tuple[Token, ...]]:
    """What each phrase, in small letters, stands for; a silent word stands for nothing."""
    known: dict[str, tuple[Token, ...]] = {}
    for words in (words_en, words_ru):
        known |= dict.fromkeys(_split(words.SILENT), ())
        known |= {phrase: (token,) for token, phrases in words.PHRASES.items() for phrase in _split(phrases)}
    kazakh: list[tuple[str, tuple[Token, ...]]] = [(phrase, ()) for phrase in _split(words_kk.SILENT)]
    for token, phrases in words_kk.PHRASES.items():
        said = (Mark.HOUR_AHEAD, token) if isinstance(token, HalfOfDay) else (token,)  # кешкі 8: before its hour
        kazakh += [(phrase, said) for phrase in _split(phrases)]
    for phrase, tokens in kazakh:
        plain, said_from = words_kk.forms(phrase)
        known |= dict.fromkeys(plain, tokens)
        known |= dict.fromkeys(said_from, (*tokens, Mark.FROM_ENDING))
    return known
