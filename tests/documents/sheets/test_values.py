"""Cells are read as people write them in three languages; what can mean two things is refused."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.exchange.times import Unreadable
from desktop.documents.sheets import values
from resources.vocabularies import LANGUAGES, vocabulary, vocabulary_names

VOCABULARIES = ("event-kinds", "roles", "standings", "languages", "sexes", "place-kinds")


@pytest.mark.parametrize("word", ["yes", "Да", "ИӘ", "true", "1", "+", "✓", "есть."])
def test_a_yes_of_any_language_is_true(word: str) -> None:
    assert values.read_truth(word) is True


@pytest.mark.parametrize("word", ["no", "Нет", "жоқ", "FALSE", "0", "-"])
def test_a_no_of_any_language_is_false(word: str) -> None:
    assert values.read_truth(word) is False


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12), ("1 236,5", 1236.5), ("1,236.5", 1236.5), ("1.236,5", 1236.5), ("1.236.500", 1236500),
        ("0,5", 0.5), ("-3", -3), ("−3", -3), ("1\u00a0000", 1000), ("1'000", 1000), ("3.0", 3),
    ],
)  # fmt: skip
def test_numbers_are_read_with_either_sign_before_the_fraction(text: str, number: float) -> None:
    assert values.read_number(text) == number


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (values.read_truth, "maybe"), (values.read_number, "twelve"), (values.read_number, "1e5"),
        (values.read_number, ""), (values.read_number, "1.2.3,4,5"), (values.read_whole, "1.5"),
        (values.read_money, "many"), (values.read_money, "50 000"), (values.read_money, "-5 KZT"),
        (values.read_coordinates, "43"), (values.read_coordinates, "43, 76, 1"), (values.read_safeguard, "perhaps"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_with_a_sentence(read: Callable[[str], object], text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(text)
    assert refused.value.what.endswith((".", "5000 KZT."))


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("50000 KZT", "50000 KZT"), ("50 000 тг.", "50000 KZT"), ("1 000,50 ₸", "1000.5 KZT"), ("100$", "100 USD"),
        ("7 теңге", "7 KZT"), ("5 CHF", "5 CHF"),
    ],
)  # fmt: skip
def test_sums_come_with_their_currency(text: str, money: str) -> None:
    assert values.read_money(text) == money


@pytest.mark.parametrize("name", VOCABULARIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_is_found_by_the_label_it_is_written_with(name: str, language: str) -> None:
    terms = vocabulary(name)

    written = {term.id: values.label_of(tuple(terms.values()), term, language) for term in terms.values()}

    assert {values.read_term(label, name) for label in written.values()} == set(terms)
    assert all(values.read_term(label, name) == term for term, label in written.items())


def test_every_vocabulary_can_be_written_and_read() -> None:
    for name in vocabulary_names():
        terms = vocabulary(name)
        for term in terms.values():
            assert values.read_term(values.label_of(tuple(terms.values()), term, "ru"), name) == term.id


@given(st.text(max_size=12))
def test_no_text_breaks_a_reader(text: str) -> None:
    for read in (values.read_truth, values.read_number, values.read_whole, values.read_money, values.read_coordinates):
        with suppress(Unreadable):
            assert read(text) is not None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2022-01-05T20:00[Europe/Rome]", ("2022-01-05T20:00", "Europe/Rome")),
        ("[2022-01-05..2022-01-09]", ("[2022-01-05..2022-01-09]", "")),
        ("[2022-01-05..2022-01-09][UTC]", ("[2022-01-05..2022-01-09]", "UTC")),
        ("5 января 2022", ("5 января 2022", "")),
    ],
)
def test_a_zone_stands_in_brackets_behind_its_time(text: str, parts: tuple[str, str]) -> None:
    assert values.zone_apart(text) == parts


def test_coordinates_are_read_with_points_and_commas() -> None:
    assert values.read_coordinates("43.25, 76.92") == values.read_coordinates("43,25; 76,92") == [43.25, 76.92]
