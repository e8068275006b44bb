"""How good a passphrase is, and a better one to offer first."""

import re
import secrets
import unicodedata
from functools import cache

from db.errors import WeakPassphrase
from resources import resource

SHORTEST = 12
"""Characters a passphrase must have."""

FEWEST_GUESSES = 10**12
"""Guesses it must stand, as four blindly chosen words do: on 1,000 machines at one a second half take 16 years."""

WORDS = 6
"""Words in a suggested passphrase: from a list of 1,296 they make 62 bits, 4.7 * 10**18 equally likely phrases."""

_LANGUAGES = ("en", "ru", "kk")
_MOST_JUDGED = 40  # characters: zxcvbn slows down with length, and a beginning that is good makes the whole good
_SHORTEST_STEM = 4
_KEYS = str.maketrans(
    "йцукенгшщзхъфывапролджэячсмитьбюёәіңғүұқөһ",
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.`2345890-=",
)  # the Latin key under each Russian and Kazakh letter


def check_passphrase(passphrase: str) -> None:
    """Raise `WeakPassphrase` when it is ``short``, a ``common`` password, or ``guessable`` in fewer than 10**12 tries.

    zxcvbn estimates the guesses. It knows no Cyrillic, so it is given the words and names in ``resources/wordlists``
    as they are, as typed with the keyboard left in Latin, and in Latin letters. It also judges the passphrase without
    what stands between the words, which it would take for strength, and with Cyrillic letters as the Latin ones on
    their keys.
    """
    text = unicodedata.normalize("NFKC", passphrase)
    if len(text) < SHORTEST:
        raise WeakPassphrase("short")
    plain = text.casefold()[:_MOST_JUDGED]
    bare = re.sub(r"[\s_.,;-]+", "", plain)
    readings = dict.fromkeys((plain, bare, plain.translate(_KEYS), bare.translate(_KEYS)))
    if any(_is_widely_used(reading) for reading in readings):
        raise WeakPassphrase("common")
    if any(_guesses(reading) < FEWEST_GUESSES for reading in readings):
        raise WeakPassphrase("guessable")


def suggest_passphrase(language: str) -> str:
    """Six words at random, separated by spaces; ``language`` is en, ru or kk, and anything else gives English.

    1,296 words to choose from make 10.3 bits a word and 62 bits a phrase: half of 4.7 * 10**18 guesses on average.
    """
    words = _words(language if language in _LANGUAGES else "en")
    return " ".join(secrets.choice(words) for _ in range(WORDS))


def _is_widely_used(text: str) -> bool:
    from zxcvbn.matching import RANKED_DICTIONARIES

    return text in RANKED_DICTIONARIES["passwords"] or text in _words("common")


def _guesses(text: str) -> float:
    from zxcvbn import zxcvbn

    return float(zxcvbn(text, user_inputs=_known_words())["guesses"]) if text else 0.0


@cache
def _known_words() -> list[str]:
    """What guessers of Russian and Kazakh try, likeliest first, each with the beginning its endings share."""
    from anyascii import anyascii

    words = dict.fromkeys([*_words("common"), *_words("ru"), *_words("kk")])
    stems = [word[:-1] for word in words if len(word) > _SHORTEST_STEM]
    spelt = [spelling for word in [*words, *stems] for spelling in (word, word.translate(_KEYS), anyascii(word))]
    return list(dict.fromkeys(spelt))


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(resource("wordlists", f"{name}.txt").read_text(encoding="utf-8").split())
