"""Names are found under any spelling, sorted by the Kazakh alphabet, and shown no further than allowed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.types import Name, Protection
from desktop.logic import names

SPELLINGS = [
    ("Әбдіқалықов", "Абдикалыков", "Abdikalykov", "Abdiqalyqov", "ӘБДІҚАЛЫҚОВ"),
    ("Айгерим Тлеужан", "Айгерім Тлеужан", "Aygerim Tleuzhan", "aygerim  tleuzhan"),
    ("Семёнов", "Семенов", "Semenov"),
    ("Һамит Өмірұлы", "Хамит Омирулы", "Khamit Omiruly"),
    ("Жан-Айдар", "жан айдар", "Zhan-Aydar"),
    ("Әйгерім", "Ә\u0438\u0306герім"),  # й in one sign and in two
    ("Объедков", "Ob'edkov", "Obʼedkov"),
]


@pytest.mark.parametrize("spellings", SPELLINGS)
def test_spellings_of_one_name_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({names.fold(spelling) for spelling in spellings}) == 1


def test_the_key_is_plain_small_latin() -> None:
    assert names.fold("Әбдіқалықов, Нұрлан (№ 2)") == "abdikalykov nurlan no 2"
    assert names.fold("—") == ""
    assert names.fold("") == ""


@given(st.text(max_size=30))
def test_a_key_folds_to_itself(text: str) -> None:
    assert names.fold(names.fold(text)) == names.fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Айгерим Тлеужан", "Tleuzhan Aigerim"),
        ("Касым-Жомарт Токаев", "Tokayev, Kassym-Jomart"),
        ("Нұрпейісов Қалас", "Kalas Nurpeisov"),
        ("Ермұхамет Шілібаев", "Ermukhamet Shilibaev"),
        ("Абдикалыков", "Абдыкалыков"),
        ("Ахметов", "Ahmetov"),
        ("Юрий Цой", "Iurii Tsoi"),
    ],
)
def test_one_name_written_by_two_people_is_alike(one: str, other: str) -> None:
    assert names.likeness(one, other) >= 85
    assert names.likeness(one, other) == names.likeness(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Иванов Иван", "Петрова Анна"), ("Ким Ирина", "Кимов Ермек"), ("", "Иванов"), ("", "")]
)
def test_different_names_are_not_alike(one: str, other: str) -> None:
    assert names.likeness(one, other) < 85


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Айгерим Тлеужан", "А. Т."),
        ("Жан-Айдар Карменов", "Ж.-А. К."),
        ("Тлеужан А.М.", "Т. А. М."),
        ("Нұрлан Әбіш ұлы", "Н. Ә."),
        ("Ludwig van Beethoven", "L. B."),
        ("«Саня»", "С."),
        ("офицер", "О."),
        ("2-й офицер", "О."),
        ("Өмір-", "Ө."),
        ("007", ""),
        ("", ""),
    ],
)
def test_initials_stand_for_a_name(name: str, expected: str) -> None:
    assert names.initials(name) == expected


def test_kazakh_names_sort_by_the_kazakh_alphabet() -> None:
    in_order = [
        *(
            "7-й",
            "Ан",
            "Ан Анна",
            "Анар",
            "Әлия",
            "Ғали",
            "Дана",
            "Елена",
            "Ёлка",
            "Жан",
            "Канат",
            "Қанат",
            "Лев",
            "Нина",
        ),
        *(
            "Ңур",
            "Ольга",
            "Өмір",
            "Пак",
            "Ринат",
            "Сания",
            "Улан",
            "Ұлан",
            "Үміт",
            "Фарид",
            "Хан",
            "Һамит",
            "Ыбырай",
            "Ілияс",
        ),
        *("Эмма", "Omar", "Zhan"),
    ]

    by_code_points = sorted(in_order)

    assert sorted(by_code_points, key=key_in("kk")) == in_order


def key_in(language: str):  # noqa: ANN201 - a key function
    def key(text: str) -> str:
        return names.collation_key(text, language)

    return key


def test_each_language_puts_its_own_script_first() -> None:
    assert sorted(["Zhan", "Жан"], key=key_in("en")) == ["Zhan", "Жан"]
    assert sorted(["Zhan", "Жан"], key=key_in("ru")) == ["Жан", "Zhan"]


def test_yo_is_a_letter_of_its_own_only_in_kazakh() -> None:
    assert sorted(["Ежов", "Ёлкин", "Емец"], key=key_in("ru")) == ["Ежов", "Ёлкин", "Емец"]
    assert sorted(["Ежов", "Ёлкин", "Емец"], key=key_in("kk")) == ["Ежов", "Емец", "Ёлкин"]


def test_accents_punctuation_and_other_scripts_have_their_place() -> None:
    assert sorted(["Zoe", "Édouard", "«Eva»", "王", "Eduard"], key=key_in("en")) == [
        "Édouard",
        "Eduard",
        "«Eva»",
        "Zoe",
        "王",
    ]


@given(st.text(max_size=20), st.text(max_size=20))
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert (names.collation_key(one, "kk") == names.collation_key(other, "kk")) is (one == other)


RUSSIAN = Name("Айгерим Тлеужан", "ru")
KAZAKH = Name("Айгерім Тілеужан", "kk")
ENGLISH = Name("Aigerim Tleuzhan", "en", "transliteration")
ALIAS = Name("Aika", "en", "alias")


@pytest.mark.parametrize(
    ("given_names", "language", "expected"),
    [
        ((RUSSIAN, KAZAKH, ENGLISH, ALIAS), "ru", RUSSIAN),
        ((RUSSIAN, KAZAKH, ENGLISH, ALIAS), "kk", KAZAKH),
        ((RUSSIAN, KAZAKH, ENGLISH, ALIAS), "en", ENGLISH),
        ((KAZAKH, ENGLISH), "ru", KAZAKH),
        ((RUSSIAN, ALIAS), "en", RUSSIAN),
        ((ALIAS,), "ru", ALIAS),
        ((Name("Смит", "ru", "transliteration"), Name("Smith", "en")), "kk", Name("Смит", "ru", "transliteration")),
        ((Name("Тлеужанова", "ru", "birth"), Name("Тлеужан", "ru")), "ru", Name("Тлеужан", "ru")),
        ((Name("Tleuzhan", "ru-Latn"), RUSSIAN), "ru", RUSSIAN),
        ((Name("Tleuzhan", "ru-Latn"), RUSSIAN), "en", Name("Tleuzhan", "ru-Latn")),
        ((Name("Шілібаев"), Name("Шилибаев")), "kk", Name("Шілібаев")),
        ((Name("Шілібаев"), Name("Шилибаев")), "ru", Name("Шилибаев")),
        ((Name("Шилибаев"), Name("Shilibaev")), "en", Name("Shilibaev")),
        ((Name("王"), Name("Ван")), "ru", Name("Ван")),
        ((Name("А", "ru", "nickname"), Name("Б", "ru", "alias")), "ru", Name("Б", "ru", "alias")),
    ],
)
def test_the_best_spelling_for_a_language_is_shown(
    given_names: tuple[Name, ...], language: str, expected: Name
) -> None:
    assert names.display(given_names, language) == expected.text


def test_a_person_without_a_name_has_nothing_to_show() -> None:
    assert names.display((), "ru") == ""
    assert names.shown((), Protection.INITIALS, None, "ru") == ""


@pytest.mark.parametrize(
    ("protection", "pseudonym", "expected"),
    [
        (Protection.NONE, "Свидетель 1", "Айгерим Тлеужан"),
        (Protection.INITIALS, "Свидетель 1", "А. Т."),
        (Protection.PSEUDONYM, "Свидетель 1", "Свидетель 1"),
        (Protection.PSEUDONYM, None, ""),
        (Protection.WITHHELD, "Свидетель 1", ""),
    ],
)
def test_a_protected_person_is_shown_no_further_than_allowed(
    protection: Protection, pseudonym: str | None, expected: str
) -> None:
    assert names.shown((RUSSIAN, ENGLISH), protection, pseudonym, "ru") == expected


@given(st.sampled_from([Protection.PSEUDONYM, Protection.WITHHELD]), st.sampled_from(["ru", "kk", "en"]))
def test_no_spelling_of_a_hidden_name_is_ever_shown(protection: Protection, language: str) -> None:
    assert names.shown((RUSSIAN, KAZAKH, ENGLISH, ALIAS), protection, None, language) == ""


def test_a_name_written_apart_is_the_same_name() -> None:
    assert names.likeness("Нур Султан", "Нурсултан") >= 85
