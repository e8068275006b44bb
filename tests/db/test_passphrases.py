"""What people usually choose is refused, in the scripts and keyboards they use; what we offer is not."""

import math

import pytest
from zxcvbn.matching import RANKED_DICTIONARIES

from db.errors import WeakPassphrase
from db.passphrases import SHORTEST, WORDS, check_passphrase, suggest_passphrase
from resources import resource


def words(name: str) -> list[str]:
    return resource("wordlists", f"{name}.txt").read_text(encoding="utf-8").split()


def reason(passphrase: str) -> str | None:
    """Why it is refused, or None when it is good."""
    try:
        check_passphrase(passphrase)
    except WeakPassphrase as error:
        return error.reason
    return None


def test_ten_thousand_common_passwords_are_all_refused() -> None:
    ranked = RANKED_DICTIONARIES["passwords"]
    common = sorted(ranked, key=ranked.__getitem__)[:10_000]
    assert [password for password in common if reason(password) is None] == []


def test_every_common_russian_and_kazakh_password_is_refused() -> None:
    common = words("common")
    assert [password for password in common if reason(password) is None] == []
    assert [password for password in common if len(password) >= SHORTEST and reason(password) != "common"] == []


@pytest.mark.parametrize("passphrase", ["", "a", "x9$Kq!2vLm#", "абвгдежзикл", "ﬁﬁﬁﬁﬁ"])
def test_a_short_one_is_refused(passphrase: str) -> None:
    assert reason(passphrase) == "short"


@pytest.mark.parametrize(
    "passphrase",
    [
        "йцукенгшщзхъ",
        "1q2w3e4r5t6y",
        "password1234",
        "ghbdtn rfr ltkf",  # привет как дела, with the keyboard left in Latin
        "Correct Horse Battery Staple",
    ],
)
def test_a_common_one_is_refused(passphrase: str) -> None:
    assert reason(passphrase) == "common"


@pytest.mark.parametrize(
    "passphrase",
    [
        "пароль123456",
        "qwertyuiop[]",
        "gfhjkm123456",
        "Gfhjkm!Gfhjkm!",
        "зфыыцщкв123!",  # password, with the keyboard left in Russian
        "минск2020минск",
        "кот собака дом",
        "наташа люблю тебя",
        "Қазақстан2024!",
        "айгүл айгүл айгүл",
        "Nurlan Aigerim 1990",
        "Алматы 12.05.1985",
        "Спаси и Сохрани",
        "aaaaaaaaaaaaaaaaaaaa",
        "я" * 200,
        "123456123456123456",
        "фывапролджэячсмить",
        "                        ",
        "0123456789012345",
    ],
)
def test_a_guessable_one_is_refused(passphrase: str) -> None:
    assert reason(passphrase) == "guessable"


@pytest.mark.parametrize(
    "passphrase",
    [
        "zebra lamp river orchid",
        "x9$Kq!2vLm#8Rt",
        "верблюд играет на трубе в тумане",
        "түйе тұман кітап пияз керней балық",
        "Мой дед чинил комбайны под Павлодаром",
    ],
)
def test_a_good_one_is_taken(passphrase: str) -> None:
    assert reason(passphrase) is None


def test_a_very_long_one_is_taken() -> None:
    assert reason("верблюд играет на трубе в тумане " * 100) is None


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_what_we_offer_is_good(language: str) -> None:
    for _ in range(10):
        phrase = suggest_passphrase(language)
        assert reason(phrase) is None
        assert len(phrase.split(" ")) == WORDS
        assert set(phrase.split(" ")) <= set(words(language))


def test_an_unknown_language_gets_english_words() -> None:
    assert set(suggest_passphrase("be").split()) <= set(words("en"))


def test_no_phrase_is_offered_twice() -> None:
    assert len({suggest_passphrase("ru") for _ in range(200)}) == 200


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_list_holds_as_many_different_words_as_we_say(language: str) -> None:
    listed = words(language)
    assert len(listed) == len(set(listed)) == 1296
    assert WORDS * math.log2(len(listed)) > 62


@pytest.mark.parametrize(
    ("language", "letters"),
    [
        ("en", "abcdefghijklmnopqrstuvwxyz-"),
        ("ru", "абвгдежзийклмнопрстуфхцчшщъыьэюя"),
        ("kk", "абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"),
    ],
)
def test_words_are_easy_to_type(language: str, letters: str) -> None:
    odd = [word for word in words(language) if not 3 <= len(word) <= 9 or set(word) - set(letters)]
    assert odd == []


def test_a_refusal_does_not_repeat_the_passphrase() -> None:
    with pytest.raises(WeakPassphrase) as caught:
        check_passphrase("наташа люблю тебя")
    assert "наташа" not in repr(caught.value)
