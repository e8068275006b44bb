"""What people type is understood in three languages, or refused with the reason; never guessed in silence."""

import re

import pytest
from babel.dates import get_day_names, get_month_names
from hypothesis import given
from hypothesis import strategies as st

from desktop.logic import when
from desktop.logic.when import words_en, words_kk, words_ru
from desktop.logic.when.lexicon import LONGEST_PHRASE, lexicon
from tests.logic.when.attempts import ALMATY, understood
from tests.logic.when.refusals import REFUSED
from tests.logic.when.sayings import ENGLISH, KAZAKH, RUSSIAN


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        (text, language, edtf)
        for language, table in (("ru", RUSSIAN), ("kk", KAZAKH), ("en", ENGLISH))
        for text, edtf in table.items()
    ],
)
def test_a_saying_is_understood(text: str, language: str, edtf: str) -> None:
    assert when.understand(text, ALMATY, language) == when.parse(edtf, ALMATY)


@pytest.mark.parametrize(("text", "language", "why"), REFUSED)
def test_what_is_not_understood_is_refused_with_the_reason(text: str, language: str, why: str) -> None:
    with pytest.raises(when.WhenUnreadable) as refused:
        when.understand(text, ALMATY, language)

    assert (refused.value.why, refused.value.text) == (why, text)


def test_a_skipped_hour_is_refused_in_words_too() -> None:
    with pytest.raises(when.WhenUnreadable, match="no-such-time"):
        when.understand("27 марта 2022, 2:30", "Europe/Rome", "ru")


@pytest.mark.parametrize("language", ["it", "en-GB", ""])
def test_a_language_we_do_not_speak_is_no_obstacle(language: str) -> None:
    assert when.understand("пятого января 2022", ALMATY, language).edtf == "2022-01-05"


def test_an_unknown_zone_is_refused_before_anything_is_read() -> None:
    with pytest.raises(when.WhenUnreadable, match="no-such-zone"):
        when.understand("5 января 2022", "Asia/Atlantis", "ru")


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_name_a_month_has_in_unicode_is_understood(language: str) -> None:
    tables = [
        get_month_names("wide", "format", locale=language),
        get_month_names("wide", "stand-alone", locale=language),
        get_month_names("abbreviated", "format", locale=language),
        get_month_names("abbreviated", "stand-alone", locale=language),
    ]

    for month, names in ((month, names) for month in range(1, 13) for names in tables):
        assert when.understand(f"5 {names[month]} 2022", ALMATY, language).edtf == f"2022-{month:02}-05"


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_weekday_is_checked_against_the_date(language: str) -> None:
    names = get_day_names("wide", locale=language)

    for weekday in range(7):
        monday_on = f"{names[weekday]}, {3 + weekday}.01.2022"
        assert when.understand(monday_on, ALMATY, language).edtf == f"2022-01-{3 + weekday:02}"
        with pytest.raises(when.WhenUnreadable, match="no-such-date"):
            when.understand(f"{names[weekday]}, {4 + weekday}.01.2022", ALMATY, language)


def test_no_phrase_of_the_lexicon_is_too_long_to_be_found() -> None:
    lengths = {phrase: len(re.split("[ '-]", phrase)) for phrase in lexicon()}

    assert {phrase: length for phrase, length in lengths.items() if length > LONGEST_PHRASE} == {}


def test_no_language_takes_a_word_from_another() -> None:
    words: dict[str, object] = {}
    for table in (words_en, words_ru):
        for token, phrases in table.PHRASES.items():
            for phrase in phrases.split(", "):
                assert words.setdefault(phrase, token) == token
    for token, phrases in words_kk.PHRASES.items():
        for phrase in phrases.split(", "):
            for form in words_kk.forms(phrase)[0]:
                assert words.get(form, token) == token


words = st.sampled_from([*RUSSIAN, *KAZAKH, *ENGLISH, *(text for text, _, _ in REFUSED if len(text) < 100)]).flatmap(
    lambda text: st.permutations(text.split()).map(" ".join)
)


@given(words, st.sampled_from(["ru", "kk", "en"]))
def test_words_in_any_order_are_a_time_or_refused(text: str, language: str) -> None:
    value = understood(text, language)

    assert value.text == text if isinstance(value, when.WhenUnreadable) else when.parse(value.edtf, ALMATY) == value


@given(st.text(max_size=40))
def test_no_text_breaks_the_understanding(text: str) -> None:
    value = understood(text, "ru")

    assert value.text == text if isinstance(value, when.WhenUnreadable) else value.edtf
