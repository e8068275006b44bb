"""The words people write into cells, read as the values of ``case.json``: yes and no, numbers, terms, sums, places.

Each reader raises ``Unreadable`` with a sentence for what it does not understand; it never guesses.
"""

import re
from collections.abc import Sequence

from desktop.documents.exchange.codecs import unknown_term
from desktop.documents.exchange.faults import quoted
from desktop.documents.exchange.times import Unreadable
from desktop.i18n import _
from resources.vocabularies import Term, vocabulary

_TRUE = frozenset({"true", "yes", "y", "1", "да", "истина", "есть", "иә", "ия", "ақиқат", "+", "✓", "✔", "☑"})
_FALSE = frozenset({"false", "no", "n", "0", "нет", "ложь", "жоқ", "жалған", "-", "−", "–", "✗", "☐"})
_BLANKS = re.compile("[\\s'’\u00a0\u202f]+(?=\\d)")
_MONEY = re.compile(r"(?P<amount>[\d\s.,'’\u00a0\u202f-]+?)\s*(?P<currency>[^\d\s.,][^\d]*)")
_CURRENCIES = {
    "KZT": ("kzt", "₸", "тг", "тенге", "теңге", "tenge", "тнг"),
    "RUB": ("rub", "₽", "руб", "рублей", "рубль", "рубля", "р"),
    "USD": ("usd", "$", "долл", "доллар", "долларов", "доллара", "us$"),
    "EUR": ("eur", "€", "евро", "euro"),
}
_LANGUAGES = "languages"  # the vocabulary names the usual ones; any code may be written
_LANGUAGE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CODE = re.compile("[A-Z]{3}")
_ZONE = re.compile(r"(?P<time>.+)\[(?P<zone>[A-Za-z]+(?:/[A-Za-z0-9_+-]+)+|UTC)\]", re.DOTALL)


def read_truth(text: str) -> bool:
    """Yes or no in one of the three languages, or by a sign."""
    word = text.strip().casefold().rstrip(".")
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise Unreadable(_("Write yes or no, not “{text}”.").format(text=quoted(text)))


def read_number(text: str) -> float | int:
    """A number with a point or a comma before its fraction; blanks and the other sign part its thousands."""
    bare = _BLANKS.sub("", text.strip()).replace("−", "-")
    signs = re.findall("[.,]", bare)
    if signs:
        last = signs[-1]
        other = "," if last == "." else "."
        bare = bare.replace(other, "") if signs.count(last) == 1 else bare.replace(last, "")
        bare = bare.replace(",", ".")
    if not re.fullmatch(r"[-+]?\d+(\.\d+)?", bare):
        raise Unreadable(_("“{text}” is not a number.").format(text=quoted(text)))
    number = float(bare)
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def read_whole(text: str) -> int:
    """A whole number."""
    number = read_number(text)
    if isinstance(number, int):
        return number
    raise Unreadable(_("“{text}” is not a whole number.").format(text=quoted(text)))


def read_money(text: str) -> str:
    """A sum with its currency, as ``case.json`` writes it: ``50000 KZT``."""
    found = _MONEY.fullmatch(text.strip())
    said = found["currency"].strip().rstrip(".").casefold() if found else ""
    known = [code for code, names in _CURRENCIES.items() if said in names]
    code = known[0] if known else said.upper()
    if found is None or not _CODE.fullmatch(code):
        raise Unreadable(_("It must be an amount and a currency: 50000 KZT."))
    amount = read_number(found["amount"])
    if amount < 0:
        raise Unreadable(_("It must be an amount and a currency: 50000 KZT."))
    return f"{amount} {code}"


def read_term(text: str, name: str) -> str:
    """The term of a vocabulary meant: its id, or its label in any language."""
    terms = vocabulary(name)
    if text in terms:
        return text
    if name == _LANGUAGES and _LANGUAGE.fullmatch(text):
        return text
    wanted = _plain(text)
    found = [term.id for term in terms.values() if wanted in _spellings(term)]
    if len(found) > 1:
        said = _("“{text}” means several terms; write one of their ids: {ids}.")
        raise Unreadable(said.format(text=quoted(text), ids=", ".join(found)))
    if not found:
        raise Unreadable(unknown_term(text, name))
    return found[0]


def read_safeguard(text: str) -> bool | str:
    """Yes or no, or a term of the safeguards."""
    try:
        return read_truth(text)
    except Unreadable:
        return read_term(text, "safeguards")


def read_coordinates(text: str) -> list[float]:
    """Latitude and longitude in degrees: ``43.2567, 76.9286`` or ``43,2567; 76,9286``."""
    parts = text.split(";") if ";" in text else text.split(",") if text.count(",") == 1 else text.split()
    if len(parts) != 2:
        raise Unreadable(_("It must be latitude and longitude: 43.2567, 76.9286."))
    return [float(read_number(part)) for part in parts]


def zone_apart(text: str) -> tuple[str, str]:
    """A time and the zone named after it in brackets (RFC 9557), ``2022-01-05T20:00[Europe/Rome]``; else no zone."""
    found = _ZONE.fullmatch(text.strip())
    return (found["time"].strip(), found["zone"]) if found else (text, "")


def label_of(terms: Sequence[Term], term: Term, language: str) -> str:
    """The label of a term where it means no other one, else its id."""
    label = term.labels.get(language) or term.id
    alone = sum(_plain(label) in _spellings(other) for other in terms) == 1
    return label if alone else term.id


def _spellings(term: Term) -> set[str]:
    return {_plain(term.id), *map(_plain, term.labels.values())}


def _plain(text: str) -> str:
    return " ".join(text.replace("ё", "е").replace("_", " ").replace("-", " ").split()).casefold()
