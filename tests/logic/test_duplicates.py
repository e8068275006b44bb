"""Duplicates are found across scripts and by sure signs, never among namesakes by one word, and quickly."""

import random
import time
from itertools import combinations

import pytest

from db.rows import OrganisationRow, PersonRow, PlaceRow
from db.types import Name
from desktop.logic import names, when
from desktop.logic.duplicates import ALIKE, Sign, duplicates, likest

# Each line is one name as Kazakhstani, Russian and English papers, passports and libraries write it.
ONE_NAME = [
    ("Айгерим", "Айгерім", "Aigerim", "Aygerim", "Ajgerim", "Aıgerim", "Әйгерім"),
    ("Тлеужан", "Тілеужан", "Tleuzhan", "Tileuzhan", "Tleujan", "Tileýjan", "Tleužan"),
    ("Касым-Жомарт Токаев", "Қасым-Жомарт Тоқаев", "Kassym-Jomart Tokayev", "Qasym-Jomart Toqaev", "Токаев К.-Ж."),
    ("Юрий Щербаков", "Yuri Shcherbakov", "Iurii Shcherbakov", "Jurij Ŝerbakov", "Yury Scherbakov"),
    ("Ғабиден Мұстафин", "Габиден Мустафин", "Gabiden Mustafin", "Ğabiden Mūstafin", "Ghabiden Mustafin"),
    ("Қайрат Өмірбеков", "Кайрат Омирбеков", "Kairat Omirbekov", "Qairat Ömirbekov", "Kayrat Umirbekov"),
    ("Шілібаев Ермұхамет", "Ermukhamet Shilibaev", "Yermukhamet Shilibayev", "Ermuhamet Şılıbaev", "Шилибаев Е."),
    ("Жәнібек", "Жанибек", "Zhanibek", "Janibek", "Dzhanibek"),
    ("Хайрулла Ахметов", "Khairulla Akhmetov", "Hairulla Ahmetov", "Xairulla Axmetov"),
    ("Семёнов Пётр", "Семенов Петр", "Semyonov Pyotr", "Semenov Petr", "Петр Иванович Семенов"),
    ("Калас Нурпеисов", "Нұрпейісов Қалас", "Kalas Nurpeisov", "К. Нурпеисов", "Нурпеисов Калас Маратович"),
    ("Жан-Айдар Карменов", "Жанайдар Карменов", "Zhan-Aidar Karmenov", "Jan-Aidar Kärmenov"),
]
OTHERS = [
    "Айгерим Тлеужан", "Калас Нурпеисов", "Зоя Нурпеисова", "Ermukhamet Shilibaev", "Роза Тулетаева",
    "Vikram Ruzakhunov", "Bazarbai Kenzhebaev", "Нурлан Далибаев", "Zhan-Aidar Karmenov", "Арон Атабек",
    "Айгерим Серикова", "Ким Ирина", "Ким Марина", "Айдос Серик", "Айдар Серик", "Нурсултан Назарбаев",
]  # fmt: skip


@pytest.mark.parametrize("spellings", ONE_NAME)
def test_every_spelling_of_a_name_is_like_every_other(spellings: tuple[str, ...]) -> None:
    unlike = [pair for pair in combinations(spellings, 2) if names.likeness(*pair) < ALIKE]
    assert unlike == []


def test_no_two_different_people_are_alike() -> None:
    assert [pair for pair in combinations(OTHERS, 2) if names.likeness(*pair) >= ALIKE] == []


def person(number: int, *spellings: str, **known: object) -> PersonRow:
    """Somebody."""
    return PersonRow(id=f"{number:05}", names=tuple(Name(one) for one in spellings), **known)  # pyright: ignore[reportArgumentType] - any field


def pairs(*rows: PersonRow) -> list[tuple[str, str, tuple[Sign, ...]]]:
    """Who is found with whom, and why."""
    return [(pair.first.id, pair.second.id, pair.signs) for pair in duplicates(rows)]


def test_a_telephone_is_a_sure_sign_whatever_the_name() -> None:
    one, other = person(1, "Иван", phones=("+7 (701) 222-33-44",)), person(2, "Zh.", phones=("8 701 2223344",))
    assert pairs(one, other) == [("00001", "00002", (Sign.PHONE,))]


def test_an_identity_document_is_a_sure_sign_even_of_the_unnamed() -> None:
    one = person(1, identity_documents=({"kind": "passport", "number": "N 1234567"},))
    other = person(2, "Асель", identity_documents=({"kind": "passport", "number": "n1234567"},))
    assert pairs(one, other) == [("00001", "00002", (Sign.PAPER,))]


def test_the_surest_comes_first() -> None:
    named = person(1, "Калас Нурпеисов"), person(2, "Qalas Nurpeiisov")
    called = person(3, "Kalas Nurpeisof", phones=("7012223344",)), person(4, "X", phones=("7012223344",))
    assert pairs(*named, *called)[0] == ("00003", "00004", (Sign.PHONE,))


def test_years_of_birth_and_sex_tell_namesakes_apart() -> None:
    old, young = (when.parse(year, "Asia/Almaty") for year in ("1950", "1999"))
    assert pairs(person(1, "Айгуль Серик", born=old), person(2, "Aigul Serik", born=young)) == []
    assert pairs(person(1, "Саша Ким", sex="male"), person(2, "Sasha Kim", sex="female")) == []


def test_numbers_tell_places_and_units_apart() -> None:
    places = [PlaceRow(id=str(number), names=(Name(f"СИЗО № {number}"),)) for number in (1, 11, 17, 18)]
    units = ("Департамент полиции города Алматы", "Департамент полиции города Шымкент")
    cities = [OrganisationRow(id=unit, names=(Name(unit),)) for unit in units]
    assert duplicates(places) == duplicates(cities) == []


def test_the_likest_is_told_while_a_name_is_typed() -> None:
    known = [person(1, "Айгерим Серикова"), person(2, "Айгерим Тлеужан"), person(3, "Роза Тулетаева")]
    found = likest(PersonRow(id=""), known, ["Tileujan Ajgerım"])
    assert found is not None
    assert found.second.id == "00002"
    assert likest(PersonRow(id=""), known, ["Айгерим"]) is None


def test_two_thousand_people_take_less_than_a_second() -> None:
    chance = random.Random(7)  # noqa: S311 - names to compare, no secret
    first = ["Айгерим", "Нурлан", "Асель", "Ерлан", "Роза", "Марат", "Динара", "Бауыржан", "Сауле", "Тимур"]
    parts = ["Ах", "Нур", "Бек", "Тул", "Жан", "Кар", "Оми", "Сер", "Дал", "Руз", "мет", "пеис", "тае", "бай", "хун"]
    rows = [
        person(number, f"{chance.choice(first)} {''.join(chance.choices(parts, k=3))}{chance.choice(['ов', 'ин'])}")
        for number in range(2000)
    ]
    began = time.perf_counter()
    found = duplicates([*rows, person(2000, "Kalas Nurpeisov"), person(2001, "Нұрпейісов Қалас")])
    took = time.perf_counter() - began
    assert ("02000", "02001") in [(pair.first.id, pair.second.id) for pair in found]
    assert took < 5, f"{took:.2f} s"  # under a second on an idle core; other tests run beside this one
