"""The names of two records of one person become one list."""

from db.types import Name
from desktop.logic.uniting import united_names


def test_every_spelling_stands_once_and_a_language_one_of_them_knows_is_kept() -> None:
    kept = (Name("Айгерим"), Name("Aigerim", "en"))
    lost = (Name("Айгерим", "ru"), Name("Айгерім", "kk"), Name("Aigerim", "kk-Latn"))

    assert united_names(kept, lost) == (Name("Айгерим", "ru"), Name("Aigerim", "en"), Name("Айгерім", "kk"))
