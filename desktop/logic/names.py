"""Names across scripts: found under any spelling, sorted by the Kazakh alphabet, shown as far as protection allows."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from anyascii import anyascii

from db.types import Name, Protection

KAZAKH_ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
LATIN_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
_KAZAKH_FOLD = str.maketrans("әғқңөұүһіё", "агкноуухие")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʹʻ`´"))
# Letters of scholarly transliteration (ISO 9) and of Kazakh Latin (2018, 2021) that plain Latin would lose.
_LATIN_FOLD = str.maketrans(
    {"š": "sh", "ş": "sh", "ŝ": "shch", "č": "ch", "ž": "zh", "â": "ya", "û": "yu", "ý": "u", "ŋ": "n", "ı": "i"}
)
_VOWELS = "aeiouy"
# How one sound is written by different people; in this order, each on what the one before left.
_SOUNDS = tuple(
    (re.compile(written), heard)
    for written, heard in (
        (rf"(?<=[{_VOWELS}])j(?![{_VOWELS}])", "i"),  # Ajgerim, Sergej: there j is й, elsewhere ж
        (r"shch|sch|sh", "s"), (r"tch|ch", "c"), (r"dzh|dj|zh", "j"), (r"kh|x(?=[aou])", "h"), (r"x", "ks"),
        (r"gh", "g"), (r"ph", "f"), (r"ck", "k"), (r"tz|cz|ts", "c"), (r"ff?\b", "v"), (r"w", "v"), (r"y", "i"),
        (r"ou|oo", "u"), (r"i[eo]", "e"), (r"([a-z])\1+", r"\1"),
    )
)  # fmt: skip
_KINDS = {"official": (0, 0), "transliteration": (0, 1), "birth": (1, 2), "alias": (2, 3)}
_LAST_KIND = (2, 4)
_ANOTHER = 72.0  # words less alike than this are different words
_INITIAL = 92.0  # what an initial counts for the word it begins
_WRITTEN_APART = 93.0  # Жан-Айдар and Жанайдар, Тлеужан улы and Тлеужанулы
_ONE_WORD, _MORE_WORDS = 0.83, 0.97  # a surname alone is no sign yet; a patronymic more is a small one


def fold(text: str) -> str:
    """The search key of a name: Әбдіқалықов, Абдикалыков, Abdikalykov and Abdiqalyqov share ``abdikalykov``.

    Kazakh letters are taken as their Russian neighbours, all as plain Latin; what is no letter or digit parts words.
    """
    small = unicodedata.normalize("NFKC", text).casefold().translate(_KAZAKH_FOLD | _LATIN_FOLD | _APOSTROPHES)
    latin = anyascii(small).casefold().translate(_APOSTROPHES).replace("q", "k")  # қ is q in Kazakh Latin
    return " ".join(re.findall(r"[a-z0-9]+", latin))


@lru_cache(maxsize=8192)
def sound(text: str) -> str:
    """The key of a name with the habits of transliterations evened out: Zhomart and Jomart, Aygerim and Ajgerim."""
    key = fold(text)
    for written, heard in _SOUNDS:
        key = written.sub(heard, key)
    return key


def likeness(one: str, other: str) -> float:
    """How alike two names are, 0 to 100, whatever their scripts and the order of their words; 85 is worth a look.

    An initial stands for any word that begins with it; one word that is clearly another makes it another name.
    """
    return likeness_of(sound(one), sound(other))


def likeness_of(one: str, other: str) -> float:
    """How alike two names are by their sounds (``sound``)."""
    from rapidfuzz.fuzz import ratio

    if not one or not other:
        return 0.0
    if one == other:
        return 100.0
    ours, theirs = sorted((one.split(), other.split()), key=len)
    whole = ratio("".join(sorted(ours)), "".join(sorted(theirs)))
    if len(ours) != len(theirs) and whole >= _WRITTEN_APART:
        return whole
    weighed = weight = 0.0
    left = list(theirs)
    for word in sorted(ours, key=len, reverse=True):
        alike, best = max((_word_likeness(word, there), there) for there in left)
        left.remove(best)
        if alike < _ANOTHER:
            return min(alike, whole)
        weighed, weight = weighed + alike * len(word), weight + len(word)
    if not left:
        return weighed / weight
    return weighed / weight * (_ONE_WORD if len(ours) == 1 else _MORE_WORDS)


def _word_likeness(one: str, other: str) -> float:
    from rapidfuzz.fuzz import ratio

    if one == other:
        return 100.0
    if one.isdigit() or other.isdigit():
        return 0.0
    if len(one) == 1 or len(other) == 1:
        return _INITIAL if one[0] == other[0] else 0.0
    return ratio(one, other)


def initials(text: str) -> str:
    """``А. Т.`` for Айгерим Тлеужан and ``Ж.-А. К.`` for Жан-Айдар Карменов.

    Particles in small letters (ұлы, оглы, van) are left out unless there is nothing else.
    """
    words = [word for word in re.split(r"[\s.,«»\"()]+", text) if word[:1].isalpha()]
    named = [word for word in words if word[0].isupper()] or words
    return " ".join("-".join(f"{part[0].upper()}." for part in word.split("-") if part) for word in named)


@cache
def _ranks(language: str) -> dict[str, str]:
    """The sign each letter sorts by: figures, then the language's own script, then the other."""
    scripts = (LATIN_ALPHABET, KAZAKH_ALPHABET) if language == "en" else (KAZAKH_ALPHABET, LATIN_ALPHABET)
    ranks = {sign: chr(0x100 + place) for place, sign in enumerate("0123456789" + "".join(scripts))}
    return ranks if language == "kk" else ranks | {"ё": ranks["е"]}


