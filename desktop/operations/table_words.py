"""How cells name what has neither name nor title: a charge by whose and its article or words, and so on."""

from collections.abc import Iterable

from db.rows import ChargeRow, InjuryRow
from desktop.i18n import Language
from resources.vocabularies import label, vocabulary


def spelled(row: ChargeRow | InjuryRow, person: str, language: str) -> str:
    """The words for it, the person shown as given; empty where nothing sets it apart."""
    if isinstance(row, ChargeRow):
        article = " ".join(part for part in (row.article, row.part) if part)
        parts = [article or " ".join((row.text or "").split())]
    else:
        parts = [
            _label("injury-types", row.type, language),
            _label("body-regions", row.region, language),
        ]
    said = [part for part in parts if part]
    return ", ".join([person, *said]) if person and said else ""


def every_spelling(row: ChargeRow | InjuryRow, names: Iterable[str]) -> list[str]:
    """Every way a cell may name it: under each spelling of the person, in each language."""
    ways = [spelled(row, name, language.value) for name in names for language in Language]
    return [way for way in dict.fromkeys(ways) if way]


def _label(name: str, term: str | None, language: str) -> str:
    found = vocabulary(name).get(term or "")
    return label(found, language) if found else ""
