"""A quick line is read as a time, a kind, names and a title; what is not there is not made up."""

import pytest

from desktop.ui.tabs.timeline.quick_draft import guess_kind, named_in, read_line, role_in, split_time

ALMATY = "Asia/Almaty"


@pytest.mark.parametrize(
    ("line", "edtf", "kind", "title"),
    [
        ("05.01.2022 20:00 задержан, Алматы", "2022-01-05T20:00", "detention", "Задержан, Алматы"),
        ("2022 ж. 5 қаңтар ұсталды", "2022-01-05", "detention", "Ұсталды"),
        ("не позднее 12.01.2022 доставлен в ИВС", "../2022-01-12", "delivery", "Доставлен в ИВС"),
        ("11 July 2023: sentenced to 4 years", "2023-07-11", "verdict", "Sentenced to 4 years"),
        ("Jan 2022 beaten", "2022-01", "ill-treatment", "Beaten"),
    ],
)
def test_time_kind_and_title_are_told_apart(line: str, edtf: str, kind: str, title: str) -> None:
    read = read_line(line, ALMATY, "ru")
    assert read.when
    assert (read.when.edtf, read.kind, read.title) == (edtf, kind, title)


@pytest.mark.parametrize("line", ["18 men in one van", "задержан вечером", "(?)", ","])
def test_a_line_without_a_time_has_none(line: str) -> None:
    assert split_time(line, ALMATY, "ru")[0] is None


def test_the_time_is_the_longest_part_that_makes_sense() -> None:
    moment, rest = split_time("5 января 2022 около 20:00 допрос", ALMATY, "ru")
    assert moment
    assert (moment.edtf, rest) == ("2022-01-05T20:00~", "допрос")


@pytest.mark.parametrize("text", ["", "the sky was grey", "в тот же день", "он"])
def test_a_kind_is_not_guessed_from_words_that_name_none(text: str) -> None:
    assert guess_kind(text) == ""


def test_a_name_is_found_in_any_script_and_only_when_it_is_alike() -> None:
    called = {"k": ["Калас Нурпеисов", "Kalas Nurpeisov"], "a": ["Айгерим Тлеужан"]}
    assert named_in(["задержан", "Nurpeisov Kalas"], called) == [("k", "Nurpeisov Kalas")]
    assert named_in(["Серик Ахметов"], called) == []
    assert named_in([], called) == []


def test_whoever_is_named_beside_a_detention_was_detained() -> None:
    assert role_in("detention") == "detainee"
    assert role_in("hearing") == ""
    assert role_in("no such kind") == ""