def _sorted_by(sign: str, ranks: dict[str, str]) -> str:
    """What one sign sorts by: é as e, blanks and hyphens as blanks, other scripts last; other signs not at all."""
    if sign in ranks:
        return ranks[sign]
    if sign.isspace() or sign == "-":
        return " "
    if not sign.isalnum():
        return ""
    return ranks.get(unicodedata.normalize("NFKD", sign)[0], f"\ue000{sign}")


def collation_key(text: str, language: str) -> str:
    """The text by whose code points a name sorts: by the Kazakh alphabet (Ә after А, Қ after К), figures first.

    In English Latin letters come before Cyrillic ones, elsewhere after them; Ё is Е except in Kazakh.
    """
    small = unicodedata.normalize("NFC", text).casefold()
    ranks = _ranks(language)
    primary = "".join(_sorted_by(sign, ranks) for sign in small)
    words = [word for word in primary.split(" ") if word]
    return f"{' '.join(words)}\t{small}\t{text}"


def _script_of(text: str) -> str:
    """Cyrillic or Latin by the first letter that is either; else neither."""
    for sign in text.casefold():
        if "а" <= sign <= "ӿ":
            return "Cyrl"
        if unicodedata.normalize("NFKD", sign)[0] in LATIN_ALPHABET:
            return "Latn"
    return ""


def _language_of(name: Name) -> str:
    """The language a name is in; where nobody said, by its letters."""
    if name.lang:
        return name.lang.split("-")[0].lower()
    if _script_of(name.text) == "Latn":
        return "en"
    return "kk" if _KAZAKH_LETTERS & set(name.text.casefold()) else "ru"


def display(names: Sequence[Name], language: str) -> str:
    """The spelling to show in ``language``; empty for a person without a name.

    No alias or birth name where there is an official one; then the language's own script, then the language itself,
    then official before transliterated, then the order given.
    """
    script = "Latn" if language == "en" else "Cyrl"

    def strangeness(name: Name) -> tuple[int, bool, bool, int]:
        standing, kind = _KINDS.get(name.kind, _LAST_KIND)
        return standing, _script_of(name.text) != script, _language_of(name) != language, kind

    return min(names, key=strangeness).text if names else ""


def shown(names: Sequence[Name], protection: Protection, pseudonym: str | None, language: str) -> str:
    """The name as it may leave the vault; empty where it is withheld, or where no pseudonym was chosen yet."""
    match protection:
        case Protection.NONE:
            return display(names, language)
        case Protection.INITIALS:
            return initials(display(names, language))
        case Protection.PSEUDONYM:
            return pseudonym or ""
        case _:  # withheld
            return ""
